"""The overview 总览 of a township, a county or the prefecture."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _

from models import batch, dispute_handler, finding, past, past_total, place, tally, total
from models.scope import COUNTY_DIGITS
from models.subject import called
from rules.watch import family
from web import clock, fragments, survey
from web import export as takeout
from web.access import may
from web.download import workbook
from web.forms import past as form
from web.pages import comparison
from web.pages import dashboard as pages
from web.pages.finding import Survey
from web.pages.past import NOW, Past
from web.proof import fresh
from web.year import asked_year

blueprint = Blueprint("dashboard", __name__, url_prefix="/dashboard")
PREFECTURE = "prefecture"
OFFICES = ("township", "county", PREFECTURE)
FLOORS = tuple(
    code
    for each in family.steady(family.Counts()).figures
    if each.name == "floors"
    for code in each.codes
)


@blueprint.get("")
@may(*OFFICES)
def show() -> Response:
    """Show how money and findings stand in the office's places, as of the last survey or a day."""
    listed = g.who.role != PREFECTURE
    if listed:
        survey.renew(g.who.scope[:COUNTY_DIGITS])
    surveys = finding.surveyed(g.who.scope)  # before the figures, which are never older then
    past = _past() if listed else NOW
    found = _found(past.on)
    stored = batch.imports(g.who.scope[:COUNTY_DIGITS], ("stored",), 1)
    page = pages.Show(
        place=place.name_of(g.who.scope),
        year=found.year,
        years=tuple(each.year for each in found.years),
        survey=_survey(surveys),
        batch=stored[0] if stored and listed and not past.on else None,
        listed=listed,
        counties=() if listed else _counties(found),
        past=past,
        **pages.of_day(found) if past.on else pages.figures(found, listed=listed),
    )
    held = dispute_handler.held(g.who.account) if listed else dispute_handler.Held()
    return fragments.render("dashboard/show.html", page=page, held=held)


@blueprint.get("/export")
@may(PREFECTURE)
@fresh
def export() -> Response:
    """Give the totals of all counties and years as a workbook; small groups are left out."""
    scope, today = g.who.scope, clock.today()
    money, counts = total.places(scope, COUNTY_DIGITS), finding.counts(scope)
    names = called("place", {each.key for each in money} | {each.county for each in counts})
    years = sorted({each.year for each in money if each.year <= today.year})
    # What is open now is of no year: it stands beside the last one alone.
    data = takeout.counties(
        [
            comparison.counties(year, money, counts if year == years[-1] else (), names)
            for year in years
        ]
    )
    name = _("各县（市）-%(place)s-%(day)s", place=place.name_of(scope), day=today.isoformat())
    return workbook(data, name)


def _past() -> Past:
    """Return the day of the past that is asked for; a prefecture's are its counties' to show."""
    return form.read(request.args, clock.today(), batch.first_day(g.who.scope[:COUNTY_DIGITS]))


def _found(on: date | None) -> pages.Found:
    scope, today = g.who.scope, clock.today()
    every = [each for each in total.years(scope) if each.year <= today.year + 1]
    years, asked = every[-pages.YEARS :], asked_year(today)
    known = [each.year for each in years]
    year = asked if asked in known or not known else max(known)
    return pages.Found(
        scope=scope,
        year=year,
        this_year=today.year,
        **_of_day(years, year, on) if on else _of_now(years, year),
    )


def _of_now(years: list[total.Money], year: int) -> dict[str, Any]:
    scope = g.who.scope
    return {
        "years": years,
        "counts": finding.counts(scope),
        "tallies": tally.read(scope, year),
        "below_floor": finding.agreements_with(scope, FLOORS),
        "businesses": total.businesses_late(scope, year, pages.SHOWN),
        "villages": total.villages_late(scope, year, pages.SHOWN),
    }


def _of_day(years: list[total.Money], year: int, on: date) -> dict[str, Any]:
    """Return the same as of a past day, without what is not kept of it."""
    scope, own = g.who.scope, past_total.money(g.who.scope, year, on)
    return {
        "years": [own if each.year == year else each for each in years],
        "counts": past.counts(scope, on),
        "tallies": {},
        "below_floor": 0,
        "businesses": past_total.businesses_late(scope, year, on, pages.SHOWN),
        "villages": past_total.villages_late(scope, year, on, pages.SHOWN),
    }


def _survey(surveys: list[Any]) -> Survey:
    """Say as of which day all counties stand: the earliest, and stale if one is."""
    days = [each.day for each in surveys if each.day]
    return Survey(min(days, default=None), any(each.stale for each in surveys))


def _counties(found: pages.Found) -> tuple[comparison.County, ...]:
    money = total.places(found.scope, COUNTY_DIGITS)
    names = called("place", {each.key for each in money} | {each.county for each in found.counts})
    return comparison.counties(found.year, money, found.counts, names)
