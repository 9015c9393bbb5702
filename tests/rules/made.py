"""Facts made for tests: yuan and plain numbers in, the rules' scaled whole numbers out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from rules.due import outcome
from rules.facts import (
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
from rules.line import Line, Outcome

LATER = date(2040, 1, 1)  # a day on which every fact of a test is known
FEN, RATE, FOURTH = 100, 1000, 10_000
MONEY = {"principal", "guaranteed_amount", "rent_price", "rent_step_amount", "wage", "fee"}
MONEY |= {"reduced_fee", "amount", "profit", "pot", "due", "paid"}
RATES = {"guaranteed_rate", "profit_share", "rent_growth"}
FOURTHS = {"shares", "land_area", "rent_crop_kg", "crop_kg", "floor_price", "premium", "work_time"}
FOURTHS |= {"area", "per_share", "kg", "price", "units", "basis"}


def scaled(number: float | str | Decimal, by: int) -> int:
    """Return the number as a scaled whole number; anything finer is a mistake in the test."""
    exact = Decimal(str(number)) * by
    assert exact == exact.to_integral_value()
    return int(exact)


def fen(yuan: float | str) -> int:
    return scaled(yuan, FEN)


def scale(values: dict) -> dict:
    """Return the values with money as fen, rates as hundred-thousandths, others as fourths."""
    found = {}
    for name, value in values.items():
        by = FEN if name in MONEY else RATE if name in RATES else FOURTH if name in FOURTHS else 0
        found[name] = scaled(value, by) if by and value is not None else value
    return found


def day(text: str | date) -> date:
    return text if isinstance(text, date) else date.fromisoformat(text)


def due_days(text: str) -> tuple[DueDay, ...]:
    """Return the days of 兑现时限 as the ledger writes them: 06-30=2;次年01-15=1."""
    found = []
    for entry in filter(None, text.split(";")):
        when, _, ratio = entry.partition("=")
        month, _, number = when.removeprefix("次年").partition("-")
        following = when.startswith("次年")
        found.append(DueDay(int(month), int(number), following, int(ratio or 1)))
    return tuple(found)


def terms(start: str = "2023-01-01", end: str | None = "2027-12-31", **values) -> Terms:
    days = {name: day(values.pop(name, start)) for name in ("in_force_from", "signed_on")}
    values["due_days"] = due_days(values.pop("due", "12-20"))
    number = values.pop("clause", 1)
    ends_on = None if end is None else day(end)
    return Terms("A", number, starts_on=day(start), ends_on=ends_on, **days, **scale(values))


def share(holder: str, joined: str = "2000-01-01", left: str | None = None, **values) -> Share:
    number = values.pop("clause", 1)
    return Share(number, holder, day(joined), None if left is None else day(left), **scale(values))


def result(year: int, confirmed: str | None = None, number: int = 1, **values) -> Result:
    on = day(confirmed or f"{year + 1}-02-01")
    return Result(values.pop("clause", 1), year, number, on, **scale(values))


def delivery(household: str, on: str, number: str = "D1", **values) -> Delivery:
    return Delivery(values.pop("clause", 1), household, number, day(on), **scale(values))


def settlement(household: str, to: str, units: float, clause: int = 1) -> Settlement:
    return Settlement(clause, household, day(to), scaled(units, FOURTH))


def payment(holder: str, year: int, yuan: float | str, on: str, **values) -> Payment:
    slip = values.pop("voucher", f"{holder}-{on}")
    agreement = values.pop("agreement", "A")
    return Payment(agreement, holder, year, fen(yuan), day(on), slip, **values)


def price(crop: str, on: str, yuan: float | str) -> Price:
    return Price(crop, day(on), scaled(yuan, FOURTH))


def plan(number: str = "P", year: int = 2024, portions: dict | None = None, **values) -> Plan:
    rows = tuple(Portion(holder, **scale(row)) for holder, row in (portions or {}).items())
    days = {name: day(values.pop(name)) for name in ("decided_on", "due_on") if values.get(name)}
    values.setdefault("pot", None)
    return Plan(number, "village", year, portions=rows, **days, **scale(values))


def households(count: int, **values) -> tuple[Share, ...]:
    """Return so many households with alike rows."""
    return tuple(share(f"H{number:04d}", **values) for number in range(1, count + 1))


def compute(*rows: object, on: date = LATER, **more) -> Outcome:
    """Return the outcome of these facts, each row going where its kind belongs."""
    kinds = {
        Terms: "terms",
        Share: "shares",
        Result: "results",
        Delivery: "deliveries",
        Settlement: "settlements",
        Plan: "plans",
        Payment: "payments",
        Price: "prices",
    }
    facts = Facts("A", **more)
    for row in rows:
        name = kinds[type(row)]
        facts = replace(facts, **{name: (*getattr(facts, name), row)})
    return outcome(facts, on)


def lines(found: Outcome, **wanted) -> list[Line]:
    """Return the lines whose fields have these values."""
    return [
        line
        for line in found.lines
        if all(getattr(line, name) == value for name, value in wanted.items())
    ]


def line(found: Outcome, **wanted) -> Line:
    """Return the only line with these values."""
    (only,) = lines(found, **wanted)
    return only


def dues(found: Outcome, **wanted) -> list[int | None]:
    return [line.due for line in lines(found, **wanted)]


def codes(found: Outcome) -> set[str]:
    return {finding.code for finding in found.findings}
