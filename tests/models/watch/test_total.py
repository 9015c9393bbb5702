"""Totals that the database sums are those of the rules, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest

from models import answer
from models.answer import Answer
from models.bulk import columns, upsert
from models.database import write
from models.due import Due
from models.finding import Total
from models.statement import state_of
from models.watch import total
from rules import state

NAMES = columns(Due)
SUMS = ("due", "received", "overdue", "to_come", "tolerated", "unknown", "agreed")
DAYS = [date(2024, 6, 30) + timedelta(days=231 * step) for step in range(5)]


@pytest.fixture
def dues(demo, app_on):
    """The demo, its lines bent at random."""
    app_on(demo[0])
    dice = Random(9)
    with write():
        upsert(Due, [bent(dice, row) for row in Due.select().tuples()])
        for line in Due.select().where(Due.party == "household").limit(100):
            for word in dice.choices(("confirmed", "disputed", "none"), k=2):
                reason = "less" if word == "disputed" else None
                said = {"answer": word, "reason": reason, "assisted": dice.random() < 0.3}
                answer.give(line.household, due=line.id, today=DAYS[0], **said)


def bent(dice: Random, row: tuple) -> tuple:
    """Change the cells that decide what a line counts as."""
    cells = dict(zip(NAMES, row, strict=True))
    due = cells["due"]
    cells["unit"] = dice.choice((1, 10, 100))
    cells["withdrawn"] = dice.random() < 0.1
    if dice.random() < 0.1:
        cells |= {"due": None, "reason": dice.choice(("agreed", "no_result"))}
    elif due:
        near = (0, -5, due, due - 1, due - 9, due - 99, due + 7, due // 2)
        cells["paid"] = dice.choice(near)
    if dice.random() < 0.2:
        cells["shown_from"] = dice.choice(DAYS)
    if dice.random() < 0.1:
        cells |= {"due_on": None, "late_from": None}
    return tuple(cells[name] for name in NAMES)


def counted(scope: str, day: date) -> dict:
    """Sum line by line as pages do."""
    groups: dict = {}
    words = Answer.select().where(Answer.day <= day).order_by(Answer.turn)
    said = {row.due: (row.answer, bool(row.assisted)) for row in words}
    for row in Due.select().where(~Due.withdrawn & (Due.party == "household")).namedtuples():
        if row.village.startswith(scope) and state.shown(row.shown_from, day):
            groups.setdefault((row.village, row.year, row.business), []).append(row)
    return {key: sums(rows, day, said) for key, rows in groups.items()}


def sums(rows: list, day: date, said: dict) -> tuple:
    found = state.totals((row.due, row.paid, state_of(row, day)[0], row.saved) for row in rows)
    alone, assisted = (
        sum(said.get(row.id) == ("confirmed", helped) for row in rows) for helped in (False, True)
    )
    mine = by_household(rows, day, said)
    figures = (getattr(found, name) for name in SUMS)
    return (len(mine), len(rows), alone, *figures, assisted, *groups(mine.values()))


def by_household(rows: list, day: date, said: dict) -> dict:
    """Return the sums of each household, its lines, and those that it confirmed alone."""
    found: dict = {}
    for row in rows:
        found.setdefault(row.household, []).append(row)
    return {
        household: (
            state.totals((row.due, row.paid, state_of(row, day)[0], row.saved) for row in own),
            len(own),
            sum(said.get(row.id) == ("confirmed", False) for row in own),
        )
        for household, own in found.items()
    }


def groups(mine: Iterable) -> tuple:
    """Count the households for which each figure speaks."""
    held = [
        (at.due > 0, at.received > 0, at.overdue > 0, at.to_come > 0, alone > 0, alone < lines)
        for at, lines, alone in mine
    ]
    return tuple(map(sum, zip(*held, strict=True)))


def test_the_sums_are_those_of_the_rules_on_any_day(dues):
    for day in DAYS:
        for scope in ("6523", "652301"):
            found = {row[:3]: row[3:] for row in total.fresh(scope, day)}
            assert found == counted(scope, day)
            assert found


def test_kept_totals_are_read_back_and_only_changes_are_written(dues):
    rows = sorted(total.fresh("6523", DAYS[-1]))
    with write():
        total.keep("6523", rows)
    assert sorted(total.stored("6523")) == rows
    fewer = rows[1:]
    with write():
        total.keep("6523", fewer)
    assert sorted(total.stored("6523")) == fewer
    assert Total.select().count() == len(fewer)
