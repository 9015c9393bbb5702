"""Training in law and in doing business 法律和经济业务培训 (art. 18): the office's own log."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from ledger.cell import YEARS
from models import course, place
from models.course import TOPICS, Choice
from web import clock, fragments
from web.access import may
from web.forms import course as form
from web.forms import paging
from web.pages import course as pages

blueprint = Blueprint("course", __name__, url_prefix="/course")
STAFF = ("township", "county")
LONGEST = 40


@blueprint.get("")
@may(*STAFF)
def index() -> Response:
    """List the courses of a year, with how many there were and how many came."""
    asked, today = request.args, clock.today()
    topic = asked.get("topic", "")
    view = pages.View(
        year=asked.get("year", today.year, type=int),
        topic=topic if topic in TOPICS else "",
        words=asked.get("q", "").strip()[:LONGEST],
        number=paging.page(asked),
    )
    if not YEARS[0] <= view.year <= YEARS[1]:
        abort(404)
    choice = Choice(g.who.scope, view.year, view.topic, view.words)
    rows = course.listed(choice, pages.SHOWN + 1, (view.number - 1) * pages.SHOWN)
    shown = rows[: pages.SHOWN]
    courses, attendants = course.totals(choice)
    page = pages.Index(
        view=view,
        years=sorted({*course.years(g.who.scope), today.year, view.year}, reverse=True),
        rows=shown,
        places={row.place: place.name_of(row.place) for row in shown},
        courses=courses,
        attendants=attendants,
        more=len(rows) > len(shown),
        own=g.who.scope,
    )
    return fragments.render("course/index.html", "found", page=page)


@blueprint.get("/new")
@may(*STAFF)
def new() -> Response:
    """Ask for a course: a number of people, no names."""
    return fragments.render("course/new.html", page=pages.New(uuid4(), clock.today()))


@blueprint.post("/new")
@may(*STAFF)
def create() -> AnyResponse:
    """Enter a course once, however often this is sent."""
    today = clock.today()
    typed = form.read(request.form, today)
    if typed.errors or typed.id is None:
        page = pages.New(typed.id or uuid4(), today, typed.texts, typed.errors)
        return fragments.render("course/new.html", status=422, page=page)
    entered = {"place": g.who.scope, "account": g.who.account, "entered_on": today}
    course.add(typed.id, **typed.cells, **entered)
    return fragments.go(f"/course?year={typed.cells['day'].year}")


@blueprint.get("/<uuid:identity>/end")
@may(*STAFF)
def end(identity: UUID) -> Response:
    """Ask before a course is taken out of the log."""
    return fragments.render("course/end.html", page=pages.End(_own(identity)))


@blueprint.post("/<uuid:identity>/end")
@may(*STAFF)
def remove(identity: UUID) -> AnyResponse:
    """Take a course out that this office entered by mistake; sent twice it is gone once."""
    found = course.find(identity)
    if found is not None and found.place == g.who.scope:
        course.remove(identity)
    return fragments.go("/course")


def _own(identity: UUID) -> course.Entry:
    """Return a course that the reader's own office entered, or answer 404."""
    found = course.find(identity)
    if found is None or found.place != g.who.scope:
        abort(404)
    return found
