"""Printings 制卡: the township asks for a place's cards, the county approves, they are made."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import place, printing
from models.printing import By, Printing
from web import clock, fragments, press
from web.access import may
from web.forms import paging
from web.forms import printing as form
from web.pages import printing as pages
from web.pages.printing import SHOWN
from web.press_order import jobs, sheets
from web.proof import fresh
from web.scope import printing_here

blueprint = Blueprint("printing", __name__, url_prefix="/printing")
ASKS, DECIDES = "township", "county"


@blueprint.get("")
@may(ASKS, DECIDES)
def index() -> Response:
    """List the printings of the reader's place, open ones first."""
    number = paging.page(request.args)
    rows = printing.listed(g.who.scope, SHOWN + 1, (number - 1) * SHOWN)
    names = place.names({row.place for row in rows})
    return fragments.render("printing/index.html", page=pages.index(rows, names, number))


@blueprint.get("/new")
@may(ASKS)
def new() -> Response:
    """Ask for a place and for whom; say how many cards and sheets that would be."""
    return _ask(form.read(request.args, _places()))


@blueprint.post("/new")
@may(ASKS)
def create() -> AnyResponse:
    """Ask for cards once, however often this is sent; nothing is made before it is approved."""
    asked = form.read(request.form, _places())
    if not asked.place:
        return _ask(asked, 422, _("请选一个村。"))
    if asked.id is None:
        abort(422)
    if not printing.ask(asked.id, asked.place, _by(), clock.today(), renew=asked.renew):
        return _ask(asked, 409, _("这里没有要印的户卡。"))
    return fragments.go(f"/printing/{asked.id}")


@blueprint.get("/<uuid:identity>")
@may(ASKS, DECIDES)
def show(identity: UUID) -> Response:
    """Show a printing: who asked, who approved, how far its papers are, who has got a card."""
    return _show(printing_here(identity))


@blueprint.post("/<uuid:identity>/decide")
@may(DECIDES)
def decide(identity: UUID) -> AnyResponse:
    """Approve it, or refuse it with a reason; once."""
    row = printing_here(identity)
    said, reason, error = form.decision(request.form)
    if error:
        return _show(row, 422, {"reason": error})
    if row.state == "asked":
        printing.decide(identity, _by(), clock.today(), reason if said == "refuse" else None)
    return fragments.go(f"/printing/{identity}")


@blueprint.post("/<uuid:identity>/withdraw")
@may(ASKS)
def withdraw(identity: UUID) -> AnyResponse:
    """Take it back while nobody has decided."""
    printing_here(identity)
    return fragments.go("/printing" if printing.withdraw(identity) else f"/printing/{identity}")


@blueprint.post("/<uuid:identity>/close")
@may(ASKS)
@fresh
def close(identity: UUID) -> AnyResponse:
    """End it: cards that were not handed over never open anything, the files are deleted."""
    printing_here(identity)
    if printing.close(identity, clock.today()):
        press.remove(press.folder(), identity)
    return fragments.go(f"/printing/{identity}")


def _by() -> By:
    return By(g.who.account, g.who.name)


def _places() -> set[str]:
    return {g.who.scope, *place.villages(g.who.scope)}


def _ask(asked: form.Asked, status: int = 200, error: str = "") -> Response:
    villages = place.villages_by_township(g.who.scope)
    page = pages.New(asked.id or uuid4(), villages, asked.place, renew=asked.renew, error=error)
    if asked.place:
        cards = len(printing.wanting(asked.place, renew=asked.renew))
        name = place.name_of(asked.place)
        page = replace(page, name=name, cards=cards, sheets=sheets(cards))
    return fragments.render("printing/new.html", "preview", status=status, page=page)


def _show(row: Printing, status: int = 200, errors: dict[str, str] | None = None) -> Response:
    cards, handed = printing.counts(row.id)
    page = pages.Show(
        row,
        place.name_of(row.place),
        cards,
        printing.made(row.id),
        handed,
        sheets(cards),
        jobs=jobs(row) if g.who.role == ASKS else (),
        reasons=printing.REASONS,
        errors=errors or {},
    )
    return fragments.render("printing/show.html", "jobs", status=status, page=page)
