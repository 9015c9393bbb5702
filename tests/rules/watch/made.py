"""Agreements and assets made for tests of the watch: yuan, percent and years in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from rules.facts import Terms
from rules.line import Finding, Step
from rules.watch.facts import Asset, Deal, Project, Rate, Roster
from tests.rules.made import day, fen, scaled, terms

ON = date(2026, 6, 1)
# Real days: 3.45 % until 2024-07-21, 3.35 % from the next day on.
LPR = (
    Rate(date(2019, 8, 20), 4250),
    Rate(date(2023, 8, 21), 3450),
    Rate(date(2024, 7, 22), 3350),
)
STATED = {
    "due": "12-20",
    "payment_form": "one_card",
    "households": 10,
    "entry_terms": "申请",
    "exit_terms": "提前三十天",
    "liability": "按日计息",
    "duties": "各自",
    "ownership": "村集体",
    "witness": "某乡",
    "project": "P-1",
    "source": "linkage_fund",
}


def debt(signed: str = "2024-03-01", **values) -> Terms:
    """Return a complete debt of 100,000 at 5 % for 24 months."""
    named = {"stake": "debt", "principal": 100_000, "guaranteed_rate": 5, **STATED, **values}
    if "guaranteed_amount" in values:
        named.pop("guaranteed_rate")
    start = named.pop("start", "2025-01-01")
    end = named.pop("end", "2026-12-31")
    return terms(start, end, signed_on=signed, **named)


def deal(*rows: Terms, **values) -> Deal:
    """Return an agreement with ten households and the rates on record."""
    named = {"roster": Roster(10), "rates": LPR, **values}
    return Deal("A", rows, **named)


def asset(number: str = "Z-1", **values) -> Asset:
    """Return a greenhouse of 100,000 in use for ten years from 2024 on, 5 % residual."""
    money = {"cost": 100_000, **values}
    money = {
        name: fen(value) if name in {"cost", "public_money", "appraised"} and value else value
        for name, value in money.items()
    }
    made = Asset(
        *(number, "P-1", "棚", money.pop("kind", "greenhouse"), money.pop("cost")),
        *(day(money.pop("used", "2024-01-01")), scaled(money.pop("years", 10), 10_000)),
        *(money.pop("in_base", True), "村集体"),
    )
    return replace(made, **money)


def project(**values) -> Project:
    named = {"fund_central": fen(100_000), **values}
    return Project("P-1", "棚", 2024, "operating", True, "农业农村局", "某公司", **named)


def params(found: Finding) -> dict[str, str]:
    return dict(found.params)


def by_code(found: Iterable[Finding]) -> dict[str, Finding]:
    """Return findings by code; one that is there twice is a mistake of the test."""
    listed = list(found)
    assert len({each.code for each in listed}) == len(listed)
    return {each.code: each for each in listed}


def holds(made: Step) -> bool:
    """Say whether a step's right side is what its left side comes to, as far as it is written."""
    left, _, right = made.formula.partition("=")
    assert re.fullmatch(r"[\d.+−×÷()]+", left)
    signs = {"−": "-", "×": "*", "÷": "/"}
    number = re.sub(r"\d+(\.\d+)?", lambda each: f"Fraction('{each[0]}')", left)
    text = "".join(signs.get(sign, sign) for sign in number)
    value = eval(text, {"Fraction": Fraction})
    finest = Fraction(1, 10 ** len(right.partition(".")[2]))
    return right == made.value and abs(value - Fraction(right)) < finest
