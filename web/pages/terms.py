"""The terms of a clause, one by one: which there are, what kind of value each has, per what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.facts import due_days, month_day

LEAP = 2000  # a year that has every day


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its value; `form` says how to write it, `per` for what it is."""

    code: str
    form: str
    value: Any
    per: str = ""


@dataclass(frozen=True, slots=True)
class Payday:
    """A day of 兑现时限; of several, `ratio` is its part."""

    day: date
    next_year: bool
    ratio: int


# code → how its value is written, and per what
FORMS = {
    "principal": ("money", ""),
    "shares": ("number", "shares"),
    "guaranteed_rate": ("percent", "year"),
    "guaranteed_amount": ("money", "year"),
    "profit_share": ("percent", ""),
    "combination": ("choice", ""),
    "pays_from_year": ("year", ""),
    "record_day": ("monthday", ""),
    "land_area": ("number", "mu"),
    "rent_kind": ("choice", ""),
    "rent_price": ("money", "mu_year"),
    "rent_growth": ("percent", ""),
    "rent_step_amount": ("money", "mu"),
    "rent_step_years": ("count", "years"),
    "rent_crop": ("text", ""),
    "rent_crop_kg": ("number", "kg_mu_year"),
    "rent_price_day": ("monthday", ""),
    "crop": ("text", ""),
    "crop_kg": ("number", "kg_household_year"),
    "floor_price": ("money4", "kg"),
    "premium": ("money4", "kg"),
    "job": ("text", ""),
    "wage": ("money", ""),
    "wage_unit": ("choice", ""),
    "work_time": ("number", "year"),
    "service": ("text", ""),
    "fee": ("money", "household_year"),
    "reduced_fee": ("money", "household_year"),
    "reduced_for": ("choice", ""),
    "unit": ("choice", ""),
    "remainder": ("choice", ""),
    "payment_form": ("choice", ""),
    "due_days": ("paydays", ""),
    "penalty_rate": ("percent", "day"),
    "stake": ("choice", ""),
    "source": ("choice", ""),
    "written_reason": ("text", ""),
    "entry_terms": ("text", ""),
    "exit_terms": ("text", ""),
    "liability": ("text", ""),
    "duties": ("text", ""),
    "ownership": ("text", ""),
    "witness": ("text", ""),
    "template": ("text", ""),
    "buyback_price": ("money", ""),
    "buyback_on": ("day", ""),
    "buyback_by": ("text", ""),
}
LONG = frozenset(
    {"written_reason", "entry_terms", "exit_terms", "liability", "duties", "ownership"}
)
# What an agreement must say (art. 15; 10(3) for the days of payment).
CORE = ("ends_on", "due_days", "entry_terms", "exit_terms", "liability")


def term(row: Any, code: str) -> Term | None:
    """Return one term of a row of the agreement, or None where its cell is empty."""
    value = getattr(row, code)
    if value is None or value == "":
        return None
    form, per = FORMS[code]
    if form == "paydays":
        return Term(code, form, paydays(value), per)
    if form == "monthday":
        value = date(LEAP, *(month_day(value) or (1, 1)))
    return Term(code, form, value, per)


def terms(row: Any) -> list[Term]:
    """Return all terms of a row that are written, in the order of reading."""
    return [found for code in FORMS if (found := term(row, code)) is not None]


def paydays(text: str) -> tuple[Payday, ...]:
    """Return the days of 兑现时限."""
    return tuple(
        Payday(date(LEAP, day.month, day.day), day.next_year, day.ratio) for day in due_days(text)
    )


def missing(row: Any, mode: str) -> tuple[str, ...]:
    """Return which of the core terms a row does not have; training has no days of payment."""
    asked = [code for code in CORE if mode != "training" or code != "due_days"]
    return tuple(code for code in asked if not getattr(row, code))
