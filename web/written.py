"""Terms as a paper writes them: plain text in the language of the moment, numbers isolated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from flask_babel import gettext as _

from ledger.target import column_of
from models import business, place, project
from models.agreement import Agreement
from web import formats, model_text
from web.pages import terms
from web.pages.terms import Payday, Term
from web.paper import alone
from web.words.choice import choice

FIRST_STRONG, END = "\u2068", "\u2069"


def said(text: str) -> str:
    """Isolate a text that somebody typed, whichever way it runs."""
    return f"{FIRST_STRONG}{text}{END}" if text else ""


def money(fen: int) -> str:
    """1,234.50元, its number isolated."""
    return alone(formats.amount(fen)) + formats.current().yuan


def day(value: date) -> str:
    """A day in words."""
    return formats.current().day(value)


def _payday(each: Payday) -> str:
    words = formats.current().day_of_year(each.day)
    words = f"{_('次年')} {words}" if each.next_year else words
    return f"{words} {_('（%(n)s 份）', n=alone(each.ratio))}" if each.ratio > 1 else words


FORMS = {
    "money": money,
    "money4": lambda value: alone(formats.decimal(value)) + formats.current().yuan,
    "percent": lambda value: alone(formats.percent(value)),
    "number": lambda value: alone(formats.decimal(value)),
    "count": lambda value: alone(f"{value:,}"),
    "year": lambda value: formats.current().year(value),
    "day": day,
    "monthday": lambda value: formats.current().day_of_year(value),
    "paydays": lambda value: formats.current().join(map(_payday, value)),
    "text": said,
}


def term(found: Term) -> str:
    """Return how a term is written, without its unit of time."""
    if found.form == "choice":
        return choice(found.code, found.value)
    return FORMS[found.form](found.value)


def clause(cells: Mapping[str, Any], assets: Iterable[str]) -> dict[str, str]:
    """Return the terms of a clause as the model text names them."""
    row = SimpleNamespace(**{column_of(Agreement, name): value for name, value in cells.items()})
    # Where a list says nothing its first entry holds (columns.csv).
    row.combination = row.combination or "add"
    row.unit, row.remainder = row.unit or "fen", row.remainder or "largest"
    row.reduced_for, row.rent_step_years = row.reduced_for or "assisted", row.rent_step_years or 1
    found = {each.code: term(each) for each in terms.terms(row)}
    days = {name: day(value) for name in ("starts_on", "ends_on") if (value := getattr(row, name))}
    return (
        found
        | days
        | {
            "number": alone(row.number) if row.number else "",
            "business": alone(row.business) if row.business else "",
            "business_name": said(business.name_of(row.business)) if row.business else "",
            "project": alone(row.project) if row.project else "",
            "project_name": said(project.name_of(row.project)) if row.project else "",
            "party": choice("party", row.party),
            "party_name": party(row),
            "households": alone(row.households) if row.households is not None else "",
            "assets": formats.current().join(map(alone, assets)),
            "upstream": alone(row.upstream) if row.upstream else "",
            "template": said(row.template or model_text.VERSION),
            "printed": _printed(row.template),
        }
    )


def _printed(agreed: str | None) -> str:
    """Return the version of the model text on the paper, if another one was agreed."""
    return alone(model_text.VERSION) if agreed not in {None, model_text.VERSION} else ""


def party(row: Any) -> str:
    """Return who the party is by name."""
    if row.party == "household":
        return _("附表所列的农户")
    if not row.party_number:
        return ""
    if row.party == "business":
        return said(business.name_of(row.party_number))
    return said(place.name_of(row.party_number))


def whole(clauses: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return what the clauses say together: of a term that several state the first one's."""
    return {name: text for each in reversed([*clauses]) for name, text in each.items() if text}
