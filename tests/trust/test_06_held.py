"""Rule 6: the household sees all that is held about it, and every opening of its record.

Its page and its file: tests/web/test_held.py, tests/web/test_own_card.py.
"""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import held
from models.batch import Batch, Change, remember
from models.bulk import columns
from models.finding import Finding
from models.household import Household
from models.schema import TABLES
from tests.trust.known import MEANINGS, known
from tests.web import farm
from web.taken import WITHHELD

# Lists of a village: who lives there and what is due, to choose whose card or payment it is. They
# open no record; tests of rule 5 hold what they may show.
LISTS = {"visit.index", "issue.index"}
# Columns by which a row can be about a household: its key, what something is about, an old row.
POINTERS = {"household", "subject", "subject_kind", "before"}
# They have such a column and hold nothing that is told of a household: a count of wrong guesses
# under a keyed digest; a business's own word; how an office sets right what was found, whose
# finding the household sees.
OF_OTHERS = {"guess", "reply", "remedy"}


def test_all_that_can_be_known_of_one_household_is_the_frozen_list(migrated):
    """A demand for everything about a household gets these columns and no more."""
    about = {table._meta.table_name for table in held.tables()}
    assert about == {
        name
        for name, columns in migrated.items()
        if name == "household" or (POINTERS & set(columns) and name not in OF_OTHERS)
    }
    assert {name: set(migrated[name]) for name in about} == {
        name: set(columns) for name, columns in known().items()
    }
    assert {meaning for columns in known().values() for meaning in columns.values()} <= MEANINGS


def test_no_other_table_points_at_a_household():
    """Tables of staff and businesses have no column that could name one."""
    named = {"head", "holder", "members"}
    for table in TABLES:
        if table not in held.tables():
            assert not named & set(table._meta.sorted_field_names), table


def test_what_points_at_a_household_by_another_way_is_found(app, household):
    farm.farm()
    number = Household.get_by_id(household).number
    found = {"county": "652301", "place": "652301001204", "code": "household.no_measure"}
    found |= {"article": "10(3)", "weight": "must", "actor": "township", "params": "{}"}
    Finding.create(
        id=uuid4(), subject_kind="household", subject_number=number, since=farm.TODAY, **found
    )
    kept = {"state": "stored", "day": farm.TODAY, "scope": "", "files": "[]", "counts": "{}"}
    changed = Batch.create(id=uuid4(), number=99, **kept)
    row = Household.get_by_id(household)
    remember(changed.id, Household, [[getattr(row, name) for name in columns(Household)]])
    assert [row["code"] for row in held.rows(Finding, household)] == ["household.no_measure"]
    assert [row["before"]["number"] for row in held.rows(Change, household)] == [number]


def test_every_record_that_staff_open_is_noted_for_the_household(pages):
    """Whoever of the staff gets a page with a household's number has an opening noted for it."""
    opened = 0
    for page in pages:
        if page.account and page.endpoint not in LISTS:
            assert page.shown == page.noted, (page.endpoint, page.reader)
            opened += len(page.shown)
    assert opened > 10


def test_the_file_has_every_table_of_the_list(app, own_card, as_household):
    farm.farm()
    found = as_household.post("/held/file", data={"pin": "402917"})
    assert found.status_code == 200
    tables = json.loads(found.data)["tables"]
    assert tables.keys() == known().keys()
    for name, rows in tables.items():
        for row in rows:
            assert row.keys() >= known()[name].keys() - WITHHELD, name


@pytest.mark.parametrize("category", ["lifted", "watched"])
def test_the_words_of_its_category_are_on_no_page_of_its_own(pages, category):
    words = {"lifted": "脱贫户", "watched": "监测对象"}
    mine = [page for page in pages if page.reader == "H" and page.endpoint != "policy.show"]
    assert len(mine) > 10
    for page in mine:
        text = BeautifulSoup(page.text, "html.parser").main.get_text(" ")
        if not page.endpoint.startswith(("policy.", "rule.", "home.")):
            assert words[category] not in text, page.endpoint
