from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.number import UNITS, half_up
from tests.rules.made import codes, compute, dues, fen, line, payment, plan, share, terms

THREE = {"A": {}, "B": {}, "C": {}}


def one(portions, on=date(2025, 1, 1), **values):
    values.setdefault("decided_on", "2024-11-01")
    return compute(plan(portions=portions, **values), on=on)


def test_a_pot_is_shared_out_by_the_basis_without_months():
    found = one({"A": {"basis": 1}, "B": {"basis": 3}}, pot=100, due_on="2024-12-20")
    assert [(each.party_number, each.due, each.due_on) for each in found.lines] == [
        ("A", 2500, date(2024, 12, 20)),
        ("B", 7500, date(2024, 12, 20)),
    ]
    assert [step.formula for step in found.lines[0].steps] == [
        "100.00=100.00",
        "1=1",
        "100.00×1÷4=25.00",
    ]


def test_an_empty_basis_counts_as_one():
    assert dues(one({"A": {}, "B": {"basis": 3}}, pot=100)) == [2500, 7500]


def test_ties_go_in_turn_by_the_plan_s_year():
    assert dues(one(THREE, pot=100)) == [3333, 3333, 3334]  # 2024 mod 3 = 2
    assert dues(one(THREE, pot=100, year=2023)) == [3333, 3334, 3333]


def test_stated_amounts_come_off_first():
    found = one({"A": {"amount": 40}, "B": {}, "C": {"basis": 2}}, pot=100)
    assert dues(found) == [4000, 2000, 4000]
    assert line(found, party_number="A").steps[0].formula == "40.00=40.00"
    assert line(found, party_number="B").steps[0].formula == "100.00−40.00=60.00"


def test_stated_amounts_above_the_pot_leave_the_plan_unknown():
    found = one({"A": {"amount": 60}, "B": {"amount": 60}, "C": {}}, pot=100)
    assert dues(found) == [None, None, None]
    assert {each.reason for each in found.lines} == {"plan_over"}
    assert "plan.over" in codes(found)


def test_stated_amounts_that_leave_something_over_leave_it_unassigned():
    found = one({"A": {"amount": 60}, "B": {"amount": 30}}, pot=100)
    assert [(each.party, each.due) for each in found.lines] == [
        ("household", 6000),
        ("household", 3000),
        ("unassigned", 1000),
    ]


def test_stated_amounts_that_are_the_pot_leave_nothing():
    assert dues(one({"A": {"amount": 60}, "B": {"amount": 40}, "C": {}}, pot=100)) == [
        6000,
        4000,
        0,
    ]


def test_without_a_decision_the_plan_is_unknown():
    found = one(THREE, pot=100, decided_on=None)
    assert {(each.due, each.reason) for each in found.lines} == {(None, "undecided")}


def test_before_its_decision_the_plan_is_unknown():
    found = one(THREE, pot=99, on=date(2024, 10, 31))
    assert dues(found) == [None, None, None]
    assert found.stale_on == date(2024, 11, 1)
    assert dues(one(THREE, pot=99, on=date(2024, 11, 1))) == [3300, 3300, 3300]


def test_without_a_pot_stated_amounts_are_due_as_stated():
    found = one({"A": {"amount": 60}, "B": {}})
    assert [(each.due, each.reason) for each in found.lines] == [(6000, ""), (None, "no_pot")]
    assert "plan.no_pot" in codes(found)


def test_without_a_day_it_has_no_date_and_is_a_finding():
    found = one(THREE, pot=99)
    assert {each.due_on for each in found.lines} == {None}
    assert {each.listed_on for each in found.lines} == {date(2024, 12, 31)}
    assert codes(found) == {"plan.no_due_day"}


@pytest.mark.parametrize(
    ("unit", "wanted"), [("jiao", [333330, 333330, 333340]), ("yuan", [333300, 333300, 333400])]
)
def test_parts_are_whole_units(unit, wanted):
    assert dues(one(THREE, pot=10_000, unit=unit)) == wanted


def test_the_pot_is_rounded_half_up_to_the_unit():
    assert sum(dues(one(THREE, pot="100.50", unit="yuan"))) == fen(101)


@given(
    st.integers(0, 10**8),
    st.lists(
        st.tuples(st.integers(0, 10**6), st.none() | st.integers(0, 10**5)), min_size=1, max_size=8
    ),
    st.sampled_from(["fen", "jiao", "yuan"]),
)
def test_a_plan_s_portions_add_up_to_its_pot(pot, rows, unit):
    portions = {
        f"H{index}": {"basis": basis / 10_000, "amount": None if amount is None else amount / 100}
        for index, (basis, amount) in enumerate(rows)
    }
    found = one(portions, pot=pot / 100, unit=unit)
    stated = sum(amount or 0 for _, amount in rows)
    shared = any(amount is None and basis for basis, amount in rows)
    whole = half_up(Fraction(pot), UNITS[unit]) if shared else pot
    if stated > pot:
        assert set(dues(found)) == {None}
    else:
        assert sum(dues(found)) == max(whole, stated)


def test_what_is_less_than_a_unit_is_nobody_s():
    found = one({"A": {"amount": "10.60"}, "B": {}, "C": {}}, pot=100, unit="yuan")
    assert [(each.party, each.due) for each in found.lines] == [
        ("household", 1060),
        ("household", 4500),
        ("household", 4400),
        ("unassigned", 40),
    ]
    formulas = [each.formula for each in line(found, party_number="C").steps]
    assert formulas[:2] == ["100.00−10.60=89.40", "89.40−0.40=89"]


def test_portions_under_an_agreement_stand_beside_its_own_lines():
    row = terms("2024-01-01", "2024-12-31", party="village", guaranteed_amount=100, business="B")
    found = compute(row, plan(agreement="A", portions=THREE, pot=99, decided_on="2024-11-01"))
    portion = line(found, party_number="C")
    assert (portion.agreement, portion.business, portion.ref, portion.kind) == (
        "A",
        "B",
        "P",
        "portion",
    )
    assert dues(found, kind="guaranteed") == [10000]


def test_a_portion_keeps_its_id_when_its_plan_is_given_an_agreement():
    alone = one({"A": {}}, pot=1)
    row = terms("2024-01-01", "2024-12-31", party="village", guaranteed_amount=100)
    under = compute(row, plan(agreement="A", portions={"A": {}}, pot=1, decided_on="2024-11-01"))
    assert alone.lines[0].id == line(under, kind="portion").id


def test_a_payment_of_a_plan_is_for_that_plan_alone():
    row = terms("2024-01-01", "2024-12-31", guaranteed_amount=10)
    rows = (
        row,
        share("A"),
        plan(agreement="A", portions={"A": {}}, pot=5, decided_on="2024-11-01"),
    )
    by_plan = compute(*rows, payment("A", 2024, 20, "2024-12-01", agreement="P"))
    assert {each.kind: each.paid for each in by_plan.lines} == {
        "guaranteed": 0,
        "portion": 500,
        "unmatched": 1500,
    }
    by_agreement = compute(*rows, payment("A", 2024, 15, "2024-12-01"))
    assert {each.kind: each.paid for each in by_agreement.lines} == {
        "guaranteed": 1000,
        "portion": 500,
    }
