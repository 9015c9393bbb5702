from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rules.watch.voucher import Entry, voucher_twice

DAY, NEXT, LATER = date(2024, 12, 1), date(2024, 12, 2), date(2025, 1, 1)


def entry(household="H1", on=DAY, yuan=100, **more) -> Entry:
    values = {"agreement": "A", "year": 2024, "amount": yuan * 100, **more}
    return Entry(household=household, paid_on=on, **values)


def twice(*entries):
    return voucher_twice("记-001", entries)


def test_one_slip_pays_many_households_and_several_things_on_one_day():
    rows = [entry(f"H{number}") for number in range(50)]
    rows += [entry("H1", kind="guaranteed", yuan=7), entry("H1", kind="dividend", yuan=7)]
    rows += [entry("H1", agreement="B"), entry("H1", year=2023), entry("H1", yuan=101)]
    rows += [entry("H2", instalment=1, yuan=9), entry("H2", instalment=2, yuan=9)]
    assert twice(*rows) == ()


def test_two_paying_days_in_one_month_are_twice():
    (found,) = twice(entry("H1"), entry("H2", NEXT), entry("H3", NEXT))
    assert (found.code, found.subject, found.weight) == (
        "payment.voucher_twice",
        "agreement:A",
        "note",
    )
    assert dict(found.params) == {
        "voucher": "记-001",
        "first_on": "2024-12-01",
        "twice": "days",
        "last_on": "2024-12-02",
        "households": "2",
        "amount": "200.00",
    }


def test_numbers_begin_anew_each_month():
    assert twice(entry(on=date(2024, 12, 31)), entry(on=LATER)) == ()


def test_a_household_s_same_payment_in_two_rows_is_twice():
    (found,) = twice(entry(kind="guaranteed"), entry(), entry("H2"))
    assert dict(found.params)["twice"] == "rows"
    assert dict(found.params)["households"] == "1"
    assert dict(found.params)["amount"] == "100.00"


def test_a_row_that_was_taken_back_does_not_stand():
    assert twice(entry(), entry(kind="guaranteed"), entry(on=LATER, yuan=-100)) == ()
    assert twice(entry(), entry(on=NEXT), entry(on=LATER, yuan=-100)) == ()
    assert twice(entry(), entry(on=NEXT), entry(on=LATER, yuan=-99)) != ()
    assert twice(entry(), entry(on=NEXT), entry("H2", on=LATER, yuan=-100)) != ()


def test_a_voucher_of_a_plan_is_about_the_plan():
    (found,) = twice(entry(agreement="P", plan=True), entry(agreement="P", plan=True, on=NEXT))
    assert found.subject == "plan:P"


def test_nothing_at_all_is_no_finding():
    assert twice() == ()
    assert twice(entry(yuan=-100)) == ()


@given(st.lists(st.tuples(st.sampled_from("XYZ"), st.sampled_from([None, 1, 2])), max_size=8))
def test_the_order_of_the_rows_makes_no_difference(rows):
    entries = [entry(household, instalment=part) for household, part in rows]
    assert twice(*entries) == twice(*reversed(entries))
