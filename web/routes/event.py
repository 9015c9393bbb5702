"""Events 变动 of households: entered by the township with their paper, confirmed by the county."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from ledger import event as ledger
from models import event, household, place
from models.batch import find as find_import
from models.event import By, Event, Refused
from models.scope import COUNTY_DIGITS
from rules import event as rules
from web import access, clock, fragments, survey
from web.access import may
from web.forms import event as form
from web.forms import paging
from web.forms.event import Here, Typed
from web.pages import event as pages
from web.scope import household_here

blueprint = Blueprint("event", __name__, url_prefix="/event")
SHOWN = 30


@blueprint.get("")
@may("township", "county")
def index() -> Response:
    """List the events of the reader's place, those that wait for the county first."""
    scope, number = g.who.scope, paging.page(request.args)
    rows = event.listed(scope, SHOWN, (number - 1) * SHOWN)
    waiting = event.count(scope, waiting=True)
    page = pages.pages(rows, waiting, number, SHOWN, event.count(scope))
    return fragments.render("event/index.html", page=page)


@blueprint.get("/new/<uuid:key>")
@may("township")
def new(key: UUID) -> Response:
    """Ask which event it is, then for its day, its paper and what it changes."""
    household_here(key)
    return _ask(key, form.chosen(request.args, rules.KINDS), Typed(uuid4()))


@blueprint.post("/new/<uuid:key>")
@may("township")
def create(key: UUID) -> AnyResponse:
    """Enter an event once, however often it is sent; nothing changes before the county confirms."""
    whose = household_here(key)
    kind = form.chosen(request.form, rules.KINDS)
    if not kind:
        abort(422)
    typed = form.read(kind, request.form, _here(whose.village, key))
    if typed.errors or typed.id is None:
        return _ask(key, kind, typed, 422)
    try:
        event.enter(key, typed.id, _by(), clock.today(), **typed.said)
    except Refused as why:
        return _ask(key, kind, typed, 409, why.code)
    access.opened(key, "correct")
    return fragments.go(f"/event/{typed.id}")


@blueprint.get("/<uuid:identity>")
@may("township", "county")
def show(identity: UUID) -> Response:
    """Show an event: what it changes, on which paper, who entered and who confirmed it."""
    return _show(_found(identity))


@blueprint.post("/<uuid:identity>")
@may("county")
def decide(identity: UUID) -> AnyResponse:
    """Confirm it, which changes the ledger and the dues, or refuse it with a reason; once."""
    row, ground = _found(identity), request.form.get("ground", "")
    confirms = request.form.get("decision") == "confirmed"
    if not confirms and ground not in rules.GROUNDS:
        return _show(row, 422, error=_("请选一个。"))
    today, scope = clock.today(), g.who.scope
    try:
        if confirms:
            ledger.confirm(identity, scope, _by(), today, _name())
            survey.renew(g.who.scope, patience=0)
        else:
            ledger.refuse(identity, scope, _by(), today, ground)
    except Refused as why:
        return _show(_found(identity), 409, why.code)
    return fragments.go(f"/event/{identity}")


def _name() -> str:
    return _("户内变动")


def _by() -> By:
    return By(g.who.account, g.who.name, g.who.role)


def _found(identity: UUID) -> Event:
    row = event.find(identity, g.who.scope)
    if row is None:
        abort(404)
    return row


def _here(village: str, key: UUID) -> Here:
    other = household.by_number(form.other_number(request.form))
    seen = other.id if other is not None and g.who.covers(other.village) else None
    taken = other.id if other is not None else None
    known = taken if request.form.get("kind") == "split" else seen
    return Here(village, place.villages(village[:COUNTY_DIGITS]), known, key, clock.today())


def _ask(key: UUID, kind: str, typed: Typed, status: int = 200, refusal: str = "") -> Response:
    access.opened(key, "correct")
    whose, waits = household_here(key), event.open_of(key)
    shares = event.holdings(key, clock.today()) if kind in rules.OTHER else []
    named = place.villages(whose.village[:COUNTY_DIGITS]) if kind == "recoded" else {}
    page = pages.New(
        household=whose,
        kind=kind,
        id=typed.id or uuid4(),
        shares=tuple(pages.share(row, event.holding(row)) for row in shares),
        villages=pages.villages(named, whose.village),
        waits=waits.id if waits else None,  # type: ignore[arg-type]
        texts=typed.texts,
        errors=typed.errors,
        refusal=refusal,
    )
    return fragments.render("event/new.html", status=status, page=page)


def _show(row: Event, status: int = 200, refusal: str = "", error: str = "") -> Response:
    key: UUID = row.household  # type: ignore[assignment]
    access.opened(key, "correct")
    done = find_import(row.import_id) if row.import_id else None  # type: ignore[arg-type]
    waits = row.state == "entered"
    page = pages.Show(
        row=row,
        household=household_here(key),
        place=place.name_of(str(row.place)) if row.place else "",
        shares=tuple(
            pages.share(share, event.holding(share), part.given)
            for share, part in event.with_rows(row)
        ),
        fits=not waits or ledger.tried(row, g.who.scope, clock.today(), _name()),
        undone=done is not None and done.state == "undone",
        decides=waits and g.who.role == "county" and row.account != g.who.account,
        refusal=refusal,
        error=error,
    )
    return fragments.render("event/show.html", status=status, page=page)
