"""What is held no longer than it must be (product.md 5, rules 3 and 9; docs/data.md).

A payment year Y closes at the end of Y + 1. Who checked and who opened goes one year later; dues,
payments and answers three years later, as long as claims on them last.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from peewee import JOIN, fn

from models import (
    access,
    assistance,
    audit,
    campaign,
    course,
    guess,
    leaving,
    outcome,
    printing,
    session,
    signing,
)
from models.account import WINDOW_SECONDS
from models.activation import Activation
from models.answer import Answer
from models.batch import Batch, Change
from models.bulk import chunks, columns, delete, tuples, values
from models.card import HOUR_SECONDS, Card
from models.database import Table, is_sqlite, write
from models.dispute import Dispute, DisputeEntry
from models.due import Due
from models.erasure import erased_through, note
from models.event import Event
from models.finding import Finding
from models.household import Delivery, Income, Settlement, Simple
from models.link import Link
from models.notice import Notice
from models.payment import Payment, Plan, Portion
from models.remedy import Remedy, RemedyEntry
from models.reply import Reply
from models.schema import TABLES
from models.slip import Slip
from models.stale import mark
from models.visit import Check, Visit
from rules.month import on_month_day

CLOSES = 1  # years after the payment year
WITNESS_YEARS = 1  # after it has closed
CLAIM_YEARS = 3
IMPORT_YEARS = 3
FINDING_YEARS = 3
REMEDY_YEARS = 3  # after it was closed
SLIP_DAYS = 30
CARD_DAYS = 365
SIGNING_DAYS = 365
LINK_DAYS = 365


def last_year(today: date, years: int) -> int:
    """Return the last payment year that closed at least `years` ago."""
    return today.year - 1 - CLOSES - years


def purge(now: datetime) -> dict[str, int]:
    """Erase what has had its time and return how many rows went, by concept."""
    today = now.date()
    done = {"session": session.purge(now), "guess": _guesses(now)}
    for name, job in JOBS.items():
        with write():
            done[name] = job(today)
    return done


def _guesses(now: datetime) -> int:
    """A day's counts go the next day, those of an hour or a quarter of one after it."""
    seconds = int(now.timestamp())
    periods = {
        **dict.fromkeys(("place", "user", "known", "link"), seconds // WINDOW_SECONDS),
        "source": seconds // HOUR_SECONDS,
        **dict.fromkeys(("card", "receipt"), now.date().toordinal()),
    }
    return sum(guess.purge(kind, before) for kind, before in periods.items())


def _slips(today: date) -> int:
    old = today - timedelta(days=SLIP_DAYS)
    return audit.erase(Slip, (Slip.expires_on < old) | (Slip.used_on < old))


def _activations(today: date) -> int:
    old = today - timedelta(days=SLIP_DAYS)
    gone = (Activation.expires_on < old) | (Activation.used_on < old)
    return Activation.delete().where(gone).execute()


def _cards(today: date) -> int:
    old = today - timedelta(days=CARD_DAYS)
    return audit.erase(Card, ~Card.active & (Card.revoked_on < old))


def _printings(today: date) -> int:
    printing.give_up(today - timedelta(days=CARD_DAYS), today)
    return printing.forget(today - timedelta(days=CARD_DAYS))


def _signings(today: date) -> int:
    """What was signed stands in the ledger; what nobody went on with is of no use."""
    return signing.forget(today - timedelta(days=SIGNING_DAYS))


def _courses(today: date) -> int:
    return course.forget(date(last_year(today, CLAIM_YEARS) + 1, 1, 1))


def _campaigns(today: date) -> int:
    return campaign.forget(date(last_year(today, CLAIM_YEARS) + 1, 1, 1))


def _links(today: date) -> int:
    old = today - timedelta(days=LINK_DAYS)
    return audit.erase(Link, (Link.ended_on < old) | (Link.valid_until < old))


def _notices(today: date) -> int:
    ended = date(last_year(today, CLAIM_YEARS) + 1, 1, 1)
    return audit.erase(Notice, Notice.due_on < ended)


def _replies(today: date) -> int:
    """A reply goes with the claims of the year in which it was given."""
    ended = date(last_year(today, CLAIM_YEARS) + 1, 1, 1)
    return audit.erase(Reply, Reply.day < ended)


def _checks(today: date) -> int:
    """A check belongs to its line's year, or later to the year that was still open on its day."""
    last = last_year(today, WITNESS_YEARS)
    of_line = (Due.year <= last) & (Check.day < date(last + 2, 1, 1))
    of_terms = Due.year.is_null() & (Check.day < date(last + 1, 1, 1))
    query = (
        Check.select()
        .join(Due, JOIN.LEFT_OUTER, on=(Due.household == Check.household) & (Due.id == Check.due))
        .where(of_line | of_terms)
    )
    return _delete(Check, query)


def _visits(today: date) -> int:
    """A visit goes with the last of its checks."""
    mine = (Check.household == Visit.household) & (Check.visit == Visit.id)
    query = (
        Visit.select()
        .join(Check, JOIN.LEFT_OUTER, on=mine)
        .where(Check.id.is_null() & (Visit.day < today))
    )
    return _delete(Visit, query)


def _openings(today: date) -> int:
    return access.forget(date(last_year(today, WITNESS_YEARS) + 1, 1, 1))


def _assistance(today: date) -> int:
    return assistance.forget(date(last_year(today, WITNESS_YEARS) + 1, 1, 1))


def _answers(today: date) -> int:
    """An answer goes with its line; one to a check by the year of its day."""
    last = last_year(today, CLAIM_YEARS)
    query = (
        Answer.select()
        .join(Due, JOIN.LEFT_OUTER, on=(Due.household == Answer.household) & (Due.id == Answer.due))
        .where((Due.year <= last) | (Due.year.is_null() & (Answer.day < date(last + 1, 1, 1))))
    )
    return _delete(Answer, query)


def _disputes(today: date) -> int:
    """A dispute goes with its line; one about no line some years after it was closed, or opened."""
    last = last_year(today, CLAIM_YEARS)
    mine = (Due.household == Dispute.household) & (Due.id == Dispute.due)
    ended = fn.COALESCE(Dispute.closed_on, Dispute.opened_on)
    closed: Any = ended < date(last + 1, 1, 1)
    query = (
        Dispute.select()
        .join(Due, JOIN.LEFT_OUTER, on=mine)
        .where((Due.year <= last) | (Due.year.is_null() & closed))
    )
    for part in chunks([row.id for row in query.namedtuples()]):
        audit.erase(DisputeEntry, DisputeEntry.dispute.in_(part))
    return _delete(Dispute, query)


def _events(today: date) -> int:
    ended = date(last_year(today, CLAIM_YEARS) + 1, 1, 1)
    return audit.erase(Event, Event.entered_on < ended)


def _years(today: date) -> int:
    """Erase the lines of the years gone by and the ledger rows that they rest on alone."""
    last = last_year(today, CLAIM_YEARS)
    ended = date(last + 1, 1, 1)
    gone = 0
    plans = list(values(Plan.select(Plan.number).where(Plan.year <= last)))
    for part in chunks(plans):
        gone += Portion.delete().where(Portion.plan.in_(part)).execute()
    for old in (
        *(Due.year <= last, Payment.year <= last, Plan.year <= last, Simple.year <= last),
        *(Income.year <= last, Delivery.day < ended, Settlement.to_day < ended),
    ):
        gone += old.lhs.model.delete().where(old).execute()
    if gone:
        note(last)
        outcome.forget(last)
        mark("")
    return gone


def _early(today: date) -> int:
    return leaving.renew(today, erased_through())


def _imports(today: date) -> int:
    """Forget what imports overwrote, and imports of which no row is left."""
    old = Batch.select(Batch.id).where(Batch.day < date(today.year - IMPORT_YEARS, 1, 1))
    found = set(values(old))
    if not found:
        return 0
    for table in TABLES:
        if "batch" in columns(table) and table is not Change:
            used: Any = table.batch  # type: ignore[attr-defined]
            for part in chunks(sorted(found)):
                found -= set(values(table.select(used).where(used.in_(part)).distinct()))
    gone = Change.delete().where(Change.batch.in_(old)).execute()
    for part in chunks(sorted(found)):
        gone += audit.erase(Batch, Batch.id.in_(part))
    return gone


def _findings(today: date) -> int:
    """A finding goes three years after it ended."""
    last = on_month_day(today.year - FINDING_YEARS, today.month, today.day)
    return Finding.delete().where(Finding.ended_on < last).execute()


def _remedies(today: date) -> int:
    """A case goes some years after it was closed, and what happened to it with it."""
    old = Remedy.closed_on < date(today.year - REMEDY_YEARS, today.month, 1)
    mine = RemedyEntry.remedy.in_(Remedy.select(Remedy.id).where(old))
    audit.erase(RemedyEntry, mine)
    return audit.erase(Remedy, old)


def _delete(table: type[Table], query: Any) -> int:
    rows = list(tuples(query if is_sqlite() else query.for_update(of=table)))
    audit.erased(table, rows)
    delete(table, [audit.key_of(table, row) for row in rows])
    return len(rows)


# In this order: what speaks of a line goes before the line that says of which year it is.
JOBS: dict[str, Callable[[date], int]] = {
    "slip": _slips,
    "activation": _activations,
    "card": _cards,
    "printing": _printings,
    "link": _links,
    "notice": _notices,
    "reply": _replies,
    "check": _checks,
    "visit": _visits,
    "access": _openings,
    "assistance": _assistance,
    "answer": _answers,
    "dispute": _disputes,
    "event": _events,
    "year": _years,
    "early": _early,
    "import": _imports,
    "signing": _signings,
    "course": _courses,
    "campaign": _campaigns,
    "poster_reply": campaign.forget_replies,
    "finding": _findings,
    "remedy": _remedies,
}
