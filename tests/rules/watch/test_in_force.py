from datetime import date

import pytest

from rules.watch.facts import Parameters
from rules.watch.in_force import binds, first_year, since


@pytest.mark.parametrize(
    ("issued", "year", "day"),
    [
        (None, 2024, date(2024, 1, 1)),
        (date(2023, 5, 12), 2024, date(2023, 5, 12)),
        (date(2023, 1, 1), 2023, date(2023, 1, 1)),
        (date(2023, 12, 31), 2024, date(2023, 12, 31)),
    ],
)
def test_a_year_is_bound_only_if_all_of_it_is(issued, year, day):
    parameters = Parameters(issued_on=issued)
    assert first_year(parameters) == year
    assert since(parameters) == day
    assert binds(year, parameters)
    assert not binds(year - 1, parameters)
