"""Totals as of a past day are those of a fresh count from the facts dated up to it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from models import answer
from models.agreement import Agreement
from models.bulk import columns, values
from models.due import Due
from models.household import Simple
from models.payment import Plan
from models.rebuild import agreement_rows
from models.statement import state_of
from models.watch import back, total
from rules import state

TODAY = date(2026, 11, 23)
SUMS = ("received", "overdue", "to_come", "tolerated")
DAYS = [TODAY, date(2026, 7, 31), date(2025, 12, 31), date(2025, 3, 1)]
ID, DUE, PAID = (columns(Due).index(name) for name in ("id", "due", "paid"))


def anew(on: date) -> dict:
    """Return what was due and paid of each line by a day, computed from all facts of then."""
    numbers = {*values(Agreement.select(Agreement.number)), *values(Plan.select(Plan.number))}
    return {row[ID]: (row[DUE], row[PAID]) for row in agreement_rows(sorted(numbers), on)}


def lines(year: int, on: date) -> list:
    own = (Due.party == "household") & ~Due.withdrawn & (Due.year == year)
    own &= (Due.agreement != "") & (Due.kind != "unmatched")
    rows = Due.select().where(own).namedtuples()
    return [row for row in rows if state.shown(row.shown_from, on)]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
@pytest.mark.parametrize("on", DAYS)
def test_what_was_paid_by_then_is_what_the_rules_lay_on_the_lines(demo, app_on, on, year):
    app_on(demo[0])
    then, wanted = anew(on), {}
    # Of what is stated nothing is computed, and of what became known later nothing was due then.
    other = set(values(Simple.select(Simple.business).distinct()))
    for row in lines(year, on):
        key = (row.village, row.business)
        due, paid = then.get(row.id, (None, 0))
        if due != row.due:
            other.add(key)
        found = state.totals([(row.due, paid, state_of(row._replace(paid=paid), on)[0], None)])
        sums = wanted.setdefault(key, Counter())
        sums.update({name: getattr(found, name) for name in SUMS})
    at = {name: back.NAMES.index(name) for name in SUMS}
    got = {row[0:3:2]: row for row in back.totals("6523", year, on)}
    compared = [key for key in wanted if key not in other and key[1] not in other]
    for key in compared:
        assert {name: got[key][place] for name, place in at.items()} == dict(wanted[key]), key
    assert len(compared) > 10 or on.year < year or not wanted


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_totals_of_today_are_the_stored_ones(demo, app_on, year):
    app_on(demo[0])
    for line in Due.select().where((Due.party == "household") & (Due.due > 0)).limit(60):
        answer.give(line.household, due=line.id, answer="confirmed", today=TODAY)
    known = len(back.NAMES)
    fresh = [row[:known] for row in total.fresh("652301", TODAY) if row[1] == year]
    assert sorted(back.totals("652301", year, TODAY)) == sorted(fresh)
