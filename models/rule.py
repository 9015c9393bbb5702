"""A county's own rules 具体实施细则 (art. 19): which article each details, dated, in versions."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import (
    JOIN,
    BooleanField,
    CharField,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
    fn,
)

from models import audit, stale
from models.account import Account
from models.database import Table, write
from models.ids import derive

STATES = ("now", "later", "ended", "withdrawn")
REVIEWS = ("draft", "reviewed")  # of the Uyghur text, as of any other (web/review.py)


class Rule(Table):
    """One version of one entry; the highest `turn` of a `rule` counts, the others are its history.

    A version corrects or completes the one before; what changes the rule itself from a day on is
    an entry of its own, and `ended_on`, the first day on which the old one no longer holds.
    `zh_turn` and `ug_turn` say in which version each text was last written: a Uyghur text with the
    lower number is older than the Chinese one.
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
    """Add a rule once, however often it is sent, and return its name.

    The name is made of the sender's `identity` and of what was sent.
    """
    name = _name(identity, county, content)
    with write():
        stale.mark(county)  # first: on PostgreSQL it makes others who write here wait
        _store(content, None, id=name, rule=name, county=county, set_on=today, account=account)
    return name


def correct(
    identity: UUID, rule: UUID, content: Content, today: date, account: UUID | None
) -> bool:
    """Add a version of a rule once; say whether anything was stored. Unknown: LookupError."""
    with write():
        before = find(rule)
        if before is None:
            raise LookupError(rule)
        stale.mark(before.county)
        before = find(rule)
        name = _name(identity, rule, content)
        by = {"set_on": today, "account": account}
        return _store(content, before, id=name, rule=rule, county=before.county, **by)


def _name(identity: UUID, whose: object, content: Content) -> UUID:
    text = json.dumps(asdict(content), ensure_ascii=False, default=str)
    return derive("rule", identity, whose, text)


def _store(content: Content, before: Any, **row: Any) -> bool:
    """Add a version after the one `before`, unless it is there already."""
    if Rule.select().where(Rule.id == row["id"]).exists():
        return False
    zh_turn = ug_turn = turn = before.turn + 1 if before else 1
    if before and not _differs(before, content, "zh"):
        zh_turn = before.zh_turn
    if before and not _differs(before, content, "ug") and not content.ug_fits:
        ug_turn = before.ug_turn
    row |= {"turn": turn, "zh_turn": zh_turn, "ug_turn": ug_turn if content.ug else 0}
    written = asdict(content)
    del written["ug_fits"]
    audit.created(Rule.create(**written, **row))
    return True


def _differs(before: Any, content: Content, name: str) -> bool:
    return getattr(before, name) != getattr(content, name)


def find(rule: UUID) -> Any:
    """Return the version of a rule that counts, or None."""
    return Rule.select().where(Rule.rule == rule).order_by(Rule.turn.desc()).namedtuples().first()


def versions(rule: UUID) -> list[Any]:
    """Return all versions of a rule, the latest first, with the name of who wrote each."""
    query = Rule.select(Rule, fn.COALESCE(Account.name, "").alias("who")).join(
        Account, JOIN.LEFT_OUTER, on=Account.id == Rule.account
    )
    return list(query.where(Rule.rule == rule).order_by(Rule.turn.desc()).namedtuples())


def listed(county: str) -> list[Any]:
    """Return the rules of a county as they stand, in the order of the articles and of their days.

    Those withdrawn, as typed by mistake, are among them.
    """
    return sorted(_current(Rule.county == county), key=_order)


def of_article(county: str, article: int, day: date) -> list[Any]:
    """Return a county's rules about an article or a part of it that hold on a day, or later."""
    return [
        row
        for row in listed(county)
        if _address(row.article)[0] == article and state(row, day) in {"now", "later"}
    ]


def has_rules(county: str, on: date) -> bool:
    """Say whether a county has rules of its own in force on a day (art. 19)."""
    return any(state(row, on) == "now" for row in _current(Rule.county == county))


def first_days(scope: str, on: date) -> dict[str, date]:
    """Return since when each county under a code has the rules that are in force on a day."""
    found: dict[str, date] = {}
    for row in _current(Rule.county.startswith(scope)):
        if state(row, on) == "now":
            found[row.county] = min(row.in_force_from, found.get(row.county, row.in_force_from))
    return found


def state(row: Any, day: date) -> str:
    """Return one of STATES: whether a rule holds on a day."""
    if row.withdrawn:
        return "withdrawn"
    if row.ended_on is not None and row.ended_on <= day:
        return "ended"
    return "later" if row.in_force_from > day else "now"


def _current(where: Any) -> list[Any]:
    newer = Rule.alias()
    later = newer.select().where((newer.rule == Rule.rule) & (newer.turn > Rule.turn))
    return list(Rule.select().where(where & ~fn.EXISTS(later)).namedtuples())


def _order(row: Any) -> tuple[Any, ...]:
    return (*_address(row.article), row.in_force_from, row.rule)


def _address(text: str) -> tuple[int, int]:
    """Return the numbers of an address: 10(3) → 10, 3."""
    number, _, part = text.partition("(")
    return int(number), int(part.rstrip(")") or 0)
