"""The demo is complete on whatever day it is made, and always the same from the same numbers."""

from datetime import date

import pytest

from ledger.demo.day import due_days, same_day
from ledger.demo.fill import Demo, fill
from models import statement
from models.due import Due
from models.ids import household_id
from rules.state import STATES
from tests.ledger import demo_ledger

SMALL = 60
DAYS = [
    date(2026, 1, 1),
    date(2026, 2, 28),
    date(2027, 2, 11),
    date(2028, 2, 29),
    date(2026, 10, 3),  # within a long holiday, and a Saturday
    date(2026, 12, 31),
]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_state_is_there_on(tmp_path, today):
    made = demo_ledger.made(tmp_path / "demo.db", today, SMALL)
    rows = Due.select().where(Due.household == household_id(made.household)).namedtuples()
    shown = [row for row in rows if row.shown_from is None or row.shown_from <= today]
    assert {statement.state_of(row, today)[0] for row in shown} == set(STATES)


def without_batch(rows):
    return {name: sorted(map(repr, own)) for name, own in rows.items()}


def test_the_same_numbers_make_the_same_ledger(tmp_path):
    made, ledgers, dues = [], [], []
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        made.append(demo_ledger.made(tmp_path / f"{name}.db", households=SMALL, seed=seed))
        ledgers.append(without_batch(demo_ledger.rows()))
        dues.append(demo_ledger.lines())
    assert made[0] == made[1]
    assert ledgers[0] == ledgers[1]
    assert dues[0] == dues[1]
    assert ledgers[2]["农户"] != ledgers[0]["农户"]


def test_how_a_village_is_made_does_not_depend_on_the_size_of_a_chunk(tmp_path, monkeypatch):
    demo_ledger.made(tmp_path / "a.db", households=SMALL)
    whole = without_batch(demo_ledger.rows())
    monkeypatch.setattr("ledger.demo.fill.CHUNK", 1)
    demo_ledger.made(tmp_path / "b.db", households=SMALL)
    assert without_batch(demo_ledger.rows()) == whole


def test_it_has_as_many_households_as_asked_for_in_several_counties(tmp_path):
    made = demo_ledger.made(tmp_path / "demo.db", households=137)
    rows = demo_ledger.rows()
    numbers = {row["household.number"] for row in rows["农户"]}
    numbers |= {row["simple.household"] for row in rows["简表"]}
    assert len(numbers) == 137
    assert len({village[:6] for village in made.villages}) >= 3


def test_fewer_households_than_it_needs_are_refused(db):
    with pytest.raises(ValueError, match="at least"):
        fill(Demo(date(2026, 11, 24), SMALL - 1))


def test_due_days_are_written_as_the_sheet_has_them():
    days = {date(2027, 1, 20): 1, date(2026, 6, 30): 1}
    assert due_days(2026, days) == "06-30;次年01-20"
    assert due_days(2026, {date(2026, 6, 30): 2, date(2026, 12, 20): 1}) == "06-30=2;12-20=1"


def test_the_same_day_of_another_year_is_the_last_of_february_where_it_is_missing():
    assert same_day(date(2028, 2, 29), -1) == date(2027, 2, 28)
