"""A household's own disputes: what it said, how far the offices are, whether it is settled."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import correction, dispute, dispute_step, part
from models.business import name_of
from models.dispute import Dispute
from models.dispute_step import Refused, Subject
from rules import dispute as rules
from web import clock, fragments
from web.access import may
from web.dispute import about, about_all, payer
from web.forms import dispute as form
from web.forms.dispute import Said
from web.forms.visit import uuid as read_id
from web.pages import dispute as pages

blueprint = Blueprint("own_dispute", __name__, url_prefix="/household/dispute")
LONGEST_NUMBER = 80


@blueprint.get("")
@may("household")
def index() -> Response:
    """List the household's disputes, those that are open first."""
    today = clock.today()
    rows = dispute.of_household(g.who.household)
    found = about_all(g.who.household, rows, today)
    page = pages.Own(tuple(zip(rows, found, strict=True)))
    return fragments.render("own_dispute/index.html", page=page, tones=pages.TONES)


@blueprint.get("/new")
@may("household")
def new() -> Response:
    """Ask what is wrong with an agreement, or what the household wishes."""
    return _ask(_subject(request.args), Said(uuid4()))


@blueprint.post("")
@may("household")
def create() -> AnyResponse:
    """Open a dispute once, however often it is sent."""
    subject, said = _subject(request.form), form.said(request.form)
    if said.errors or said.id is None:
        return _ask(subject, said, 422)
    try:
        found = dispute_step.begin(
            g.who.household,
            subject,
            _reason(subject, said),
            clock.today(),
            id=said.id,
            words=said.words,
            assisted=g.who.assisted,
        )
    except Refused as why:
        return _ask(subject, said, 422, why.code)
    return fragments.go(f"/household/dispute/{found}")


@blueprint.get("/<uuid:identity>")
@may("household")
def show(identity: UUID) -> Response:
    """Show how far a dispute is, and ask the household where an office has answered."""
    return _show(_own(identity), Said(uuid4()))


@blueprint.post("/<uuid:identity>")
@may("household")
def tell(identity: UUID) -> AnyResponse:
    """Store the household's word once: settled, partly, not, taken back, or opened anew."""
    row, said = _own(identity), form.said(request.form)
    if said.kind not in rules.OWN:
        abort(422)
    if said.errors or said.id is None:
        return _show(row, said, 422)
    try:
        dispute_step.add(
            *(g.who.household, identity, said.id, said.kind, clock.today()),
            words=said.words,
            assisted=g.who.assisted,
        )
    except Refused as why:
        return _show(_own(identity), said, 409, why.code)
    return fragments.go(f"/household/dispute/{identity}")


def _reason(subject: Subject, said: Said) -> str:
    """What is held is one choice: that it is wrong."""
    return rules.OF_RECORD[0] if subject.record else said.reason


def _own(identity: UUID) -> Dispute:
    row = dispute.find(g.who.household, identity)
    if row is None:
        abort(404)
    return row


def _subject(asked: Mapping[str, str]) -> Subject:
    """Return what is held, or the household's agreement, or the household itself."""
    table, _, row = asked.get("record", "").partition(":")
    if table:
        found = correction.row(g.who.household, table, read_id(row) or UUID(int=0))
        if found is None:
            abort(404)
        return Subject(record=found.id, fact=f"{table}.{asked.get('fact', '')}")
    number = asked.get("agreement", "")[:LONGEST_NUMBER]
    if number and not part.has_part(g.who.household, number):
        abort(404)
    return Subject(agreement=number)


def _ask(subject: Subject, said: Said, status: int = 200, refusal: str = "") -> Response:
    number = dispute_step.business_of(subject.agreement) if subject.agreement else ""
    errors = {**said.errors, **({"reason": refusal} if refusal else {})}
    page = pages.New(
        id=said.id or uuid4(),
        agreement=subject.agreement,
        record=_record(subject),
        business=name_of(number) if number else "",
        reasons=subject.reasons,
        reason=said.reason,
        words=said.words,
        errors=errors,
    )
    return fragments.render("own_dispute/new.html", status=status, page=page)


def _record(subject: Subject) -> pages.Record | None:
    if subject.record is None or subject.fact is None:
        return None
    table = subject.fact.partition(".")[0]
    found = correction.row(g.who.household, table, subject.record)
    return pages.record(found, correction.FACTS[table]) if found else None


def _show(row: Dispute, said: Said, status: int = 200, refusal: str = "") -> Response:
    today, case = clock.today(), dispute.as_case(row)
    found = about(row, today)
    named, penalty = payer(row, found, today)
    page = pages.Show(
        id=said.id or uuid4(),
        row=row,
        about=found,
        # Whoever of an office looks after it says nothing to the household, who knows the office.
        entries=[each for each in dispute.entries(row) if each.kind not in rules.HANDLED],
        acts=pages.acts(case, "household", today),
        late=rules.late(case, today),
        payer=named,
        penalty=penalty,
        typed={"words": said.words},
        errors=said.errors,
        refusal=refusal,
    )
    return fragments.render("own_dispute/show.html", status=status, page=page)
