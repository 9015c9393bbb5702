"""The offices' list of disputes: who sees which, what is one row, what is still open."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from models import dispute, docket, overdue
from models.dispute_step import Subject
from models.docket import Counts, Wanted
from models.visit import Check, Said, store
from tests.models.conftest import run
from tests.models.test_dispute import COUNTY, DAY, NEIGHBOUR, add, begin
from tests.web.lines import VILLAGE, add_due, add_household

COUNTY_HERE = ("county", VILLAGE[:6])


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")


@pytest.fixture
def us() -> UUID:
    return add_household("652301100200-017")


@pytest.fixture
def line(us) -> UUID:
    return add_due(us, late_from=date(2026, 11, 11))


def seen(role, scope, **asked):
    return docket.listed(Wanted(role, scope, **asked), DAY, 30)


def test_who_sees_which(us, line):
    visit = uuid4()
    store(visit, us, UUID(int=9), [Said("received", due=line)], DAY)
    check = Check.get(Check.visit == visit).id
    begin(us, Subject(line))
    one = begin(us, Subject(check=check), "wrong_result")
    places = (("cadre", VILLAGE), ("township", VILLAGE[:9]), ("county", VILLAGE[:6]))
    assert [len(seen(*place)) for place in places] == [1, 1, 2]
    for role, scope in places[:2]:
        assert docket.find(one, role, scope) is None
    add(us, one, "answered", by=COUNTY, outcome="explained")
    assert [len(seen(*place, states=())) for place in places] == [2, 2, 2]
    for role, scope in (("cadre", "652301100201"), ("township", "652302100"), ("county", "652302")):
        assert seen(role, scope) == []
        assert docket.find(one, role, scope) is None
    assert docket.find(one, "prefecture", "6523") is None


def test_own_words_are_for_those_who_answer(us, line):
    row = dispute.find(us, begin(us, Subject(line)))
    may = [docket.reads_words(row, role) for role in ("cadre", "township", "county", "prefecture")]
    assert may == [False, True, True, False]
    row.about = "staff"
    assert not docket.reads_words(row, "township")


def test_households_of_one_payment_are_one_row_and_late_ones_are_found(us, line):
    for number in ("652301100200-018", "652301100200-019"):
        add_due(add_household(number), late_from=date(2026, 11, 11))
    overdue.renew(DAY)
    (row,) = seen("township", VILLAGE[:9])
    assert (row.households, row.rest) == (3, 360_000)
    assert len(docket.alike(docket.find(row.id, *COUNTY_HERE), *COUNTY_HERE)) == 2
    assert docket.count(Wanted("county", VILLAGE[:6]), DAY) == 1
    assert len(seen("county", VILLAGE[:6], late=11)) == 1
    assert seen("county", VILLAGE[:6], late=12) == []
    assert len(seen("county", VILLAGE[:6], business="NC-001")) == 1
    assert seen("county", VILLAGE[:6], business="NC-002") == []
    assert len(seen("township", VILLAGE[:9], mine="1")) == 1
    assert seen("county", VILLAGE[:6], mine="1") == []
    assert docket.counts("6523", DAY) == {VILLAGE[:6]: Counts(open=3)}


def test_an_answer_to_others_ends_at_the_township_s_border(us, line):
    there = "652301101200"
    other = add_household("652301101200-001", there)
    add_due(other, village=there, late_from=date(2026, 11, 11))
    overdue.renew(DAY)
    mine = dispute.about(us, due=line)
    assert docket.alike(mine, "township", VILLAGE[:9]) == []
    assert len(docket.alike(mine, *COUNTY_HERE)) == 1


def test_a_word_that_she_took_back_shows_nobody_what_it_was_about(us, line):
    visit = uuid4()
    store(visit, us, UUID(int=9), [Said("received", due=line)], DAY)
    one = begin(us, Subject(check=Check.get(Check.visit == visit).id), "nobody_asked")
    add(us, one, "withdrawn")
    assert docket.find(one, "township", VILLAGE[:9]) is None
    assert docket.find(one, *COUNTY_HERE) is not None


def test_sums_of_a_group_leave_out_what_is_paid_and_what_is_unknown(us, line):
    other = add_household(NEIGHBOUR)
    begin(other, Subject(add_due(other, paid=130_000, late_from=date(2026, 11, 11))))
    begin(us, Subject(line))
    (row,) = seen(*COUNTY_HERE)
    assert (row.households, row.rest) == (2, 120_000)
    assert [each.households for each in seen(*COUNTY_HERE, late=5)] == [1]
    unknown = add_household("652301100200-019")
    begin(unknown, Subject(add_due(unknown, due=None, kind="rent")))
    assert None in [each.rest for each in seen(*COUNTY_HERE)]
