from datetime import date

import pytest

from tests.rules.made import codes, compute, dues, fen, line, lines, result, share, terms

TWO = ("2023-04-16", "2025-04-15")


def one(*rows, **more):
    """Return the outcome for a clause with one household that holds everything."""
    return compute(*rows, share("H"), **more)


def test_the_years_of_the_example_add_up_to_two_whole_years():
    found = one(terms(*TWO, guaranteed_amount=6000))
    assert dues(found) == [fen("4258.06"), fen(6000), fen("1741.94")]


def test_a_rate_is_of_the_principal():
    found = one(terms("2023-01-01", "2023-12-31", principal=200_000, guaranteed_rate="5.25"))
    assert dues(found) == [fen(10_500)]
    assert found.lines[0].steps[0].formula == "200000.00×5.25÷100×12÷12=10500.00"
    assert found.lines[0].steps[0].article == "10(3)"


def test_the_amount_wins_over_the_rate_and_both_are_a_finding():
    row = terms(*TWO, principal=1000, guaranteed_rate=6, guaranteed_amount=100)
    found = one(row)
    assert dues(found, year=2024) == [10000]
    assert "agreement.rate_and_amount" in codes(found)


def test_an_end_on_the_start_s_day_makes_sixty_months():
    found = one(terms("2022-07-01", "2027-07-01", guaranteed_amount=1200))
    assert sum(dues(found)) == fen(6000)
    assert dues(found, year=2027) == [fen(600)]


def test_an_agreement_year_has_the_number_of_the_year_it_ends_in():
    found = one(terms(*TWO, guaranteed_amount=6000, year_kind="agreement", due="04-15"))
    assert [(each.year, each.due, each.due_on) for each in found.lines] == [
        (2024, fen(6000), date(2024, 4, 15)),
        (2025, fen(6000), date(2025, 4, 15)),
    ]


def test_a_last_agreement_year_that_is_cut_off_keeps_its_number():
    row = terms("2023-04-16", "2024-10-15", guaranteed_amount=6000, year_kind="agreement")
    found = one(row)
    assert [(each.year, each.due) for each in found.lines] == [(2024, 600000), (2025, 300000)]


def test_pieces_of_a_year_are_added_and_rounded_once():
    found = one(
        terms("2023-01-01", "2023-12-31", guaranteed_amount="0.05"),
        terms("2023-01-01", "2023-12-31", in_force_from="2023-02-01", guaranteed_amount="0.17"),
    )
    # 0.05 × 1/12 + 0.17 × 11/12 = 0.16; each rounded alone would give 0.00 + 0.16
    assert dues(found) == [16]
    assert found.lines[0].steps[0].code == "guaranteed.pieces"
    assert found.lines[0].steps[0].formula == "0.05×1÷12+0.17×11÷12=0.16"


def test_the_months_of_pieces_are_counted_from_the_start_of_the_agreement():
    found = one(
        terms("2023-01-16", "2023-12-15", guaranteed_amount=1200),
        terms("2023-01-16", "2023-12-15", in_force_from="2023-03-01", guaranteed_amount=2400),
    )
    # 2023-01-16 to 02-28 is 1 + 13/28 months, the rest 9 + 15/28
    assert dues(found) == [round((100 * (1 + 13 / 28) + 200 * (9 + 15 / 28)) * 100)]


def test_a_change_that_leaves_the_guarantee_alone_makes_no_pieces():
    found = one(
        terms("2023-01-01", "2023-12-31", guaranteed_amount=1200),
        terms(
            "2023-01-01", "2023-12-31", in_force_from="2023-07-01", guaranteed_amount=1200, fee=1
        ),
    )
    assert found.lines[0].steps[0].formula == "1200.00×12÷12=1200.00"


def test_a_guarantee_that_begins_or_ends_in_mid_year_counts_its_own_months():
    found = one(
        terms("2023-01-01", "2023-12-31"),
        terms("2023-01-01", "2023-12-31", in_force_from="2023-10-01", guaranteed_amount=1200),
    )
    assert dues(found) == [fen(300)]
    assert found.lines[0].steps[0].formula == "1200.00×3÷12=300.00"


def test_the_end_is_that_of_the_last_row():
    found = one(
        terms("2023-01-01", "2026-12-31", guaranteed_amount=1200),
        terms("2023-01-01", "2024-06-30", in_force_from="2024-01-01", guaranteed_amount=1200),
    )
    assert [(each.year, each.due) for each in found.lines] == [(2023, 120000), (2024, 60000)]


def test_a_later_clause_counts_from_the_start_of_the_agreement():
    found = compute(
        terms("2023-01-16", "2024-01-15", guaranteed_amount=1200),
        terms("2023-02-01", "2024-01-15", clause=2, guaranteed_amount=1200),
        share("H"),
        share("H", clause=2),
    )
    # from 02-01 the running month 01-16 to 02-15 has 15 of 31 days left
    months = 11 + 15 / 31
    assert sum(dues(found, clause=2)) == round(months * 10000)
    assert sum(dues(found, clause=1)) == 120000


def test_a_rate_without_a_principal_is_of_the_most_held_on_one_day():
    found = compute(
        terms("2023-01-01", "2023-12-31", guaranteed_rate=6),
        share("A", left="2023-06-30", amount=1000),
        share("B", "2023-06-01", amount=2000),
    )
    assert dict(found.lines[0].steps[0].params)["principal"] == "3000.00"
    assert "agreement.no_principal" in codes(found)
    assert sum(dues(found)) == fen(180)


def test_a_rate_of_nothing_at_all_is_unknown():
    found = one(terms("2023-01-01", "2023-12-31", guaranteed_rate=6))
    assert [(each.due, each.reason) for each in found.lines] == [(None, "no_principal")]


def test_a_party_that_is_no_household_gets_one_line_and_its_households_none():
    row = terms("2023-01-01", "2023-12-31", party="village", party_number="V", guaranteed_amount=9)
    found = compute(row, share("A", amount=1), share("B", amount=1))
    assert [(each.party, each.party_number, each.due) for each in found.lines] == [
        ("village", "V", 900)
    ]


def test_from_the_first_year_that_pays_only_the_dividend_is_due():
    row = terms(
        "2023-01-01",
        "2025-12-31",
        guaranteed_amount=100,
        profit_share=50,
        combination="switch",
        pays_from_year=2024,
    )
    found = one(row, result(2023, profit=1000), result(2024, profit=1000))
    assert [(each.year, each.kind, each.due) for each in found.lines] == [
        (2023, "guaranteed", 10000),
        (2024, "dividend", 50000),
        (2025, "dividend", None),
    ]


def test_without_a_first_year_that_pays_the_guarantee_stays_alone():
    row = terms(
        "2023-01-01", "2023-12-31", guaranteed_amount=1, profit_share=9, combination="switch"
    )
    found = one(row, result(2023, profit=1000))
    assert [each.kind for each in found.lines] == ["guaranteed"]
    assert "agreement.no_pays_from_year" in codes(found)


def test_a_share_of_nothing_due_is_a_line_of_nothing():
    found = compute(
        terms("2023-01-01", "2023-12-31", principal=100, guaranteed_rate=6),
        share("A", amount=100),
        share("B", amount=0),
    )
    assert dues(found) == [600, 0]


@pytest.mark.parametrize(
    ("on", "years"), [("2023-06-01", [2023, 2024]), ("2024-01-01", [2023, 2024, 2025])]
)
def test_without_an_end_the_lines_reach_to_the_end_of_next_year(on, years):
    found = one(terms("2023-04-16", None, guaranteed_amount=1200), on=date.fromisoformat(on))
    assert [each.year for each in found.lines] == years
    assert found.lines[-1].due == fen(1200)


def test_lines_of_future_years_exist():
    found = one(terms("2023-01-01", "2032-12-31", guaranteed_amount=12), on=date(2023, 2, 1))
    assert [each.year for each in found.lines] == list(range(2023, 2033))


def test_every_unit_keeps_its_decimals():
    for unit, value in (("fen", "4258.06"), ("jiao", "4258.1"), ("yuan", "4258")):
        found = one(terms(*TWO, guaranteed_amount=6000, unit=unit))
        assert line(found, year=2023).steps[0].value == value
        assert lines(found, year=2023)[0].due == fen(value)
