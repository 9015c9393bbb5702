from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.state import last_day, open_on
from rules.watch.payment import CITED, Group, InKind, late, wage_in_kind

# 2024-12-21 is a Saturday: the Monday after it is the last day on which payment is in time.
OPEN = Group(
    agreement="A",
    clause=2,
    kind="guaranteed",
    year=2024,
    village="652301100200",
    due_on=date(2024, 12, 21),
    late_from=date(2024, 12, 23),
    households=3,
    due=3_000_00,
    paid=0,
)


def test_the_last_day_of_grace_is_in_time_and_the_next_is_late():
    assert late(OPEN, date(2024, 12, 23)) is None
    found = late(OPEN, date(2024, 12, 24))
    assert found.code == "payment.overdue"
    assert dict(found.params)["days"] == "1"


def test_overdue_is_nothing_paid_and_short_is_one_fen():
    assert late(OPEN, date(2025, 1, 1)).code == "payment.overdue"
    short = late(replace(OPEN, paid=1), date(2025, 1, 1))
    assert (short.code, short.gap) == ("payment.short", 2_999_99)


def test_what_was_taken_back_beyond_what_was_paid_adds_nothing_to_the_gap():
    found = late(replace(OPEN, paid=-5), date(2025, 1, 1))
    assert (found.code, found.gap) == ("payment.overdue", 3_000_00)
    assert dict(found.params)["paid"] == "0.00"


def test_a_group_in_which_nothing_is_missing_is_no_finding():
    assert late(replace(OPEN, paid=3_000_00), date(2025, 1, 1)) is None


def test_a_finding_names_its_group_and_the_sums_of_all():
    found = late(OPEN, date(2025, 1, 2))
    assert (found.subject, found.article, found.weight) == ("agreement:A", "12", "must")
    assert found.actor == "business"
    assert dict(found.params) == {
        "clause": "2",
        "due_kind": "guaranteed",
        "year": "2024",
        "due_on": "2024-12-21",
        "village": "652301100200",
        "payee": "household",
        "households": "3",
        "due": "3000.00",
        "paid": "0.00",
        "days": "10",
    }


@pytest.mark.parametrize(
    ("kind", "article"),
    [("rent", "10(4)"), ("order", "10(1)"), ("wage", "10(5)"), ("portion", "12"), ("stated", "12")],
)
def test_each_kind_of_line_rests_on_its_own_words(kind, article):
    assert late(replace(OPEN, kind=kind), date(2025, 1, 1)).article == article
    assert kind in CITED or article == "12"


def test_a_portion_is_paid_by_the_village_and_a_plan_without_an_agreement_is_the_subject():
    found = late(replace(OPEN, kind="portion", agreement="P", plan=True), date(2025, 1, 1))
    assert (found.subject, found.actor) == ("plan:P", "village")


def test_a_stated_line_without_an_agreement_is_about_its_business():
    stated = replace(OPEN, kind="stated", agreement="", business="NC-1")
    assert late(stated, date(2025, 1, 1)).subject == "business:NC-1"


@given(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.integers(-20, 60),
    st.integers(1, 10**9),
    st.integers(-(10**6), 10**9),
)
def test_a_group_is_late_exactly_when_its_lines_are(due_on, after, due, paid):
    """The state of a line (arithmetic.md) and the finding about many lines never disagree."""
    grace = last_day(due_on, lambda day: day.weekday() < 5)
    day = due_on + timedelta(after)
    group = replace(OPEN, due_on=due_on, late_from=grace, due=due, paid=paid)
    found = late(group, day) if paid < due else None
    state, days = open_on(day, due_on, paid, lambda each: each.weekday() < 5)
    if paid >= due or state in {"to_come", "due_today"}:
        assert found is None
    else:
        assert found.code == f"payment.{state}"
        assert dict(found.params)["days"] == str(days)
        assert found.gap == due - max(0, paid)


def test_wages_in_kind_rest_on_the_way_of_paying_wages():
    paid = InKind("A", 2025, "652301100200", 4, 1_234_56, date(2025, 6, 30))
    found = wage_in_kind(paid)
    assert (found.code, found.article) == ("payment.wage_in_kind", "10(5)")
    assert (found.subject, found.weight) == ("agreement:A", "must")
    assert dict(found.params)["amount"] == "1234.56"
    assert wage_in_kind(replace(paid, households=0)) is None
