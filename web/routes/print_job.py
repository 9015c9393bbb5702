"""The papers of a printing: made, stopped, taken up again, downloaded; and cards handed over."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response, abort, current_app, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import place, printing, printing_job
from models.printing import Printing
from models.printing_job import PAPERS
from web import access, clock, fragments, press, wallet
from web.access import may
from web.download import file
from web.forms import paging
from web.forms import printing as form
from web.pages import printing as pages
from web.pages.printing import HANDED
from web.press_order import order, sheets
from web.proof import fresh
from web.scope import printing_here
from web.wallet import CARDS_A_SHEET

blueprint = Blueprint("print_job", __name__, url_prefix="/printing")
PRINTS = "township"
PATIENCE = 1.0


@blueprint.post("/<uuid:identity>/<paper>/start")
@may(PRINTS)
@fresh
def start(identity: UUID, paper: str) -> AnyResponse:
    """Make a paper part by part, or go on behind the last part; slips when the cards are there."""
    row = _approved(identity, paper)
    cards = printing.counts(identity)[0]
    if paper == "slip" and printing.made(identity) < cards:
        abort(409)
    patience = current_app.config.get("PRINTING_PATIENCE", PATIENCE)
    press.start(order(row.id, paper), cards, patience)
    return fragments.go(f"/printing/{identity}")


@blueprint.post("/<uuid:identity>/<paper>/stop")
@may(PRINTS)
def stop(identity: UUID, paper: str) -> AnyResponse:
    """Stop behind the part that is being made; what is made stays."""
    _approved(identity, paper)
    printing_job.stop(identity, paper)
    return fragments.go(f"/printing/{identity}")


@blueprint.post("/<uuid:identity>/<paper>/again")
@may(PRINTS)
@fresh
def again(identity: UUID, paper: str) -> AnyResponse:
    """Make a paper from its first part anew; slips get new codes, and the earlier ones end."""
    _approved(identity, paper)
    if _is_done(identity, paper):
        printing_job.forget(identity, paper)
    return start(identity, paper)


@blueprint.get("/<uuid:identity>/<paper>/file")
@may(PRINTS)
@fresh
def download(identity: UUID, paper: str) -> Response:
    """Give the finished paper as PDF."""
    row = _approved(identity, paper)
    path = order(identity, paper).whole
    if not _is_done(identity, paper) or not path.exists():
        abort(404)
    households = [each.household for each in printing.rows(identity)]
    access.opened_all(households, press.PURPOSES[paper])
    names = {"card": _("户卡"), "slip": _("密封信封")}
    return file(path.read_bytes(), f"{names[paper]}-{place.name_of(row.place)}", "pdf")


@blueprint.get("/<uuid:identity>/sheet")
@may(PRINTS)
@fresh
def sheet(identity: UUID) -> Response:
    """Give some sheets of the cards once more, where the printer spoilt them."""
    row = _approved(identity, "card")
    cards = printing.counts(identity)[0]
    first, last, error = form.sheets(request.args, sheets(cards))
    if error or printing.made(identity) < cards:
        return _refused(identity, error)
    rows = printing.rows(identity, (first - 1) * CARDS_A_SHEET + 1, last * CARDS_A_SHEET)
    access.opened_all([each.household for each in rows], "print")
    data = press.drawn(rows, current_app.config["LIANNONG_BASE_URL"], first)
    return file(data, f"{_('户卡')}-{place.name_of(row.place)}-{first}-{last}", "pdf")


@blueprint.get("/<uuid:identity>/list")
@may(PRINTS)
@fresh
def handout(identity: UUID) -> Response:
    """Give the list on which households sign for their cards."""
    row = _approved(identity, "card")
    rows = [each for each in printing.rows(identity) if each.short_code]
    if not rows:
        abort(404)
    access.opened_all([each.household for each in rows], "print")
    names = place.names({each.village for each in rows})
    lines = [
        wallet.Taken(
            each.number,
            names.get(each.village, ""),
            each.household_number,
            each.head,
            each.short_code or "",
        )
        for each in rows
    ]
    data = wallet.handout(place.name_of(row.place), lines)
    return file(data, f"{_('领卡签字表')}-{place.name_of(row.place)}", "pdf")


@blueprint.get("/sample")
@may(PRINTS)
def sample() -> Response:
    """Give the first sheet as it will look, with codes that lead to nobody's card."""
    return file(wallet.sample(current_app.config["LIANNONG_BASE_URL"]), _("户卡样张"), "pdf")


@blueprint.get("/<uuid:identity>/handover")
@may(PRINTS)
def handover(identity: UUID) -> Response:
    """List the households of a printing, to be ticked when they have got their card."""
    return _handover(_approved(identity, "card"))


@blueprint.post("/<uuid:identity>/handover")
@may(PRINTS)
def hand_over(identity: UUID) -> AnyResponse:
    """Note who has got the card: it begins, and the household's old one ends."""
    row = _approved(identity, "card")
    chosen = form.households(request.form)
    if not chosen:
        return _handover(row, 422, _("请先勾选已经拿到卡的农户。"))
    printing.hand_over(identity, chosen, clock.today())
    return fragments.go(f"/printing/{identity}/handover?page={paging.page(request.form)}")


def _handover(row: Printing, status: int = 200, error: str = "") -> Response:
    number = paging.page(request.values)
    first = (number - 1) * HANDED + 1
    rows = [each for each in printing.rows(row.id, first, first + HANDED) if each.short_code]
    access.opened_all([each.household for each in rows[:HANDED]], "print")
    cards, handed = printing.counts(row.id)
    page = pages.handover(row.id, place.name_of(row.place), rows, number, cards - handed)
    page = replace(page, error=error, ticked=request.args.get("all") == "1")
    return fragments.render("print_job/handover.html", status=status, page=page)


def _approved(identity: UUID, paper: str) -> Printing:
    """Return an approved printing of the reader's place, or answer 404."""
    row = printing_here(identity)
    if row.state != "approved" or paper not in PAPERS:
        abort(404)
    return row


def _is_done(identity: UUID, paper: str) -> bool:
    found = printing_job.find(identity, paper)
    return found is not None and found.state == "done"


def _refused(identity: UUID, error: str) -> Response:
    page = pages.Refused(identity, error or _("户卡还没有印好。"))
    return fragments.render("print_job/sheet.html", status=422, page=page)
