"""The signing table 签约: agreements on their way, each held against the articles."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import place, signing
from models.signing import Draft
from web import clock, fragments, model_text, table
from web.access import may
from web.forms import paging
from web.forms import signing as form
from web.pages import signing as pages
from web.pages.signing_form import CONCEPT
from web.scope import signing_here

blueprint = Blueprint("signing", __name__, url_prefix="/signing")
WRITES = "township"
READS = ("township", "county")
MEGABYTE = 1 << 20
LONGEST = 40


@blueprint.get("")
@may(*READS)
def index() -> Response:
    """List the agreements that are being signed, or were."""
    asked = request.args
    state = asked.get("state", "")
    view = pages.View(
        words=asked.get("q", "").strip()[:LONGEST],
        state=state if state in pages.STATES else "",
        number=paging.page(asked),
    )
    skipped = (view.number - 1) * pages.SHOWN
    rows = signing.listed(g.who.scope, view.state, view.words, pages.SHOWN + 1, skipped)
    shown = rows[: pages.SHOWN]
    names = {row.place: place.name_of(row.place) for row in shown}
    page = pages.Index(view, shown, names, len(rows) > len(shown), g.who.role == WRITES)
    return fragments.render("signing/index.html", "found", page=page)


@blueprint.get("/new")
@may(WRITES)
def new() -> Response:
    """Ask for the way of linking and the number of a new agreement, or for a workbook."""
    return fragments.render("signing/new.html", page=_new())


def _new(typed: form.New | None = None) -> pages.New:
    most = current_app.config["LEDGER_MAX_BYTES"] // MEGABYTE
    if typed is None:
        return pages.New(uuid4(), uuid4(), most_mb=most)
    shown = {"mode": typed.mode, "number": typed.number, "errors": typed.errors}
    return pages.New(typed.id or uuid4(), uuid4(), **shown, most_mb=most)


@blueprint.post("")
@may(WRITES)
def create() -> AnyResponse:
    """Lay a new agreement on the table once, however often this is sent."""
    typed = form.new(request.form)
    if typed.errors or typed.id is None:
        return fragments.render("signing/new.html", status=422, page=_new(typed))
    first = {
        "number": typed.number,
        "mode": typed.mode,
        "party": "household",
        "witness": place.name_of(g.who.scope),
        "template": model_text.VERSION,
    }
    clauses = [{CONCEPT + name: text for name, text in first.items()}]
    who = {"place": g.who.scope, "account": g.who.account}
    signing.begin(typed.id, clauses, **who, today=clock.today())
    return fragments.go(f"/signing/{typed.id}")


@blueprint.get("/<uuid:identity>")
@may(*READS)
def show(identity: UUID) -> Response:
    """Show an agreement with its form, and how it stands to each article."""
    draft = signing_here(identity)
    asked = request.args
    page = table.show(draft, asked.get("clause", 1, type=int), saved=asked.get("kept") == "1")
    return fragments.render("signing/show.html", page=page)


@blueprint.post("/<uuid:identity>")
@may(WRITES)
def save(identity: UUID) -> AnyResponse:
    """Keep the terms of a clause; what cannot be read is refused, and what was typed stays."""
    draft = _open(identity)
    typed = form.clause(request.form, draft)
    if typed.errors:
        text = _("没有保存。请改正标红的地方，再保存一次。")
        return _typed(draft, typed, 422, text)
    if not signing.keep(identity, typed.turn, typed.clauses, typed.assets, clock.today()):
        text = _("没有保存：别人刚刚改过这份协议。您写的都还在，请对照以后再保存一次。")
        return _typed(signing_here(identity), typed, 409, text, again=True)
    return fragments.go(f"/signing/{identity}?clause={typed.clause}&kept=1")


@blueprint.post("/<uuid:identity>/check")
@may(WRITES)
def check(identity: UUID) -> Response:
    """Say how the agreement would stand with what is typed; nothing is kept."""
    draft = _open(identity)
    return _typed(draft, form.clause(request.form, draft))


@blueprint.post("/<uuid:identity>/clause")
@may(WRITES)
def clause(identity: UUID) -> AnyResponse:
    """Add a clause of another way of linking, or take one off."""
    draft, sent = _open(identity), request.form
    turn, mode = form.whole(sent.get("turn", "")), sent.get("mode", "")
    if "remove" in sent:
        signing.drop(identity, turn, form.whole(sent["remove"]), clock.today())
        return fragments.go(f"/signing/{identity}")
    if mode not in pages.MODES or len(draft.clauses) >= form.MOST_CLAUSES:
        abort(422)
    clauses = (*draft.clauses, form.another(draft.clauses[0], mode))
    signing.keep(identity, turn, clauses, draft.assets, clock.today())
    return fragments.go(f"/signing/{identity}?clause={len(clauses)}")


@blueprint.get("/<uuid:identity>/end")
@may(WRITES)
def end(identity: UUID) -> Response:
    """Ask once more before an agreement is given up."""
    return fragments.render("signing/end.html", page=pages.End(_open(identity)))


@blueprint.post("/<uuid:identity>/end")
@may(WRITES)
def give_up(identity: UUID) -> AnyResponse:
    """Give an agreement up: it stays on the list, and its roster goes."""
    signing_here(identity)
    signing.end(identity, "given_up", g.who.account, clock.today())
    return fragments.go(f"/signing/{identity}")


@blueprint.post("/<uuid:identity>/reopen")
@may(WRITES)
def reopen(identity: UUID) -> AnyResponse:
    """Go on with what was given up, or with what was signed and taken back by the county."""
    signing_here(identity)
    signing.reopen(identity, clock.today())
    return fragments.go(f"/signing/{identity}")


def _open(identity: UUID) -> Draft:
    """Return a draft of the reader's place that can still be changed; 409 if it was closed."""
    draft = signing_here(identity)
    if not draft.is_open:
        abort(409)
    return draft


def _typed(
    draft: Draft, typed: form.Typed, status: int = 200, notice: str = "", *, again: bool = False
) -> Response:
    """Show what was typed; `again`: the next save counts from what is kept now."""
    turn = draft.turn if again else typed.turn
    page = table.show(draft, typed=typed.at(turn), notice=notice)
    return fragments.render("signing/show.html", "verdicts", status=status, page=page)
