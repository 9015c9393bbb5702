"""Whose each object of a database is: by its concept, keys as an address has them, and owners.

An owner is a place's code, the key of a household or an account, or the number of a business.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from models.account import Account
from models.agreement import Agreement
from models.batch import Batch
from models.business import Business
from models.campaign import Campaign
from models.card import Card
from models.course import Course
from models.dispute import Dispute
from models.due import Due
from models.event import Event
from models.exemplar import Exemplar
from models.finding import Finding
from models.household import Household, Share
from models.payment import Plan
from models.printing import Printing
from models.project import Asset, Lease, Project
from models.remedy import Remedy
from models.review import Decision, Review
from models.rule import Rule
from models.signing import Signing
from models.territory import places
from models.visit import Check, Visit

Owners = dict[str, set[str]]


def owners() -> dict[str, Owners]:
    """Return, for each concept, whose each object is."""
    return {
        "active card": cards(),
        "account": of(Account, "scope"),
        "agreement": agreements(),
        "own agreement": held_agreements(),
        "asset": assets(),
        "business": businesses(),
        "batch": of(Batch, "scope"),
        "campaign": of(Campaign, "county"),
        "check": of(Check, "household"),
        "course": of(Course, "place"),
        "dispute": of(Dispute, "village"),
        "due": of(Due, "household"),
        "event": of(Event, "village"),
        "finding": of(Finding, "place"),
        "household": of(Household, "village"),
        "own dispute": of(Dispute, "household"),
        "own finding": of(Finding, "business"),
        "plan": numbers("plan", Plan),
        "pack": of(Review, "county"),
        "printing": of(Printing, "place"),
        "project": numbers("project", Project),
        "remedy": of(Remedy, "place"),
        "signing": of(Signing, "place"),
        "own visit": of(Visit, "account"),
        **of_county(Decision, Exemplar, Rule),
    }


def of(table: Any, column: str, key: str = "id") -> Owners:
    """Return the owner that a column names."""
    found: Owners = defaultdict(set)
    for row in table.select():
        owner = getattr(row, column)
        found[str(getattr(row, key))].add(owner.hex if isinstance(owner, UUID) else owner)
    return {each: owned for each, owned in found.items() if "" not in owned}


def cards() -> Owners:
    """A card in use is its household's village's."""
    villages = {row.id: row.village for row in Household.select(Household.id, Household.village)}
    active = Card.select(Card.id, Card.household).where(Card.active)
    return {str(row.id): {villages[row.household]} for row in active}


def of_county(*tables: Any) -> dict[str, Owners]:
    """A county's entries in versions; each key is called as its table is."""
    names = {table: table.__name__.lower() for table in tables}
    return {name: of(table, "county", key=name) for table, name in names.items()}


def numbers(concept: str, table: Any) -> Owners:
    rows = [row.number for row in table.select(table.number)]
    return {number: {place} for number, place in places(concept, rows).items() if place}


def agreements() -> Owners:
    """An agreement is every village's in which it has a line or a holder, and its own place's."""
    found: Owners = defaultdict(set)
    for number, place in numbers("agreement", Agreement).items():
        found[number] |= place
    for row in Due.select(Due.agreement, Due.village).distinct():
        found[row.agreement].add(row.village)
    for row in Share.select(Share.agreement, Household.village).join(
        Household, on=Household.id == Share.household
    ).namedtuples():  # fmt: skip
        found[row.agreement].add(row.village)
    found.pop("", None)
    return dict(found)


def held_agreements() -> Owners:
    found: Owners = defaultdict(set)
    for table in (Due, Share):
        for row in table.select(table.agreement, table.household).distinct():
            found[row.agreement].add(row.household.hex)
    found.pop("", None)
    return dict(found)


def assets() -> Owners:
    """An asset is its project's place's, and that of every agreement that leases it."""
    found: Owners = defaultdict(set)
    for number, place in numbers("asset", Asset).items():
        found[number] |= place
    leased = agreements()
    for row in Lease.select():
        found[row.asset] |= leased.get(row.agreement, set())
    return {number: owned for number, owned in found.items() if owned}


def businesses() -> Owners:
    """A business is its village's, and every village's to which it owes or owed something."""
    found: Owners = defaultdict(set)
    for row in Business.select():
        found[row.number] |= {row.village} - {None, ""}
    for number, owned in agreements().items():
        for row in Agreement.select(Agreement.business).where(Agreement.number == number):
            found[row.business] |= owned
    return {number: owned for number, owned in found.items() if owned}
