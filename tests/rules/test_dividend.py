from datetime import date

from rules.facts import COLLECTIVE
from tests.rules.made import codes, compute, dues, fen, line, lines, result, share, terms

YEAR = ("2024-01-01", "2024-12-31")


def one(*rows, **values):
    return compute(terms(*YEAR, **values), share("H", shares=8, amount=800), *rows)


def formulas(found, **wanted):
    return [step.formula for step in line(found, kind="dividend", **wanted).steps]


def test_the_pot_is_a_share_of_the_profit_without_months():
    row = terms("2024-07-01", "2025-06-30", profit_share=30)
    found = compute(row, share("H"), result(2024, profit=10_000))
    assert dues(found, kind="dividend", year=2024) == [fen(3000)]


def test_it_is_due_whole_on_the_first_due_day_after_its_confirmation():
    found = one(result(2024, "2025-07-01", profit=100), profit_share=100, due="06-30=2;12-20=1")
    only = line(found, kind="dividend")
    assert (only.due, only.due_on, only.instalment) == (10000, date(2025, 12, 20), 1)


def test_it_is_due_on_the_day_of_confirmation_if_that_is_a_due_day():
    found = one(result(2024, "2025-06-30", profit=100), profit_share=100, due="06-30;12-20")
    assert line(found, kind="dividend").due_on == date(2025, 6, 30)


def test_without_due_days_it_has_no_date_and_stands_at_the_year_s_end():
    found = one(result(2024, profit=100), profit_share=100, due="")
    only = line(found, kind="dividend")
    assert (only.due_on, only.listed_on) == (None, date(2024, 12, 31))
    assert "agreement.no_due_day" in codes(found)


def test_a_loss_leaves_the_guarantee_untouched():
    found = one(result(2024, profit=-500), profit_share=50, guaranteed_amount=100)
    assert dues(found) == [10000, 0]
    assert formulas(found)[0] == "0.00=0.00"


def test_the_dividend_comes_on_top_of_the_guarantee():
    found = one(result(2024, profit=1000), profit_share=50, guaranteed_amount=100)
    assert dues(found) == [10000, 50000]


def test_the_dividend_is_what_exceeds_the_guarantee():
    found = one(
        result(2024, profit=1000), profit_share=50, guaranteed_amount=100, combination="offset"
    )
    assert dues(found) == [10000, 40000]
    assert formulas(found)[:2] == ["1000.00×50÷100=500.00", "500.00−100.00=400.00"]


def test_a_dividend_below_the_guarantee_is_nothing():
    found = one(
        result(2024, profit=150), profit_share=50, guaranteed_amount=100, combination="offset"
    )
    assert dues(found) == [10000, 0]
    assert formulas(found)[:2] == ["150.00×50÷100=75.00", "75.00−75.00=0.00"]


def test_the_guarantee_is_used_up_once_by_the_rounds_in_order():
    rounds = [
        result(2024, f"2025-0{n}-01", n, profit=profit)
        for n, profit in ((1, 120), (2, 300), (3, 80))
    ]
    found = one(*reversed(rounds), profit_share=50, guaranteed_amount=100, combination="offset")
    assert {each.ref: each.due for each in lines(found, kind="dividend")} == {
        "1": 0,  # 60 of the 100 are used
        "2": fen(110),  # the other 40
        "3": fen(40),
    }


def test_the_offset_deducts_the_rounded_pot():
    row = terms(
        "2024-01-16", "2024-12-31", guaranteed_amount=100, profit_share=100, combination="offset"
    )
    found = compute(row, share("H"), result(2024, profit=100))
    guaranteed, dividend = dues(found, kind="guaranteed"), dues(found, kind="dividend")
    assert guaranteed[0] + dividend[0] == fen(100)


def test_a_guarantee_of_a_year_before_is_not_deducted():
    row = terms(
        "2023-01-01", "2024-12-31", guaranteed_amount=100, profit_share=100, combination="offset"
    )
    found = compute(row, share("H"), result(2024, profit=150))
    assert dues(found, kind="dividend", year=2024) == [5000]


def test_the_terms_of_the_year_s_last_day_decide():
    found = compute(
        terms(*YEAR, profit_share=10),
        terms(*YEAR, in_force_from="2024-12-31", profit_share=50),
        share("H"),
        result(2024, profit=1000),
    )
    assert dues(found) == [50000]


def test_a_result_not_yet_recorded_is_one_unknown_line_from_the_year_s_end():
    found = compute(terms("2024-01-01", "2025-12-31", profit_share=50), share("H"))
    assert [(each.year, each.due, each.reason, each.shown_from) for each in found.lines] == [
        (2024, None, "no_result", date(2024, 12, 31)),
        (2025, None, "no_result", date(2025, 12, 31)),
    ]


def test_the_line_keeps_its_id_when_the_result_comes():
    before = line(one(profit_share=50))
    after = line(one(result(2024, profit=10), profit_share=50))
    assert before.id == after.id


def test_an_unknown_line_of_a_year_cut_off_shows_at_its_nominal_end():
    row = terms("2023-04-16", "2024-10-15", profit_share=50, year_kind="agreement")
    found = compute(row, share("H"))
    assert [each.shown_from for each in found.lines] == [date(2024, 4, 15), date(2025, 4, 15)]


def test_a_round_without_profit_or_amount_stays_unknown():
    found = one(result(2024), profit_share=50)
    assert (found.lines[0].due, found.lines[0].reason) == (None, "result_incomplete")
    assert "result.incomplete" in codes(found)


def test_a_result_per_share_wins_over_the_profit():
    found = one(result(2024, per_share="383.15", profit=1), profit_share=50, unit="yuan")
    assert dues(found) == [fen(3065)]
    assert formulas(found) == ["8×383.15=3065"]


def test_a_result_per_share_makes_a_line_without_a_share_of_profit():
    assert dues(one(result(2024, per_share="0.005"))) == [4]


def test_shares_count_on_the_record_day_else_on_the_last_day():
    rows = (share("A", left="2024-11-30", shares=10), share("B", "2024-12-01", shares=10))
    found = compute(terms(*YEAR), *rows, result(2024, per_share=2))
    assert dues(found) == [0, 2000]
    found = compute(terms(*YEAR, record_day=(11, 30)), *rows, result(2024, per_share=2))
    assert dues(found) == [2000, 0]


def test_shares_of_several_rows_are_added_before_rounding():
    found = compute(
        terms(*YEAR),
        share("A", shares="0.5"),
        share("A", "2024-05-01", shares="0.5"),
        result(2024, per_share="0.01"),
    )
    assert dues(found) == [1]
    assert formulas(found) == ["(0.5+0.5)×0.01=0.01"]


def test_the_collective_has_its_shares_too():
    rows = (share("A", shares=10), share(COLLECTIVE, shares=30))
    found = compute(terms(*YEAR), *rows, result(2024, per_share=2))
    assert line(found, party="village").due == 6000


def test_a_row_without_shares_is_a_finding():
    rows = (share("A", amount=10), share("B", shares=30))
    found = compute(terms(*YEAR), *rows, result(2024, per_share=2))
    assert dues(found) == [0, 6000]
    assert [each.subject for each in found.findings if each.code == "share.no_basis"] == [
        "household:A"
    ]


def test_a_party_that_is_no_household_has_the_clause_s_shares():
    row = terms(*YEAR, party="village", shares=100)
    assert dues(compute(row, result(2024, per_share=2))) == [20000]
    row = terms(*YEAR, party="village")
    assert line(compute(row, result(2024, per_share=2))).reason == "no_shares"


def test_a_party_s_shares_are_those_of_the_record_day():
    values = {"party": "village", "record_day": (5, 31)}
    rows = (
        terms(*YEAR, shares=100, **values),
        terms(*YEAR, in_force_from="2024-07-01", shares=300, **values),
    )
    assert dues(compute(*rows, result(2024, per_share=2))) == [20000]


def test_a_profit_without_a_share_agreed_is_a_finding():
    found = one(result(2024, profit=10))
    assert not found.lines
    assert codes(found) == {"agreement.no_profit_share"}


def test_a_result_of_a_year_outside_the_term_is_a_finding():
    found = one(result(2026, profit=10), profit_share=1)
    assert "result.outside_term" in codes(found)
    assert not lines(found, year=2026)


def test_an_offset_against_an_unknown_guarantee_is_unknown():
    row = terms(*YEAR, guaranteed_rate=6, profit_share=50, combination="offset")
    found = compute(row, share("H"), result(2024, profit=10))
    assert [each.reason for each in found.lines] == ["no_principal", "no_principal"]


def test_a_part_of_nothing_is_a_line_of_nothing():
    found = one(result(2024, profit=0), profit_share=50)
    assert dues(found) == [0]
