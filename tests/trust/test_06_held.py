"""Rule 6: the household sees all that is held about it, and every opening of its record.

Its page and its file: tests/web/test_held.py, tests/web/test_own_card.py.
"""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from models import held
from models.schema import TABLES
from tests.trust.known import MEANINGS, known
from tests.web import farm
from web.taken import WITHHELD

# Lists of a village: who lives there and what is due, to choose whose card or payment it is. They
# open no record; tests of rule 5 hold what they may show.
LISTS = {"visit.index", "issue.index"}


def test_all_that_can_be_known_of_one_household_is_the_frozen_list(migrated):
    """A demand for everything about a household gets these columns and no more."""
    about = {table._meta.table_name for table in held.tables()}
    assert about == {
        name for name, columns in migrated.items() if "household" in columns or name == "household"
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
