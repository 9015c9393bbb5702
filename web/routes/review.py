"""The yearly review of a county (art. 19, 20): decisions, and packs as page, PDF, Word and Excel.

A pack holds counts and sums and nothing of any household, so taking one out is no opening of
anybody's record and is noted on nobody's page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import place, review
from models.pack import Figures
from models.watch import up_to_date
from models.yearly import figures
from web import clock, download, fragments, job
from web.access import may
from web.forms import decision as form
from web.forms.visit import random_id
from web.pack import file, sections
from web.pages import review as pages
from web.proof import fresh

blueprint = Blueprint("review", __name__, url_prefix="/review")
COUNTY = "county"
STUCK = 600  # seconds after which nobody is making it any more
EVERY = 2  # seconds after which a page that waits asks again


@blueprint.get("")
@may(COUNTY)
def index() -> Response:
    """List the years since the rules, and whether each has had its review."""
    county, this_year = g.who.scope, clock.today().year
    packed = defaultdict(list)
    for year in range(this_year, pages.FIRST_YEAR - 1, -1):
        packed[year] = review.packs(county, year)
    stand = Counter(
        row.met_on.year
        for year in packed
        for row in review.decisions(county, year)
        if not row.withdrawn
    )
    page = pages.Index(place.name_of(county), pages.years(this_year, stand, packed))
    return fragments.render("review/index.html", page=page)


@blueprint.get("/<int:year>")
@may(COUNTY)
def show(year: int) -> Response:
    """Show what was decided in a year, and the packs that were made of it."""
    _year(year)
    return _show(year, form.Typed(uuid4()))


@blueprint.post("/<int:year>")
@may(COUNTY)
def decide(year: int) -> AnyResponse:
    """Add a decision of a meeting in that year; sent twice it is there once."""
    _year(year)
    county, today = g.who.scope, clock.today()
    last = min(today, date(year, 12, 31))
    typed = form.read(request.form, county, date(year, 1, 1), last)
    if typed.content is None or typed.id is None:
        return _show(year, typed, 422)
    review.decide(typed.id, county, typed.content, today, g.who.account)
    return fragments.go(f"/review/{year}")


@blueprint.get("/decision/<uuid:identity>")
@may(COUNTY)
def correct(identity: UUID) -> Response:
    """Ask for a correction of a decision; its versions stay."""
    row = _decision(identity)
    typed = {"met_on": row.met_on.isoformat(), "text": row.text}
    return _correct(row, form.Typed(uuid4(), typed | {"withdrawn": "1" * row.withdrawn}))


@blueprint.post("/decision/<uuid:identity>")
@may(COUNTY)
def amend(identity: UUID) -> AnyResponse:
    """Add a version of a decision; sent twice it is there once."""
    row = _decision(identity)
    today = clock.today()
    typed = form.read(request.form, g.who.scope, date(pages.FIRST_YEAR, 1, 1), today)
    if typed.content is None or typed.id is None:
        return _correct(row, typed, 422)
    review.correct(typed.id, identity, typed.content, today, g.who.account)
    return fragments.go(f"/review/{typed.content.met_on.year}")


@blueprint.post("/<int:year>/pack")
@may(COUNTY)
def make(year: int) -> AnyResponse:
    """Count a pack as of today; sent twice it is made once. The page waits where it takes long."""
    _year(year)
    identity = random_id(request.form.get("id", ""))
    if identity is None:
        abort(422)
    by = {"account": g.who.account, "since": _seconds()}
    if review.begin(identity, g.who.scope, year, clock.today(), **by):
        patience = current_app.config.get("REVIEW_PATIENCE", job.PATIENCE)
        job.run(partial(_make, identity, g.who.scope, clock.today()), patience)
    return fragments.go(f"/review/pack/{identity}")


@blueprint.get("/pack/<uuid:identity>")
@may(COUNTY)
def pack(identity: UUID) -> Response:
    """Show a pack, or that it is still being made."""
    found = _pack(identity)
    if found.state == "making" and _seconds() - found.since > STUCK:
        review.fail(identity)
        found = _pack(identity)
    parts = sections(found.figures) if found.figures else ()
    page = pages.Pack(found, place.name_of(found.county), parts)
    response = fragments.render("review/pack.html", page=page)
    if found.state == "making":
        response.headers["Refresh"] = str(EVERY)
    return response


@blueprint.get("/pack/<uuid:identity>/pdf")
@may(COUNTY)
@fresh
def paper(identity: UUID) -> Response:
    """Give a pack as PDF, in both languages."""
    return _file(identity, file.pdf, "pdf")


@blueprint.get("/pack/<uuid:identity>/word")
@may(COUNTY)
@fresh
def document(identity: UUID) -> Response:
    """Give a pack as a Word document, in both languages."""
    return _file(identity, file.word, "docx")


@blueprint.get("/pack/<uuid:identity>/excel")
@may(COUNTY)
@fresh
def workbook(identity: UUID) -> Response:
    """Give a pack as a workbook whose numbers are numbers."""
    return _file(identity, file.book, "xlsx")


def _file(identity: UUID, write: Callable[[Figures], bytes], kind: str) -> Response:
    found = _pack(identity)
    if found.figures is None:
        abort(404)
    return download.file(write(found.figures), file.name(found.figures), kind)


def _make(identity: UUID, county: str, day: date) -> None:
    try:
        up_to_date(county, day)
        review.make(identity, figures)
    except BaseException:
        review.fail(identity)
        raise


def _seconds() -> int:
    return int(clock.now().timestamp())


def _year(year: int) -> None:
    """Answer 404 for a year before the rules or after this one."""
    if not pages.FIRST_YEAR <= year <= clock.today().year:
        abort(404)


def _decision(identity: UUID) -> review.Written:
    """Return a decision of this county, or answer 404."""
    row = review.find(identity)
    if row is None or row.county != g.who.scope:
        abort(404)
    return row


def _pack(identity: UUID) -> review.Pack:
    """Return a pack of this county, or answer 404."""
    found = review.pack(identity)
    if found is None or found.county != g.who.scope:
        abort(404)
    return found


def _show(year: int, typed: form.Typed, status: int = 200) -> Response:
    county = g.who.scope
    page = pages.Show(
        place=place.name_of(county),
        year=year,
        id=typed.id or uuid4(),
        pack=uuid4(),
        decisions=review.decisions(county, year),
        packs=review.packs(county, year),
        typed=typed.typed,
        errors=typed.errors,
    )
    return fragments.render("review/show.html", status=status, page=page)


def _correct(row: Any, typed: form.Typed, status: int = 200) -> Response:
    page = pages.Correct(
        *(row.met_on.year, row.decision, typed.id or uuid4()),
        versions=review.versions(row.decision),
        typed=typed.typed,
        errors=typed.errors,
    )
    return fragments.render("review/correct.html", status=status, page=page)
