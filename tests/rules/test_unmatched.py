from datetime import date

from rules.facts import OTHERS
from tests.rules.made import compute, line, lines, payment, share, terms

YEAR = ("2024-01-01", "2024-12-31")


def test_one_line_for_each_voucher_with_nothing_due():
    row = terms(*YEAR, guaranteed_amount=10, business="B", mode="share")
    rows = [
        payment("X", 2024, 5, f"2024-12-0{day}", voucher="V1", instalment=day) for day in (1, 2)
    ]
    found = compute(row, share("H"), *rows, payment("X", 2024, 1, "2024-12-05", voucher="V2"))
    extra = lines(found, kind="unmatched")
    assert [(each.ref, each.due, each.paid, each.listed_on) for each in extra] == [
        ("V1", 0, 1000, date(2024, 12, 2)),
        ("V2", 0, 100, date(2024, 12, 5)),
    ]
    assert {(each.party, each.party_number, each.business) for each in extra} == {
        ("household", "X", "B")
    }


def test_a_payment_without_any_line_is_unmatched_and_one_too_many_is_over():
    row = terms(*YEAR, guaranteed_amount=10)
    found = compute(
        row, share("H"), payment("X", 2024, 5, "2024-12-01"), payment("H", 2024, 12, "2024-12-01")
    )
    assert [(each.code, each.subject, dict(each.params)["amount"]) for each in found.findings] == [
        ("payment.over", "household:H", "2.00"),
        ("payment.unmatched", "household:X", "5.00"),
    ]


def test_payments_without_any_terms_are_all_unmatched():
    found = compute(payment("X", 2024, 5, "2024-12-01"))
    assert [(each.kind, each.paid, each.clause) for each in found.lines] == [("unmatched", 500, 0)]


def test_a_payment_to_other_holders_is_for_their_part():
    row = terms(*YEAR, shares=10, guaranteed_amount=100)
    found = compute(
        row, share("H", shares=4), share(OTHERS), payment(OTHERS, 2024, 70, "2024-12-01")
    )
    assert line(found, party="business", kind="guaranteed").paid == 6000
    assert line(found, kind="unmatched").paid == 1000


def test_an_unmatched_line_keeps_its_id_whatever_else_is_paid():
    row = terms(*YEAR, guaranteed_amount=10)
    one = compute(row, payment("X", 2024, 5, "2024-12-01", voucher="V1"))
    two = compute(
        row,
        payment("X", 2024, 5, "2024-12-01", voucher="V1"),
        payment("X", 2024, 7, "2024-11-01", voucher="V0"),
    )
    assert line(one, kind="unmatched").id == line(two, ref="V1").id
