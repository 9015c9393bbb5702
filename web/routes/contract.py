"""The agreement on paper 合同: bilingual, as PDF to be printed and as Word to be written on."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, Response
from flask_babel import gettext as _

from ledger import signing
from models import household, roster
from models.ids import household_id
from models.roster import Holding
from models.signing import Draft
from web import access, clock, contract, contract_file, table
from web.access import may
from web.download import file
from web.pages.contract import Contract
from web.scope import signing_here

blueprint = Blueprint("contract", __name__, url_prefix="/signing")
READS = ("township", "county")


@blueprint.get("/<uuid:identity>/pdf")
@may(*READS)
def pdf(identity: UUID) -> Response:
    """Give the agreement in both languages as PDF."""
    return _file(identity, contract_file.as_pdf, "pdf")


@blueprint.get("/<uuid:identity>/word")
@may(*READS)
def word(identity: UUID) -> Response:
    """Give the agreement in both languages as Word."""
    return _file(identity, contract_file.as_word, "docx")


def _file(identity: UUID, make: Callable[[Contract], bytes], kind: str) -> Response:
    draft = signing_here(identity)
    today = clock.today()
    found = signing.table(draft, roster_of(draft))
    # Whom it names reads that the paper was made.
    holders = [row.holder for row in found.roster]
    access.opened_all({household_id(number) for number in holders}, "print")
    judgements = signing.judged(found, table.county_of(draft), today)
    made = contract.build(found, judgements, household.heads(holders), today)
    return file(make(made), _("协议 %(n)s", n=draft.number), kind)


def roster_of(draft: Draft) -> list[Holding]:
    """Return whom an agreement is for: as drafted, or once signed as the ledger has it."""
    return (
        roster.of_agreement(draft.number) if draft.state == "signed" else roster.of_draft(draft.id)
    )
