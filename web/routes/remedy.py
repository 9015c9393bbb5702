"""Remedy cases 整改: the worklist, opening one from a finding, progress, closing by another."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import caseload, handover, parameter, place, remedy
from models.business import name_of
from models.caseload import Wanted
from models.finding import Finding
from models.remedy import By, Refused, Remedy
from models.scope import COUNTY_DIGITS
from rules import remedy as rules
from rules.remedy import Actor, Case
from web import access, clock, fragments
from web.access import may
from web.forms import handover as handing
from web.forms import remedy as form
from web.forms import worklist
from web.forms.remedy import Entry, Opening
from web.forms.visit import uuid
from web.pages import remedy as pages
from web.pages.worklist import SHOWN
from web.scope import department

blueprint = Blueprint("remedy", __name__, url_prefix="/remedy")
READERS = ("township", "county")
ACTS = ("progress", "proposed", "refused", "closed", "reopened")


@blueprint.get("")
@may(*READERS, "prefecture")
def index() -> Response:
    """List the open cases, mine or all, the late ones first; count them for the prefecture."""
    today = clock.today()
    if g.who.role == "prefecture":
        counted = caseload.counts(g.who.scope, today).items()
        counties = tuple(pages.County(place.name_of(code), each) for code, each in counted)
        overview = pages.Overview(counties, today.year)
        return fragments.render("remedy/index.html", "found", page=overview)
    view = worklist.read(request.args, blueprint.url_prefix or "", pages.SHOWS)
    wanted = Wanted(
        scope=g.who.scope,
        states=pages.SHOWS[view.show],
        mine=_actor() if view.mine else None,
        late=view.late,
        business=view.words,
    )
    found = caseload.listed(wanted, today, SHOWN, view.offset)
    counts = caseload.counts(g.who.scope, today).get(g.who.scope[:COUNTY_DIGITS])
    page = pages.Index(
        view=view,
        rows=tuple(pages.row(line, place.name_of, today) for line in found),
        count=caseload.count(wanted, today),
        counts=counts or caseload.Counts(),
    )
    return fragments.render("remedy/index.html", "found", page=page)


@blueprint.get("/new")
@may(*READERS)
def new() -> AnyResponse:
    """Ask who sets a finding right, how, and until when; one that has a case leads to it."""
    found = _finding(request.args.get("finding", ""))
    if known := remedy.of_finding(found.id):  # type: ignore[arg-type]
        return fragments.go(f"/remedy/{known.id}")
    if found.ended_on is not None:
        return _ask(found, Opening(uuid4()), 409, "ended")
    due_on = rules.due_day(clock.today(), _days(found))
    return _ask(found, Opening(uuid4(), due_on=due_on.isoformat() if due_on else ""))


@blueprint.post("")
@may(*READERS)
def create() -> AnyResponse:
    """Open a case once, however often it is sent."""
    found = _finding(request.form.get("finding", ""))
    typed = form.opening(request.form, found, caseload.owners(str(found.place)), clock.today())
    if typed.order is None:
        return _ask(found, typed, 422)
    try:
        case = remedy.begin(typed.order, _by(), clock.today())
    except Refused as why:
        return _ask(found, typed, 409, why.code)
    return fragments.go(f"/remedy/{case}")


@blueprint.get("/<uuid:identity>")
@may(*READERS)
def show(identity: UUID) -> Response:
    """Show a case: its finding, who has it until when, and all that was done."""
    return _show(_case(identity), Entry())


@blueprint.post("/<uuid:identity>")
@may(*READERS)
def add(identity: UUID) -> AnyResponse:
    """Add progress, propose closing, close, refuse or open anew, once, as the rules allow."""
    case = _case(identity)
    typed = form.entry(request.form, str(case.code))
    if typed.errors or typed.id is None:
        return _show(case, typed, 422)
    try:
        remedy.add(identity, typed.id, typed.kind, _by(), clock.today(), **typed.said)
    except Refused as why:
        status = 403 if why.code in {"owner", "proposer", "level"} else 409
        return _show(_case(identity), typed, 422 if why.code == "evidence" else status, why.code)
    return fragments.go(f"/remedy/{identity}")


@blueprint.post("/<uuid:identity>/owner")
@may("county")
def hand(identity: UUID) -> AnyResponse:
    """Let somebody else have a case, once, with a reason that stays in its history."""
    case = _case(identity)
    typed = handing.read(request.form, caseload.owners(str(case.place)))
    if typed.asked is None:
        return _show(case, Entry(errors=typed.errors), 422, handover=typed)
    try:
        handover.hand(identity, typed.asked, _by(), clock.today())
    except Refused as why:
        return _show(_case(identity), Entry(), 409, why.code, handover=typed)
    return fragments.go(f"/remedy/{identity}")


def _actor() -> Actor:
    return Actor(g.who.account, g.who.role, g.who.scope, department())


def _by() -> By:
    return By(_actor(), g.who.name)


def _finding(text: str) -> Finding:
    """Return the finding with this id that can have a case, or answer 404."""
    key = uuid(text)
    found = Finding.get_or_none(Finding.id == key) if key else None
    if found is None or not rules.is_offered(str(found.code)):
        abort(404)
    access.within(str(found.place))
    return found


def _case(identity: UUID) -> Remedy:
    """Return a case in the reader's scope, or answer 404."""
    found = remedy.find(identity)
    if found is None:
        abort(404)
    access.within(str(found.place))
    return found


def _days(found: Finding) -> int | None:
    return parameter.on(str(found.county), clock.today()).remedy_days


def _ask(found: Finding, typed: Opening, status: int = 200, refusal: str = "") -> Response:
    known = remedy.of_finding(found.id) if refusal == "taken" else None  # type: ignore[arg-type]
    page = pages.New(
        id=typed.id or uuid4(),
        about=_about(found, found.id, ended_on=found.ended_on),
        measures=rules.measures(str(found.code)),
        owners=tuple(map(_choice, caseload.owners(str(found.place)))),
        due_on=typed.due_on,
        days=_days(found),
        chosen=typed.measures,
        owner=typed.owner,
        errors=typed.errors,
        refusal=refusal,
        case=known.id if known else None,  # type: ignore[arg-type]
    )
    return fragments.render("remedy/new.html", status=status, page=page)


def _choice(each: caseload.Owner) -> pages.Choice:
    name = place.name_of(each.name) if each.name.isdecimal() else each.name
    return pages.Choice(form.key(each), name, each.role, is_office=each.account is None)


def _about(row: Finding | Remedy, finding: UUID, **more: object) -> pages.About:
    names = ("code", "article", "subject_kind", "subject_number")
    values = {name: getattr(row, name) for name in names}
    values["business"] = name_of(str(row.business))
    return pages.About(id=finding, place=place.name_of(str(row.place)), **values, **more)  # type: ignore[arg-type]


def _show(
    case: Remedy,
    typed: Entry,
    status: int = 200,
    refusal: str = "",
    handover: handing.Typed = handing.NOTHING,
) -> Response:
    today = clock.today()
    facts, entries = remedy.as_case(case), remedy.entries(case.id)  # type: ignore[arg-type]
    closed, now = facts.state == "closed", (facts.owner, facts.office)
    names = caseload.holder_names({now, *((each.owner, each.office) for each in entries)})  # type: ignore[arg-type]
    page = pages.Show(
        id=typed.id or uuid4(),
        ids={kind: uuid4() for kind in (*ACTS, "handed")},
        case=case,
        about=_about_now(case),
        owner=names[now],
        late=0 if closed else rules.overdue(facts.due_on, today),
        level=facts.first if closed else rules.level(facts.first, facts.due_on, today),
        measures=str(case.measure).split(";"),
        fitting=rules.measures(str(case.code)),
        steps=tuple(pages.steps(entries, names)),
        acts=_acts(facts),
        typed=typed.typed,
        errors=typed.errors,
        refusal=refusal,
        owners=_others(case, facts),
        handover=handover,
    )
    return fragments.render("remedy/show.html", status=status, page=page)


def _acts(facts: Case) -> tuple[pages.Act, ...]:
    """Return what comes next, with what keeps this reader from it."""
    actor, today = _actor(), clock.today()
    kinds = [kind for kind in ACTS if kind in rules.MOVES[facts.state]]
    return tuple(pages.Act(kind, rules.obstacle(facts, kind, actor, today)) for kind in kinds)


def _others(case: Remedy, facts: Case) -> tuple[pages.Choice, ...]:
    """Return to whom this reader can hand a case over."""
    if rules.obstacle(facts, "handed", _actor(), clock.today()):
        return ()
    known = caseload.owners(str(case.place))
    now = (facts.owner, facts.office)
    return tuple(_choice(each) for each in known if (each.account, each.office) != now)


def _about_now(case: Remedy) -> pages.About:
    """Return the finding of a case; one that is erased is known by what the case has kept."""
    found = Finding.get_or_none(Finding.id == case.finding)
    ended_on = found.ended_on if found else case.ended_on
    stands = found is not None and found.ended_on is None
    return _about(case, case.finding, ended_on=ended_on, stands=stands)  # type: ignore[arg-type]
