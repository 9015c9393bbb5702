"""Findings 问题 as stored: what is open now, and what was, with the day on which it ended."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    CompositeKey,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
    fn,
)

from models.bulk import tuples, values
from models.database import Table
from models.scope import COUNTY_DIGITS, under
from rules.finding import WEIGHTS

OF_INCOME = ("household.income_fell",)  # the county's alone (product.md 5, rule 11)


class Finding(Table):
    """One `rules.line.Finding`; `id` is derived from what it is about, so it survives a survey.

    `place` is the code of the village where it has one, else of a larger place. `since` is the day
    from which its age counts: the day of the fact where it has one, else of the first survey.
    """

    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    place = CharField(max_length=12)
    code = TextField()
    article = TextField()
    weight = TextField()
    actor = TextField()
    subject_kind = TextField()
    subject_number = TextField()
    agreement = TextField(default="", index=True)
    business = TextField(default="", index=True)
    gap = BigIntegerField(null=True)
    params = TextField()
    since = DateField()
    ended_on = DateField(null=True)

    class Meta:
        indexes = (
            (("county", "ended_on", "code"), False),
            (("subject_kind", "subject_number"), False),
        )


class Total(Table):
    """What one business owes the households of one village in one year, as of the survey's day."""

    village = CharField(max_length=12)
    year = IntegerField()
    business = TextField()
    households = IntegerField()
    lines = IntegerField()
    confirmed = IntegerField()  # lines that the household itself confirmed, alone
    due = BigIntegerField()
    received = BigIntegerField()
    overdue = BigIntegerField()
    to_come = BigIntegerField()
    tolerated = BigIntegerField()
    unknown = IntegerField()
    agreed = IntegerField()
    assisted = IntegerField(default=0)  # lines that it confirmed with somebody at its side
    # Of the households: for how many each figure speaks, so that none of a few is published.
    # Empty until the first survey that counts them.
    stated = IntegerField(null=True)  # have a figure
    settled = IntegerField(null=True)  # have got something
    late = IntegerField(null=True)  # are owed something late
    waiting = IntegerField(null=True)  # wait for what is not due
    agreeing = IntegerField(null=True)  # confirmed a line, alone
    silent = IntegerField(null=True)  # did not confirm one

    class Meta:
        primary_key = CompositeKey("village", "year", "business")


class Survey(Table):
    """When a county was last surveyed, and whether something has changed since.

    `turn` counts the changes: a survey that one of them overtook is not the last word.
    """

    county = CharField(max_length=6, primary_key=True)
    day = DateField(null=True)
    stale = BooleanField(default=True)
    turn = IntegerField(default=0)


@dataclass(frozen=True, slots=True)
class Search:
    """Which findings: those in `scope`, narrowed by whatever else is filled.

    `article` is an address, or a number with all its items; `since` the latest day on which they
    began; `least` and `most` are fen of the gap.
    """

    scope: str
    place: str = ""
    code: str = ""
    weight: str = ""
    article: str = ""
    business: str = ""
    agreement: str = ""
    subject: str = ""
    since: date | None = None
    least: int | None = None
    most: int | None = None
    ended: bool = False

    def where(self) -> Any:
        """Return the condition."""
        county = under(Finding.county, self.scope[:COUNTY_DIGITS])
        found = county & under(Finding.place, self.place or self.scope)
        found &= Finding.ended_on.is_null(not self.ended)
        if len(self.scope) > COUNTY_DIGITS:
            found &= Finding.code.not_in(OF_INCOME)
        for name in ("code", "weight", "business", "agreement"):
            if wanted := getattr(self, name):
                found &= getattr(Finding, name) == wanted
        if self.subject:
            kind, _, number = self.subject.partition(":")
            found &= (Finding.subject_kind == kind) & (Finding.subject_number == number)
        if self.article:
            items = Finding.article.startswith(f"{self.article}(")
            found &= (Finding.article == self.article) | items
        if self.since:
            found &= Finding.since <= self.since
        if self.least is not None:
            found &= Finding.gap >= self.least
        return found if self.most is None else found & (Finding.gap <= self.most)


class Sum(NamedTuple):
    """How many findings, how many of them with a gap, and their gaps together in fen."""

    findings: int
    with_gap: int
    gap: int


HEAVY = Case(Finding.weight, [(weight, place) for place, weight in enumerate(WEIGHTS)])
SORTS = {
    "weight": HEAVY,
    "code": Finding.code,
    "place": Finding.place,
    "article": Finding.article,
    "gap": fn.COALESCE(Finding.gap, -1),
    "since": Finding.since,
}


def rows(search: Search, sort: str, limit: int | None = None, offset: int = 0) -> Iterator[Any]:
    """Yield findings; `sort` is a name of SORTS, with a - before it the other way round."""
    by = SORTS[sort.lstrip("-")]
    first = by.desc() if sort.startswith("-") else by.asc()
    query = Finding.select().where(search.where())
    query = query.order_by(first, HEAVY, Finding.since, Finding.code, Finding.params, Finding.id)
    return iter(query.limit(limit).offset(offset).namedtuples().iterator())


def total(search: Search) -> Sum:
    """Return how many findings there are, and what is missing in all."""
    chosen = (fn.COUNT(Finding.id), fn.COUNT(Finding.gap), fn.COALESCE(fn.SUM(Finding.gap), 0))
    return Sum(*map(int, next(tuples(Finding.select(*chosen).where(search.where())))))


def found_in(search: Search, column: str) -> list[Any]:
    """Return the values that findings have in a column: what can be chosen from."""
    field = getattr(Finding, column)
    return sorted(values(Finding.select(field).where(search.where() & (field != "")).distinct()))


def by_id(identity: UUID, scope: str) -> Any | None:
    """Return one finding, open or ended, that lies in the scope and is the office's to see."""
    found = Finding.select().where(Finding.id == identity).namedtuples().first()
    if found is None or not found.place.startswith(scope):
        return None
    hidden = len(scope) > COUNTY_DIGITS and found.code in OF_INCOME
    return None if hidden else found


def known(ids: Collection[UUID]) -> set[UUID]:
    """Return those of these ids that are stored."""
    return set(values(Finding.select(Finding.id).where(Finding.id.in_(list(ids)))))


class Count(NamedTuple):
    """Open findings of one code and weight about one kind of subject in one county; fen."""

    county: str
    code: str
    article: str
    weight: str
    kind: str
    findings: int
    gap: int


def counts(scope: str) -> list[Count]:
    """Return how many findings are open, by county, code, article, weight and kind of subject."""
    by = (Finding.county, Finding.code, Finding.article, Finding.weight, Finding.subject_kind)
    chosen = (*by, fn.COUNT(Finding.id), fn.COALESCE(fn.SUM(Finding.gap), 0))
    query = Finding.select(*chosen).where(Search(scope).where())
    query = query.group_by(*by)
    rows = tuples(query.order_by(*by))
    return [Count(*row[: len(by)], *map(int, row[len(by) :])) for row in rows]


def agreements_with(scope: str, codes: Collection[str]) -> int:
    """Return how many agreements have an open finding of one of these codes."""
    found = Search(scope).where() & Finding.code.in_(codes)
    return int(Finding.select(fn.COUNT(Finding.agreement.distinct())).where(found).scalar() or 0)


def surveyed(scope: str) -> list[Any]:
    """Return the surveys of the counties in a scope, or of the county that it lies in."""
    inside = under(Survey.county, scope[:COUNTY_DIGITS])
    return list(Survey.select().where(inside).order_by(Survey.county).namedtuples())
