"""An agreement, or a plan: for a household that has a part in it, and its lines for staff."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, request
from flask_babel import gettext as _

from models import finding, home, parameter, part, place, plan, roll, subject, territory
from models import schedule as dates
from models.finding import Search
from models.roll import Group
from models.scope import COUNTY_DIGITS
from models.watch import deal
from web import access, clock, fragments, schedule_file
from web.access import may
from web.download import file
from web.forms import paging
from web.forms.visit import uuid
from web.pages import agreement as pages
from web.pages import finding as findings
from web.pages import overview as overviews
from web.pages import roll as staff_pages
from web.pages import schedule as schedules
from web.year import asked_year

WATCHERS = ("township", "county")
LONGEST_SEARCH = 40

blueprint = Blueprint("agreement", __name__)


@blueprint.get("/agreement/<path:number>")
@may("household")
def show(number: str) -> Response:
    """Show the terms in plain words, what the household holds, and its lines of a year."""
    household, today = g.who.household, clock.today()
    if not part.has_part(household, number):
        abort(404)
    found = pages.Found(
        number,
        home.find(household)[0],
        part.clauses(number),
        part.shares(household, number),
        part.plans(household, number),
        home.lines(household, today),
        part.checks(household),
        home.answers(household),
    )
    page = pages.build(found, asked_year(today), today)
    return fragments.render("agreement/show.html", page=page)


@blueprint.get("/agreement/<path:number>/overview")
@may(*WATCHERS)
def overview(number: str) -> Response:
    """Show the terms to staff in plain words, each beside its floor, and what was found."""
    scope, today = g.who.scope, clock.today()
    if not roll.is_in(number, scope):
        abort(404)
    open_ones = list(finding.rows(Search(scope, agreement=number), "weight"))
    names = subject.names(open_ones)
    found = overviews.Found(
        number,
        part.clauses(number),
        deal.of(territory.places("agreement", [number]), today),
        [findings.row(each, names, today) for each in open_ones],
        roll.years(number, scope),
        plan.of_agreement(number, scope),
        _schedule(number),
    )
    page = overviews.overview(found, today)
    return fragments.render("agreement/overview.html", page=page)


@blueprint.get("/agreement/<path:number>/schedule")
@may(*WATCHERS)
def schedule(number: str) -> Response:
    """Give the days on which the agreement pays how much, as PDF; small groups are left out."""
    page = _schedule(number)
    if page is None:
        abort(404)
    return file(schedule_file.as_pdf(page), _("付款时间表-%(n)s", n=number), "pdf")


def _schedule(number: str) -> schedules.Show | None:
    """Return the paper of an agreement, or None for a plan, in which no business pays."""
    scope, today, rows = g.who.scope, clock.today(), part.clauses(number)
    if not rows or not roll.is_in(number, scope):
        return None
    groups = dates.of_business(rows[-1].business, schedules.years(today), today)
    return schedules.Show(
        number=number,
        business=rows[-1].name or rows[-1].business,
        place=place.name_of(scope),
        phone=parameter.on(scope[:COUNTY_DIGITS], today).query_phone or "",
        rows=schedules.rows(number, groups, scope),
        today=today,
    )


@blueprint.get("/agreement/<path:number>/lines")
@may(*WATCHERS)
def lines(number: str) -> Response:
    """Show the lines of a year to staff: households by number, what is due, what was paid."""
    return _lines(number, "")


@blueprint.post("/agreement/<path:number>/lines/find")
@may(*WATCHERS)
def find(number: str) -> Response:
    """Show the lines of the households with this number; it is posted, no address holds it."""
    return _lines(number, request.form.get("q", "").strip()[:LONGEST_SEARCH])


def _lines(number: str, words: str) -> Response:
    if not roll.is_in(number, g.who.scope):
        abort(404)
    asked = _asked(number, words)
    rows = roll.lines(Group(number, asked.year), g.who.scope, clock.today())
    years = roll.years(number, g.who.scope)
    clauses = part.clauses(number)
    business = (clauses[-1].name or clauses[-1].business) if clauses else ""
    page = staff_pages.lines(asked, rows, business, years, clock.today())
    access.opened_all({each.household for each in page.lines if each.household}, "finding")
    return fragments.render("agreement/lines.html", "found", page=page)


def _asked(number: str, words: str) -> staff_pages.Asked:
    show = request.args.get("show", "")
    return staff_pages.Asked(
        number,
        asked_year(clock.today()),
        show if show in staff_pages.SHOWS else "",
        words,
        paging.page(request.args),
        uuid(request.args.get("line", "")),
        uuid(request.args.get("household", "")),
    )
