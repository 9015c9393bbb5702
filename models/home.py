"""What a household's own pages read: a number of queries that does not grow with its rows."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN

from models.agreement import Agreement
from models.answer import Answer
from models.business import Business
from models.database import reading, write
from models.dispute import Dispute
from models.due import Due
from models.household import Household
from models.place import Place, Village
from models.query import Prepared
from models.rebuild import rebuild
from models.visit import Check


class Home(NamedTuple):
    """The rows of one household: itself, its lines, their agreements, checks and answers."""

    household: Any
    lines: list[Any]
    agreements: list[Any]
    checks: list[Any]
    answers: list[Any]


# Everything of a line but its steps, which only the line's own page shows.
LINE = (
    *(Due.id, Due.agreement, Due.clause, Due.business, Due.mode, Due.kind, Due.year, Due.ref),
    *(Due.instalment, Due.due_on, Due.listed_on, Due.due, Due.at_least, Due.saved, Due.unit),
    *(Due.reason, Due.shown_from, Due.paid, Due.completed_on, Due.stale_on),
    *(Business.name.alias("name"), Business.phone.alias("phone")),
)


def _answered(household: UUID) -> Any:
    """Return the dispute that an office has answered and the household has not: one of them."""
    waits = (Dispute.household == household) & (Dispute.state == "told")
    return Dispute.select(Dispute.id).where(waits).order_by(Dispute.due_on).limit(1)


find = Prepared(
    lambda household: (
        Household.select(
            *(Household.number, Household.head, Household.village),
            *(Place.name.alias("place"), Village.phone.alias("phone")),
            _answered(household).alias("answered"),
        )
        .join(Place, JOIN.LEFT_OUTER, on=Place.code == Household.village)
        .join(Village, JOIN.LEFT_OUTER, on=Village.code == Household.village)
        .where(Household.id == household)
    )
)

_lines = Prepared(
    lambda household: (
        Due.select(*LINE)
        .join(Business, JOIN.LEFT_OUTER, on=Business.number == Due.business)
        .where((Due.household == household) & ~Due.withdrawn)
        .order_by(Due.id)
    )
)

agreements = Prepared(
    lambda household: (
        Agreement.select(
            *(Agreement.number, Agreement.clause, Agreement.business, Agreement.mode),
            *(Agreement.in_force_from, Agreement.ends_on, Agreement.payment_form),
        )
        .where(
            Agreement.number.in_(
                Due.select(Due.agreement).where(
                    (Due.household == household) & (Due.agreement != "")
                )
            )
        )
        .order_by(Agreement.number, Agreement.clause, Agreement.in_force_from)
    )
)

checks = Prepared(
    lambda household: (
        Check.select(*(Check.id, Check.due, Check.agreement, Check.result, Check.day))
        .where(Check.household == household)
        .order_by(Check.day, Check.id)
    )
)

answers = Prepared(
    lambda household: (
        Answer.select(
            *(Answer.due, Answer.check, Answer.turn, Answer.answer, Answer.reason, Answer.day),
            Answer.assisted,
        )
        .where(Answer.household == household)
        .order_by(Answer.turn)
    )
)


def read(household: UUID, today: date) -> Home | None:
    """Return what the home and the lists of one household need, or None for an unknown one."""
    with reading():
        found = find(household)
        if not found:
            return None
        home = Home(
            found[0],
            _lines(household),
            agreements(household),
            checks(household),
            answers(household),
        )
    return home._replace(lines=_today(home.lines, household, today))


def lines(household: UUID, today: date) -> list[Any]:
    """Return the household's lines of all years that are there today."""
    return _today(_lines(household), household, today)


def _today(rows: list[Any], household: UUID, today: date) -> list[Any]:
    if renewed(rows, today):
        rows = _lines(household)
    return [row for row in rows if row.shown_from is None or row.shown_from <= today]


def renewed(rows: list[Any], today: date) -> bool:
    """Rebuild the lines that the calendar alone has changed since they were stored.

    A daily task does the same for all, so a reader rarely waits for it. Say whether any was.
    """
    stale = {row.agreement for row in rows if row.stale_on and row.stale_on <= today}
    if stale:
        with write():
            rebuild(stale, (), today)
    return bool(stale)
