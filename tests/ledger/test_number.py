"""Figures in number cells: a double is the decimal that somebody typed, or it is refused."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ledger.column import COLUMNS
from ledger.fault import Fault
from ledger.number import LIMIT, SCALE, reader

PRINCIPAL = COLUMNS["agreement.principal"]
AREA = COLUMNS["agreement.land_area"]
MULTIPLES = [Decimal(1), Decimal("0.5"), Decimal(2), Decimal(15), Decimal(10_000), Decimal(10**8)]
typed = st.decimals(min_value=0, max_value=10**9, places=4)


@given(typed, st.sampled_from(MULTIPLES), st.sampled_from([PRINCIPAL, AREA]))
def test_a_typed_decimal_is_read_as_it_was_typed_or_refused(figure, unit, column):
    exact = figure * unit * SCALE[column.type]
    found = reader(column, unit)(float(figure))
    if exact == int(exact) and exact <= LIMIT:
        assert found == int(exact)
    else:
        assert isinstance(found, Fault)


@given(st.floats(min_value=0, max_value=10**14, allow_nan=False))
def test_any_double_is_what_its_fifteen_digits_say(raw):
    exact = Decimal(format(raw, ".15g")) * 100
    found = reader(PRINCIPAL)(raw)
    if isinstance(found, Fault):
        assert exact != int(exact) or exact > LIMIT
    else:
        assert found == exact
