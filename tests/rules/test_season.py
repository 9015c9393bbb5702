from datetime import date

import pytest

from rules import month
from rules.clause import clauses
from rules.season import Season
from tests.rules.made import share, terms


def season(number=2024, shares=(), *rows, **values):
    (found,) = clauses(rows or [terms("2023-04-16", "2025-04-15", **values)], date(2024, 1, 1))
    year = month.year(found.start, found.year_kind, number)
    return Season(found, year, shares)


def test_the_days_of_a_season_are_the_clause_s_within_the_year():
    assert season(2023).days == (date(2023, 4, 16), date(2023, 12, 31))
    assert season(2025).days == (date(2025, 1, 1), date(2025, 4, 15))


@pytest.mark.parametrize(
    ("number", "record_day", "wanted"),
    [
        (2023, (3, 31), "2023-04-16"),
        (2023, (12, 31), "2023-12-31"),
        (2025, (12, 31), "2025-04-15"),
        (2024, (2, 29), "2024-02-29"),
        (2025, (2, 29), "2025-02-28"),
        (2025, None, "2025-04-15"),
    ],
)
def test_the_record_day_is_moved_into_the_term(number, record_day, wanted):
    assert str(season(number, record_day=record_day).record_day) == wanted


def test_the_terms_are_those_of_the_last_day():
    rows = [
        terms("2023-01-01", "2024-12-31", fee=1),
        terms("2023-01-01", "2024-12-31", in_force_from="2024-12-31", fee=2),
    ]
    assert season(2024, (), *rows).terms.fee == 200
    assert season(2023, (), *rows).terms.fee == 100


@pytest.mark.parametrize(
    ("values", "guarantee", "dividend"),
    [
        ({"guaranteed_rate": 6}, True, False),
        ({"guaranteed_amount": 6}, True, False),
        ({"profit_share": 6}, False, True),
        ({"profit_share": 6, "guaranteed_rate": 6}, True, True),
        ({"profit_share": 6, "guaranteed_rate": 6, "combination": "switch"}, True, False),
        (
            {
                "profit_share": 6,
                "guaranteed_rate": 6,
                "combination": "switch",
                "pays_from_year": 2024,
            },
            False,
            True,
        ),
        (
            {
                "profit_share": 6,
                "guaranteed_rate": 6,
                "combination": "switch",
                "pays_from_year": 2025,
            },
            True,
            False,
        ),
    ],
)
def test_which_pots_a_year_has(values, guarantee, dividend):
    found = season(**values)
    assert (found.has_guarantee, found.has_dividend) == (guarantee, dividend)


def test_one_pot_shares_out_by_one_set_of_weights():
    rows = (share("H", shares=1),)
    both = {"profit_share": 6, "guaranteed_rate": 6}
    assert len(season(2024, rows, **both).pots) == 1
    assert len(season(2024, rows, record_day=(6, 30), **both).pots) == 2
    assert season(2024, rows, party="village", **both).pots == []


def test_takers_are_households_or_the_party():
    rows = (share("B"), share("A"), share("A", "2024-02-01"), share("村集体"))
    assert season(2024, rows).takers() == [("household", "A"), ("household", "B")]
    assert season(2024, rows, party="village", party_number="V").takers() == [("village", "V")]
