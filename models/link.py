"""Links 专用链接: a business's own way in, issued and ended by the county.

The address is computed from the link's random id and the pepper, and the database keeps only a
keyed digest of it: a copy of the database opens no business's page.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import CharField, DateField, IntegrityError, TextField, UUIDField

from models import audit, secret
from models.business import lock
from models.database import Table, write
from models.guess import Slot, take

TOKEN_LETTERS = 26
WINDOW_SECONDS = 15 * 60
WRONG_FROM_ONE_PLACE = 30


class Link(Table):
    """One link, good through `valid_until`; a business has at most one that has not ended.

    A sign-in with a link is asked for its link at every request (models/session.py), so ending
    one ends what it opened.
    """

    id = UUIDField(primary_key=True)
    business = TextField(index=True)
    county = CharField(max_length=6)
    digest = CharField(max_length=64, unique=True)
    issued_on = DateField()
    valid_until = DateField()
    ended_on = DateField(null=True)
    account = UUIDField()


class Shown(Exception):
    """The link was issued already: its address was shown once, to whoever issued it."""


def token(link: UUID) -> str:
    """Return the address of a link: 26 capitals and digits (128 bits)."""
    return secret.letters(secret.keyed("link", link.hex)[:16])


def issue(
    link: UUID, *, business: str, county: str, account: UUID, valid_until: date, today: date
) -> str:
    """Give a business a new link, end its earlier one, and return the new one's address.

    With an id that was sent before nothing is issued and nothing ends.
    """
    address = token(link)
    try:
        with write():
            _end(business, today)
            made = Link.create(
                id=link,
                business=business,
                county=county,
                digest=_digest(address),
                issued_on=today,
                valid_until=valid_until,
                account=account,
            )
            audit.created(made)
    except IntegrityError as error:
        raise Shown from error
    return address


def end(business: str, today: date) -> int:
    """End the business's link; return how many ended."""
    with write():
        return _end(business, today)


def _end(business: str, today: date) -> int:
    lock(business)  # whoever issues another link meanwhile waits, so none is missed
    mine = (Link.business == business) & Link.ended_on.is_null()
    with audit.changing(Link, mine):
        return Link.update(ended_on=today).where(mine).execute()


def by_token(text: str, today: date) -> Any | None:
    """Return the link that this address opens today, in capitals or not.

    Whatever was typed is digested and looked up: what is no address takes as long as a wrong one.
    """
    same = Link.digest == _digest(text.upper()[: TOKEN_LETTERS + 1])
    return Link.get_or_none(same & _good(today))


def take_guess(source: str, now: datetime) -> Slot | None:
    """Take one of a place's guesses at addresses in this quarter of an hour."""
    place = secret.digest("tries", f"link\x1f{source}", "session")[:40]
    return take(f"link:{place}", int(now.timestamp()) // WINDOW_SECONDS, WRONG_FROM_ONE_PLACE)


def of_business(business: str, today: date) -> Any | None:
    """Return the link that opens the business's page today."""
    return Link.get_or_none((Link.business == business) & _good(today))


def _good(today: date) -> Any:
    return Link.ended_on.is_null() & (Link.valid_until >= today)


def _digest(address: str) -> str:
    return secret.digest("link address", address)
