"""Splitting and inheriting: every pot still adds up, and what was due before stays as it was."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import due, event
from rules.event import Holding
from rules.facts import Facts, Result, Share, Terms

START, END = date(2024, 1, 1), date(2027, 12, 31)
ON = date(2026, 11, 23)
TERMS = {
    "agreement": "A",
    "clause": 1,
    "in_force_from": START,
    "business": "NC-1",
    "party": "household",
    "mode": "share",
    "signed_on": START,
    "starts_on": START,
    "ends_on": END,
    "guaranteed_rate": 6000,
    "profit_share": 10_000,
    "due_days": (),
}


def test_what_stays_and_what_goes_are_what_there_was():
    held = Holding(shares=None, amount=20_000_00, area=123_500)
    given_ = Holding(amount=5_000_00, area=123_500)
    assert event.kept(held, given_) == Holding(None, 15_000_00, 0)
    assert event.kept(held, held).empty


@pytest.mark.parametrize(
    ("held", "gone", "why"),
    [
        (Holding(amount=100), Holding(amount=101), "more"),
        (Holding(amount=100), Holding(amount=-1), "more"),
        (Holding(amount=100), Holding(amount=100), ""),
        (Holding(amount=100), Holding(area=1), "more"),
        (Holding(), Holding(), ""),
        (Holding(), Holding(persons=1), "whole"),
        (Holding(persons=1), Holding(), "whole"),
        (Holding(persons=3), Holding(persons=1), ""),
    ],
)
def test_only_what_is_there_can_go(held, gone, why):
    assert event.obstacle(held, gone) == why


def test_every_kind_has_its_papers_and_its_other_side():
    assert set(event.OTHER) == set(event.LEAVES) <= set(event.MIRRORED) <= set(event.KINDS)
    assert all(event.EVIDENCE.values())


def shares(holders) -> list[Share]:
    return [Share(1, f"H{n}", START, amount=amount) for n, amount in enumerate(holders)]


def divided(row: Share, other: str, gone: int, day: date) -> list[Share]:
    """What ledger/event.py makes of a row of which `gone` fen go to another household."""
    stays = event.kept(Holding(amount=row.amount), Holding(amount=gone)).amount
    made = [replace(row, left_on=day - timedelta(1))]
    made.append(replace(row, holder=other, joined_on=day, amount=gone))
    return made + ([replace(row, joined_on=day, amount=stays)] if stays else [])


def lines(rows, **terms):
    facts = Facts(
        "A",
        (Terms(**TERMS, **terms),),
        tuple(rows),
        results=tuple(
            Result(1, year, 1, date(year + 1, 3, 1), profit=12_345_67) for year in (2024, 2025)
        ),
    )
    return due.outcome(facts, ON).lines


def sums(found):
    total = defaultdict(int)
    for line in found:
        total[line.year, line.kind] += line.due or 0
    return dict(total)


@given(
    st.lists(st.integers(1, 50_000_00), min_size=1, max_size=6),
    st.integers(0, 5),
    st.fractions(0, 1),
    st.dates(date(2026, 1, 1), ON),
    st.sampled_from(["H9", "H0"]),
    st.booleans(),
)
def test_every_pot_adds_up_and_earlier_lines_are_the_same(holders, at, part, day, other, whole):
    rows = shares(holders)
    row = rows[at % len(rows)]
    gone = max(int(row.amount * part), 1)
    if other == row.holder:
        other = "H9"
    terms = {"principal": sum(holders)} if whole else {"guaranteed_amount": 9_999_99}
    before = lines(rows, **terms)
    moved = [each for each in rows if each is not row] + divided(row, other, gone, day)
    after = lines(moved, **terms)
    assert sums(before) == sums(after)
    old = {line.id: line for line in before if line.year < day.year}
    assert old == {line.id: line for line in after if line.year < day.year}
    if gone < row.amount:
        this = {line.id for line in before if line.year == day.year}
        assert this <= {line.id for line in after}
