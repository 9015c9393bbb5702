"""What is disclosed of a project 公告公示: a paper to be hung up for the days that are typed."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import household, parameter, place, project_list
from models.project import as_fact
from models.scope import COUNTY_DIGITS
from web import clock, disclosure_file, fragments
from web.access import may
from web.download import file
from web.forms import posting
from web.pages import disclosure as pages
from web.pages import gate
from web.scope import project_here

blueprint = Blueprint("disclosure", __name__, url_prefix="/project")
READERS = ("township", "county")


@blueprint.get("/<path:number>/disclosure")
@may(*READERS)
def show(number: str) -> Response:
    """Show what of a project will be hung up, and ask from which day on."""
    page = _page(number)
    status = 422 if page.posting.errors else 200
    return fragments.render("disclosure/show.html", status=status, page=page)


@blueprint.get("/<path:number>/disclosure/paper")
@may(*READERS)
def paper(number: str) -> AnyResponse:
    """Give the sheet as PDF, in both languages; no household is on it."""
    page = _page(number)
    if page.posting.errors:
        return fragments.go(f"{page.address}?{request.query_string.decode('latin-1')}")
    return file(disclosure_file.as_pdf(page), _("项目公告公示-%(n)s", n=number), "pdf")


def _page(number: str) -> pages.Show:
    row, code = project_here(number)
    today, fact = clock.today(), as_fact(row)
    held = parameter.on(code[:COUNTY_DIGITS], today)
    written = ((name, getattr(fact, name) or "") for name in pages.WRITTEN)
    return pages.Show(
        fact=fact,
        left_out=tuple(
            name
            for name, text in written
            if pages.names_category(text) or household.named_in(text, code[:COUNTY_DIGITS])
        ),
        place=place.name_of(code),
        funds=gate.funds(fact),
        assets=tuple(project_list.assets(number)),
        posting=posting.read(request.args, held.posting_days),
        phone=held.query_phone or "",
        today=today,
    )
