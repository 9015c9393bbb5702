"""Whom an agreement being signed is for: the roster 名册 of each clause, by household number."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import roster as rosters
from models import signing
from models.ids import household_id
from models.signing import Draft
from models.territory import places
from web import access, fragments
from web.access import may
from web.forms import roster as form
from web.forms.roster import Typed
from web.pages import signing as pages
from web.scope import signing_here

blueprint = Blueprint("roster", __name__, url_prefix="/signing")
WRITES = "township"
READS = ("township", "county")


@blueprint.get("/<uuid:identity>/roster")
@may(*READS)
def show(identity: UUID) -> Response:
    """Show the households of a clause; each of them reads that its number was opened."""
    draft = signing_here(identity)
    place = _clause(draft, request.args.get("clause", 1, type=int))
    unit = form.unit_of(draft.clauses[place - 1])
    rows = [row for row in rosters.of_draft(identity) if row.clause == place]
    access.opened_all({household_id(row.holder) for row in rows}, "print")
    saved = request.args.get("kept") == "1"
    return _page(draft, place, Typed(form.written(rows, unit)), saved=saved)


@blueprint.post("/<uuid:identity>/roster")
@may(WRITES)
def save(identity: UUID) -> AnyResponse:
    """Keep the roster of a clause: households of the township's own villages, and no others."""
    draft = signing_here(identity)
    if not draft.is_open:
        abort(409)
    place = _clause(draft, request.form.get("clause", 1, type=int))
    unit = form.unit_of(draft.clauses[place - 1])
    text = request.form.get("households", "")
    homes = places("household", form.numbers(text))
    own = {number for number, code in homes.items() if code.startswith(draft.place)}
    typed = form.read(text, place, unit, own)
    if typed.errors:
        return _page(draft, place, typed, status=422)
    access.opened_all({household_id(row.holder) for row in typed.holdings}, "print")
    signing.enrol(identity, [place], typed.holdings)
    return fragments.go(f"/signing/{identity}/roster?clause={place}&kept=1")


def _clause(draft: Draft, place: int) -> int:
    return place if 1 <= place <= len(draft.clauses) else 1


def _page(
    draft: Draft, place: int, typed: Typed, status: int = 200, *, saved: bool = False
) -> Response:
    page = pages.Roster(
        draft=draft,
        clause=place,
        modes=[texts["agreement.mode"] for texts in draft.clauses],
        typed=typed.text,
        unit=form.unit_of(draft.clauses[place - 1]),
        errors=typed.errors,
        saved=saved,
        may_write=g.who.role == WRITES,
    )
    return fragments.render("roster/show.html", status=status, page=page)
