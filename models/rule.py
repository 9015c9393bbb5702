"""A county's own rules 具体实施细则 (art. 19): which article each details, dated, in versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from peewee import BooleanField, CharField, DateField, IntegerField, TextField, UUIDField

from models import version
from models.database import Table
from models.scope import under

PUBLISHED = ("now", "later")  # states of what stands beside the official text


class Rule(Table):
    """One version of one rule (`models.version`).

    What changes the rule itself from a day on is an entry of its own, and `ended_on`, the first day
    on which the old one no longer holds.
    """

    id = UUIDField(primary_key=True)
    rule = UUIDField()
    turn = IntegerField()
    county = CharField(max_length=6, index=True)
    article = TextField()
    number = TextField()
    zh = TextField()
    zh_turn = IntegerField()
    ug = TextField()
    ug_turn = IntegerField()
    ug_review = TextField()
    in_force_from = DateField()
    ended_on = DateField(null=True)
    withdrawn = BooleanField()
    set_on = DateField()
    account = UUIDField(null=True)

    class Meta:
        indexes = ((("rule", "turn"), True),)


@dataclass(frozen=True, slots=True)
class Content:
    """What is written of a rule. `ug_fits`: the Uyghur text was compared with this Chinese one."""

    ZH: ClassVar[tuple[str, ...]] = ("zh",)
    UG: ClassVar[tuple[str, ...]] = ("ug",)

    article: str
    number: str
    zh: str
    ug: str
    ug_review: str
    in_force_from: date
    ended_on: date | None = None
    withdrawn: bool = False
    ug_fits: bool = False


def add(identity: UUID, county: str, content: Content, today: date, account: UUID | None) -> UUID:
    """Add a rule once, however often it is sent, and return its name."""
    return version.add(Rule, identity, county, content, set_on=today, account=account)


def correct(
    identity: UUID, rule: UUID, content: Content, today: date, account: UUID | None
) -> bool:
    """Add a version of a rule once; say whether anything was stored. Unknown: LookupError."""
    return version.correct(Rule, identity, rule, content, set_on=today, account=account)


def find(rule: UUID) -> Any:
    """Return the version of a rule that counts, or None."""
    return version.find(Rule, rule)


def versions(rule: UUID) -> list[Any]:
    """Return all versions of a rule, the latest first, with the name of who wrote each."""
    return version.versions(Rule, rule)


def listed(county: str) -> list[Any]:
    """Return the rules of a county as they stand, in the order of the articles and of their days.

    Those withdrawn, as typed by mistake, are among them.
    """
    return sorted(_current(Rule.county == county), key=_order)


def published(day: date) -> list[Any]:
    """Return the rules of all counties that hold on a day, or later, by county and article."""
    found = [row for row in _current(Rule.county != "") if state(row, day) in PUBLISHED]
    return sorted(found, key=lambda row: (row.county, _order(row)))


def of_article(county: str, article: int, day: date) -> list[Any]:
    """Return a county's rules about an article or a part of it that hold on a day, or later."""
    return [
        row
        for row in listed(county)
        if _address(row.article)[0] == article and state(row, day) in PUBLISHED
    ]


def has_rules(county: str, on: date) -> bool:
    """Say whether a county has rules of its own in force on a day (art. 19)."""
    return any(state(row, on) == "now" for row in _current(Rule.county == county))


def first_days(scope: str, on: date) -> dict[str, date]:
    """Return since when each county under a code has the rules that are in force on a day."""
    found: dict[str, date] = {}
    for row in _current(under(Rule.county, scope)):
        if state(row, on) == "now":
            found[row.county] = min(row.in_force_from, found.get(row.county, row.in_force_from))
    return found


def state(row: Any, day: date) -> str:
    """Return one of STATES: whether a rule holds on a day."""
    return version.state(row, row.in_force_from, day)


def _current(where: Any) -> list[Any]:
    return version.current(Rule, where)


def _order(row: Any) -> tuple[Any, ...]:
    return (*_address(row.article), row.in_force_from, row.rule)


def _address(text: str) -> tuple[int, int]:
    """Return the numbers of an address: 10(3) → 10, 3."""
    number, _, part = text.partition("(")
    return int(number), int(part.rstrip(")") or 0)
