from datetime import date

from rules import stated
from rules.facts import Stated


def row(household="H", business="合作社", mode="share", year=2024, **values):
    return Stated(household, business, mode, year, **values)


def test_a_row_is_a_line_with_its_payment_laid_on_it():
    (only,) = stated.lines(
        [row(due=50000, due_on=date(2024, 12, 20), paid=50000, paid_on=date(2024, 12, 25))]
    )
    assert (only.kind, only.agreement, only.business, only.mode) == (
        "stated",
        "",
        "合作社",
        "share",
    )
    assert (only.due, only.due_on, only.paid) == (50000, date(2024, 12, 20), 50000)
    assert only.completed_on == date(2024, 12, 25)
    assert [step.formula for step in only.steps] == ["500.00=500.00"]


def test_what_is_stated_and_not_paid_is_open():
    (only,) = stated.lines([row(due=50000)])
    assert (only.paid, only.completed_on, only.due_on) == (0, None, None)
    assert only.listed_on == date(2024, 12, 31)


def test_a_part_payment_completes_nothing():
    (only,) = stated.lines([row(due=50000, paid=100, paid_on=date(2024, 12, 25))])
    assert (only.paid, only.completed_on) == (100, None)


def test_a_row_without_a_due_amount_is_unknown_and_shows_what_was_paid():
    (only,) = stated.lines([row(paid=100, paid_on=date(2024, 12, 25))])
    assert (only.due, only.reason, only.paid, only.steps) == (None, "not_stated", 100, ())


def test_what_was_paid_beyond_is_unmatched():
    first, second = stated.lines([row(due=500, paid=700, paid_on=date(2024, 12, 25))])
    assert (first.kind, first.paid) == ("stated", 500)
    assert (second.kind, second.due, second.paid) == ("unmatched", 0, 200)


def test_rows_in_any_order_give_the_same_lines_with_the_same_ids():
    rows = [
        row("B", due=1),
        row("A", due=2),
        row("A", mode="land", due=3),
        row("A", year=2023, due=4),
    ]
    found = stated.lines(rows)
    assert found == stated.lines(rows[::-1])
    assert len({line.id for line in found}) == 4


def test_a_changed_amount_keeps_the_id():
    assert stated.lines([row(due=1)])[0].id == stated.lines([row(due=2)])[0].id
