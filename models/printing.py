"""Printings 制卡: cards of a place that a township asks for, a county approves, and then are made.

Nobody approves what the same account asked for; the database refuses it too. A card of a printing
opens nothing until it is handed over: then it begins, and the household's old one ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import (
    JOIN,
    BooleanField,
    CharField,
    CompositeKey,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
    fn,
)
from peewee import Check as Constraint

from models import audit, card
from models.bulk import chunks, columns, insert, tuples, values
from models.card import Card
from models.database import Table, is_sqlite, write
from models.household import Household, lock
from models.ids import random_id
from models.scope import under

STATES = ("asked", "approved", "refused", "closed")
OPEN = ("asked", "approved")
REASONS = ("number", "place", "people", "later")  # words: web/words/printing.py


class Printing(Table):
    """One batch of cards. `place`: the code of a village, or of a township for all of its own.

    `renew`: also for households that have a card, whose old one ends with the new one.
    """

    id = UUIDField(primary_key=True)
    place = CharField(max_length=12, index=True)
    renew = BooleanField()
    state = TextField()
    asked_on = DateField()
    asked_by = UUIDField()
    asked_name = TextField()
    decided_on = DateField(null=True)
    decided_by = UUIDField(null=True)
    decided_name = TextField(default="")
    reason = TextField(null=True)
    closed_on = DateField(null=True)

    class Meta:
        constraints = (
            Constraint(f"state IN {STATES!r}"),
            Constraint(f"reason IS NULL OR reason IN {REASONS!r}"),
            Constraint("(state = 'refused') = (reason IS NOT NULL)"),
            Constraint("(state = 'asked') = (decided_on IS NULL)"),
            Constraint("decided_by IS NULL OR decided_by <> asked_by"),
        )


class PrintingCard(Table):
    """A household in a printing: the `number` of its card in it, and the card's id."""

    household = UUIDField()
    printing = UUIDField()
    number = IntegerField()
    card = UUIDField()
    handed_on = DateField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "printing")
        without_rowid = True
        indexes = ((("printing", "number"), True),)


class By(NamedTuple):
    """Who of an office does it, as the printing remembers it."""

    account: UUID
    name: str


class Row(NamedTuple):
    """A household of a printing, as whoever hands cards over sees it."""

    household: UUID
    number: int
    card: UUID
    handed_on: date | None
    village: str
    household_number: str
    head: str
    short_code: str | None  # none before the card is made
    ended_on: date | None  # the card's


def wanting(place: str, *, renew: bool) -> list[UUID]:
    """Return the households of a place without a card, in order; with `renew` all of them.

    One that stands in a printing that is still open is left out.
    """
    waits = (
        PrintingCard.select(PrintingCard.household)
        .join(Printing, on=Printing.id == PrintingCard.printing)
        .where(Printing.state.in_(OPEN) & PrintingCard.handed_on.is_null())
    )
    has = Card.select(Card.household).where((Card.household == Household.id) & Card.active)
    found = Household.select(Household.id).where(
        under(Household.village, place) & Household.id.not_in(waits)
    )
    if not renew:
        found = found.where(~fn.EXISTS(has))
    return list(values(found.order_by(Household.village, Household.number)))


def ask(identity: UUID, place: str, by: By, today: date, *, renew: bool) -> bool:
    """Ask for cards of a place, once however often it is sent; False where nobody wants one."""
    cells = {"place": place, "renew": renew, "state": "asked", "asked_on": today}
    cells |= {"asked_by": by.account, "asked_name": by.name}
    with write():
        if find(identity):
            return True
        lock(wanting(place, renew=renew))  # who asks for the same ones meanwhile waits,
        households = wanting(place, renew=renew)  # and finds them asked for
        query = Printing.insert(id=identity, **cells).on_conflict_ignore()
        if not households or not query.as_rowcount().execute():
            return bool(households)
        audit.created(Printing(id=identity, **cells))
        _lay(identity, households)
    return True


def _lay(identity: UUID, households: Sequence[UUID]) -> None:
    order = columns(PrintingCard)
    rows = [
        {"household": key, "printing": identity, "number": n, "card": random_id()}
        for n, key in enumerate(households, 1)
    ]
    laid = [tuple(row.get(name) for name in order) for row in rows]
    insert(PrintingCard, laid)
    audit.written(PrintingCard, laid)


def find(identity: UUID) -> Printing | None:
    """Return one printing."""
    return Printing.get_or_none(Printing.id == identity)


def listed(scope: str, most: int, start: int) -> list[Any]:
    """Return the printings under a code, those that are open first, with their numbers of cards."""
    cards = fn.COUNT(PrintingCard.household)
    handed = fn.COUNT(PrintingCard.handed_on)
    query = (
        Printing.select(Printing, cards.alias("cards"), handed.alias("handed"))
        .join(PrintingCard, JOIN.LEFT_OUTER, on=PrintingCard.printing == Printing.id)
        .where(under(Printing.place, scope))
        .group_by(Printing.id)
        .order_by(Printing.state.in_(OPEN).desc(), Printing.asked_on.desc(), Printing.id)
    )
    return list(query.limit(most).offset(start).namedtuples())


def counts(identity: UUID) -> tuple[int, int]:
    """Return how many cards a printing has, and how many were handed over."""
    own = PrintingCard
    query = own.select(fn.COUNT(own.household), fn.COUNT(own.handed_on))
    return next(tuples(query.where(own.printing == identity)))


def rows(identity: UUID, first: int = 1, last: int | None = None) -> list[Row]:
    """Return the households of a printing from card `first` to card `last`."""
    own = PrintingCard
    query = (
        own.select(own.household, own.number, own.card, own.handed_on)
        .select_extend(
            Household.village, Household.number, Household.head, Card.short_code, Card.revoked_on
        )
        .join(Household, on=Household.id == own.household)
        .join(
            Card,
            JOIN.LEFT_OUTER,
            on=(Card.household == own.household) & (Card.id == own.card),
        )
        .where((own.printing == identity) & (own.number >= first))
    )
    if last is not None:
        query = query.where(own.number <= last)
    return [Row(*each) for each in tuples(query.order_by(own.number))]


def decide(identity: UUID, by: By, today: date, reason: str | None = None) -> bool:
    """Approve what was asked for, or refuse it with one of REASONS; once."""
    mine = (Printing.id == identity) & (Printing.state == "asked")
    mine &= Printing.asked_by != by.account
    said = {"state": "refused" if reason else "approved", "reason": reason, "decided_on": today}
    with write(), audit.changing(Printing, mine):
        done = Printing.update(**said, decided_by=by.account, decided_name=by.name)
        return bool(done.where(mine).execute())


def withdraw(identity: UUID) -> bool:
    """Take back what nobody has decided yet."""
    with write():
        if not audit.erase(Printing, (Printing.id == identity) & (Printing.state == "asked")):
            return False
        audit.erase(PrintingCard, PrintingCard.printing == identity)
    return True


def make_cards(identity: UUID, first: int, last: int, today: date) -> list[Row]:
    """Make the cards `first` to `last` that are not made yet, and return them; they open nothing.

    None of a printing that has been closed meanwhile.
    """
    with write():
        if not is_approved(identity):
            return []
        for row in rows(identity, first, last):
            if row.short_code is None:
                card.prepare(row.household, row.card, today)
        return [row for row in rows(identity, first, last) if row.short_code is not None]


def hand_over(identity: UUID, households: Iterable[UUID], today: date) -> int:
    """Note that these households got their cards: each begins, and the one before it ends."""
    own, done = PrintingCard, 0
    for household in sorted(set(households)):
        mine = (own.printing == identity) & (own.household == household) & own.handed_on.is_null()
        with write():
            if not is_approved(identity):
                return done
            lock([household])  # before it is read: somebody else may be ticking the same one
            waiting = next(values(own.select(own.card).where(mine)), None)
            if waiting is None or not card.begin(household, waiting, today):
                continue
            with audit.changing(own, mine):
                done += own.update(handed_on=today).where(mine).execute()
    return done


def close(identity: UUID, today: date) -> bool:
    """End a printing: a card of it that was not handed over opens nothing for ever."""
    own = PrintingCard
    mine = Printing.id == identity
    left = own.select(own.card).where((own.printing == identity) & own.handed_on.is_null())
    with write():
        if not is_approved(identity):
            return False
        for part in chunks(list(values(left))):
            card.void(part, today)
        with audit.changing(Printing, mine):
            Printing.update(state="closed", closed_on=today).where(mine).execute()
    return True


def made(identity: UUID) -> int:
    """Return how many cards of a printing are made."""
    own = PrintingCard
    same = (Card.household == own.household) & (Card.id == own.card)
    return own.select().join(Card, on=same).where(own.printing == identity).count()


def give_up(before: date, today: date) -> None:
    """End printings that nobody has ended, and take back what nobody has decided on."""
    old = Printing.select(Printing.id, Printing.state).where(
        ((Printing.state == "approved") & (Printing.decided_on < before))
        | ((Printing.state == "asked") & (Printing.asked_on < before))
    )
    for identity, state in list(tuples(old)):
        withdraw(identity) if state == "asked" else close(identity, today)


def is_approved(identity: UUID) -> bool:
    """Say whether a printing is approved, and let nobody close it until the transaction ends."""
    mine = (Printing.id == identity) & (Printing.state == "approved")
    query = Printing.select(Printing.id).where(mine)
    return bool(list(tuples(query if is_sqlite() else query.for_update())))


def forget(before: date) -> int:
    """Delete the printings that ended before a day, with their lists of households."""
    ended = fn.COALESCE(Printing.closed_on, Printing.decided_on) < before
    ended &= Printing.state.in_(("refused", "closed"))
    old = list(values(Printing.select(Printing.id).where(ended)))
    for part in chunks(old):
        audit.erase(PrintingCard, PrintingCard.printing.in_(part))
    return audit.erase(Printing, ended)
