"""Signing an agreement 签订: what was on the table becomes rows of the county's ledger."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from ledger import signing
from ledger.store import Import
from models import roster
from models.signing import Draft
from web import clock, formats, fragments, table
from web.access import may
from web.forms import signing as form
from web.forms.visit import random_id
from web.pages import signing as pages
from web.pages.signing_form import CONCEPT
from web.scope import signing_here
from web.words import problem as words

blueprint = Blueprint("signature", __name__, url_prefix="/signing")
WRITES = "township"


@blueprint.get("/<uuid:identity>/sign")
@may(WRITES)
def new(identity: UUID) -> AnyResponse:
    """Ask before an agreement goes into the ledger, and say what it still lacks."""
    draft = signing_here(identity)
    if not draft.is_open:
        return fragments.go(f"/signing/{identity}")
    return _ask(draft)


@blueprint.post("/<uuid:identity>/sign")
@may(WRITES)
def create(identity: UUID) -> AnyResponse:
    """Bring an agreement into the county's ledger, once, however often this is sent."""
    draft, batch = signing_here(identity), random_id(request.form.get("id", ""))
    if not draft.is_open:
        return fragments.go(f"/signing/{identity}")
    if batch is not None:
        order = Import(
            clock.today(), scope=table.county_of(draft), account=g.who.account, batch=batch
        )
        turn = form.whole(request.form.get("turn", ""))
        if signing.sign(draft, turn, order, _("签约：%(n)s", n=draft.number)):
            return fragments.go(f"/signing/{identity}")
    return _ask(signing_here(identity), 422, changed=True)


def _ask(draft: Draft, status: int = 200, *, changed: bool = False) -> Response:
    found = signing.table(draft, roster.of_draft(draft.id))
    page = pages.Sign(
        draft=draft,
        batch=uuid4(),
        verdicts=table.verdicts(draft, found),
        named=table.named(found),
        obstacles=_obstacles(found, draft),
        missing=[name.removeprefix(CONCEPT) for name in found.missing],
        households=len({row.holder for row in found.roster}),
        changed=changed,
    )
    return fragments.render("signature/new.html", status=status, page=page)


def _obstacles(found: signing.Table, draft: Draft) -> list[str]:
    """Return what the ledger would refuse, in sentences."""
    said = [form.taken()] if found.number and signing.exists(found.number) else []
    if found.missing:
        return said
    problems = [
        *signing.outside(found, draft.place),
        *signing.examined(found, table.county_of(draft)).problems,
    ]
    return list(dict.fromkeys(said + [words.sentence(each, formats.ltr) for each in problems]))
