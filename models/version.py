"""What a county writes in both languages, in versions: of an entry the highest `turn` counts.

A version corrects or completes the one before, which stays as its history. `zh_turn` and `ug_turn`
say in which version each language was last written: a Uyghur text with the lower number is older
than the Chinese one. A table of versions has a column of its own name that says of which entry its
row is a version, and the columns `turn`, `county`, `zh_turn`, `ug_turn`, `withdrawn`, `ended_on`,
`set_on` and `account`.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import Any, ClassVar, Protocol
from uuid import UUID

from peewee import JOIN, fn

from models import audit, stale
from models.account import Account
from models.database import Table, table_name, write
from models.ids import derive

STATES = ("now", "later", "ended", "withdrawn")
REVIEWS = ("draft", "reviewed")  # of the Uyghur text, as of any other (web/review.py)


class Content(Protocol):
    """What is written of an entry: a frozen dataclass whose fields are columns, and `ug_fits`.

    `ZH` and `UG` name the columns of each language. `ug_fits`: the Uyghur text was compared with
    this Chinese one.
    """

    __dataclass_fields__: ClassVar[dict[str, Any]]
    ZH: ClassVar[tuple[str, ...]]
    UG: ClassVar[tuple[str, ...]]

    @property
    def ug(self) -> str:
        """Return the Uyghur text, or nothing."""
        ...

    @property
    def ug_fits(self) -> bool:
        """Say whether the Uyghur text was compared with this Chinese one."""
        ...


def add(table: Any, identity: UUID, county: str, content: Content, **by: Any) -> UUID:
    """Add an entry once, however often it is sent, and return its name.

    The name is made of the sender's `identity` and of what was sent; `by` is set_on and account.
    """
    name = _name(table, identity, county, content)
    own = {"id": name, table_name(table): name, "county": county}
    with write():
        stale.mark(county)  # first: on PostgreSQL it makes others who write here wait
        _store(table, content, None, **own, **by)
    return name


def correct(table: Any, identity: UUID, entry: UUID, content: Content, **by: Any) -> bool:
    """Add a version of an entry once; say whether anything was stored. Unknown: LookupError."""
    with write():
        before = find(table, entry)
        if before is None:
            raise LookupError(entry)
        stale.mark(before.county)
        before = find(table, entry)
        name = _name(table, identity, entry, content)
        own = {"id": name, table_name(table): entry, "county": before.county}
        return _store(table, content, before, **own, **by)


def _name(table: type[Table], identity: UUID, whose: object, content: Content) -> UUID:
    text = json.dumps(asdict(content), ensure_ascii=False, default=str)
    return derive(table_name(table), identity, whose, text)


def _store(table: Any, content: Content, before: Any, **row: Any) -> bool:
    """Add a version after the one `before`, unless it is there already."""
    if table.select().where(table.id == row["id"]).exists():
        return False
    zh_turn = ug_turn = turn = before.turn + 1 if before else 1
    if before and not _differs(before, content, content.ZH):
        zh_turn = before.zh_turn
    if before and not _differs(before, content, content.UG) and not content.ug_fits:
        ug_turn = before.ug_turn
    row |= {"turn": turn, "zh_turn": zh_turn, "ug_turn": ug_turn if content.ug else 0}
    written = asdict(content)
    del written["ug_fits"]
    audit.created(table.create(**written, **row))
    return True


def _differs(before: Any, content: Content, names: Collection[str]) -> bool:
    return any(getattr(before, name) != getattr(content, name) for name in names)


def find(table: Any, entry: UUID) -> Any:
    """Return the version of an entry that counts, or None."""
    own = table.select().where(_entry(table) == entry)
    return own.order_by(table.turn.desc()).namedtuples().first()


def versions(table: Any, entry: UUID) -> list[Any]:
    """Return all versions of an entry, the latest first, with the name of who wrote each."""
    query = table.select(table, fn.COALESCE(Account.name, "").alias("who")).join(
        Account, JOIN.LEFT_OUTER, on=Account.id == table.account
    )
    return list(query.where(_entry(table) == entry).order_by(table.turn.desc()).namedtuples())


def current(table: Any, where: Any) -> list[Any]:
    """Return the versions that count of the entries that a condition names."""
    newer = table.alias()
    same = getattr(newer, table_name(table)) == _entry(table)
    later = newer.select().where(same & (newer.turn > table.turn))
    return list(table.select().where(where & ~fn.EXISTS(later)).namedtuples())


def state(row: Any, begins: date, day: date) -> str:
    """Return one of STATES: whether an entry that begins on a day holds on another."""
    if row.withdrawn:
        return "withdrawn"
    if row.ended_on is not None and row.ended_on <= day:
        return "ended"
    return "later" if begins > day else "now"


def _entry(table: Any) -> Any:
    return getattr(table, table_name(table))
