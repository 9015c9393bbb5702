"""The county's ledger: workbooks in with a preview, the whole of it out, and an import back."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from ledger import draft
from ledger import undo as undoing
from ledger.draft import Draft
from ledger.marked import marked as mark
from ledger.obstacle import obstacle
from ledger.store import Import
from ledger.write import template as empty
from models import batch as history
from models import place
from web import clock, formats, fragments, job, survey
from web.access import may
from web.download import workbook
from web.forms import paging
from web.forms import upload as form
from web.pages import ledger as pages
from web.words import problem as words

blueprint = Blueprint("ledger", __name__, url_prefix="/ledger")
COUNTY = "county"
MEGABYTE = 1 << 20
LISTED = 20  # imports on a page of the history
DRAFTS = ("reading", "draft", "storing")
DONE = ("stored", "undone")
STUCK = 600  # seconds after which nobody is working on it any more
EVERY = 2  # seconds after which a page that waits asks again


@blueprint.get("")
@may(COUNTY)
def index() -> Response:
    """Offer import and downloads, and list what came in before."""
    draft.purge(clock.today())
    return _index()


@blueprint.post("")
@may(COUNTY)
def upload() -> AnyResponse:
    """Read workbooks and keep a preview of them; nothing of it is stored."""
    most = current_app.config["LEDGER_MAX_BYTES"]
    request.max_content_length = most + MEGABYTE
    try:
        typed = form.read(request.form, request.files.getlist("files"), most)
    except RequestEntityTooLarge:
        return _index(form.too_large(most), 413)
    if typed.error:
        return _index(typed.error, typed.status)
    order = _order(typed.id)
    if draft.begin(typed.id, order, [name for name, _ in typed.files], _seconds()):
        _run(partial(_read, typed.id, typed.files, order.scope))
    found = draft.load(typed.id)
    if found is not None and found.state == "refused" and _is_own(found):
        draft.discard(typed.id)
        return _index(_refusal(found), 422)
    return fragments.go(f"/ledger/{typed.id}")


@blueprint.get("/<uuid:batch>")
@may(COUNTY)
def show(batch: UUID) -> Response:
    """Show what an upload would do, or what it did."""
    found = _own(batch)
    if found.state in {"reading", "storing"}:
        found = _unstuck(found)
    if found.state == "refused":
        return _index(_refusal(found), 422)
    return _show(found)


@blueprint.post("/<uuid:batch>/store")
@may(COUNTY)
def store(batch: UUID) -> AnyResponse:
    """Store a preview: all of it, or the rows that are right. Sent twice it is stored once."""
    found = _own(batch)
    if found.state == "draft" and found.needs_another(g.who.account):
        return _show(found, 409)
    order = replace(_order(batch), skip_bad=request.form.get("rows") == "good")
    if draft.claim(batch, _seconds()):
        _run(partial(_keep, batch, order))
        if (now := draft.load(batch)) is not None and now.state == "draft":
            return _show(
                now, 409, _("没有存入：台账刚才有变动，或者有的行有误。请看下面，再决定。")
            )
    survey.renew(g.who.scope, patience=0)  # nobody waits for it
    return fragments.go(f"/ledger/{found.id}")


@blueprint.post("/<uuid:batch>/discard")
@may(COUNTY)
def discard(batch: UUID) -> AnyResponse:
    """Forget a preview."""
    _own(batch)
    draft.discard(batch)
    return fragments.go("/ledger")


@blueprint.get("/<uuid:batch>/marked/<int:file>")
@may(COUNTY)
def marked(batch: UUID, file: int) -> Response:
    """Give an uploaded workbook back with the refused cells marked."""
    found = _own(batch)
    reading = draft.reading(batch)
    if reading is None or file >= len(reading.files):
        abort(404)
    name = reading.files[file]
    sources = [source for source in reading.sources if source.file == name]
    data = mark(sources, found.report.problems, words.sentence)
    return workbook(data, _("%(name)s（标出错误）", name=name.rpartition(".")[0] or name))


@blueprint.get("/<uuid:batch>/undo")
@may(COUNTY)
def undo(batch: UUID) -> Response:
    """Ask before an import is taken back, or say why it cannot be."""
    return _ask(batch, obstacle(batch))


@blueprint.post("/<uuid:batch>/undo")
@may(COUNTY)
def take_back(batch: UUID) -> AnyResponse:
    """Take an import back, or note that another account must agree."""
    if _own(batch).state not in DONE:
        abort(404)
    try:
        undoing.undo(batch, clock.today(), g.who.account)
    except undoing.CannotUndo as reason:
        if reason.code != "unknown":
            return _ask(batch, reason.code, 409)
    survey.renew(g.who.scope, patience=0)
    return fragments.go(f"/ledger/{batch}")


@blueprint.get("/template")
@may(COUNTY)
def template() -> Response:
    """Give the empty workbook."""
    return workbook(empty(), _("联农通台账空白模板"))


def _order(batch: UUID) -> Import:
    return Import(clock.today(), scope=g.who.scope, account=g.who.account, batch=batch)


def _seconds() -> int:
    return int(clock.now().timestamp())


def _run(work: Any) -> None:
    job.run(work, current_app.config.get("LEDGER_PATIENCE", job.PATIENCE))


def _read(batch: UUID, files: Any, scope: str) -> None:
    try:
        draft.read(batch, files, scope)
    except BaseException:
        draft.fail(batch)
        raise


def _keep(batch: UUID, order: Import) -> None:
    try:
        draft.keep(batch, order)
    except BaseException:
        draft.give_up(batch)
        raise


def _own(batch: UUID) -> Draft:
    """Return an upload or import of this county, or answer 404."""
    found = draft.load(batch)
    if found is None or not _is_own(found):
        abort(404)
    return found


def _is_own(found: Draft) -> bool:
    return bool(found.scope) and g.who.covers(found.scope)


def _unstuck(found: Draft) -> Draft:
    """Give up what a worker began that is no longer there."""
    if _seconds() - int(found.counts.get("since", 0)) < STUCK:
        return found
    (draft.fail if found.state == "reading" else draft.give_up)(found.id)
    return draft.load(found.id) or found


def _refusal(found: Draft) -> str:
    why = found.counts["refusal"]
    return words.refusal(why["code"], why["file"], why["params"], formats.ltr)


def _index(error: str = "", status: int = 200) -> Response:
    number = paging.page(request.args)
    done = history.imports(g.who.scope, DONE, LISTED + 1, (number - 1) * LISTED)
    page = pages.Index(
        id=uuid4(),
        place=place.name_of(g.who.scope),
        most_mb=current_app.config["LEDGER_MAX_BYTES"] // MEGABYTE,
        drafts=tuple(map(_entry, history.imports(g.who.scope, DRAFTS, LISTED))),
        entries=tuple(map(_entry, done[:LISTED])),
        number=number,
        more=len(done) > LISTED,
        error=error,
    )
    return fragments.render("ledger/index.html", status=status, page=page)


def _entry(row: history.Import) -> pages.Entry:
    counts = pages.totals(json.loads(row.counts))
    files = json.loads(row.files)
    own = g.who.covers(row.scope)
    return pages.Entry(
        *(row.id, row.number, row.state, row.day, row.who, own, files, counts),
        undone_on=row.undone_on,
        undone_by=row.undone_by,
    )


def _show(found: Draft, status: int = 200, notice: str = "") -> Response:
    asked = request.args
    view = pages.View(
        part=asked.get("part", ""),
        sheet=asked.get("sheet", ""),
        sort=asked.get("sort", ""),
        number=paging.page(asked),
    )
    if found.state in DONE and not found.report.changes:
        found = draft.with_history(found)
    say = pages.Say(partial(words.expected, isolate=formats.ltr), words.dropped, words.skipped)
    page = pages.show(found, view, say)
    row = history.find(found.id)
    page = replace(page, entry=_entry(row) if row else None, notice=notice)
    if found.state == "stored":
        page = replace(page, obstacle=_why_not(found.id), hand=found.hand(g.who.account))
    elif found.state == "draft" and found.needs_another(g.who.account):
        page = replace(page, alone=found.corrections)
    response = fragments.render("ledger/show.html", "table", status=status, page=page)
    if found.state in {"reading", "storing"}:
        response.headers["Refresh"] = str(EVERY)
    return response


def _ask(batch: UUID, code: str, status: int = 200) -> Response:
    found = _own(batch)
    row = history.find(batch)
    if row is None or row.state != "stored":
        abort(404)
    why = words.cannot_undo(code) if code else ""
    hand = found.hand(g.who.account)
    page = pages.Undo(_entry(row), pages.totals(found.counts), why, hand)
    return fragments.render("ledger/undo.html", status=status, page=page)


def _why_not(batch: UUID) -> str:
    code = obstacle(batch)
    return words.cannot_undo(code) if code else ""
