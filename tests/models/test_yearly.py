"""A pack's figures are those of a fresh count of the database, row by row and without its sums."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from ledger.demo.settled import DECISIONS
from models import answer, database, watch
from models.agreement import Agreement
from models.answer import Answer
from models.due import Due
from models.finding import Finding
from models.household import Household
from models.ids import random_id
from models.pack import Found, read, written
from models.place import Place
from models.project import Project
from models.reply import Said, give
from models.statement import state_of
from models.territory import places
from models.yearly import figures
from rules import state
from rules.duty import DUTIES

TODAY = date(2026, 11, 23)
COUNTY = "652328"
YEARS = (2024, 2025, 2026)


@pytest.fixture
def county(demo, app_on):
    """The demo's first county, which has settled and decided something, with something said."""
    app_on(demo[0])
    for line in Due.select().where((Due.party == "household") & (Due.due > 0)).limit(60):
        answer.give(line.household, due=line.id, answer="confirmed", today=TODAY)
    watch.up_to_date(COUNTY, TODAY)
    _reply()
    return COUNTY


def _reply():
    """Let one business answer, and one finding be ended."""
    about = (Finding.county == COUNTY) & Finding.ended_on.is_null()
    own = Finding.select().where(about & (Finding.business != "")).order_by(Finding.id).first()
    give(own.business, [own.id], Said("disagrees", reason="other"), TODAY, random_id())
    with database.write():
        other = Finding.select().where(about & (Finding.id != own.id)).order_by(Finding.id).first()
        Finding.update(ended_on=TODAY - timedelta(3)).where(Finding.id == other.id).execute()


def lines(county, year):
    rows = Due.select().where(~Due.withdrawn & (Due.party == "household") & (Due.year == year))
    return [
        row
        for row in rows.namedtuples()
        if row.village.startswith(county) and state.shown(row.shown_from, TODAY)
    ]


def totals(rows):
    return state.totals((row.due, row.paid, state_of(row, TODAY)[0], row.saved) for row in rows)


@pytest.mark.parametrize("year", YEARS)
def test_the_money_is_that_of_every_line(county, year):
    found = figures(county, year, TODAY).money
    rows = lines(county, year)
    fresh = totals(rows)
    for name in ("due", "received", "overdue", "to_come", "tolerated", "unknown", "agreed"):
        assert getattr(found, name) == getattr(fresh, name), name
    assert rows, "a year without anything shows nothing"
    said = {row.due for row in Answer.select() if _says(row) == "confirmed"}
    assert (found.lines, found.confirmed) == (len(rows), sum(row.id in said for row in rows))
    before = [totals(lines(county, each)).overdue for each in range(2015, year)]
    assert found.earlier == sum(before)


def _says(row):
    return answer.current(row.household, due=row.due).answer


def test_the_businesses_that_are_late_are_those_of_every_line(county):
    found = {each.number: each for each in figures(county, 2026, TODAY).late}
    by_business: dict = {}
    for row in lines(county, 2026):
        by_business.setdefault(row.business, []).append(row)
    fresh = {name: totals(rows) for name, rows in by_business.items()}
    assert set(found) == {name for name, sums in fresh.items() if sums.overdue}
    assert found
    for name, each in found.items():
        sums = fresh[name]
        assert (each.due, each.received, each.overdue) == (sums.due, sums.received, sums.overdue)
        assert each.households == len({row.household for row in by_business[name]})
    late = [each.overdue for each in figures(county, 2026, TODAY).late]
    assert late == sorted(late, reverse=True)


def test_what_the_ledger_has_is_counted_as_it_stands(county):
    found = figures(county, 2026, TODAY)
    heads = [row for row in Household.select() if row.village.startswith(county)]
    assert found.households == len(heads)
    fresh = Counter(row.category or "" for row in heads)
    assert {each.code: each.number for each in found.categories} == fresh
    standing = {
        row.number: row
        for row in Agreement.select()
        if row.starts_on <= TODAY and (row.ends_on is None or row.ends_on >= TODAY)
    }
    inside = {n for n, code in places("agreement", standing).items() if code.startswith(county)}
    assert found.agreements == len(inside)
    rows = [row for row in Agreement.select() if row.number in inside]
    modes = Counter(mode for _, mode in {(row.number, row.mode) for row in rows})
    assert {each.code: each.number for each in found.modes} == modes
    kinds = {row.number: row.kind for row in Project.select()}
    own = [kinds[n] for n, code in places("project", kinds).items() if code.startswith(county)]
    assert {each.code: each.number for each in found.projects} == Counter(own)
    assert found.name == Place.get_by_id(county).name


def test_the_findings_are_those_that_are_stored_with_those_that_ended(county):
    found = figures(county, 2026, TODAY)
    fresh: dict = {}
    for row in Finding.select().where(Finding.county == county):
        about = row.subject_kind in {"household", "share"}
        key = ("", "") if about else (row.article, row.weight)
        counts = fresh.setdefault(key, Counter())
        counts["open"] += row.ended_on is None
        counts["begun"] += row.since.year == 2026
        counts["ended"] += row.ended_on is not None and row.ended_on.year == 2026
    everything = [*found.findings, found.of_households]
    assert {(each.article, each.weight): each for each in everything} == {
        key: Found(*key, **counts) for key, counts in fresh.items() if any(counts.values())
    }
    assert sum(each.ended for each in everything) >= 1
    assert sum(each.open for each in found.findings) > 5


def test_what_was_said_and_settled_is_there(county):
    found = figures(county, 2026, TODAY)
    assert [(each.code, each.number) for each in found.replies] == [("disagrees", 1)]
    about = [
        row
        for row in Finding.select().where((Finding.county == county) & Finding.ended_on.is_null())
        if row.business and row.subject_kind not in {"household", "share"}
    ]
    assert found.unanswered == len(about) - 1
    assert [each.text for each in found.decisions] == [DECISIONS[0]]
    assert [each.text for each in figures(county, 2025, TODAY).decisions] == [DECISIONS[1]]
    assert figures(county, 2023, TODAY).decisions == ()
    assert [each.article for each in found.rules] == ["10(3)", "17"], "one has ended"
    settled = {each.name: (each.value, each.since) for each in found.parameters}
    assert settled["remedy_days"] == ("90", date(2025, 1, 1))
    assert settled["stable_years"] == (None, None)


def test_every_duty_has_its_line_and_no_part_is_more_than_its_whole(county):
    found = figures(county, 2026, TODAY)
    assert [line.code for line in found.sheet] == [duty.code for duty in DUTIES]
    by = {line.code: line for line in found.sheet}
    kinds = {duty.code: duty.kind for duty in DUTIES}
    for line in found.sheet:
        assert line.part >= 0
        if kinds[line.code] in {"all", "share"}:
            assert line.part <= line.whole, line
    money = found.money
    assert by["paid"].whole == money.due - money.to_come
    assert (by["review"].part, by["rules"].part) == (1, 2)
    assert by["terms"].whole == found.agreements
    assert by["mechanism"].whole == sum(e.number for e in found.projects if e.code == "operating")
    broken = {
        row.subject_number
        for row in Finding.select().where(
            (Finding.county == county) & Finding.ended_on.is_null() & (Finding.weight == "must")
        )
        if row.subject_kind == "agreement" and row.article.partition("(")[0] == "10"
    }
    assert by["terms"].part == by["terms"].whole - len(broken & _standing(county))


def _standing(county):
    rows = [
        row.number
        for row in Agreement.select()
        if row.starts_on <= TODAY and (row.ends_on is None or row.ends_on >= TODAY)
    ]
    return {n for n, code in places("agreement", set(rows)).items() if code.startswith(county)}


def test_a_stored_pack_reads_as_it_was_counted(county):
    found = figures(county, 2026, TODAY)
    assert read(written(found)) == found


def test_a_county_without_a_ledger_has_an_empty_pack(county):
    watch.up_to_date("652324", TODAY)
    found = figures("652399", 2026, TODAY)
    assert (found.households, found.agreements, found.late, found.findings) == (0, 0, (), ())
