"""Sign-ins: a row in the database for each, found by one query of its primary key.

The browser holds 128 random bits, the table a keyed digest of them. Times of day are kept only for
staff and businesses, whose sign-in ends by itself, and go with the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN, BigIntegerField, CharField, UUIDField

from models import secret
from models.account import Account
from models.database import Table, database, write
from models.link import Link

HOUSEHOLD_DAYS = 30
STAFF_SECONDS = 12 * 3600
STAFF_IDLE_SECONDS = 30 * 60
CODE_SECONDS = 5 * 60
LINK_SECONDS = 2 * 3600
SEEN_EVERY_SECONDS = 60


class Session(Table):
    """One sign-in.

    `kind`: household, account, business (through its link), or code while a second factor is still
    asked for.
    """

    token = CharField(max_length=64, primary_key=True)
    kind = CharField(max_length=9)
    household = UUIDField(null=True, index=True)
    account = UUIDField(null=True, index=True)
    link = UUIDField(null=True)
    expires = BigIntegerField()  # seconds since 1970
    seen = BigIntegerField(default=0)  # staff only


@dataclass(frozen=True, slots=True)
class Found:
    """A valid sign-in and, for staff and businesses, whose it is."""

    token: str
    kind: str
    household: UUID | None = None
    account: UUID | None = None
    user: str = ""
    name: str = ""
    role: str = ""
    scope: str = ""
    business: str = ""


def start_household(household: UUID, today: datetime) -> str:
    """Sign a household in on this phone for 30 days and return the browser's secret.

    It ends at a midnight, so that the row does not tell the hour at which it began.
    """
    midnight = datetime.combine(today.date(), datetime.min.time(), today.tzinfo)
    return _start("household", midnight + timedelta(days=HOUSEHOLD_DAYS + 1), household=household)


def start_account(account: UUID, now: datetime) -> str:
    """Sign a member of staff in and return the browser's secret."""
    ends = now + timedelta(seconds=STAFF_SECONDS)
    return _start("account", ends, account=account, seen=int(now.timestamp()))


def start_code(account: UUID, now: datetime) -> str:
    """Remember for five minutes that the password was right and the code is still to come."""
    ends = now + timedelta(seconds=CODE_SECONDS)
    return _start("code", ends, account=account, seen=int(now.timestamp()))


def start_business(link: UUID, now: datetime) -> str:
    """Let a business in through its link for two hours and return the browser's secret."""
    return _start("business", now + timedelta(seconds=LINK_SECONDS), link=link)


def _start(kind: str, ends: datetime, **columns: Any) -> str:
    token = secret.random_letters()
    with write():
        Session.create(token=_digest(token), kind=kind, expires=int(ends.timestamp()), **columns)
    return token


def find(token: str, now: datetime) -> Found | None:
    """Return the sign-in that this secret opens, or None; idle staff must sign in again."""
    hashed = _digest(token)
    row = database.obj.execute_sql(_statement(), (hashed,)).fetchone()
    seconds = int(now.timestamp())
    if row is None or seconds >= row[3]:
        return None
    if row[0] == "household":
        return Found(hashed, row[0], household=_uuid(row[1]))
    if row[0] == "business":
        return _of_business(hashed, row[-3:], now)
    return _of_staff(hashed, row[:-3], seconds)


def _of_business(hashed: str, link: Any, now: datetime) -> Found | None:
    """A link that has ended, or whose last day is over, opens nothing more."""
    business, valid_until, ended_on = link
    if business is None or ended_on or str(valid_until) < now.date().isoformat():
        return None
    return Found(hashed, "business", business=business)


def _of_staff(hashed: str, row: Any, seconds: int) -> Found | None:
    kind, _, account, _, seen, user, name, role, scope, disabled = row
    if user is None or disabled or seconds - seen >= STAFF_IDLE_SECONDS:
        return None
    if seconds - seen >= SEEN_EVERY_SECONDS:
        _touch(hashed, seconds)
    return Found(hashed, kind, None, _uuid(account), user, name, role, scope)


def end(token: str) -> None:
    """Sign out: the row goes, so a copy of the cookie opens nothing."""
    with write():
        Session.delete().where(Session.token == _digest(token)).execute()


def end_account(account: UUID) -> None:
    """End every sign-in of an account."""
    with write():
        Session.delete().where(Session.account == account).execute()


def purge(now: datetime) -> int:
    """Delete the sign-ins that have ended."""
    with write():
        return Session.delete().where(Session.expires <= int(now.timestamp())).execute()


def _touch(hashed: str, seconds: int) -> None:
    with write():
        Session.update(seen=seconds).where(Session.token == hashed).execute()


def _digest(token: str) -> str:
    return secret.digest("session", token, "session")


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


_compiled: dict[int, str] = {}


def _statement() -> str:
    """Return the query of every request; peewee builds its text once for a database."""
    key = id(database.obj)
    if key not in _compiled:
        query = (
            Session.select(
                *(Session.kind, Session.household, Session.account, Session.expires, Session.seen),
                *(Account.user, Account.name, Account.role, Account.scope, Account.disabled),
                *(Link.business, Link.valid_until, Link.ended_on),
            )
            .join(Account, JOIN.LEFT_OUTER, on=(Account.id == Session.account))
            .join_from(Session, Link, JOIN.LEFT_OUTER, on=(Link.id == Session.link))
            .where(Session.token == "")
        )
        _compiled.clear()
        _compiled[key] = query.sql()[0]
    return _compiled[key]
