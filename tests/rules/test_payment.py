from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.facts import COLLECTIVE
from tests.rules.made import compute, fen, line, lines, payment, result, share, terms

YEAR = ("2024-01-01", "2024-12-31")
BOTH = {"guaranteed_amount": 300, "profit_share": 100, "due": "06-30=1;12-20=2"}


def paid(*payments, **values):
    """Return what was laid on each line: two of the guarantee (100, 200) and a dividend of 50."""
    found = compute(
        terms(*YEAR, **BOTH | values), share("H"), result(2024, "2024-12-01", profit=50), *payments
    )
    return {(each.kind, each.instalment): each.paid for each in found.lines if each.paid}


def pay(yuan, on="2024-12-20", **values):
    return payment("H", 2024, yuan, on, **values)


def test_a_payment_goes_to_its_own_kind_and_instalment_first():
    assert paid(pay(50, kind="dividend", instalment=1)) == {("dividend", 1): 5000}
    assert paid(pay(200, kind="guaranteed", instalment=2)) == {("guaranteed", 2): 20000}


def test_a_payment_of_a_kind_without_an_instalment_goes_to_that_kind_by_due_day():
    assert paid(pay(150, kind="guaranteed")) == {("guaranteed", 1): 10000, ("guaranteed", 2): 5000}


def test_what_is_left_goes_to_the_same_instalment_guaranteed_before_dividend():
    assert paid(pay(120, instalment=1)) == {("guaranteed", 1): 10000, ("dividend", 1): 2000}


def test_then_it_goes_to_open_lines_by_due_day():
    assert paid(pay(110)) == {("guaranteed", 1): 10000, ("guaranteed", 2): 1000}
    assert paid(pay(400)) == {
        ("guaranteed", 1): 10000,
        ("guaranteed", 2): 20000,
        ("dividend", 1): 5000,
        ("unmatched", None): 5000,
    }


def test_payments_that_name_their_line_are_laid_before_those_that_do_not():
    found = paid(pay(100, "2024-05-01"), pay(100, "2024-12-20", kind="guaranteed", instalment=1))
    assert found == {("guaranteed", 1): 10000, ("guaranteed", 2): 10000}


def test_another_year_s_line_is_never_paid():
    row = terms("2023-01-01", "2024-12-31", guaranteed_amount=300)
    found = compute(row, share("H"), payment("H", 2023, 400, "2023-12-01"))
    assert [(each.year, each.kind, each.paid) for each in found.lines] == [
        (2023, "unmatched", 10000),
        (2023, "guaranteed", 30000),
        (2024, "guaranteed", 0),
    ]


def test_another_household_s_line_is_never_paid():
    found = compute(
        terms(*YEAR, guaranteed_amount=300),
        share("A"),
        share("B"),
        payment("A", 2024, 300, "2024-12-01"),
    )
    assert line(found, party_number="B").paid == 0


def test_an_unknown_line_takes_no_payment():
    found = compute(terms(*YEAR, profit_share=10), share("H"), pay(5, kind="dividend"))
    assert {(each.kind, each.due, each.paid) for each in found.lines} == {
        ("dividend", None, 0),
        ("unmatched", 0, 500),
    }


def test_a_reversal_takes_back_from_the_payment_with_its_voucher():
    rows = (
        pay(100, "2024-06-01", voucher="V1"),
        pay(-100, "2024-06-20", voucher="V1", type="reversal"),
    )
    assert paid(*rows) == {}


def test_after_a_returned_payment_the_next_one_fills_the_line():
    rows = (
        pay(100, "2024-06-01", voucher="V1", instalment=1),
        pay(-100, "2024-06-20", voucher="V1", type="returned", instalment=1),
        pay(100, "2024-07-05", voucher="V2", type="supplement", instalment=1),
    )
    found = compute(terms(*YEAR, **BOTH), share("H"), *rows)
    first = line(found, kind="guaranteed", instalment=1)
    assert (first.paid, first.completed_on) == (10000, date(2024, 7, 5))
    assert not lines(found, kind="unmatched")


def test_a_reversal_takes_from_its_own_kind_and_instalment_then_from_the_last():
    slip = {"voucher": "V", "kind": "guaranteed"}
    both = (
        pay(100, "2024-06-01", instalment=1, **slip),
        pay(200, "2024-06-01", instalment=2, **slip),
    )
    back = pay(-60, "2024-07-01", instalment=1, type="reversal", **slip)
    assert paid(*both, back) == {("guaranteed", 1): 4000, ("guaranteed", 2): 20000}
    back = pay(-250, "2024-07-01", voucher="V", type="reversal")
    assert paid(*both, back) == {("guaranteed", 1): 5000}


def test_a_reversal_of_a_payment_over_several_lines_takes_the_last_laid_first():
    rows = (
        pay(150, "2024-06-01", voucher="V"),
        pay(-60, "2024-07-01", voucher="V", type="reversal"),
    )
    assert paid(*rows) == {("guaranteed", 1): 9000}


def test_a_reversal_without_its_payment_stands_unmatched():
    assert paid(pay(-60, voucher="V9", type="reversal")) == {("unmatched", None): -6000}


@pytest.mark.parametrize(
    ("unit", "yuan", "laid", "left"),
    [
        ("yuan", "3065.20", "3065.20", None),
        ("yuan", "3064.50", "3064.50", None),
        ("yuan", "3066.00", "3065.00", "1.00"),
        ("jiao", "3065.29", "3065.29", None),
    ],
)
def test_less_than_a_unit_over_stays_on_the_line(unit, yuan, laid, left):
    row = terms(*YEAR, unit=unit)
    amount = "383.15"
    found = compute(row, share("H", shares=8), result(2024, per_share=amount), pay(yuan))
    assert line(found, kind="dividend").paid == fen(laid)
    assert [each.paid for each in lines(found, kind="unmatched")] == ([fen(left)] if left else [])


def test_a_line_short_by_less_than_a_unit_takes_no_other_payment():
    row = terms(*YEAR, guaranteed_amount=300, unit="yuan", due="06-30;12-20")
    found = compute(row, share("H"), pay("149.50", "2024-06-01"), pay(150, "2024-12-01"))
    assert [(each.kind, each.paid) for each in found.lines] == [
        ("guaranteed", 14950),
        ("guaranteed", 15000),
    ]


def test_a_line_is_complete_on_the_day_of_the_payment_that_left_less_than_a_unit():
    row = terms(*YEAR, guaranteed_amount=300, due="12-20")
    rows = (pay(100, "2024-12-01"), pay(150, "2024-12-10"), pay(50, "2025-01-05"))
    found = compute(row, share("H"), *rows)
    assert line(found).completed_on == date(2025, 1, 5)
    assert line(compute(row, share("H"), *rows[:2])).completed_on is None


def test_payments_to_the_collective_go_to_the_village_s_lines():
    row = terms(*YEAR, party="village", party_number="650121001001", guaranteed_amount=300)
    for holder in (COLLECTIVE, "650121001001"):
        found = compute(row, payment(holder, 2024, 300, "2024-12-01"))
        assert [(each.party, each.paid) for each in found.lines] == [("village", 30000)]


def test_payments_to_a_business_go_by_its_number():
    row = terms(*YEAR, party="business", party_number="NC-7", guaranteed_amount=300)
    found = compute(row, payment("NC-7", 2024, 100, "2024-12-01"))
    assert line(found).paid == 10000


def test_payments_to_the_collective_on_a_roster_go_to_its_part():
    row = terms(*YEAR, shares=10, guaranteed_amount=100)
    found = compute(
        row, share("H", shares=4), share(COLLECTIVE), payment(COLLECTIVE, 2024, 60, "2024-12-01")
    )
    assert line(found, party="village").paid == 6000


PAYMENTS = st.lists(
    st.tuples(
        st.integers(-30000, 30000),
        st.integers(1, 28),
        st.sampled_from([None, "guaranteed", "dividend", "other"]),
        st.sampled_from([None, 1, 2, 3]),
        st.sampled_from(["V1", "V2", "V3"]),
    ),
    max_size=8,
)


@given(PAYMENTS, st.sampled_from(["fen", "jiao", "yuan"]))
def test_what_is_laid_is_what_was_paid_and_never_more_than_a_unit_over_the_line(rows, unit):
    payments = [
        pay(amount / 100, f"2024-12-{day:02d}", kind=kind, instalment=instalment, voucher=voucher)
        for amount, day, kind, instalment, voucher in rows
    ]
    found = compute(
        terms(*YEAR, unit=unit, **BOTH),
        share("H"),
        result(2024, "2024-12-01", profit=50),
        *payments,
    )
    assert sum(each.paid for each in found.lines) == sum(amount for amount, *_ in rows)
    for each in found.lines:
        if each.kind != "unmatched":
            assert 0 <= each.paid < (each.due or 0) + each.unit
            complete = each.paid > 0 and (each.due or 0) - each.paid < each.unit
            assert (each.completed_on is not None) == complete
