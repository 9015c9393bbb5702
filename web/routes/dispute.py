"""Disputes 异议 at the offices: the list with its clock, one dispute, and its answer."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import dispute, dispute_handler, dispute_step, docket, household, place
from models.business import name_of, offered
from models.database import write
from models.dispute import Dispute
from models.dispute_step import By, Refused
from models.docket import Wanted
from models.ids import derive
from models.scope import COUNTY_DIGITS, NotTheirs
from rules import dispute as rules
from web import access, clock, fragments
from web.access import may
from web.dispute import about, payer, word_of_payer
from web.forms import dispute as form
from web.forms import worklist
from web.forms.dispute import Answer
from web.forms.visit import random_id
from web.pages import dispute as pages
from web.pages.worklist import SHOWN

blueprint = Blueprint("dispute", __name__, url_prefix="/dispute")
READERS = ("cadre", "township", "county")
MOST = 500  # businesses to choose from


@blueprint.get("")
@may(*READERS, "prefecture")
def index() -> Response:
    """List what the offices must answer, by its last day; count it for the prefecture."""
    today, scope = clock.today(), g.who.scope
    if g.who.role == "prefecture":
        counted = docket.counts(scope, today).items()
        named = [(place.name_of(code), each) for code, each in counted]
        return fragments.render("dispute/index.html", "found", page=pages.counties(named))
    view = worklist.read(request.args, blueprint.url_prefix or "", pages.SHOWS, docket.MINE)
    asked = (pages.SHOWS[view.show], view.mine, view.late, view.words)
    wanted = Wanted(g.who.role, scope, *asked, g.who.account)
    lines = docket.listed(wanted, today, SHOWN, view.offset)
    names = docket.names({line.business for line in lines})
    rows = tuple(pages.Row(line, names[line.business], _late(line)) for line in lines)
    is_county = g.who.role == "county"
    counts = docket.counts(scope, today).get(scope) if is_county else None
    page = pages.Index(view, rows, docket.count(wanted, today), counts or docket.Counts())
    return fragments.render("dispute/index.html", "found", page=page)


@blueprint.get("/<uuid:identity>")
@may(*READERS)
def show(identity: UUID) -> Response:
    """Show one dispute: what it is about, who answers for it, what happened."""
    return _show(_here(identity), Answer())


@blueprint.post("/<uuid:identity>")
@may("township", "county")
def answer(identity: UUID) -> AnyResponse:
    """Answer, refuse, ask for more time, or note the business's word; once, however often sent."""
    row = _here(identity)
    offered_here = dict(_offered(row))
    typed = form.answer(request.form, clock.today(), offered_here)
    nobody_said_it = typed.kind == "replied" and not (row.business or offered_here)
    if nobody_said_it or typed.kind not in (*rules.OFFICE, *rules.NOTED):
        abort(422)
    if typed.errors or typed.id is None:
        return _show(row, typed, 422)
    try:
        with write():
            _add_to(row, typed)
    except Refused as why:
        status = {"level": 403, "far": 422, "ground": 422, "uncorrected": 409}.get(why.code, 409)
        return _show(_here(identity), typed, status, why.code)
    return fragments.go(f"/dispute/{identity}")


@blueprint.post("/<uuid:identity>/handler")
@may("township", "county")
def handle(identity: UUID) -> AnyResponse:
    """Take a dispute with those alike, or give it back, once: who looks after it, not who may."""
    row, sent = _here(identity), random_id(request.form.get("id", ""))
    kind = request.form.get("kind", "")
    if kind not in rules.HANDLED:
        abort(422)
    if sent is None:
        return _show(row, Answer(errors={"form": form.stale()}), 422)
    rows = [row, *docket.alike(row, g.who.role, g.who.scope)]
    try:
        dispute_handler.change(rows, sent, kind, _by(), clock.today())
    except Refused as why:
        return _show(_here(identity), Answer(), 403 if why.code == "level" else 409, why.code)
    return fragments.go(f"/dispute/{identity}")


def _by() -> By:
    return By(g.who.account, g.who.name, g.who.role)


def _add_to(row: Dispute, typed: Answer) -> None:
    """Answer one and, where that was ticked, those alike; whoever has moved on is left alone."""
    others = docket.alike(row, g.who.role, g.who.scope) if typed.everybody else []
    household.lock([each.household for each in (row, *others)])  # type: ignore[misc]
    _add(row, typed)
    for each in others:
        with suppress(Refused, NotTheirs):
            _add(each, typed)


def _add(row: Dispute, typed: Answer) -> None:
    """Say the same of each: the sums and the days are the household's own."""
    today, said = clock.today(), dict(typed.columns)
    found = about(row, today)
    if typed.kind == "replied":
        said["business"] = name_of(said.get("business") or str(row.business))
    if typed.kind == "refused":
        if said["ground"] not in pages.grounds(row, found):
            raise Refused("ground")
        said = pages.ground(said["ground"], found)
    elif found.fact and typed.kind == "answered" and not found.fact.changed:
        raise Refused("uncorrected")
    elif typed.everybody and said.get("outcome") == form.NEEDS_DAY and found.line:
        said["amount"] = found.rest
    dispute_step.add(
        row.household,  # type: ignore[arg-type]
        row.id,  # type: ignore[arg-type]
        derive("answer", typed.id, row.id),
        typed.kind,
        today,
        by=_by(),
        due_on=typed.due_on,
        **said,
    )


def _offered(row: Dispute) -> list[tuple[str, str]]:
    """Return the businesses that may have said something where the dispute names none."""
    return [] if row.business else offered(str(row.village)[:COUNTY_DIGITS], MOST)


def _here(identity: UUID) -> Dispute:
    row = docket.find(identity, g.who.role, g.who.scope)
    if row is None:
        abort(404)
    return row


def _late(line: docket.Line) -> int:
    return max((clock.today() - line.due_on).days, 0) if line.state == "open" else 0


def _show(row: Dispute, typed: Answer, status: int = 200, refusal: str = "") -> Response:
    access.opened(row.household, "correct" if row.fact else "mediate")  # type: ignore[arg-type]
    today, case = clock.today(), dispute.as_case(row)
    found = about(row, today)
    named, penalty = payer(row, found, today)
    page = pages.Show(
        id=typed.id or uuid4(),
        row=row,
        about=found,
        entries=dispute.entries(row),
        acts=pages.acts(case, g.who.role, today),
        late=rules.late(case, today),
        words=docket.reads_words(row, g.who.role),
        household=docket.number_of(row.household),  # type: ignore[arg-type]
        alike=len(docket.alike(row, g.who.role, g.who.scope)),
        grounds=pages.grounds(row, found),
        payer=named,
        penalty=penalty,
        handler=dispute_handler.of(row),
        reader=g.who.account,
        reply=word_of_payer(row, found) if g.who.role != "cadre" else None,
        offered=_offered(row),
        longest=rules.longest(case, dispute.days(str(row.village), today)),
        typed=typed.typed,
        errors=typed.errors,
        refusal=refusal,
    )
    return fragments.render("dispute/show.html", status=status, page=page)
