"""What lies in the reader's scope; what does not is not there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, g, request

from models import account, household, place, plan, printing, project_list, register, signing
from models.printing import Printing
from models.project import Project
from models.scope import COUNTY_DIGITS
from models.signing import Draft
from models.territory import places
from web import access
from web.pages.issue import Household


def household_here(key: UUID) -> Household:
    """Return the household with this key, or answer 404 where it is another office's."""
    row = household.by_id(key)
    if row is None:
        abort(404)
    access.within(row.village)
    return Household(key, row.number, row.head, row.village, place.name_of(row.village))


def own_county() -> str:
    """Return the county of a member of staff below the prefecture, or nothing."""
    return g.who.scope[:COUNTY_DIGITS] if len(g.who.scope) >= COUNTY_DIGITS else ""


def is_own_county(code: str) -> bool:
    """Say whether the reader is the county's office that this code is of."""
    return g.who.role == "county" and g.who.scope == code


def chosen_county() -> str:
    """Return the county whose rules the reader wants to see: staff their own, others the asked one.

    One that is none, or outside a prefecture's scope, is none.
    """
    asked = own_county() or request.args.get("county", "")
    return asked if asked and asked in place.counties(g.who.scope[:COUNTY_DIGITS]) else ""


def signing_here(identity: UUID) -> Draft:
    """Return an agreement at the signing tables of the reader's place, or answer 404."""
    found = signing.find(identity)
    if found is None:
        abort(404)
    access.within(found.place)
    return found


def plan_here(number: str) -> Any:
    """Return the plan with this number, or answer 404 where its village is elsewhere."""
    row = plan.find(number)
    if row is None:
        abort(404)
    access.within(row.village)
    return row


def project_here(number: str) -> tuple[Project, str]:
    """Return the project with this number and its place, or answer 404 where it is elsewhere."""
    row = project_list.find(number)
    if row is None:
        abort(404)
    code = places("project", [number]).get(number, "")
    access.within(code)
    return row, code


def printing_here(identity: UUID) -> Printing:
    """Return a printing of the reader's place, or answer 404."""
    row = printing.find(identity)
    if row is None:
        abort(404)
    access.within(row.place)
    return row


def department() -> str:
    """Return the department of a county account, or nothing."""
    own = account.by_id(g.who.account)
    return str(own.department or "") if own is not None else ""


def business_here(number: str) -> Any:
    """Return a business that lies or owes in the reader's scope, or answer 404."""
    row = register.by_number(number)
    if row is None or not register.is_seen(number, g.who.scope):
        abort(404)
    return row


def issues_link(home: str) -> bool:
    """Say whether the reader may issue the link of a business it sees that lies in this place.

    That is the county it lies in; where no place is known, the one in which it owes.
    """
    return g.who.role == "county" and (not home or g.who.covers(home))
