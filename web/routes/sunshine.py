"""阳光公开: what was promised, due, paid and confirmed, per village and per business; no names.

For anybody: no household, no person and no group under five is in it (`web.pages.sunshine`).
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, current_app, request
from flask_babel import gettext as _

from models import parameter, place, schedule, sunshine
from models.fold import folded
from models.scope import COUNTY_DIGITS, VILLAGE_DIGITS
from web import clock, download, fragments, publication, village_poster
from web.access import may
from web.pages import sunshine as pages
from web.year import asked_year

blueprint = Blueprint("sunshine", __name__, url_prefix="/sunshine")
LONGEST_SEARCH = 40


@blueprint.get("")
@may("anyone")
def index() -> Response:
    """List a county's villages and businesses, or those whose name holds the words."""
    counties = place.counties()
    asked = request.args.get("county", "")
    county = asked if asked in counties else ""
    words = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    page = pages.Index(
        county,
        counties,
        words,
        _found(place.villages(county) if county else {}, words),
        _found(sunshine.businesses(county) if county else {}, words),
    )
    return fragments.render("sunshine/index.html", page=page)


@blueprint.get("/village/<code>")
@may("anyone")
def village(code: str) -> Response:
    """Show what each business promised and paid the households of a village in a year."""
    return fragments.render("sunshine/village.html", page=_village(code))


@blueprint.get("/business/<number>")
@may("anyone")
def business(number: str) -> Response:
    """Show what a business promised and paid the households of each village in a year."""
    return fragments.render("sunshine/business.html", page=_business(number))


@blueprint.get("/<any(village, business):kind>/<number>/pdf")
@may("anyone")
def paper(kind: str, number: str) -> Response:
    """Give the page as PDF, in both languages."""
    return _file(kind, number, "pdf")


@blueprint.get("/<any(village, business):kind>/<number>/excel")
@may("anyone")
def workbook(kind: str, number: str) -> Response:
    """Give the page as a workbook."""
    return _file(kind, number, "xlsx")


@blueprint.get("/<any(village, business):kind>/<number>/json")
@may("anyone")
def data(kind: str, number: str) -> Response:
    """Give the page as data; money is fen, null what is not shown."""
    return _file(kind, number, "json")


@blueprint.get("/village/<code>/poster")
@may("anyone")
def poster(code: str) -> Response:
    """Give the village's poster as PDF, A4 or A3: what was promised, without names."""
    page, today = _village(code), clock.today()
    asked = request.args.get("size", "")
    size = asked if asked in village_poster.SIZES else village_poster.SIZES[0]
    data = village_poster.as_pdf(
        page,
        schedule.of_village(code, page.year, today),
        size=size,
        base=current_app.config["LIANNONG_BASE_URL"],
        phone=parameter.on(code[:COUNTY_DIGITS], today).query_phone or "",
    )
    return _public(data, _("村海报-%(name)s-%(size)s", name=page.name, size=size.upper()), "pdf")


def _file(kind: str, number: str, ending: str) -> Response:
    page = _village(number) if kind == "village" else _business(number)
    write = {"pdf": publication.pdf, "xlsx": publication.book, "json": publication.data}[ending]
    return _public(write(page), publication.name(page), ending)


def _public(data: bytes, name: str, ending: str) -> Response:
    response = download.file(data, name, ending)
    del response.headers["Cache-Control"]  # anybody's: as for a page
    return response


def _found(named: dict[str, str], words: str) -> tuple[tuple[str, str], ...]:
    wanted = folded(words)
    return tuple(item for item in named.items() if wanted in folded(item[1]))


def _village(code: str) -> pages.Show:
    name = place.villages(code).get(code) if len(code) == VILLAGE_DIGITS else None
    if name is None:
        abort(404)
    years = _until_now(sunshine.years(village=code))
    year = _year(years)
    known = _shown(code[:COUNTY_DIGITS], year)
    mine = [each for each in known if each.cell.village == code]
    names = sunshine.names(each.cell.business for each in mine)
    rows = [pages.row(each, _key(each), names.get(_key(each), _key(each))) for each in mine]
    return _page("village", code, name, (code[:COUNTY_DIGITS],), year, years, rows)


def _business(number: str) -> pages.Show:
    counties, known_as = sunshine.counties_of(number), sunshine.names([number])
    if number not in known_as and not counties:
        abort(404)
    name = known_as.get(number, number)  # one that 简表 alone states is known by its name
    years = _until_now(sunshine.years(business=number))
    year = _year(years)
    known = [each for county in counties for each in _shown(county, year)]
    mine = [each for each in known if each.cell.business == number]
    names = place.names({each.cell.village for each in mine})
    rows = [
        pages.row(each, each.cell.village, names.get(each.cell.village, each.cell.village))
        for each in mine
    ]
    return _page("business", number, name, tuple(counties), year, years, rows)


def _shown(county: str, year: int) -> list[pages.Shown]:
    return pages.shown(sunshine.cells(county, year))


def _key(each: pages.Shown) -> str:
    return each.cell.business


def _until_now(years: list[int]) -> list[int]:
    return [year for year in years if year <= clock.today().year]


def _year(years: list[int]) -> int:
    """Return the asked year; the last one with something where there is nothing in it."""
    asked = asked_year(clock.today())
    return asked if asked in years or not years else years[-1]


def _page(kind: str, key: str, name: str, counties: tuple[str, ...], *rest: Any) -> pages.Show:
    year, years, rows = rest
    # A line of which nothing is shown is left out: that it is there speaks of a few, too.
    told = tuple(each for each in rows if each.promised is not None)
    day, stale = pages.stands(sunshine.surveys(counties))
    counting = not told and sunshine.is_counting(year, **{kind: key})
    return pages.Show(
        kind=kind,
        key=key,
        name=name,
        county=counties[0] if len(counties) == 1 else "",
        year=year,
        years=tuple(years),
        day=day,
        stale=stale,
        rows=told,
        whole=pages.whole(told),
        counting=counting,
    )
