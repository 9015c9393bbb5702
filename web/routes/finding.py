"""Findings 问题: which there are, what each rests on, and the filtered list as a workbook."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, g, request
from flask_babel import gettext as _

from models import finding, place, roll, subject
from models.finding import Search
from models.ids import household_id
from web import access, clock, fragments
from web import export as takeout
from web.access import may
from web.download import workbook
from web.forms import finding as form
from web.pages import evidence
from web.pages import finding as pages
from web.pages.evidence import Line, Payment

blueprint = Blueprint("finding", __name__, url_prefix="/finding")
COUNTY = "county"
WATCHERS = ("township", COUNTY)


@blueprint.get("")
@may(*WATCHERS)
def index() -> Response:
    """List what breaks a rule or is missing, narrowed and sorted as asked for."""
    view, today = form.read(request.args), clock.today()
    if view.place:
        access.within(view.place)
    search, errors = form.search(view, g.who.scope, today)
    offset = (view.number - 1) * pages.SHOWN
    found = list(finding.rows(search, view.sort or "weight", pages.SHOWN, offset))
    names = subject.names(found)
    page = pages.Index(
        place=place.name_of(g.who.scope),
        view=view,
        rows=[pages.row(each, names, today) for each in found],
        total=finding.total(search),
        survey=_survey(),
        exportable=g.who.role == COUNTY,
        choices=_choices(Search(g.who.scope, ended=view.ended)),
        errors=errors,
    )
    return fragments.render("finding/index.html", "found", page=page)


@blueprint.get("/export")
@may(COUNTY)
def export() -> Response:
    """Give the list as it is narrowed, as a workbook; of households only counts."""
    view, today = form.read(request.args), clock.today()
    if view.place:
        access.within(view.place)
    search, _errors = form.search(view, g.who.scope, today)
    found = list(finding.rows(search, view.sort or "weight"))
    names = subject.names(found)
    data = takeout.findings(pages.row(each, names, today) for each in found)
    name = _("问题-%(place)s-%(day)s", place=place.name_of(g.who.scope), day=today.isoformat())
    return workbook(data, name)


@blueprint.get("/<uuid:identity>")
@may(*WATCHERS)
def show(identity: UUID) -> Response:
    """Show one finding: the words of the article, what is missing, the lines it comes from."""
    found = finding.by_id(identity)
    if found is None:
        abort(404)
    access.within(found.place)
    number = max(1, request.args.get("page", 1, type=int))
    lines, payments = _lines(found), _payments(found)
    part = slice((number - 1) * pages.LINES, number * pages.LINES)
    page = pages.show(
        found,
        subject.names([found]),
        clock.today(),
        lines=lines[part],
        payments=payments[part],
        number=number,
        more=max(len(lines), len(payments)) > number * pages.LINES,
    )
    _open(page)
    return fragments.render("finding/show.html", page=page)


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
    known = finding.surveyed(g.who.scope)
    return pages.Survey(known[0].day, known[0].stale) if known else pages.Survey()


def _choices(search: Search) -> dict[str, tuple[pages.Choice, ...]]:
    """Return what the findings of this office can be narrowed to."""
    codes = finding.found_in(search, "place")
    townships = {code[: pages.TOWNSHIP] for code in codes}
    numbers = finding.found_in(search, "business")
    return {
        "place": pages.by_township(codes, subject.called("place", {*codes, *townships})),
        "business": pages.by_name(numbers, subject.called("business", numbers)),
        "code": pages.by_code(finding.found_in(search, "code")),
        "article": pages.in_order(finding.found_in(search, "article")),
    }
