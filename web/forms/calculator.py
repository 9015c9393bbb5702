"""The calculator's form: the cells of each way of linking, and the trial that they describe."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from flask_babel import gettext as _

from ledger.problem import Problem
from ledger.term import cell
from rules.facts import Share, Terms
from rules.month import on_month_day
from rules.trial import HOLDER, NUMBER, Trial
from rules.watch.facts import Asset
from web.forms import day
from web.pages.calculator import CELLS, Asked
from web.words import problem as words

LONGEST = 40
MOST_YEARS = 30
# Cells that are no terms of an agreement: the column of the ledger that they are read as.
COLUMNS = {
    "kg": "delivery.kg",
    "price": "price.yuan_per_kg",
    "part": "share.amount",
    "profit": "result.profit",
    "units": "settlement.units",
    "cost": "asset.cost",
    "life_years": "asset.life_years",
}
# Without one of each group there is nothing to compute.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "order": (("kg",), ("price", "floor_price")),
    "custody": (("part", "principal"), ("guaranteed_rate", "guaranteed_amount", "profit_share")),
    "share": (("part", "principal"), ("guaranteed_rate", "guaranteed_amount", "profit_share")),
    "land": (("land_area",), ("rent_price",)),
    "work": (("wage",), ("wage_unit",), ("units",)),
    "training": (),
    "service": (("fee",), ("reduced_fee",)),
    "chain": (("part", "principal"), ("guaranteed_rate", "guaranteed_amount", "profit_share")),
}
# What stands in the form at first: invented, so that a reader sees how it works.
EXAMPLES: Mapping[str, str] = {
    "order": "kg=2000&price=2.8&floor_price=2.6&premium=0.1",
    "custody": "stake=equity&part=20000&guaranteed_rate=6&years=3",
    "share": "stake=debt&part=10000&principal=500000&guaranteed_rate=5"
    "&profit=80000&profit_share=30&combination=add&years=3",
    "land": "land_area=12.5&rent_price=600&rent_growth=5&rent_step_years=3&years=5",
    "work": "wage=130&wage_unit=day&units=90",
    "training": "",
    "service": "fee=800&reduced_fee=300",
    "chain": "stake=equity&part=5000&guaranteed_rate=4&years=2",
}


def read(sent: Mapping[str, str], today: date) -> Asked:
    """Read an address; one that names no cell at all holds the example of its mode."""
    mode = sent.get("mode", "")
    mode = mode if mode in CELLS else "share"
    names = (*CELLS[mode], "years", "starts_on")
    texts = {name: sent[name].strip()[:LONGEST] for name in names if sent.get(name, "").strip()}
    texts = texts or dict(parse_qsl(EXAMPLES[mode]))
    texts = {"years": "1", "starts_on": today.isoformat(), **texts}
    values, errors = _values(CELLS[mode], texts)
    starts, ends = _term(texts, errors, today)
    for group in NEEDED[mode]:
        if not any(texts.get(name) for name in group):
            errors[group[0]] = _("请填这一格。")
    if errors or starts is None or not CELLS[mode]:
        return Asked(mode, texts, errors)
    return Asked(mode, texts, errors, _trial(mode, values, starts, ends))


def _values(
    names: tuple[str, ...], texts: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name in names:
        found = cell(COLUMNS.get(name, f"agreement.{name}"), texts.get(name, ""))
        if isinstance(found, Problem):
            errors[name] = words.expected(found)
        else:
            values[name] = found
    return values, errors


def _term(
    texts: Mapping[str, str], errors: dict[str, str], today: date
) -> tuple[date | None, date | None]:
    """Return the first day and the day on which the years end, or say what is wrong."""
    years = texts["years"]
    if not (years.isascii() and years.isdecimal() and 1 <= int(years) <= MOST_YEARS):
        errors["years"] = _("请写1到%(most)s之间的整数。", most=MOST_YEARS)
    starts = day.read(texts["starts_on"])
    if starts is None:
        errors["starts_on"] = day.error(today)
    if errors or starts is None:
        return starts, None
    return starts, on_month_day(starts.year + int(years), starts.month, starts.day)


def _trial(mode: str, values: dict[str, Any], starts: date, ends: date | None) -> Trial:
    beside = {name: values.pop(name) for name in list(values) if name in COLUMNS}
    part, whole = beside.get("part"), values.get("principal")
    if "principal" in values:
        values["principal"] = whole or part
    known = {name: value for name, value in values.items() if value is not None}
    if "stake" in known:
        known["source"] = "own" if known["stake"] == "own" else "linkage_fund"
    terms = Terms(
        agreement=NUMBER,
        clause=1,
        in_force_from=starts,
        starts_on=starts,
        signed_on=starts,
        ends_on=ends,
        mode=mode,
        crop="-" if mode == "order" else None,
        **known,
    )
    held = Share(1, HOLDER, starts, amount=part or whole, area=values.get("land_area"))
    supposed = {name: beside.get(name) for name in ("profit", "kg", "units", "price")}
    return Trial(terms, held, asset=_asset(beside, starts), **supposed)


def _asset(beside: Mapping[str, Any], starts: date) -> Asset | None:
    """Return what is leased, in use since the first day, all of it paid with public money."""
    cost, life = beside.get("cost"), beside.get("life_years")
    if not cost or not life:
        return None
    return Asset(
        number=NUMBER,
        project=NUMBER,
        name="",
        kind="other",
        cost=cost,
        in_use_from=starts,
        life_years=life,
        in_base=True,
        owner="",
    )
