"""What of the findings concerns a business and may be shown to it: nothing about households.

The same matter in several villages is one matter to the business: it sees the sum, no village
and no count by village, and its reply stands beside each of the findings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.bulk import values
from models.finding import Finding
from models.household import Household
from models.scope import under
from rules.finding import WEIGHTS

SUBJECTS = ("agreement", "asset", "business", "project", "workshop", "voucher")
CONCEPTS = ("agreement", "asset", "business", "chain", "payment", "project", "result", "workshop")
SEVERAL = ";"  # between the values of one param
# They speak of kinds of households.
HIDDEN = ("agreement.labourless_left_out", "project.others_before_eligible")
WEIGHT_ORDER = {weight: place for place, weight in enumerate(WEIGHTS)}
# What tells one village's part of a matter from another's, or counts its households.
OF_A_VILLAGE = frozenset({"village", "households", "due", "paid", "amount", "days", "last_on"})
OF_HOUSEHOLDS = OF_A_VILLAGE | {"household", "holder", "numbers", "villages"}


@dataclass(frozen=True, slots=True)
class Concern:
    """One matter: its findings' ids, and what they have in common; `gap` is fen in all.

    `params` are what its sentence names, or nothing where they would tell of households.
    """

    ids: tuple[UUID, ...]
    code: str
    article: str
    weight: str
    agreement: str
    gap: int | None
    since: date
    ended_on: date | None
    params: tuple[tuple[str, str], ...]
    kind: str
    due_on: date | None

    @property
    def id(self) -> UUID:
        """Return what the matter is addressed by."""
        return self.ids[0]


def of_business(number: str, scope: str = "") -> list[Concern]:
    """Return what is open about a business, duties first, the oldest on top; of a scope, or all."""
    where = Finding.ended_on.is_null()
    if scope:
        where &= under(Finding.place, scope)
    found = _grouped(_rows(number, where))
    return sorted(found, key=lambda each: (WEIGHT_ORDER[each.weight], each.since, str(each.id)))


def find(number: str, finding: UUID) -> Concern | None:
    """Return the matter that this finding belongs to, or None where it is not the business's.

    One that has ended is found too, with the day: what was said of it stays readable.
    """
    own = next(iter(_rows(number, Finding.id == finding)), None)
    if own is None:
        return None
    same = Finding.ended_on.is_null() if own.ended_on is None else Finding.id == finding
    return next(each for each in _grouped(_rows(number, same)) if finding in each.ids)


def _rows(number: str, where: Any) -> list[Any]:
    shown = Finding.subject_kind.in_(SUBJECTS) & Finding.code.not_in(HIDDEN)
    # What a collective owes its members is not the business's to pay.
    mine = (Finding.business == number) & (Finding.actor != "village")
    query = Finding.select().where(mine & shown & where).order_by(Finding.id)
    return [row for row in query.namedtuples() if row.code.partition(".")[0] in CONCEPTS]


def _grouped(rows: Iterable[Any]) -> list[Concern]:
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        params = _params(row)
        same = tuple(sorted(each for each in params.items() if each[0] not in OF_A_VILLAGE))
        key = (row.code, row.subject_kind, row.subject_number, row.agreement, row.weight, same)
        groups.setdefault(key, []).append(row)
    named = _households({text for rows in groups.values() for text in _texts(rows[0])})
    return [_concern(rows, named) for rows in groups.values()]


def _concern(rows: list[Any], named: set[str]) -> Concern:
    first, params = rows[0], _params(rows[0])
    gaps = [row.gap for row in rows if row.gap is not None]
    private = params.keys() & OF_HOUSEHOLDS or named & set(_texts(first))
    due_on = params.get("due_on")
    return Concern(
        ids=tuple(row.id for row in rows),
        code=first.code,
        article=first.article,
        weight=first.weight,
        agreement=first.agreement,
        gap=sum(gaps) if gaps else None,
        since=min(row.since for row in rows),
        ended_on=first.ended_on,
        params=() if private else tuple(params.items()),
        kind=params.get("due_kind", ""),
        due_on=date.fromisoformat(due_on) if due_on else None,
    )


def _params(row: Any) -> dict[str, str]:
    return dict(json.loads(row.params))


def _texts(row: Any) -> list[str]:
    """Return what a finding names, several values of one param apart."""
    return [each for value in _params(row).values() for each in str(value).split(SEVERAL)]


def _households(texts: set[str]) -> set[str]:
    """Return those of these texts that are a household's number or its head's name."""
    found: set[str] = set()
    for column in (Household.number, Household.head):
        query = Household.select(column).where(column.in_(sorted(texts)))
        found.update(values(query))
    return found
