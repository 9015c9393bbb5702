"""The statement of a year, to be printed."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g
from flask_babel import gettext as _

from models import home, statement
from web import clock, fragments, statement_file
from web.access import alone, may
from web.download import file
from web.pages import statement as pages

blueprint = Blueprint("statement", __name__)
FIRST, LAST = 1000, 2999


@blueprint.get("/statement/<int:year>")
@may("household")
def show(year: int) -> Response:
    """Show every line of a year with its steps and articles, for paper in both languages."""
    return fragments.render("statement/show.html", page=_page(year))


@blueprint.get("/statement/<int:year>/pdf")
@may("household")
def paper(year: int) -> Response:
    """Give the same as PDF in both languages; on somebody else's phone no file is left."""
    alone()
    page = _page(year)
    name = _("%(year)s年明细-%(number)s", year=year, number=page.number)
    return file(statement_file.as_pdf(page), name, "pdf")


def _page(year: int) -> pages.Show:
    today = clock.today()
    household = home.find(g.who.household)
    if not household or not FIRST <= year <= LAST:
        abort(404)
    found = statement.of_household(household[0].number, year, today=today)
    if found is None:
        abort(404)
    return pages.build(household[0], found, today)
