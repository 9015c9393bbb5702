from datetime import date

import pytest

from rules.clause import clauses
from rules.heading import Heading
from tests.rules.made import terms


@pytest.mark.parametrize(("name", "fen"), [("fen", 1), ("jiao", 10), ("yuan", 100)])
def test_the_unit_is_in_fen(name, fen):
    row = terms(unit=name)
    (clause,) = clauses([row], date(2024, 1, 1))
    assert Heading(clause, row, next(clause.years())).unit == fen
