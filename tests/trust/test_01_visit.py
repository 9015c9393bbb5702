"""Rule 1: a visit is a set of checks and nothing else; staff write nowhere freely about people."""

from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from peewee import IntegrityError

from models import dispute_step, visit
from models.database import write
from models.dispute import DisputeEntry
from models.dispute_step import Subject
from models.visit import Check, Visit
from tests.trust.known import MEANINGS, known
from tests.web.lines import add_due, add_household

# Where staff type something longer than a number or a day about one household: nowhere.
HOUSEHOLD_PAGES = ("visit.", "dispute.", "issue.", "slip.", "agreement.lines")
READ_AS = {"q", "card", "late", "day", "due_on"}  # to find a row by, and days: each is parsed


@pytest.fixture
def line(app):
    return add_due(add_household("652301100200-017"))


def refused(table, **columns) -> bool:
    try:
        with write():
            table.create(id=uuid4(), **columns)
    except IntegrityError:
        return True
    return False


def test_the_schema_has_no_check_without_a_payment_or_an_agreement(line, household, clock):
    given = {"household": household, "visit": uuid4(), "day": clock.moment.date()}
    assert refused(Check, result="received", **given)
    assert refused(Check, result="received", due=line, agreement="XY-1", **given)
    assert refused(Check, result="nobody at home", due=line, **given)
    assert not refused(Check, result="received", due=line, **given)


def test_the_migrated_schema_says_the_same(migrated):
    assert all(migrated["check"][name]["filled"] for name in ("household", "visit", "result"))
    assert set(migrated["visit"]) == {"household", "id", "account", "day", "digest"}
    assert set(migrated["check"]) == {
        *("household", "id", "visit", "due", "agreement", "result", "amount", "slip", "day"),
    }


def test_no_visit_without_a_check(line, household, clock, sign_in):
    with pytest.raises(ValueError, match="at least one check"):
        visit.store(uuid4(), household, uuid4(), [], clock.moment.date())
    data = {"id": str(uuid4()), "card": "", "household": str(household), "note": "没人在家"}
    sign_in("cadre").post("/visit", data=data)
    assert not Visit.select().exists()
    assert not Check.select().exists()


def test_staff_have_no_place_for_prose_on_a_page_about_a_household(pages):
    seen = set()
    for page in pages:
        if page.reader not in "VTC" or not page.endpoint.startswith(HOUSEHOLD_PAGES):
            continue
        seen.add(page.endpoint)
        html = BeautifulSoup(page.text, "html.parser").main
        assert not html.select("textarea"), page.endpoint
        typed = html.select("input[type=text], input[type=search], input:not([type])")
        names = {each.get("name") for each in typed} - READ_AS
        assert not {name for name in names if not name.startswith("amount")}, page.endpoint
    assert {"visit.index", "visit.new", "dispute.show", "issue.show"} <= seen


def test_nothing_that_staff_make_about_a_household_is_prose():
    """Only the household has words of its own; known.txt places every text."""
    assert {meaning for columns in known().values() for meaning in columns.values()} <= MEANINGS
    own = [(table, name) for table, columns in known().items() for name in columns
           if columns[name] == "own"]  # fmt: skip
    assert own == [("dispute_entry", "words")]
    for table in ("visit", "check", "access"):
        assert set(known()[table].values()) <= {"", "key", "list", "name", "digest"}


def test_what_an_office_adds_to_its_answer_is_not_stored(line, household, clock, sign_in):
    case = dispute_step.begin(household, Subject(line), "less", clock.moment.date(), id=uuid4())
    said = {"kind": "answered", "outcome": "explained", "id": str(uuid4())}
    prose = {"words": "家里没人", "note": "家里没人", "remark": "家里没人"}
    assert sign_in("township").post(f"/dispute/{case}", data=said | prose).status_code < 500
    assert {row.words for row in DisputeEntry.select()} == {""}
