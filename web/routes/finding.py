"""Findings 问题: which there are, what each rests on, and the filtered list as a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, g, request
from flask_babel import gettext as _

from models import concern, finding, past, place, remedy, reply, roll, subject, territory
from models.finding import Search, Sum
from models.ids import household_id
from models.scope import COUNTY_DIGITS, TOWNSHIP_DIGITS
from models.watch import deal
from rules.watch import floor
from web import access, clock, fragments, survey
from web import export as takeout
from web.access import may
from web.download import workbook
from web.forms import finding as form
from web.forms import paging
from web.pages import evidence, followed
from web.pages import finding as pages
from web.pages.evidence import Line, Payment
from web.pages.followed import Followed
from web.pages.payer import word_on
from web.pages.reading import Reading, reading
from web.proof import fresh

blueprint = Blueprint("finding", __name__, url_prefix="/finding")
COUNTY = "county"
WATCHERS = ("township", COUNTY)
CHOSEN = ("place", "business", "code", "article")  # columns that are chosen from
FLOORS = frozenset(
    {
        "agreement.rate_below_lpr",
        "agreement.lease_below_depreciation",
        "agreement.no_guarantee",
    }
)
Listed = tuple[list[Any], Sum, dict[str, tuple[pages.Choice, ...]]]


@blueprint.get("")
@may(*WATCHERS)
def index() -> Response:
    """List what breaks a rule or is missing, narrowed and sorted as asked for."""
    view, search, errors = _asked()
    survey.renew(g.who.scope[:COUNTY_DIGITS])
    standing = _survey()
    found, total, choices = _as_of(view, search) if view.on else _stored(view, search)
    names, on = subject.names(found), view.on or clock.today()
    known = finding.known([each.id for each in found]) if view.on else None
    page = pages.Index(
        place=place.name_of(g.who.scope),
        view=view,
        rows=[pages.row(each, names, on, known) for each in found],
        total=total,
        survey=standing,
        county=g.who.role == COUNTY,
        choices=choices,
        errors=errors,
        followed=_followed(view, found),
    )
    return fragments.render("finding/index.html", "found", page=page)


@blueprint.get("/export")
@may(COUNTY)
@fresh
def export() -> Response:
    """Give the list as it is narrowed, as a workbook; of households only counts."""
    view, search, _errors = _asked()
    sort, day = view.sort or "weight", view.on or clock.today()
    found = past.rows(search, sort, day) if view.on else list(finding.rows(search, sort))
    names = subject.names(found)
    data = takeout.findings(pages.row(each, names, day) for each in found)
    name = _("问题-%(place)s-%(day)s", place=place.name_of(g.who.scope), day=day.isoformat())
    return workbook(data, name)


def _asked() -> tuple[pages.View, Search, Mapping[str, str]]:
    """Return which findings the address asks for; a place out of scope is not there."""
    today = clock.today()
    view = form.read(request.args, today if g.who.role == COUNTY else None)
    if view.place:
        access.within(view.place)
    search, errors = form.search(view, g.who.scope, today)
    return view, search, errors


def _stored(view: pages.View, search: Search) -> Listed:
    offset = (view.number - 1) * pages.SHOWN
    found = list(finding.rows(search, view.sort or "weight", pages.SHOWN, offset))
    every = Search(search.scope, ended=view.ended)
    values = {name: finding.found_in(every, name) for name in CHOSEN}
    return found, finding.total(search), _choices(values)


def _as_of(view: pages.View, search: Search) -> Listed:
    day = view.on or clock.today()
    found = past.rows(search, view.sort or "weight", day)
    every = past.every(search.scope, day)
    values = {name: past.found_in(every, name) for name in CHOSEN}
    part = slice((view.number - 1) * pages.SHOWN, view.number * pages.SHOWN)
    return found[part], past.total(found), _choices(values)


def _followed(view: pages.View, found: list[Any]) -> Followed | None:
    """Return what followed the findings of one business; of a day in the past nothing is told."""
    if not view.business or view.on:
        return None
    turns = reply.of_business(view.business)
    cases = remedy.of_findings(each.id for each in found)
    return followed.build(concern.of_business(view.business), turns, cases)


@blueprint.get("/<uuid:identity>")
@may(*WATCHERS)
def show(identity: UUID) -> Response:
    """Show one finding: the article's words, what is missing, the lines, the business's word."""
    found = finding.by_id(identity, g.who.scope)
    if found is None:
        abort(404)
    number = paging.page(request.args)
    lines, payments = _lines(found), _payments(found)
    part = slice((number - 1) * pages.LINES, number * pages.LINES)
    turns, is_asked = _said(found)
    page = pages.show(
        found,
        subject.names([found]),
        clock.today(),
        lines=lines[part],
        payments=payments[part],
        reading=_reading(found),
        case=remedy.of_finding(identity),
        turns=turns,
        is_asked=is_asked,
        number=number,
        more=max(len(lines), len(payments)) > number * pages.LINES,
    )
    _open(page)
    return fragments.render("finding/show.html", page=page)


def _said(found: Any) -> tuple[list[Any], bool]:
    """Return what the business has said to a finding, and whether it can say something now.

    One that joined a matter after its reply has that reply: it is one to the business.
    """
    matter = concern.find(found.business, found.id)
    turns = reply.of_finding(found.id)
    if matter is not None and not turns:
        said = word_on(matter, reply.standing(reply.of_business(found.business)))
        turns = reply.of_finding(said.subject) if said else []
    return turns, matter is not None and matter.ended_on is None


def _reading(found: Any) -> Reading | None:
    """Return how the clause that a finding speaks of stands to its floor."""
    if found.code not in FLOORS:
        return None
    places = territory.places("agreement", [found.agreement])
    clause = int(dict(pages.params(found))["clause"])
    today = clock.today()
    shown = (reading(each) for one in deal.of(places, today) for each in floor.readings(one, today))
    return next((each for each in shown if each.clause == clause), None)


def _lines(found: Any) -> list[Line]:
    group = evidence.group(found, dict(pages.params(found)))
    if group is None:
        return []
    rows = roll.lines(group, g.who.scope, clock.today())
    return evidence.concerned([evidence.line(row, clock.today()) for row in rows], found.code)


def _payments(found: Any) -> list[Payment]:
    params = dict(pages.params(found))
    if found.code == "payment.voucher_twice":
        plan = found.subject_number if found.subject_kind == "plan" else ""
        rows = roll.by_voucher(params["voucher"], found.business, plan, g.who.scope)
    elif found.code == "payment.wage_in_kind":
        rows = roll.in_kind(found.agreement, int(params["year"]), found.place)
    else:
        rows = []
    return [evidence.payment(row) for row in rows]


def _open(page: pages.Show) -> None:
    """Note the opening for every household whose number or line the page shows."""
    shown = {each.household for each in (*page.lines, *page.payments) if each.household}
    own = {household_id(page.household)} if page.household else set()
    access.opened_all(own | shown, "finding")


def _survey() -> pages.Survey:
    """Return how the findings stand; ask before they are read, so that they are never older."""
    known = finding.surveyed(g.who.scope)
    return pages.Survey(known[0].day, known[0].stale) if known else pages.Survey()


def _choices(values: Mapping[str, list[Any]]) -> dict[str, tuple[pages.Choice, ...]]:
    """Return what findings can be narrowed to that have these values."""
    codes, numbers = values["place"], values["business"]
    townships = {code[:TOWNSHIP_DIGITS] for code in codes}
    return {
        "place": pages.by_township(codes, subject.called("place", {*codes, *townships})),
        "business": pages.by_name(numbers, subject.called("business", numbers)),
        "code": pages.by_code(values["code"]),
        "article": pages.in_order(values["article"]),
    }
