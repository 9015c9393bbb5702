"""A form that could not be stored: its content goes into the answer, to be sent again as it is."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import HTTPException

from web import csrf, proof

# What opens something is typed again: it stands in no page.
SECRETS = frozenset({"pin", "password", "again", "current", "code", "recovery"})


@dataclass(frozen=True, slots=True)
class Again:
    """Where the form was sent, and its fields with the id that keeps it from counting twice."""

    path: str
    fields: tuple[tuple[str, str], ...]


def of_request() -> Again | None:
    """Return what was sent; None where nothing was, or a file, or a secret."""
    if request.method != "POST":
        return None
    try:
        fields = tuple(request.form.items(multi=True))
    except HTTPException:
        return None
    if request.files or not fields or SECRETS.intersection(request.form):
        return None
    # The page has a token of its own, and asks anew for the secret of a step-up.
    own = tuple(each for each in fields if each[0] not in {csrf.FIELD, proof.PASSWORD, proof.CODE})
    return Again(request.path, own)
