from datetime import date

from rules.clause import clauses
from tests.rules.made import compute, dues, fen, line, lines, share, terms

ON = date(2024, 6, 1)


def one(*rows):
    (found,) = clauses(rows, ON)
    return found


def test_a_row_holds_until_the_next_of_its_clause():
    found = one(
        terms("2023-01-01", "2025-12-31", fee=1),
        terms("2023-01-01", "2025-12-31", in_force_from="2024-03-01", fee=2),
    )
    assert found.terms_on(date(2024, 2, 29)).fee == 100
    assert found.terms_on(date(2024, 3, 1)).fee == 200
    assert found.terms_on(date(2022, 1, 1)).fee == 100
    pieces = found.pieces(date(2024, 1, 1), date(2024, 12, 31))
    assert [(str(each.first), str(each.last)) for each in pieces] == [
        ("2024-01-01", "2024-02-29"),
        ("2024-03-01", "2024-12-31"),
    ]


def test_the_start_is_the_earliest_of_all_clauses():
    found = clauses([terms("2023-01-16", clause=2), terms("2023-02-01", clause=1)], ON)
    assert [(each.number, each.start, each.first) for each in found] == [
        (1, date(2023, 1, 16), date(2023, 2, 1)),
        (2, date(2023, 1, 16), date(2023, 1, 16)),
    ]


def test_the_end_is_that_of_the_last_row_even_if_it_is_earlier_or_missing():
    first = terms("2023-01-01", "2025-12-31")
    shorter = terms("2023-01-01", "2024-07-01", in_force_from="2024-01-01")
    assert one(first, shorter).last == date(2024, 6, 30)
    endless = terms("2023-01-01", None, in_force_from="2024-01-01")
    assert (one(first, endless).last, one(first, endless).open_ended) == (date(2025, 12, 31), True)


def test_without_an_end_an_agreement_year_reaches_to_the_one_after_next():
    found = one(terms("2023-04-16", None, year_kind="agreement"))
    assert found.last == date(2025, 4, 15)
    assert [each.number for each in found.years()] == [2024, 2025]


def test_a_row_does_not_hold_before_its_own_start():
    found = one(terms("2023-04-16", "2025-12-31", in_force_from="2023-01-01"))
    assert found.first == date(2023, 4, 16)


def test_a_clause_that_ends_before_it_begins_has_no_years():
    row = terms("2023-01-01", "2023-06-30", in_force_from="2023-09-01", guaranteed_amount=1)
    assert list(one(row).years()) == []
    assert not compute(row, share("H")).lines


def test_a_last_row_that_never_comes_into_force_still_ends_the_clause():
    rows = (
        terms("2023-01-01", "2025-12-31", guaranteed_amount=12),
        terms("2023-01-01", "2023-06-30", in_force_from="2024-01-01", guaranteed_amount=12),
    )
    assert dues(compute(*rows, share("H"))) == [600]


def test_rows_in_any_order_give_the_same_clause():
    rows = [
        terms("2023-01-01", in_force_from=f"2023-0{month}-01", fee=month) for month in (1, 3, 5)
    ]
    assert clauses(rows, ON) == clauses(rows[::-1], ON)


def test_clauses_of_one_agreement_stand_apart():
    found = compute(
        terms("2023-01-01", "2023-12-31", guaranteed_amount=100, mode="share"),
        terms("2023-01-01", "2023-12-31", clause=2, rent_price=100, mode="land"),
        share("H"),
        share("H", clause=2, area=3),
    )
    assert [(each.clause, each.mode, each.kind, each.due) for each in found.lines] == [
        (1, "share", "guaranteed", 10000),
        (2, "land", "rent", 30000),
    ]
    assert len(lines(found, clause=1)) == 1


def test_the_filled_columns_decide_which_lines_exist_and_not_the_mode():
    row = terms("2023-01-01", "2023-12-31", mode="work", guaranteed_amount=100, rent_price=10)
    found = compute(row, share("H", area=1))
    assert {each.kind for each in found.lines} == {"guaranteed", "rent"}
    assert line(found, kind="rent").due == fen(10)


def test_no_terms_are_no_clauses():
    assert clauses([], ON) == []
