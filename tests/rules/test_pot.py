from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import figure
from rules.facts import COLLECTIVE, OTHERS
from rules.pot import Pot, share_out
from rules.weight import Member, Weights
from tests.rules.made import compute, dues, fen, households, line, lines, share, terms
from tests.rules.oracle import shared

ONE_YEAR = ("2024-01-01", "2024-12-31")


def weights(**amounts: int) -> Weights:
    """Return weights of these households, and of village, business and unassigned."""
    members = []
    for name, amount in amounts.items():
        kind = name if name in {"village", "business", "unassigned"} else "household"
        number = "" if kind == name else name
        days = (date(2024, 1, 1), date(2024, 12, 31))
        members.append(Member(kind, number, figure.whole(amount), *days))
    whole = figure.whole(sum(amounts.values()))
    return Weights(tuple(members), whole, whole.value, "shares", "shares", "pot.weight_year")


def parts(pot: int, of: Weights, year: int = 2024, unit: int = 1, remainder: str = "largest"):
    found = share_out(Pot(pot, unit, ()), of, year, remainder)
    return {part.number or part.party: part.fen for part in found}


def test_ties_begin_at_the_year_modulo_the_number_of_households():
    of = weights(A=1, B=1, C=1)
    assert parts(100, of, 2024) == {"A": 33, "B": 33, "C": 34}
    assert parts(100, of, 2025) == {"A": 34, "B": 33, "C": 33}
    assert parts(101, of, 2024) == {"A": 34, "B": 33, "C": 34}


def test_a_household_without_weight_does_not_count_in_the_turn():
    of = weights(A=0, B=1, C=1, D=1)
    assert parts(100, of, 2025) == {"A": 0, "B": 34, "C": 33, "D": 33}


def test_collective_other_holders_and_nobody_lose_ties():
    of = weights(A=1, B=1, village=1, business=1, unassigned=1)
    assert parts(2, of, 2024) == {"A": 1, "B": 1, "village": 0, "business": 0, "unassigned": 0}
    assert parts(4, of, 2024) == {"A": 1, "B": 1, "village": 1, "business": 1, "unassigned": 0}


def test_a_larger_remainder_comes_before_any_turn():
    assert parts(10, weights(A=1, village=2)) == {"A": 3, "village": 7}


@pytest.mark.parametrize(
    ("unit", "pot", "wanted"), [(1, 10000, 3333), (10, 10000, 3330), (100, 10000, 3300)]
)
def test_the_rest_stays_with_the_collective(unit, pot, wanted):
    of = weights(A=1, B=1, village=1)
    found = parts(pot, of, unit=unit, remainder="collective")
    assert found == {"A": wanted, "B": wanted, "village": pot - 2 * wanted}


def test_without_a_row_the_collective_gets_a_part_for_the_rest():
    found = parts(100, weights(A=1, B=1, C=1), remainder="collective")
    assert found == {"A": 33, "B": 33, "C": 33, "village": 1}


def test_an_even_split_makes_no_part_for_the_collective():
    assert parts(99, weights(A=1, B=1, C=1), remainder="collective") == {"A": 33, "B": 33, "C": 33}


def test_the_unit_won_or_lost_is_a_step_of_its_own():
    found = {p.number: p for p in share_out(Pot(5, 1, ()), weights(A=1, B=1), 2024, "largest")}
    assert [each.formula for each in found["A"].steps[-2:]] == ["1=1", "0.05×1÷2=0.03"]
    assert found["B"].steps[-1].formula == "0.03−0.01=0.02"
    assert found["B"].steps[-1].code == "pot.lost"
    found = share_out(Pot(100, 1, ()), weights(A=1, B=1, C=1), 2024, "largest")
    assert found[2].steps[-1].formula == "0.33+0.01=0.34"


def test_what_stays_with_a_collective_not_on_the_roster_is_explained():
    rest = share_out(Pot(100, 1, ()), weights(A=1, B=1, C=1), 2024, "collective")[-1]
    assert [each.formula for each in rest.steps] == ["1.00−0.99=0.01"]


@given(
    st.integers(0, 10**8),
    st.lists(st.integers(0, 5000), min_size=1, max_size=9),
    st.integers(0, 5000),
    st.integers(2014, 2040),
    st.sampled_from([1, 10, 100]),
    st.sampled_from(["largest", "collective"]),
)
def test_parts_add_up_to_the_pot_whatever_the_weights(amount, own, rest, year, unit, remainder):
    names = {f"H{index}": weight for index, weight in enumerate(own)} | {"unassigned": rest}
    if not any(names.values()):
        return
    pot = amount // unit * unit
    found = parts(pot, weights(**names), year, unit, remainder)
    assert sum(found.values()) == pot
    assert all(part >= 0 and part % unit == 0 for part in found.values())
    if remainder == "largest":
        bracketed = [name if name != "unassigned" else "(unassigned)" for name in names]
        exact = [Fraction(weight) for weight in names.values()]
        wanted = shared(pot // unit, exact, bracketed, year)
        assert [each // unit for each in found.values()] == wanted


def test_a_household_with_several_rows_is_one_part():
    found = compute(
        terms(*ONE_YEAR, guaranteed_amount=100),
        share("A", amount=10),
        share("A", "2024-01-02", amount=0),
        share("B", amount=20),
    )
    assert [(each.party_number, each.due) for each in found.lines] == [("A", 3333), ("B", 6667)]


def test_households_come_in_order_of_their_numbers_as_code_points():
    rows = [share(number, amount=1) for number in ("b", "B", "10", "9", "古丽")]
    found = compute(terms(*ONE_YEAR, guaranteed_amount="0.02"), *rows)
    # in order 10, 9, B, b, 古丽; 2024 mod 5 = 4: 古丽 is first, then 10
    assert {each.party_number for each in found.lines if each.due} == {"古丽", "10"}


def test_the_pot_is_rounded_half_up_to_the_unit_once():
    rows = households(3, amount=1)
    for unit, wanted in (("fen", "100.45"), ("jiao", "100.5"), ("yuan", "100")):
        found = compute(terms(*ONE_YEAR, guaranteed_amount="100.45", unit=unit), *rows)
        assert sum(dues(found)) == fen(wanted)
        assert found.lines[0].steps[0].value == wanted


def test_what_no_row_holds_is_shown_and_never_shared_out():
    found = compute(
        terms(*ONE_YEAR, principal=1000, guaranteed_rate=6),
        share("A", amount=250),
        share("B", amount=250),
    )
    assert [(each.party, each.due) for each in found.lines] == [
        ("household", 1500),
        ("household", 1500),
        ("unassigned", 3000),
    ]


@pytest.mark.parametrize(
    ("holders", "wanted"),
    [
        ((COLLECTIVE,), {"village": 5000}),
        ((OTHERS,), {"business": 5000}),
        ((COLLECTIVE, OTHERS), {"village": 5000, "business": 0}),
    ],
)
def test_what_no_row_holds_is_the_collective_s_then_the_other_holders(holders, wanted):
    rows = [share(holder) for holder in holders]
    row = terms(*ONE_YEAR, shares=100, guaranteed_amount=100)
    found = compute(row, share("A", shares=50), *rows)
    assert {each.party: each.due for each in found.lines if each.party != "household"} == wanted


def test_a_collective_with_its_own_basis_gets_the_unfilled_rest_too():
    row = terms(*ONE_YEAR, shares=100, guaranteed_amount=100)
    found = compute(row, share("A", shares=50), share(COLLECTIVE, shares=20))
    assert line(found, party="village").due == fen(50)
    assert len(lines(found, party="unassigned")) == 0
