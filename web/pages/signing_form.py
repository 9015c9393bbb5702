"""The form of an agreement being signed: the cells its mode needs, in the order of articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ledger.column import COLUMNS, Column
from ledger.term import PLACED, is_long

CONCEPT = "agreement."
ISO = re.compile(r"\d{4}-\d{2}-\d{2}|")
HEAD = ("number", "business", "project", "signed_on", "starts_on")
# What article 10 describes, mode by mode; the term comes first, what is paid last.
OWN = {
    "order": ("crop", "crop_kg", "floor_price", "premium", "service"),
    "custody": (),
    "share": (),
    "land": (
        *("land_area", "rent_kind", "rent_price", "rent_growth", "rent_step_amount"),
        *("rent_step_years", "rent_crop", "rent_crop_kg", "rent_price_day"),
    ),
    "work": ("job", "work_time", "wage", "wage_unit"),
    "training": ("service",),
    "service": ("service", "fee", "reduced_fee", "reduced_for"),
    "chain": ("upstream", "service"),
}
PAID = ("payment_form", "due_days")
UNPAID = frozenset({"training", "service"})
STAKE = ("stake", "source")
RETURN = (
    *("principal", "shares", "guaranteed_rate", "guaranteed_amount", "profit_share"),
    *("combination", "pays_from_year", "record_day", "year_kind", "unit", "remainder"),
)
BUYBACK = ("buyback_price", "buyback_on", "buyback_by")
INVESTED = frozenset({"custody", "share", "chain"})
PEOPLE = (
    *("party", "party_number", "households"),
    *("entry_terms", "exit_terms", "liability", "penalty_rate"),
)
MODEL = ("ownership", "duties", "witness", "template")
# Cells that are chosen among what is known: the list that offers it.
OFFERED = {
    "business": "businesses",
    "project": "projects",
    "witness": "witnesses",
    "template": "templates",
}
AMOUNTS = frozenset({"money", "money4", "number", "percent"})
COUNTS = frozenset({"integer", "year"})
ASSETS = "assets"


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of the form; `kind`: text, long, choice, date, days, amount or count.

    `choices` are the codes of a closed list, `offered` names a list of suggestions; `known` is the
    name that the ledger has for a number, "" where it has none.
    """

    name: str
    kind: str
    value: str = ""
    error: str = ""
    choices: tuple[str, ...] = ()
    offered: str = ""
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the cells: what was typed, names for numbers, what is wrong."""

    texts: Mapping[str, str]
    assets: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """The cells of one article; `article` is empty for those that name the agreement."""

    code: str
    article: str
    fields: tuple[Field, ...]


def groups_of(mode: str) -> dict[str, tuple[str, ...]]:
    """Return the names of the cells that a mode needs, by group."""
    paid = () if mode in UNPAID else PAID
    money = (*STAKE, *RETURN, ASSETS, *BUYBACK) if mode in INVESTED else ()
    if mode == "land":
        money = (*STAKE, "principal", "guaranteed_amount", ASSETS)
    found = {
        "head": HEAD,
        "10": ("ends_on", *OWN[mode], *paid),
        "13": (*money, "written_reason") if money else (),
        "15": PEOPLE,
        "18": MODEL if money else ("source", *MODEL),
    }
    return {code: names for code, names in found.items() if names}


def names_of(mode: str, filled: Iterable[str] = ()) -> tuple[str, ...]:
    """Return every cell on the form, also those that a mode does not need and that are filled."""
    own = [name for names in groups_of(mode).values() for name in names]
    return (*own, *more(own, filled))


def more(own: Iterable[str], filled: Iterable[str]) -> tuple[str, ...]:
    """Return the filled cells that are not among a form's own: nothing is signed unseen."""
    known = {*own, "mode", *(name.removeprefix(CONCEPT) for name in PLACED)}
    return tuple(name for name in filled if name not in known)


def build(mode: str, given: Given) -> tuple[Group, ...]:
    """Return the form with what was typed and what is wrong with it."""
    typed = {name.removeprefix(CONCEPT): text for name, text in given.texts.items() if text}
    shown = groups_of(mode)
    rest = more([name for names in shown.values() for name in names], typed)
    if rest:
        shown = {**shown, "more": rest}
    typed[ASSETS] = given.assets
    articles = {"10": article_of(mode), "13": "13", "15": "15", "18": "18"}
    return tuple(
        Group(
            code,
            articles.get(code, ""),
            tuple(_field(name, typed.get(name, ""), given) for name in names),
        )
        for code, names in shown.items()
    )


def article_of(mode: str) -> str:
    """Return the item of article 10 that describes a mode."""
    return f"10({list(OWN).index(mode) + 1})"


def _field(name: str, value: str, given: Given) -> Field:
    error = given.errors.get(name, "")
    if name == ASSETS:
        return Field(name, "text", value, error)
    column = COLUMNS[CONCEPT + name]
    choices = tuple(code for code, _ in column.choices)
    offered, known = OFFERED.get(name, ""), given.names.get(name)
    return Field(name, _kind(column, value), value, error, choices, offered, known)


def _kind(column: Column, value: str) -> str:
    if column.type == "date":
        # A browser empties a date field that holds anything else.
        return "date" if ISO.fullmatch(value) else "days"
    if column.type in AMOUNTS:
        return "amount"
    if column.type in COUNTS:
        return "count"
    if column.type in {"monthday", "monthdays"}:
        return "days"
    if column.type == "choice":
        return "choice"
    return "long" if is_long(column.field) else "text"
