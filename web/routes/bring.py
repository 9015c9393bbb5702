"""Terms brought to the signing table in a workbook, instead of being typed."""

from __future__ import annotations

from uuid import uuid4

from flask import Blueprint, Response, current_app, g, request
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from ledger import signing as rows
from ledger import term
from ledger.bring import Brought, brought
from ledger.problem import Problem, Refused
from ledger.read import read
from models import signing
from models.ids import derive
from web import clock, formats, fragments, job
from web.access import may
from web.forms import signing as form
from web.forms import upload
from web.pages import signing as pages
from web.words import problem as words

blueprint = Blueprint("bring", __name__, url_prefix="/signing")
WRITES = "township"
MEGABYTE = 1 << 20
MOST, SHOWN = 50, 12  # agreements of a workbook, problems on the page


@blueprint.post("/bring")
@may(WRITES)
def create() -> AnyResponse:
    """Lay the agreements of a workbook on the table: all of them, or none."""
    most = current_app.config["LEDGER_MAX_BYTES"]
    request.max_content_length = most + MEGABYTE
    try:
        typed = upload.read(request.form, request.files.getlist("files"), most)
    except RequestEntityTooLarge:
        return _refused([upload.too_large(most)], 413)
    if typed.error:
        return _refused([typed.error], typed.status)
    try:
        with job.TURN:
            found, problems = brought(read(typed.files))
    except Refused as why:
        return _refused([words.refusal(why.code, why.file, why.params, formats.ltr)])
    if said := _said(found, problems):
        return _refused(said)
    who = {"place": g.who.scope, "account": g.who.account, "today": clock.today()}
    for each in found:
        identity = derive("signing", typed.id, each.number)
        more = {"assets": each.assets, "holdings": each.roster}
        signing.begin(identity, each.clauses, **who, **more)
    return fragments.go("/signing")


def _said(found: list[Brought], problems: list[Problem]) -> list[str]:
    """Return what stands against a workbook, in sentences."""
    outside = [each for agreement in found for each in _outside(agreement)]
    said = [words.sentence(each, formats.ltr) for each in (*problems, *outside)]
    if not said and not found:
        said = [_("这个工作簿里没有“%(sheet)s”表，或者表里是空的。", sheet="协议")]
    if len(found) > MOST:
        said.append(_("一次最多传 %(n)s 份协议。请分几次传。", n=MOST))
    for each in found:
        if rows.exists(each.number):
            said.append(f"{each.number}: {form.taken()}")
    return said[:SHOWN]


def _outside(each: Brought) -> list[Problem]:
    clauses = tuple(term.read(texts, number) for number, texts in enumerate(each.clauses, 1))
    return rows.outside(rows.Table(clauses, each.roster, each.assets), g.who.scope)


def _refused(said: list[str], status: int = 422) -> Response:
    most = current_app.config["LEDGER_MAX_BYTES"] // MEGABYTE
    page = pages.New(uuid4(), uuid4(), problems=said, most_mb=most)
    return fragments.render("signing/new.html", status=status, page=page)
