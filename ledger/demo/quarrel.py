"""Disputes of the demo's first household, one in each state, by the ways that the web uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from ledger.demo.fill import Demo, Made
from ledger.demo.witness import Lines
from models import overdue
from models.account import Account
from models.dispute_step import By, Subject, add, begin
from models.ids import derive, household_id
from rules.dispute import Days

LONG, LATELY, LONGER = timedelta(20), timedelta(2), timedelta(3)


def quarrel(demo: Demo, made: Made, townships: Mapping[str, Account]) -> None:
    """Let it ask about a share, ask for a place in vain, settle a third, and correct a record.

    What is overdue in all villages opens by itself, as on every day.
    """
    household, today = household_id(made.household), demo.today
    agreement = Lines(household, today).rows[0][0].agreement
    office = townships[made.villages[0][:9]]
    town = By(office.id, str(office.name), str(office.role))  # type: ignore[arg-type]
    share, before = Subject(agreement=agreement), today - LONG
    asked = begin(household, share, "wrong_share", before, id=_id("share"))
    add(household, asked, _id("told"), "answered", today - LATELY, by=town, outcome="explained")
    wish = begin(household, Subject(), "place", before, id=_id("place"), words="想在家门口干活")
    later = before + Days().of("answer") + LONGER
    add(household, wish, _id("more"), "extended", before, by=town, delay="office", due_on=later)
    left = begin(household, share, "leave", before, id=_id("leave"))
    add(household, left, _id("no"), "refused", before, by=town, ground="exit_terms")
    add(household, left, _id("yes"), "settled", today - LATELY)
    wrong = Subject(record=household, fact="household.workers")
    begin(
        household, wrong, "record", today - LATELY, id=_id("record"), words="家里能干活的是两个人"
    )
    overdue.renew(today)


def _id(name: str) -> UUID:
    return derive("demo", "dispute", name)
