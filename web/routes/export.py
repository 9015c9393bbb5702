"""The county's whole ledger as one workbook: why it is taken out, and the file."""

from __future__ import annotations

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _

from ledger import content
from ledger.write import export as write
from models import place
from models.access import EXPORTS
from web import access, clock, fragments
from web.access import may
from web.download import workbook
from web.pages import export as pages
from web.proof import fresh
from web.words.held import PURPOSES

blueprint = Blueprint("export", __name__, url_prefix="/ledger/export")
COUNTY = "county"


@blueprint.get("")
@may(COUNTY)
def show() -> Response:
    """Ask why the ledger is taken out; no reason, no file."""
    return _ask()


@blueprint.post("")
@may(COUNTY)
@fresh
def create() -> Response:
    """Give the county's whole ledger, with what households answered and who took it out."""
    reason = request.form.get("reason", "")
    if reason not in EXPORTS:
        return _ask(_("请选一个。"), 422)
    access.exported(reason)
    today, scope = clock.today(), g.who.scope
    where, day = place.name_of(scope), today.isoformat()
    by = " · ".join((where, g.who.name, day, str(PURPOSES[reason])))
    data = write(content.rows(scope), content.answers(today, scope), by)
    return workbook(data, _("联农通台账-%(place)s-%(day)s", place=where, day=day))


def _ask(error: str = "", status: int = 200) -> Response:
    reasons = [(reason, PURPOSES[reason]) for reason in EXPORTS]
    page = pages.Show(place.name_of(g.who.scope), reasons, error)
    return fragments.render("export/show.html", status=status, page=page)
