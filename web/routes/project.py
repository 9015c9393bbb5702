"""Projects 帮扶项目 and their gate: apply, review, into the library, approve, or send back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, Response, g, request
from werkzeug.wrappers import Response as AnyResponse

from ledger import gate
from models import place, project_list, project_step, remedy
from models.project import Project, as_fact
from models.scope import COUNTY_DIGITS
from rules import admission
from rules.admission import Actor
from rules.remedy import is_offered
from rules.watch import gate as watch
from web import clock, formats, fragments
from web.access import may
from web.forms import paging
from web.forms import project as form
from web.forms.project import Application, Decision, Offered
from web.pages import gate as parts
from web.pages import project as pages
from web.pages.project import address
from web.scope import department, project_here
from web.words import problem as problems
from web.words import project as words

blueprint = Blueprint("project", __name__, url_prefix="/project")
READERS = ("township", "county")
LONGEST_SEARCH = 40
# What can be done next from each state of the ledger, and on which form.
WAYS = {
    "": ("applied",),
    "pending": ("library", "applied"),
    "returned": ("applied",),
    "library": ("approved",),
    "approved": (),
}
FORMS = {"applied": "/correct", "library": "/review", "approved": "/approve"}
STATUS = {"missing": 422, "verdict": 422, "nothing": 422, "problems": 422}
STATUS |= {"county": 403, "department": 403, "applicant": 403, "hands": 403}


@blueprint.get("")
@may(*READERS)
def index() -> Response:
    """List the projects by state, year and department, with what they cost in all."""
    asked = request.args
    review = {pages.NEVER: ""}.get(asked.get("review", ""), asked.get("review", ""))
    chosen = review if review in pages.REVIEWS and "review" in asked else None
    view = pages.View(
        words=asked.get("q", "").strip()[:LONGEST_SEARCH],
        review=chosen if chosen or asked.get("review") == pages.NEVER else None,
        year=asked.get("year", type=int),
        department=asked.get("department", "")[:LONGEST_SEARCH],
        sort=asked.get("sort", ""),
        number=paging.page(asked),
    )
    page = pages.index(project_list.listed(g.who.scope), view, place.name_of)
    return fragments.render("project/index.html", "found", page=page)


@blueprint.get("/new")
@may(*READERS)
def new() -> Response:
    """Ask what the gate needs to know of a project."""
    year = str(clock.today().year)
    return _form(Application(uuid4(), {"year": year, "kind": "operating", "industry": "yes"}))


@blueprint.post("")
@may(*READERS)
def create() -> AnyResponse:
    """Apply for a project once, however often it is sent: it becomes a row of the ledger."""
    typed = form.application(request.form, _offered())
    return _apply(typed, new=True)


@blueprint.get("/<path:number>")
@may(*READERS)
def show(number: str) -> Response:
    """Show a project: money, scope, assets, agreements, what the gate asks, what was decided."""
    row, code = project_here(number)
    return fragments.render("project/show.html", page=_page(row, code))


@blueprint.get("/<path:number>/correct")
@may(*READERS)
def correct(number: str) -> AnyResponse:
    """Offer the application again, as the ledger has it."""
    row, _ = project_here(number)
    if _obstacle(row, "applied"):
        return fragments.go(address(number))
    return _form(Application(uuid4(), form.typed_of(row)), number=number)


@blueprint.post("/<path:number>/correct")
@may(*READERS)
def amend(number: str) -> AnyResponse:
    """Apply again with what was corrected, once."""
    row, _ = project_here(number)
    typed = form.application(request.form, _offered(row), number)
    return _apply(typed, new=False, number=number)


@blueprint.get("/<path:number>/review")
@may("county")
def review(number: str) -> AnyResponse:
    """Ask the department's account for its three verdicts."""
    row, _ = project_here(number)
    if _obstacle(row, "library"):
        return fragments.go(address(number))
    return _decide("review", row, Decision(uuid4()))


@blueprint.post("/<path:number>/review")
@may("county")
def judge(number: str) -> AnyResponse:
    """Let a project into the library or send it back, once, as the rules allow."""
    row, _ = project_here(number)
    typed = form.review(request.form)
    verdicts = tuple(typed.verdicts[name] == "yes" for name in admission.VERDICTS)
    said = gate.Review(verdicts, tuple(typed.reasons.values()))
    return _settle("review", row, typed, review=said)


@blueprint.get("/<path:number>/approve")
@may("county")
def approve(number: str) -> AnyResponse:
    """Ask who answers for the project before it is approved."""
    row, _ = project_here(number)
    if _obstacle(row, "approved"):
        return fragments.go(address(number))
    people = {"approver": row.approver or "", "user_in_charge": row.user_in_charge or ""}
    return _decide("approve", row, Decision(uuid4(), people=people))


@blueprint.post("/<path:number>/approve")
@may("county")
def decide(number: str) -> AnyResponse:
    """Approve a project or send it back from the library, once, as the rules allow."""
    row, _ = project_here(number)
    typed = form.approval(request.form)
    said = gate.Review(reason=typed.reason)
    named = {f"project.{name}": text or None for name, text in typed.people.items()}
    cells = named if typed.step == "approved" else {}
    return _settle("approve", row, typed, review=said, cells=cells)


def _actor() -> Actor:
    return Actor(g.who.account, g.who.role, department())


def _obstacle(row: Project, step: str) -> str:
    return admission.obstacle(project_step.standing(row), step, _actor())


def _order(identity: UUID, number: str, step: str, **more: Any) -> gate.Order:
    county = g.who.scope[:COUNTY_DIGITS]
    return gate.Order(identity, number, step, _actor(), g.who.name, county, clock.today(), **more)


def _offered(row: Project | None = None) -> Offered:
    """Return what may be chosen: in a correction also what the ledger has now."""
    known = project_list.departments(g.who.scope[:COUNTY_DIGITS])
    also = [str(row.department)] if row else []
    needs_village = g.who.role == "township"
    return Offered(place.villages(g.who.scope), [*known, *also], needs_village)


def _apply(typed: Application, *, new: bool, number: str = "") -> AnyResponse:
    if typed.errors or typed.id is None:
        return _form(typed, 422, number)
    order = _order(typed.id, typed.number, "applied", cells=typed.cells, new=new)
    try:
        gate.take(order)
    except gate.Refused as why:
        errors = {"form": words.refusal(why.code)} if why.code != "problems" else _cells(why)
        return _form(replace(typed, errors=errors), STATUS.get(why.code, 409), number)
    return fragments.go(address(typed.number))


def _cells(why: gate.Refused) -> dict[str, str]:
    """Return what the ledger could not take, by the column of the form."""
    names = {column.heading: name for name, column in form.COLUMNS.items()}
    return {
        names.get(each.column, "form"): problems.expected(each, formats.ltr)
        for each in why.problems
    }


def _form(typed: Application, status: int = 200, number: str = "") -> Response:
    row = project_list.find(number) if number else None
    offered = _offered(row)
    page = pages.New(
        id=typed.id or uuid4(),
        typed=typed.typed,
        villages=place.villages_by_township(g.who.scope),
        departments=sorted(set(offered.departments)),
        needs_village=offered.needs_village,
        errors=typed.errors,
        number=number,
    )
    name = "project/correct.html" if number else "project/new.html"
    return fragments.render(name, status=status, page=page)


def _settle(view: str, row: Project, typed: Decision, **more: Any) -> AnyResponse:
    if typed.errors or typed.id is None:
        return _decide(view, row, replace(typed, id=typed.id or uuid4()), 422)
    try:
        gate.take(_order(typed.id, str(row.number), typed.step, **more))
    except gate.Refused as why:
        return _decide(view, row, typed, STATUS.get(why.code, 409), why)
    return fragments.go(address(str(row.number)))


def _decide(
    view: str, row: Project, typed: Decision, status: int = 200, why: gate.Refused | None = None
) -> Response:
    fact = as_fact(row)
    step = "library" if view == "review" else "approved"
    lacking = why.missing if why and why.missing else admission.missing(fact, step)
    page = pages.Decide(
        id=typed.id or uuid4(),
        fact=fact,
        conditions=watch.gate(fact),
        lacking=lacking,
        typed=typed,
        errors=typed.errors,
        refusal=why.code if why else "",
    )
    return fragments.render(f"project/{view}.html", status=status, page=page)


def _page(row: Project, code: str) -> pages.Show:
    fact, number = as_fact(row), str(row.number)
    found = project_list.findings(number)
    cases = remedy.of_findings([each.id for each in found])
    past = project_step.of_project(number)
    return pages.Show(
        fact=fact,
        place=place.name_of(code),
        scope=watch.scope(fact),
        conditions=watch.gate(fact),
        funds=parts.funds(fact),
        assets=tuple(project_list.assets(number)),
        clauses=tuple(project_list.clauses(number)),
        findings=tuple(
            parts.Finding(
                each, cases[each.id].id if each.id in cases else None, is_offered(each.code)
            )  # type: ignore[arg-type]
            for each in found
        ),
        steps=tuple(parts.step(each.step, counts=each.counts) for each in past),
        ways=tuple(
            parts.Way(step, address(number, FORMS[step]), _obstacle(row, step))
            for step in WAYS[fact.review or ""]
        ),
    )
