"""Sign-ins: a row in the database for each, found by one query of its primary key.

The browser holds 128 random bits, the table a keyed digest of them. Times of day are kept only for
those whose sign-in ends by itself (staff, businesses, a household that is helped on another's
phone), and go with the row.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN, BigIntegerField, CharField, UUIDField

from models import secret
from models.account import Account
from models.database import Table, database, write
from models.link import Link
from models.outage import OUTAGES

HOUSEHOLD_DAYS = 30
STAFF_SECONDS = 12 * 3600
STAFF_IDLE_SECONDS = 30 * 60
CODE_SECONDS = 5 * 60
LINK_SECONDS = 2 * 3600
ASSISTED_SECONDS = 3600
ASSISTED_IDLE_SECONDS = 10 * 60
SEEN_EVERY_SECONDS = 60


class Session(Table):
    """One sign-in.

    `kind`: household, assisted (a household with somebody at its side, or on a phone that is not
    its own), account, business (through its link), code while a second factor is still asked for,
    or activate while a member of staff sets the own account up. `proved`: when staff last gave a
    secret; exports and the printing of cards ask for one that is not old.
    """

    token = CharField(max_length=64, primary_key=True)
    kind = CharField(max_length=9)
    household = UUIDField(null=True, index=True)
    account = UUIDField(null=True, index=True)
    link = UUIDField(null=True)
    expires = BigIntegerField()  # seconds since 1970
    seen = BigIntegerField(default=0)  # staff and assisted only
    proved = BigIntegerField(default=0)  # staff only


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
    proved: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A sign-in in its owner's list: since which day, and for staff the day of its last use."""

    token: str
    began_on: date
    seen_on: date | None
    assisted: bool = False


def start_household(household: UUID, today: datetime) -> str:
    """Sign a household in on this phone for 30 days and return the browser's secret.

    It ends at a midnight, so that the row does not tell the hour at which it began.
    """
    midnight = datetime.combine(today.date(), datetime.min.time(), today.tzinfo)
    return _start("household", midnight + timedelta(days=HOUSEHOLD_DAYS + 1), household=household)


def start_assisted(household: UUID, now: datetime) -> str:
    """Sign a household in for an hour at most and return the browser's secret."""
    ends = now + timedelta(seconds=ASSISTED_SECONDS)
    return _start("assisted", ends, household=household, seen=int(now.timestamp()))


def start_account(account: UUID, now: datetime) -> str:
    """Sign a member of staff in and return the browser's secret."""
    ends = now + timedelta(seconds=STAFF_SECONDS)
    seconds = int(now.timestamp())
    return _start("account", ends, account=account, seen=seconds, proved=seconds)


def start_code(account: UUID, now: datetime) -> str:
    """Remember for five minutes that the password was right and the code is still to come."""
    ends = now + timedelta(seconds=CODE_SECONDS)
    return _start("code", ends, account=account, seen=int(now.timestamp()))


def start_activation(account: UUID, now: datetime) -> str:
    """Remember for half an hour that the activation code was right."""
    ends = now + timedelta(seconds=STAFF_IDLE_SECONDS)
    with write():  # whoever else has shown the code begins again
        theirs = (Session.account == account) & (Session.kind == "activate")
        Session.delete().where(theirs).execute()
        return _start("activate", ends, account=account, seen=int(now.timestamp()))


def start_business(link: UUID, now: datetime) -> str:
    """Let a business in through its link for two hours and return the browser's secret."""
    return _start("business", now + timedelta(seconds=LINK_SECONDS), link=link)


def _start(kind: str, ends: datetime, **columns: Any) -> str:
    token = secret.random_letters()
    with write():
        Session.create(token=_digest(token), kind=kind, expires=int(ends.timestamp()), **columns)
    return token


def find(token: str, now: datetime) -> Found | None:
    """Return the sign-in that this secret opens, or None; staff and assisted ones end when idle."""
    hashed = _digest(token)
    row = database.obj.execute_sql(_statement(), (hashed,)).fetchone()
    seconds = int(now.timestamp())
    if row is None or seconds >= row[3]:
        return None
    if row[0] == "household":
        return Found(hashed, row[0], household=_uuid(row[1]))
    if row[0] == "assisted":
        in_use = _in_use(hashed, row[4], seconds, ASSISTED_IDLE_SECONDS)
        return Found(hashed, row[0], household=_uuid(row[1])) if in_use else None
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
    kind, _, account, _, seen, proved, user, name, role, scope, disabled = row
    if user is None or disabled or not _in_use(hashed, seen, seconds, STAFF_IDLE_SECONDS):
        return None
    return Found(hashed, kind, None, _uuid(account), user, name, role, scope, proved=proved)


def _in_use(hashed: str, seen: int, seconds: int, idle: int) -> bool:
    """Say whether it was used lately, and note that it is used now."""
    if seconds - seen >= idle:
        return False
    if seconds - seen >= SEEN_EVERY_SECONDS:
        _touch(hashed, seconds)
    return True


def end(token: str) -> None:
    """Sign out: the row goes, so a copy of the cookie opens nothing."""
    with write():
        Session.delete().where(Session.token == _digest(token)).execute()


def end_account(account: UUID) -> None:
    """End every sign-in of an account."""
    with write():
        Session.delete().where(Session.account == account).execute()


def prove(token: str, now: datetime) -> None:
    """Note that whoever is signed in here has just given a secret again."""
    with write():
        mine = Session.token == _digest(token)
        Session.update(proved=int(now.timestamp())).where(mine).execute()


def of_account(account: UUID, now: datetime) -> list[Listed]:
    """Return the sign-ins of a member of staff that are good now, the latest used first."""
    seconds = int(now.timestamp())
    good = (Session.expires > seconds) & (Session.seen > seconds - STAFF_IDLE_SECONDS)
    mine = (Session.account == account) & (Session.kind == "account") & good
    return [
        Listed(
            row.token,
            _day(row.expires - STAFF_SECONDS, now),
            _day(row.seen, now),
        )
        for row in Session.select().where(mine).order_by(Session.seen.desc())
    ]


def of_household(household: UUID, now: datetime) -> list[Listed]:
    """Return the phones on which a household is signed in, the latest first; no more is known."""
    seconds = int(now.timestamp())
    used = (Session.kind == "household") | (Session.seen > seconds - ASSISTED_IDLE_SECONDS)
    mine = (Session.household == household) & (Session.expires > seconds) & used
    return [
        _listed(row, now) for row in Session.select().where(mine).order_by(Session.expires.desc())
    ]


def _listed(row: Session, now: datetime) -> Listed:
    if row.kind == "assisted":
        return Listed(row.token, _day(row.expires - ASSISTED_SECONDS, now), None, assisted=True)  # type: ignore[arg-type,operator]
    began = _day(row.expires, now) - timedelta(days=HOUSEHOLD_DAYS + 1)  # type: ignore[arg-type]
    return Listed(row.token, began, None)  # type: ignore[arg-type]


def named(token: str) -> str:
    """Return what lists call the sign-in with this secret; it opens nothing."""
    return _digest(token)


def end_listed(owner: UUID, listed: str) -> None:
    """End one of the owner's sign-ins, as its list names it; another's is left alone."""
    with write():
        Session.delete().where(_of(owner) & (Session.token == listed)).execute()


def end_others(owner: UUID, token: str) -> None:
    """End every sign-in of an account or a household but this one."""
    with write():
        Session.delete().where(_of(owner) & (Session.token != _digest(token))).execute()


def _of(owner: UUID) -> Any:
    return (Session.account == owner) | (Session.household == owner)


def _day(seconds: int, now: datetime) -> date:
    return datetime.fromtimestamp(seconds, now.tzinfo).date()


def purge(now: datetime) -> int:
    """Delete the sign-ins that have ended."""
    with write():
        return Session.delete().where(Session.expires <= int(now.timestamp())).execute()


def _touch(hashed: str, seconds: int) -> None:
    """Note the last use; where nothing can be stored, that keeps nobody from reading."""
    with suppress(*OUTAGES), write():
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
                *(Session.kind, Session.household, Session.account, Session.expires),
                *(Session.seen, Session.proved),
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
