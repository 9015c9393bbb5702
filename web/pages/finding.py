"""Findings 问题: the list with what narrows it, and one finding with all that it rests on."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

from models.finding import Sum
from models.scope import TOWNSHIP_DIGITS
from models.subject import Names, name
from rules.remedy import is_offered
from rules.watch.catalogue import kinds
from web.pages.evidence import Line, Payment, Quotation, quotation
from web.pages.followed import Followed
from web.pages.line import address
from web.pages.reading import Reading

SHOWN = 50  # findings on a page
LINES = 30  # lines of one finding on a page
AGES = (30, 90, 180, 365)  # days
# Kinds of subject that the list does not name: a household's number is for its own page alone.
UNNAMED = frozenset({"household"})


@dataclass(frozen=True, slots=True)
class View:
    """Which findings are on the screen, in which order, and which page of them."""

    TEXTS: ClassVar[tuple[str, ...]] = (
        *("place", "code", "weight", "article", "business", "agreement", "subject"),
        *("least", "most"),
    )
    place: str = ""
    code: str = ""
    weight: str = ""
    article: str = ""
    business: str = ""
    agreement: str = ""
    subject: str = ""
    least: str = ""
    most: str = ""
    age: int = 0
    on: date | None = None  # a day in the past, for the county alone
    ended: bool = False
    sort: str = ""
    number: int = 1

    def query(self, **change: Any) -> str:
        """Return the address of the same view with a change; a change begins at page one."""
        now = {name: getattr(self, name) for name in self.TEXTS}
        now |= {"age": self.age, "state": "ended" if self.ended else "", "on": self.on}
        now |= {"sort": self.sort, "page": ""} | change
        return "?" + urlencode({name: value for name, value in now.items() if value})

    def sorted(self, name: str) -> str:
        """Say which way the list is sorted by this column: up, down or not at all."""
        return {name: "up", f"-{name}": "down"}.get(self.sort or "weight", "")

    def turned(self, name: str, first: str = "") -> str:
        """Return the address of the list sorted by this column, the other way if it is already.

        `first` is - where the largest belongs on top.
        """
        other = {"up": f"-{name}", "down": name}
        return self.query(sort=other.get(self.sorted(name), first + name))

    @property
    def narrowed(self) -> bool:
        """Say whether anything is left out."""
        return any(getattr(self, name) for name in self.TEXTS) or bool(self.age)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about. `name` may be empty; a household has no number."""

    kind: str
    number: str
    name: str

    @property
    def address(self) -> str:
        """Return the end of its address."""
        return address(self.number)


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in a list. Money is fen; `age` is days, until it ended if it has."""

    id: UUID
    code: str
    article: str
    weight: str
    actor: str
    subject: Subject
    place: str
    business: str
    business_number: str
    agreement: str
    gap: int | None
    params: tuple[tuple[str, str], ...]
    since: date
    age: int
    ended_on: date | None
    is_stored: bool = True  # it has a page of its own


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its value in the address, its name, and what it lies in."""

    value: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """As of which day the findings stand; `stale`: something has changed since."""

    day: date | None = None
    stale: bool = True


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the list, what can be chosen, and what the whole list comes to.

    `followed`: the replies and cases of its rows, where it is of one business as of now.
    """

    place: str
    view: View
    rows: Sequence[Row]
    total: Sum
    survey: Survey
    county: bool  # the reader's office is the county
    choices: Mapping[str, Sequence[Choice]]
    errors: Mapping[str, str]
    ages: tuple[int, ...] = AGES
    followed: Followed | None = None

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        return self.view.query(page=self.view.number - 1) if self.view.number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the page after."""
        seen = self.view.number * SHOWN
        return self.view.query(page=self.view.number + 1) if seen < self.total.findings else None


@dataclass(frozen=True, slots=True)
class Show:
    """One finding: what is wrong, where the text says so, what it comes from.

    `household` is the number of the only household that it is about, if it is about one; `case`
    is its remedy case. `turns` are what the business has said to it, in order; `is_asked`: it can
    say something.
    """

    row: Row
    household: str
    place_code: str
    quotation: Quotation | None
    lines: Sequence[Line] = ()
    payments: Sequence[Payment] = ()
    reading: Reading | None = None
    case: Any = None
    turns: Sequence[Any] = ()
    is_asked: bool = False
    number: int = 1
    more: bool = False

    @property
    def may_be_remedied(self) -> bool:
        """Say whether a case can be opened: never one about a household, nor when it has ended."""
        return is_offered(self.row.code) and self.row.ended_on is None

    @property
    def before(self) -> str | None:
        """Return the address of the lines before."""
        return f"/finding/{self.row.id}?page={self.number - 1}#lines" if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the lines after."""
        return f"/finding/{self.row.id}?page={self.number + 1}#lines" if self.more else None


def row(found: Any, names: Names, today: date, known: Collection[UUID] | None = None) -> Row:
    """Return a finding as lists show it; `known`: the ids that are stored, where not all are."""
    return Row(
        *(found.id, found.code, found.article, found.weight, found.actor),
        subject=about(found, names),
        place=names["place"].get(found.place, found.place),
        business=names["business"].get(found.business, found.business),
        business_number=found.business,
        agreement=found.agreement,
        gap=found.gap,
        params=params(found),
        since=found.since,
        age=((found.ended_on or today) - found.since).days,
        ended_on=found.ended_on,
        is_stored=known is None or found.id in known,
    )


def show(found: Any, names: Names, today: date, **shown: Any) -> Show:
    """Return the page of one finding; `shown`: what else it rests on."""
    known = kinds().get(found.code)
    return Show(
        row=row(found, names, today),
        household=found.subject_number if found.subject_kind == "household" else "",
        place_code=found.place,
        quotation=quotation(found.article, known.citation if known else None),
        **shown,
    )


def about(found: Any, names: Names) -> Subject:
    """Return what a finding is about, as a list may show it."""
    kind, number = found.subject_kind, found.subject_number
    return Subject(kind, "" if kind in UNNAMED else number, name(names, kind, number))


def params(found: Any) -> tuple[tuple[str, str], ...]:
    """Return the named numbers of a stored finding."""
    return tuple(dict(json.loads(found.params)).items())


def by_township(codes: Sequence[str], names: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return places to choose: each township as a whole, and its villages under it."""
    townships = sorted({code[:TOWNSHIP_DIGITS] for code in codes if len(code) >= TOWNSHIP_DIGITS})
    found = [Choice(code, names.get(code, code)) for code in townships]
    found += [
        Choice(
            code, names.get(code, code), names.get(code[:TOWNSHIP_DIGITS], code[:TOWNSHIP_DIGITS])
        )
        for code in codes
        if len(code) > TOWNSHIP_DIGITS
    ]
    return tuple(sorted(found, key=lambda each: each.value))


def by_name(numbers: Sequence[str], names: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return businesses to choose."""
    found = [Choice(number, names.get(number, number)) for number in numbers]
    return tuple(sorted(found, key=lambda each: (each.name, each.value)))


def by_code(codes: Sequence[str]) -> tuple[Choice, ...]:
    """Return kinds of findings to choose; the page has the words for them."""
    return tuple(Choice(code, code) for code in codes)


def in_order(articles: Sequence[str]) -> tuple[Choice, ...]:
    """Return articles to choose, 9 before 10, and an article before its items."""
    return tuple(Choice(each, each) for each in sorted(articles, key=_place_in_text))


def _place_in_text(article: str) -> tuple[int, int]:
    number, _, item = article.partition("(")
    return int(number), int(item.rstrip(")") or 0)
