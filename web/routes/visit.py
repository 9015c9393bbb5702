"""The cadre's visit 走访: the village's list, one household's check, and storing it once."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, jsonify, request
from werkzeug.wrappers import Response as AnyResponse

from models import campaign, card, checklist, dispute_handler, household, place, receipt, visit
from models.scope import VILLAGE_DIGITS
from models.visit import Different
from web import access, clock, error, fragments, scanned
from web.access import may
from web.forms import paging
from web.forms import visit as form
from web.pages import visit as pages
from web.pages.village_list import Village

blueprint = Blueprint("visit", __name__)
CHECKERS = ("cadre", "township")
LONGEST_SEARCH = 40


@blueprint.get("/visit")
@may(*CHECKERS)
def index() -> Response:
    """List what is due in the village, or that nobody asked about."""
    return _list("")


@blueprint.post("/visit/find")
@may(*CHECKERS)
def find() -> Response:
    """List the households with this number or name; it is posted, so no address holds it."""
    return _list(request.form.get("q", "").strip()[:LONGEST_SEARCH])


def _list(words: str) -> Response:
    chosen = _village()
    lessons = campaign.trainings(g.who.scope, clock.today())
    first = {"lessons": lessons, "held": dispute_handler.held(g.who.account)}
    if chosen is None:
        found = place.villages(g.who.scope)
        several = pages.Index(villages=tuple(Village(*each) for each in found.items()))
        return fragments.render("visit/index.html", page=several, **first)
    show = request.args.get("show", "")
    show = show if show in pages.SHOWS else ""
    bare = pages.Index(chosen, place.name_of(chosen), chosen != g.who.scope, words, show)
    roll = household.listed(chosen, words)
    items = checklist.of_village(chosen, clock.today())
    page = pages.index(bare, paging.page(request.args), roll, items)
    return fragments.render("visit/index.html", "found", page=page, **first)


@blueprint.get("/visit/new")
@may(*CHECKERS)
def new() -> AnyResponse:
    """Ask for a card; one that an address of another program names is led on at once."""
    typed = request.args.get("card", "").strip()[: form.LONGEST]
    return _lead_on(typed) if typed else scanned.ask()


@blueprint.post("/visit/new")
@may(*CHECKERS)
def scan() -> AnyResponse:
    """Lead on to the check of the card whose short code was typed."""
    return _lead_on(request.form.get("card", "").strip()[: form.LONGEST])


@blueprint.get("/visit/check/<uuid:identity>")
@may(*CHECKERS)
def check(identity: UUID) -> Response:
    """Show what to check with the household whose card this is."""
    token = card.token(identity)
    found = scanned.here(token)
    if found is None:
        return scanned.refuse(token)
    owner: UUID = found.household  # type: ignore[assignment]
    access.opened(owner, "check")
    return _check(owner, form.Typed(id=uuid4(), card=token))


@blueprint.post("/visit")
@may(*CHECKERS)
def create() -> AnyResponse:
    """Store the checks once, however often they are sent."""
    typed = form.read(request.form)
    owner = _sender(typed)
    if owner is None:
        return _refuse(404, typed.id) if _wants_json() else scanned.refuse(typed.card)
    fen = checklist.lines(owner, {due for due in typed.dues if due})
    terms = checklist.terms_of(owner, clock.today()) if typed.explained else []
    if not form.known(typed, fen, [each.number for each in terms]):
        return _refuse(404, typed.id)
    access.opened(owner, "check")
    typed, said = form.checks(typed, fen)
    if typed.errors or typed.id is None:
        return _wrong(owner, typed)
    try:
        visit.store(typed.id, owner, g.who.account, said, clock.today())
    except Different:
        return _refuse(409, typed.id)
    if _wants_json():
        return _json({"id": str(typed.id), "receipt": receipt.of(owner, typed.id)}, 201)
    return fragments.go(f"/visit/done/{typed.id}")


@blueprint.get("/visit/done/<uuid:identity>")
@may(*CHECKERS)
def done(identity: UUID) -> Response:
    """Say that the check is stored, show its receipt to be spoken, and go on to the next card."""
    digits = receipt.of_account(identity, g.who.account, clock.today())
    if digits is None:
        abort(404)
    return fragments.render("visit/done.html", page=pages.Done(digits))


def _village() -> str | None:
    """Return the one village of a cadre, or the chosen one of those in scope."""
    if len(g.who.scope) == VILLAGE_DIGITS:
        return g.who.scope
    chosen = request.args.get("village", "")
    if not chosen:
        return None
    if len(chosen) != VILLAGE_DIGITS:
        abort(404)
    access.within(chosen)
    return chosen


def _lead_on(typed: str) -> AnyResponse:
    found = scanned.here(typed)
    return fragments.go(scanned.address(found)) if found else scanned.refuse(typed)


def _sender(typed: form.Typed) -> UUID | None:
    """Return the household of a check: by its card, or else by its lines, within the scope."""
    if typed.card:
        found = scanned.here(typed.card)
        return found.household if found else None  # type: ignore[return-value]
    owners = checklist.owners({due for due in typed.dues if due})
    if len(owners) != 1:
        return None
    (owner,) = owners
    village = checklist.village_of(owner)
    return owner if village and g.who.covers(village) else None


def _check(owner: UUID, typed: form.Typed, status: int = 200) -> Response:
    items = checklist.of_household(owner, clock.today())
    forms, payers = checklist.forms_of(items), checklist.payers_of(items)
    page = pages.New(
        id=typed.id,
        card=typed.card,
        village=place.name_of(checklist.village_of(owner) or ""),
        lines=tuple(
            pages.line(
                item,
                forms.get((item.row.agreement, item.row.clause)),
                payers.get(item.row.id, ""),
            )
            for item in items
        ),
        terms=tuple(checklist.terms_of(owner, clock.today())),
        typed=typed,
    )
    return fragments.render("visit/new.html", status=status, page=page)


def _wrong(owner: UUID, typed: form.Typed) -> AnyResponse:
    if _wants_json():
        return _json({"id": str(typed.id), "errors": dict(typed.errors)}, 422)
    return _check(owner, replace(typed, id=typed.id or uuid4()), 422)


def _refuse(status: int, sent: UUID | None) -> AnyResponse:
    if _wants_json():
        return _json({"id": str(sent) if sent else None, "error": status}, status)
    return error.page(status)


def _wants_json() -> bool:
    accepted = request.accept_mimetypes
    return accepted.best_match(["text/html", "application/json"]) == "application/json"


def _json(content: dict[str, object], status: int) -> Response:
    response = jsonify(content)
    response.status_code = status
    return response
