"""Businesses 经营主体 for county and township: the list, one of them, and notices of due days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import batch, concern, finding, link, notice, owing, place, register, reply
from models.notice import Pending
from models.scope import COUNTY_DIGITS
from web import clock, fragments, survey
from web.access import may
from web.download import file
from web.forms import paging, past
from web.forms.reply import day_of
from web.pages import business as pages
from web.pages import told as papers
from web.pages.finding import Survey
from web.scope import business_here, issues_link
from web.told import as_pdf
from web.year import asked_year

blueprint = Blueprint("business", __name__, url_prefix="/business")
COUNTY = "county"
LONGEST_SEARCH = 40


@blueprint.get("")
@may("township", COUNTY)
def index() -> Response:
    """List the businesses of the scope with what they owe there in a year, now or on a day."""
    scope = g.who.scope
    survey.renew(scope[:COUNTY_DIGITS])
    standing = _survey()
    view = _view(asked_year(clock.today()))
    page = pages.index(
        register.of_scope(scope, view.year, view.past.on),
        view,
        place=place.name_of(scope),
        years=register.years(scope),
        survey=standing,
    )
    counts = register.counts([row.entry.number for row in page.rows], scope)
    page = replace(page, rows=pages.counted(page.rows, counts))
    return fragments.render("business/index.html", "found", page=page)


@blueprint.get("/<number>")
@may("township", COUNTY)
def show(number: str) -> Response:
    """Show a business: facts, agreements, what it owes, what was found, and its own word."""
    row, scope, today = business_here(number), g.who.scope, clock.today()
    home = register.home(number)
    issues = issues_link(home)
    found = pages.Found(
        row,
        place.name_of(home) if home else "",
        register.deals(number, scope),
        owing.of_business(number, today, scope),
        concern.of_business(number, scope),
        reply.standing(reply.of_business(number)),
        link.of_business(number, today) if issues else None,
    )
    page = pages.show(found, asked_year(today), today, issues=issues)
    return fragments.render("business/show.html", page=page)


@blueprint.get("/notices")
@may("township", COUNTY)
def notices() -> Response:
    """List whom to tell now of a day on which they have to pay, 30 and 7 days before it.

    The county tells and notes it; a township prints what concerns its own villages.
    """
    asked = request.args
    found = notice.notices(g.who.scope, clock.today())
    page = papers.notices(
        found,
        register.names({each.business for each in found}),
        words=asked.get("q", "").strip()[:LONGEST_SEARCH],
        given=asked.get("show") == "given",
        number=paging.page(asked),
    )
    return fragments.render("business/notices.html", "found", page=page)


@blueprint.get("/<number>/notice/<day>")
@may("township", COUNTY)
def told(number: str, day: str) -> Response:
    """Show the paper that tells a business of a day, in both languages, to be printed."""
    return _paper(number, day)


@blueprint.get("/<number>/notice/<day>/paper")
@may("township", COUNTY)
def paper(number: str, day: str) -> Response:
    """Give the same paper as PDF."""
    page = _notice(*_pending(number, day))
    name = _("到期通知-%(name)s-%(day)s", name=page.told.name, day=day)
    return file(as_pdf(page), name, "pdf")


@blueprint.post("/<number>/notice/<day>")
@may(COUNTY)
def tell(number: str, day: str) -> AnyResponse:
    """Note once on which day a business was told, however often this is sent."""
    row, pending = _pending(number, day)
    today, typed = clock.today(), request.form.get("given_on", "")
    given_on = day_of(typed)
    if given_on is None or not pending.since <= given_on <= today:
        return _paper(number, day, typed)
    notice.give(
        *(g.who.scope, row.number, pending.due_on, pending.stage),
        account=g.who.account,
        given_on=given_on,
    )
    return fragments.go("/business/notices")


def _survey() -> Survey:
    """Return how the sums stand; ask before they are read, so that they are never older."""
    known = finding.surveyed(g.who.scope)
    return Survey(known[0].day, known[0].stale) if known else Survey()


def _view(year: int) -> pages.View:
    asked = request.args
    then = past.read(asked, clock.today(), batch.first_day(g.who.scope[:COUNTY_DIGITS]))
    return pages.View(
        year=year,
        words=asked.get("q", "").strip()[:LONGEST_SEARCH],
        kind=asked.get("kind", ""),
        condition="" if then.on else asked.get("condition", ""),  # known of today alone
        late=asked.get("late") == "1",
        sort=asked.get("sort", ""),
        number=paging.page(asked),
        past=then,
    )


def _pending(number: str, day: str) -> tuple[Any, Pending]:
    """Return a business and what it has to pay on a day that is near, or answer 404."""
    row, due_on = business_here(number), day_of(day)
    found = notice.of_business(number, clock.today(), g.who.scope)
    pending = next((each for each in found if each.due_on == due_on), None)
    if pending is None:
        abort(404)
    return row, pending


def _notice(row: Any, pending: Pending, **typed: str) -> papers.Notice:
    today, scope = clock.today(), g.who.scope
    return papers.notice(
        papers.Told(pending, row.name),
        place.name_of(scope),
        owing.of_business(row.number, today, scope),
        today,
        part=g.who.role != COUNTY,
        **typed,
    )


def _paper(number: str, day: str, typed: str | None = None) -> Response:
    page = _notice(
        *_pending(number, day),
        day=typed or clock.today().isoformat(),
        error="" if typed is None else _("请写告知的那一天：不早于提醒开始的日子，也不晚于今天。"),
    )
    return fragments.render("business/told.html", status=422 if page.error else 200, page=page)
