"""Facts of any shape, for the properties that hold whatever a ledger says."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from rules.facts import (
    COLLECTIVE,
    OTHERS,
    Delivery,
    DueDay,
    Facts,
    Payment,
    Plan,
    Portion,
    Price,
    Result,
    Settlement,
    Share,
    Terms,
)

DAYS = st.dates(date(2022, 1, 1), date(2026, 12, 31))
HOUSEHOLDS = st.sampled_from(["H1", "H2", "H3", "古丽"])
HOLDERS = HOUSEHOLDS | st.sampled_from([COLLECTIVE, OTHERS])
CLAUSES = st.sampled_from([1, 1, 2])
YEARS = st.integers(2022, 2026)
MONTH_DAYS = st.sampled_from([(1, 31), (2, 28), (2, 29), (6, 30), (9, 1), (12, 20)])
UNITS = st.sampled_from(["fen", "jiao", "yuan"])


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


MONEY, RATE, NUMBER = st.integers(0, 10**7), st.integers(0, 50_000), st.integers(0, 10**6)
DUE_DAYS = st.builds(
    lambda when, later, ratio: DueDay(*when, later, ratio),
    MONTH_DAYS,
    st.booleans(),
    st.integers(0, 3),
)
PARTY = {
    "party": st.sampled_from(["household"] * 4 + ["village", "business"]),
    "party_number": st.sampled_from(["", "V1"]),
    "mode": st.sampled_from(["share", "training"]),
    "year_kind": st.sampled_from(["calendar", "agreement"]),
    "unit": UNITS,
    "remainder": st.sampled_from(["largest", "collective"]),
    "due_days": st.lists(DUE_DAYS, max_size=3).map(tuple),
}
POTS = {
    "principal": maybe(MONEY),
    "shares": maybe(NUMBER),
    "guaranteed_rate": maybe(RATE),
    "guaranteed_amount": maybe(MONEY),
    "profit_share": maybe(RATE),
    "combination": st.sampled_from(["add", "offset", "switch"]),
    "pays_from_year": maybe(YEARS),
    "record_day": maybe(MONTH_DAYS),
}
RENTS = {
    "land_area": maybe(NUMBER),
    "rent_kind": st.sampled_from([None, "cash", "in_kind"]),
    "rent_price": maybe(MONEY),
    "rent_growth": maybe(RATE),
    "rent_step_amount": maybe(st.integers(0, 10**4)),
    "rent_step_years": st.integers(1, 3),
    "rent_crop": st.just("麦"),
    "rent_crop_kg": maybe(NUMBER),
    "rent_price_day": maybe(MONTH_DAYS),
}
OTHERS_OF_A_CLAUSE = {
    "crop": maybe(st.just("瓜")),
    "crop_kg": maybe(NUMBER),
    "floor_price": maybe(NUMBER),
    "premium": maybe(NUMBER),
    "wage": maybe(MONEY),
    "work_time": maybe(NUMBER),
    "fee": maybe(MONEY),
    "reduced_fee": maybe(MONEY),
    "reduced_for": st.sampled_from(["assisted", "all"]),
}


def terms() -> st.SearchStrategy[Terms]:
    """Draw one row of terms, any columns filled."""
    columns = PARTY | POTS | RENTS | OTHERS_OF_A_CLAUSE
    days = dict.fromkeys(("in_force_from", "starts_on", "signed_on"), DAYS)
    return st.builds(Terms, st.just("A"), CLAUSES, ends_on=maybe(DAYS), **days, **columns)


def shares() -> st.SearchStrategy[Share]:
    number = maybe(st.integers(0, 10**6))
    return st.builds(
        Share, CLAUSES, HOLDERS, DAYS, maybe(DAYS), number, number, number, st.integers(1, 3)
    )


def results() -> st.SearchStrategy[Result]:
    profit = maybe(st.integers(-(10**7), 10**8))
    rounds = st.integers(1, 2)
    return st.builds(Result, CLAUSES, YEARS, rounds, DAYS, profit, maybe(st.integers(0, 10**5)))


def deliveries() -> st.SearchStrategy[Delivery]:
    numbers = st.sampled_from(["D1", "D2"])
    kg = st.integers(0, 10**7)
    return st.builds(Delivery, CLAUSES, HOUSEHOLDS, numbers, DAYS, kg, maybe(st.integers(0, 10**5)))


def settlements() -> st.SearchStrategy[Settlement]:
    return st.builds(Settlement, CLAUSES, HOUSEHOLDS, DAYS, st.integers(0, 10**6))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan, decided or not, with stated amounts or without."""
    portion = st.builds(
        Portion, HOUSEHOLDS, maybe(st.integers(0, 10**6)), maybe(st.integers(0, 10**5))
    )
    return Plan(
        draw(st.sampled_from(["P1", "P2"])),
        "V1",
        draw(YEARS),
        draw(maybe(st.integers(0, 10**6))),
        agreement="A",
        basis=draw(st.sampled_from([None, "amount", "shares", "household", "person"])),
        unit=draw(UNITS),
        decided_on=draw(maybe(DAYS)),
        due_on=draw(maybe(DAYS)),
        portions=tuple(draw(st.lists(portion, max_size=4, unique_by=lambda row: row.household))),
    )


def payments() -> st.SearchStrategy[Payment]:
    kinds = st.sampled_from([None, "guaranteed", "dividend", "rent", "order", "portion", "other"])
    return st.builds(
        Payment,
        st.sampled_from(["A", "A", "P1"]),
        HOLDERS | st.just("V1"),
        YEARS,
        st.integers(-(10**5), 10**6),
        DAYS,
        st.sampled_from(["V1", "V2"]),
        st.just("normal"),
        maybe(st.integers(1, 2)),
        kinds,
    )


def prices() -> st.SearchStrategy[Price]:
    return st.builds(Price, st.sampled_from(["麦", "瓜"]), DAYS, st.integers(0, 10**5))


def rows(strategy: st.SearchStrategy, most: int, key: object = None) -> st.SearchStrategy:
    """Draw rows that differ in their key, as the ledger demands."""
    return st.lists(strategy, max_size=most, unique_by=key).map(tuple)


def facts() -> st.SearchStrategy[Facts]:
    """Draw all facts of an agreement."""
    return st.builds(
        Facts,
        st.just("A"),
        rows(terms(), 3, lambda row: (row.clause, row.in_force_from)),
        rows(shares(), 6, lambda row: (row.clause, row.holder, row.joined_on)),
        rows(results(), 4, lambda row: (row.clause, row.year, row.round)),
        rows(deliveries(), 3, lambda row: (row.clause, row.household, row.number)),
        rows(settlements(), 2, lambda row: (row.clause, row.household, row.to_day)),
        rows(plans(), 2, lambda row: row.number),
        rows(payments(), 5),
        rows(prices(), 3, lambda row: (row.crop, row.day)),
        st.frozensets(HOUSEHOLDS),
    )
