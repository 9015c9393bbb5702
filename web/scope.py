"""What lies in the reader's scope; what does not is not there."""

from __future__ import annotations

from uuid import UUID

from flask import abort

from models import household, place, signing
from models.signing import Draft
from web import access
from web.pages.issue import Household


def household_here(key: UUID) -> Household:
    """Return the household with this key, or answer 404 where it is another office's."""
    row = household.by_id(key)
    if row is None:
        abort(404)
    access.within(row.village)
    return Household(key, row.number, row.head, row.village, place.name_of(row.village))


def signing_here(identity: UUID) -> Draft:
    """Return an agreement at the signing tables of the reader's place, or answer 404."""
    found = signing.find(identity)
    if found is None:
        abort(404)
    access.within(found.place)
    return found
