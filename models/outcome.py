"""Outcomes: what the arithmetic met in each agreement, kept beside the dues that came of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from peewee import JOIN, DateField, TextField, fn

from models.agreement import Agreement
from models.bulk import columns, delete, tuples, upsert, values, where_in
from models.database import Table
from models.payment import Plan
from rules import line
from rules.line import Finding

Row = tuple[Any, ...]


class Outcome(Table):
    """The findings of `rules.line.Outcome` as JSON, one row for each agreement and lone plan.

    An agreement without a row has not been rebuilt since there are such rows; one whose `stale_on`
    has come is what the calendar alone has changed.
    """

    agreement = TextField(primary_key=True)
    findings = TextField()
    stale_on = DateField(null=True)


def store(numbers: Collection[str], outcomes: Mapping[str, line.Outcome], erased: int) -> None:
    """Keep what was met in these agreements; those without terms and plans have no row."""
    old = {row[0]: row for row in where_in(Outcome, "agreement", numbers)}
    new = [_row(number, found, erased) for number, found in outcomes.items()]
    upsert(Outcome, [row for row in new if old.pop(row[0], None) != row])
    delete(Outcome, [(number,) for number in old])


def _row(number: str, found: line.Outcome, erased: int) -> Row:
    cells = {
        "agreement": number,
        "findings": pack(since(found.findings, erased)),
        "stale_on": found.stale_on,
    }
    return tuple(cells[name] for name in columns(Outcome))


def since(findings: Collection[Finding], erased: int) -> list[Finding]:
    """Return the findings that speak of no year up to the last erased one."""
    return [each for each in findings if int(dict(each.params).get("year", erased + 1)) > erased]


def pack(findings: Collection[Finding]) -> str:
    """Return findings as JSON."""
    return json.dumps([_cells(each) for each in findings], ensure_ascii=False)


def _cells(each: Finding) -> list[Any]:
    plain = (each.code, each.article, each.subject, each.params)
    return [*plain, each.gap, each.weight, each.actor]


def unpack(text: str) -> list[Finding]:
    """Return the findings that `pack` wrote."""
    return [
        Finding(code, article, subject, tuple(map(tuple, params)), gap, weight, actor)
        for code, article, subject, params, gap, weight, actor in json.loads(text)
    ]


def findings(numbers: Collection[str]) -> Iterator[tuple[str, Finding]]:
    """Yield what was met in these agreements, with the agreement's number."""
    for number, text, _ in where_in(Outcome, "agreement", numbers):
        for each in unpack(text) if len(text) > len("[]") else ():
            yield number, each


def waiting(on: date) -> set[str]:
    """Return the agreements and plans to rebuild: without an outcome, or changed by the calendar.

    The first time after an older version this is all of them.
    """
    stale = Outcome.select(Outcome.agreement).where(Outcome.stale_on <= on)
    return set(values(stale)) | _lacking()


def _lacking() -> set[str]:
    known = Outcome.agreement.is_null()
    dealt = Agreement.select(Agreement.number).distinct()
    dealt = dealt.join(Outcome, JOIN.LEFT_OUTER, on=Outcome.agreement == Agreement.number)
    alone = Plan.select(Plan.number).where(Plan.agreement.is_null())
    alone = alone.join(Outcome, JOIN.LEFT_OUTER, on=Outcome.agreement == Plan.number)
    return {*values(dealt.where(known)), *values(alone.where(known))}


def forget(through: int) -> None:
    """Drop findings of years up to `through` with the lines of those years."""
    like = fn.LENGTH(Outcome.findings) > len("[]")
    changed = []
    for number, text, stale_on in tuples(Outcome.select().where(like)):
        kept = pack(since(unpack(text), through))
        if kept != text:
            changed.append((number, kept, stale_on))
    upsert(Outcome, changed)
