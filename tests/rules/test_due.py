"""What holds whatever the facts are; the files beside this hold each rule by example."""

import os
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules import state
from rules.due import outcome
from rules.facts import every_weekday
from rules.step import KINDS, REASONS, UNITS
from tests.rules.arbitrary import DAYS, facts
from tests.rules.made import codes, compute, dues, households, lines, payment, result, share, terms
from tests.rules.oracle import counted_months, evaluated, rounded

ANY = settings(
    max_examples=int(os.environ.get("EXAMPLES", "40")),  # a thousand find no more, and take minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
POTS = {"guaranteed.rate", "guaranteed.amount", "guaranteed.pieces"}
POTS |= {"dividend.profit", "dividend.loss", "dividend.offset"}
LISTS = ("terms", "shares", "results", "deliveries", "settlements", "plans", "payments", "prices")


@ANY
@given(facts(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(found, on, random):
    mixed = {
        name: tuple(random.sample(rows, len(rows)))
        for name in LISTS
        if (rows := getattr(found, name))
    }
    assert outcome(replace(found, **mixed), on) == outcome(found, on)


@ANY
@given(facts(), DAYS)
def test_every_line_has_an_id_of_its_own_that_a_rebuild_keeps(found, on):
    first, second = outcome(found, on), outcome(found, on)
    ids = [line.id for line in first.lines]
    assert len(set(ids)) == len(ids)
    assert ids == [line.id for line in second.lines]


@ANY
@given(facts(), DAYS)
def test_every_formula_recomputes_to_its_value(found, on):
    for line in outcome(found, on).lines:
        for step in line.steps:
            left, right = step.formula.split("=")
            assert set(left) <= set("0123456789.+−×÷()")
            assert right == step.value
            decimals = len(right.partition(".")[2])
            assert rounded(evaluated(left), decimals) == Fraction(right)


@ANY
@given(facts(), DAYS)
def test_at_most_five_steps_lead_to_every_figure(found, on):
    for line in outcome(found, on).lines:
        assert len(line.steps) <= 5
        figures = [each for each in (line.saved, line.at_least, line.due) if each is not None]
        if line.steps and figures:
            assert Fraction(line.steps[-1].value) * 100 == figures[0]
        if line.due and line.kind != "unmatched":
            assert line.steps


@ANY
@given(facts(), DAYS)
def test_every_step_and_reason_is_one_that_has_words(found, on):
    for line in outcome(found, on).lines:
        assert not line.reason or line.reason in REASONS
        assert (line.due is None) == bool(line.reason)
        assert line.listed_on is not None
        for step in line.steps:
            kind = KINDS[step.code]
            assert (step.article, tuple(name for name, _ in step.params)) == (
                kind.citation.article,
                kind.params,
            )
            assert step.unit in UNITS


@ANY
@given(facts(), DAYS)
def test_the_parts_of_a_pot_add_up_to_it(found, on):
    sums, pots = defaultdict(int), {}
    for line in outcome(found, on).lines:
        made = [step for step in line.steps if step.code in POTS]
        if not made or line.due is None:
            continue
        key = (line.clause, line.year, line.kind, line.ref)
        sums[key] += line.due
        pots[key] = Fraction(made[-1].value) * 100
    assert sums == pots


@ANY
@given(facts(), DAYS)
def test_every_figure_is_whole_units_and_never_negative(found, on):
    for line in outcome(found, on).lines:
        figures = [each for each in (line.due, line.at_least, line.saved) if each is not None]
        assert all(each >= 0 for each in figures)
        if line.kind != "portion":
            assert all(each % line.unit == 0 for each in figures)


@ANY
@given(facts(), DAYS, st.integers(0, 400))
def test_nothing_changes_before_the_day_it_is_said_to(found, on, days):
    first = outcome(found, on)
    later = on + timedelta(days)
    if first.stale_on is not None:
        assert first.stale_on > on
        later = min(later, first.stale_on - timedelta(1))
    if later.year == on.year or not any(row.ends_on is None for row in found.terms):
        second = outcome(found, later)
        assert (second.lines, second.findings) == (first.lines, first.findings)


@ANY
@given(facts(), DAYS)
def test_the_totals_of_every_year_add_up(found, on):
    years = defaultdict(list)
    for line in outcome(found, on).lines:
        at, days = state.state(
            *(line.due, line.due_on, line.paid, line.completed_on),
            unit=line.unit,
            reason=line.reason,
            day=on,
            working_day=every_weekday,
        )
        assert days >= 0
        years[line.year].append((line.due, line.paid, at, line.saved))
    for rows in years.values():
        sums = state.totals(rows)
        assert sums.due == sums.received + sums.overdue + sums.to_come + sums.tolerated
        assert min(sums.received, sums.overdue, sums.to_come, sums.tolerated) >= 0


@ANY
@given(facts(), DAYS)
def test_what_is_laid_is_what_was_paid(found, on):
    known = [row for row in found.payments if row.paid_on <= on]
    assert sum(line.paid for line in outcome(found, on).lines) == sum(row.amount for row in known)


START = st.dates(date(2020, 1, 1), date(2024, 12, 31))


@given(START, st.integers(0, 3000), st.sampled_from(["calendar", "agreement"]))
def test_the_years_of_an_agreement_add_up_to_its_whole(start, days, kind):
    end = start + timedelta(days)
    # 12 fen a year are one fen a month: 10**9 times that shows any month lost
    row = terms(str(start), str(end), guaranteed_amount=12 * 10**9, year_kind=kind)
    found = compute(row, share("H"))
    months = [dict(line.steps[0].params)["months"] for line in found.lines]
    last = end - timedelta(1) if end.day == start.day else end
    whole = evaluated("+".join(months) or "0")
    assert whole == counted_months(start, last)


def test_lines_come_in_order_of_year_party_and_day():
    rows = (
        terms("2023-01-01", "2024-12-31", guaranteed_amount=10, due="12-20;06-30"),
        *households(2),
    )
    found = compute(*rows)
    keys = [(line.year, line.party_number, line.due_on) for line in found.lines]
    assert keys == sorted(keys)


def test_an_agreement_without_any_facts_has_no_lines():
    assert compute().lines == ()


def test_no_due_day_is_one_finding_however_many_lines():
    found = compute(terms("2023-01-01", "2024-12-31", guaranteed_amount=10, due=""), *households(3))
    assert [each.code for each in found.findings] == ["agreement.no_due_day"]
    assert {(line.due_on, line.listed_on) for line in found.lines} == {
        (None, date(2023, 12, 31)),
        (None, date(2024, 12, 31)),
    }


def test_a_pot_of_five_thousand_households_adds_up():
    amounts = [share(f"H{number:05d}", amount=100 + number % 17) for number in range(5000)]
    row = terms("2024-01-01", "2024-12-31", guaranteed_amount="123456.78", profit_share=30)
    found = compute(row, *amounts, result(2024, profit="98765.43"))
    assert sum(dues(found, kind="guaranteed")) == 12345678
    assert sum(dues(found, kind="dividend")) == 2962963
    assert not codes(found)


def test_a_payment_is_laid_through_the_whole():
    row = terms("2024-01-01", "2024-12-31", guaranteed_amount=10)
    found = compute(row, share("H"), payment("H", 2024, 10, "2024-12-20"))
    assert [(line.paid, line.completed_on) for line in lines(found)] == [(1000, date(2024, 12, 20))]
