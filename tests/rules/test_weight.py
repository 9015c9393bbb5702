from datetime import date

from rules.facts import COLLECTIVE
from tests.rules.made import codes, compute, dues, fen, line, lines, result, share, terms

YEAR = ("2024-01-01", "2024-12-31")


def formulas(found, number="A", kind="guaranteed"):
    return [step.formula for step in line(found, party_number=number, kind=kind).steps]


def test_months_cancel_where_all_hold_for_the_whole_year():
    found = compute(terms(*YEAR, principal=1000, guaranteed_rate=6), share("A", amount=250))
    assert formulas(found) == [
        "1000.00×6÷100×12÷12=60.00",
        "250.00=250.00",
        "60.00×250.00÷1000.00=15.00",
    ]


def test_a_household_that_joins_during_the_year_weighs_by_months():
    found = compute(
        terms(*YEAR, principal=1000, guaranteed_rate=6),
        share("A", "2024-07-01", amount=250),
        share("B", amount=750),
    )
    assert formulas(found)[1:] == ["250.00×6=1500.00", "60.00×1500÷12000=7.50"]
    assert dues(found, party="household") == [750, 4500]
    assert line(found, party="unassigned").due == 750


def test_parts_of_a_month_stay_fractions():
    found = compute(
        terms(*YEAR, principal=1000, guaranteed_rate=6),
        share("A", "2024-01-01", "2024-03-15", amount=1000),
        share("B", "2024-03-16", amount=1000),
    )
    assert formulas(found)[1] == "1000.00×(2+15÷31)=2483.8710"
    assert formulas(found)[2] == "60.00×1000.00×(2+15÷31)÷12000=12.42"
    assert sum(dues(found)) == fen(60)


def test_the_last_day_held_counts_whole():
    found = compute(
        terms(*YEAR, principal=1000, guaranteed_rate=12),
        share("A", left="2024-01-31", amount=1000),
        share("B", "2024-02-01", amount=1000),
    )
    assert dues(found) == [1000, 11000]


def test_basis_is_amount_else_shares_else_area_else_every_household_alike():
    row = terms(*YEAR, guaranteed_amount=100)
    by_amount = compute(row, share("A", amount=1, shares=9, area=9), share("B", amount=3, shares=1))
    assert dues(by_amount) == [2500, 7500]
    by_shares = compute(row, share("A", shares=1, area=9), share("B", shares=3, area=9))
    assert dues(by_shares) == [2500, 7500]
    by_area = compute(row, share("A", area="1.5"), share("B", area="4.5"))
    assert dues(by_area) == [2500, 7500]
    alike = compute(row, share("A", persons=3), share("B", persons=1))
    assert dues(alike) == [5000, 5000]


def test_a_row_without_the_basis_in_use_weighs_nothing_and_is_a_finding():
    found = compute(terms(*YEAR, guaranteed_amount=100), share("A", amount=1), share("B", shares=3))
    assert dues(found) == [10000, 0]
    assert "share.no_basis" in codes(found)
    assert {finding.subject for finding in found.findings} == {"household:B"}


def test_a_collective_without_a_basis_is_no_finding():
    row = terms(*YEAR, principal=100, guaranteed_amount=100)
    found = compute(row, share("A", amount=1), share(COLLECTIVE))
    assert codes(found) == set()


def test_the_whole_is_the_clause_s_own_total():
    found = compute(terms(*YEAR, shares=400, guaranteed_amount=100), share("A", shares=100))
    assert line(found, party_number="A").due == 2500


def test_without_a_total_the_whole_is_the_most_held_on_any_one_day():
    found = compute(
        terms(*YEAR, guaranteed_amount=120),
        share("A", left="2024-06-30", shares=1),
        share("B", shares=1),
    )
    # two at most on one day: A 6 and B 12 of 24 months; 6 are nobody's
    assert dues(found) == [3000, 6000, 3000]
    assert lines(found)[-1].party == "unassigned"


def test_a_household_that_takes_over_from_another_leaves_nothing_unassigned():
    found = compute(
        terms(*YEAR, guaranteed_amount=120),
        share("A", left="2024-06-30", area=2),
        share("B", "2024-07-01", area=2),
    )
    assert dues(found) == [6000, 6000]


def test_a_household_counted_alike_counts_once_a_day_however_many_rows_it_has():
    found = compute(
        terms(*YEAR, guaranteed_amount=100), share("A"), share("A", "2024-03-01"), share("B")
    )
    assert dues(found) == [5000, 5000]


def test_a_roster_above_the_whole_leaves_the_pots_of_that_year_and_clause_unknown():
    found = compute(
        terms("2023-01-01", "2024-12-31", principal=1000, guaranteed_rate=6, profit_share=10),
        share("A", amount=600),
        share("B", "2024-01-01", amount=600),
        terms("2023-01-01", "2024-12-31", clause=2, guaranteed_amount=10),
        share("A", clause=2),
        result(2024, profit=100),
    )
    assert dues(found, year=2023, kind="guaranteed", party_number="A", clause=1) == [3600]
    disputed = lines(found, year=2024, clause=1)
    assert {(each.kind, each.due, each.reason) for each in disputed} == {
        ("guaranteed", None, "roster_disputed"),
        ("dividend", None, "roster_disputed"),
    }
    assert dues(found, year=2024, clause=2) == [1000]
    assert "agreement.roster_over" in codes(found)


def test_a_roster_over_only_for_some_months_is_over():
    found = compute(
        terms(*YEAR, principal=100, guaranteed_rate=6),
        share("A", left="2024-06-30", amount=100),
        share("B", "2024-06-01", amount=100),
    )
    assert {each.reason for each in found.lines} == {"roster_disputed"}


def test_rent_and_amounts_per_share_are_known_even_if_the_roster_is_in_dispute():
    found = compute(
        terms(*YEAR, shares=10, guaranteed_amount=6, rent_price=100),
        share("A", shares=8, area=1),
        share("B", shares=8, area=1),
        result(2024, per_share=2),
    )
    assert dues(found, kind="rent") == [10000, 10000]
    assert dues(found, kind="dividend") == [1600, 1600]
    assert dues(found, kind="guaranteed") == [None, None]


def test_the_record_day_alone_decides_and_months_play_no_part():
    found = compute(
        terms(*YEAR, shares=100, profit_share=100, record_day=(9, 30)),
        share("A", left="2024-09-29", shares=50),
        share("B", "2024-09-30", shares=50),
        share("C", "2024-01-01", shares=50),
        result(2024, profit=1000),
    )
    assert dues(found, kind="dividend") == [0, 50000, 50000]


def test_the_record_day_is_the_nearest_day_in_the_term():
    row = terms("2024-04-16", "2025-04-15", shares=100, profit_share=100, record_day=(3, 31))
    rows = (share("A", left="2024-04-16", shares=100), share("B", "2024-04-17", shares=100))
    found = compute(row, *rows, result(2024, profit=1000), result(2025, profit=1000))
    assert dues(found, year=2024, kind="dividend") == [100000, 0]
    late = terms("2024-04-16", "2025-04-15", shares=100, profit_share=100, record_day=(12, 31))
    found = compute(late, *rows, result(2025, profit=1000))
    step = line(found, year=2025, party_number="B").steps[1]
    assert dict(step.params)["day"] == "2025-04-15"


def test_the_guarantee_goes_by_months_even_with_a_record_day():
    found = compute(
        terms(*YEAR, shares=100, guaranteed_amount=120, record_day=(9, 30)),
        share("A", left="2024-06-30", shares=100),
        share("B", "2024-07-01", shares=100),
    )
    assert dues(found) == [6000, 6000]


def test_the_whole_follows_a_total_that_changes_during_the_year():
    found = compute(
        terms(*YEAR, principal=1000, guaranteed_rate=6),
        terms(*YEAR, in_force_from="2024-07-01", principal=2000, guaranteed_rate=6),
        share("A", amount=1000),
        share("B", "2024-07-01", amount=1000),
    )
    assert dues(found) == [6000, 3000]


def test_a_clause_without_a_roster_is_all_unassigned():
    found = compute(terms(*YEAR, guaranteed_amount=100))
    only = line(found)
    assert (only.party, only.due, only.due_on) == ("unassigned", 10000, date(2024, 12, 20))
    assert "agreement.shares_unassigned" in codes(found)
