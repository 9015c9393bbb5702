"""What we hold about the household that asks: on a page, and as a file that it takes out."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, request

from models import access, assistance, card, held, leaving
from models.leaving import StillOpen
from web import clock, download, erased, fragments, pin, taken
from web.access import alone, may
from web.pages import held as pages

blueprint = Blueprint("held", __name__)


@blueprint.get("/held")
@may("household")
def show() -> Response:
    """Show every row about the household, and every opening of its record."""
    return fragments.render("held/show.html", page=_everything())


@blueprint.get("/held/sheet")
@may("household")
def sheet() -> Response:
    """Show the same to be printed, in both languages, without what is for the screen alone."""
    page = pages.sheet(_everything(), clock.today())
    return fragments.render("held/sheet.html", page=page)


def _everything() -> pages.Show:
    household = g.who.household
    found = (
        (table._meta.table_name, table._meta.sorted_field_names, held.rows(table, household))
        for table in held.tables()
    )
    return pages.build(found, access.of_household(household), assistance.days(household))


@blueprint.get("/held/file")
@may("household")
def ask() -> Response:
    """Ask for the PIN before everything is taken out."""
    alone()
    return _ask()


@blueprint.post("/held/file")
@may("household")
def take_out() -> Response:
    """Give all that is held as one file, after the PIN."""
    alone()
    found = card.of_household(g.who.household)
    if found is None:
        abort(404)
    if wrong := pin.refusal(found, request.form.get("pin", "")):
        return _ask(wrong.text, wrong.status)
    today = clock.today()
    return download.file(taken.out(g.who.household, today), pages.file_name(today), "json")


@blueprint.get("/held/erase")
@may("household")
def erase() -> Response:
    """Say which years can go now and what goes with them, and ask for the PIN."""
    alone()
    return _erase()


@blueprint.post("/held/erase")
@may("household")
def forget() -> Response:
    """Erase what is held of the household's closed years, after the PIN."""
    alone()
    found = card.of_household(g.who.household)
    if found is None:
        abort(404)
    if wrong := pin.refusal(found, request.form.get("pin", "")):
        return _erase(wrong.text, wrong.status)
    try:
        leaving.erase(g.who.household, clock.today(), erased.folder())
    except StillOpen:
        return _erase(status=409, waits=True)
    return _erase(done=True)


def _erase(error: str = "", status: int = 200, **state: bool) -> Response:
    today = clock.today()
    years = leaving.years(g.who.household, today)
    page = pages.Erase(tuple(years), leaving.through(today), error, **state)
    return fragments.render("held/erase.html", status=status, page=page)


def _ask(error: str = "", status: int = 200) -> Response:
    return fragments.render("held/ask.html", status=status, page=pages.Ask(error))
