"""The guarantee of a roster that comes and goes, beside a slow reading of the same sentences."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.facts import COLLECTIVE, OTHERS
from tests.rules.made import compute, share, terms
from tests.rules.oracle import DAY, counted_months, rounded, shared

FIRST, LAST = date(2023, 1, 1), date(2025, 12, 31)
OFFSETS = st.integers(0, 1000)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["H1", "H2", "H3", COLLECTIVE, OTHERS]),
        OFFSETS,
        st.none() | OFFSETS,
        st.integers(1, 500),
    ),
    max_size=5,
    unique_by=lambda row: row[:2],
)
NAMES = {COLLECTIVE: "(1 village)", OTHERS: "(2 business)"}
PARTIES = {"village": "(1 village)", "business": "(2 business)", "unassigned": "(3 unassigned)"}


def months(start, first, last):
    """Return the months of these days, counted from the start."""
    return counted_months(start, last) - counted_months(start, first - DAY)


def held(rows, first, last):
    """Return each row with its days in a year."""
    for holder, joined, left, number in rows:
        begin = max(first, FIRST + timedelta(joined))
        end = last if left is None else min(last, FIRST + timedelta(left))
        if begin <= end:
            yield holder, begin, end, number


def most(rows, first, last):
    """Return the largest total held on any one day."""
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    return max(sum(row[3] for row in rows if row[1] <= day <= row[2]) for day in days)


def expected(start, rows, total, year, amount):
    """Return who gets how many fen of a year's guarantee, or None for a roster in dispute."""
    first, last = max(start, date(year, 1, 1)), min(LAST, date(year, 12, 31))
    pot = rounded(Fraction(amount) * months(start, first, last) / 12, 0)
    own = list(held(rows, first, last))
    weights = {}
    for holder, begin, end, number in own:
        name = NAMES.get(holder, holder)
        weights[name] = weights.get(name, Fraction(0)) + number * months(start, begin, end)
    whole = (most(own, first, last) if total is None else total) * months(start, first, last)
    rest = whole - sum(weights.values())
    if rest < 0:
        return None
    if rest or not weights:
        bearers = [name for name in PARTIES.values() if name in weights]
        bearer = bearers[0] if bearers else "(3 unassigned)"
        weights[bearer] = weights.get(bearer, Fraction(0)) + (rest or 1)
    parts = shared(int(pot), list(weights.values()), list(weights), year)
    return dict(zip(weights, parts, strict=True))


@settings(max_examples=25, deadline=None)
@given(
    st.dates(FIRST, date(2024, 6, 30)),
    ROWS,
    st.none() | st.integers(300, 2000),
    st.integers(0, 10**6),
)
def test_the_guarantee_of_every_year_is_what_the_slow_reading_gives(start, rows, total, amount):
    row = terms(str(start), str(LAST), shares=total, guaranteed_amount=amount / 100)
    last = row.ends_on.day == start.day
    if last:
        return
    shares = [
        share(holder, joined=FIRST + timedelta(joined), shares=number, left=left_on(left))
        for holder, joined, left, number in rows
    ]
    found = compute(row, *shares)
    for year in range(start.year, 2026):
        lines = [line for line in found.lines if line.year == year]
        got = {PARTIES.get(line.party, line.party_number): line.due for line in lines}
        wanted = expected(start, rows, total, year, amount)
        assert wanted == got if wanted is not None else set(got.values()) == {None}


def left_on(left):
    return None if left is None else FIRST + timedelta(left)
