"""A plan 分配方案 and its papers: the list to sign, what is posted, the minutes of the meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import parameter, place, plan
from models.scope import COUNTY_DIGITS
from web import access, clock, fragments, plan_file
from web.access import may
from web.download import file
from web.forms import posting
from web.pages import plan as pages
from web.scope import plan_here

blueprint = Blueprint("plan", __name__, url_prefix="/plan")
READERS = ("township", "county")


@blueprint.get("/<path:number>")
@may(*READERS)
def show(number: str) -> Response:
    """Show what a plan shares out, and which papers can be printed on how many sheets."""
    page = _page(plan_here(number))
    status = 422 if page.posting.errors else 200
    return fragments.render("plan/show.html", status=status, page=page)


@blueprint.get("/<path:number>/payout")
@may(*READERS)
def payout(number: str) -> AnyResponse:
    """Give the list that each household signs, as PDF; each reads that it was printed."""
    return _list(number, plan_file.payout, _("分红发放表-%(n)s", n=number))


@blueprint.get("/<path:number>/posting")
@may(*READERS)
def posted(number: str) -> AnyResponse:
    """Give what is hung on the board, as PDF; each household reads that it was printed."""
    return _list(number, plan_file.posting, _("收益分配公示-%(n)s", n=number))


@blueprint.get("/<path:number>/minutes")
@may(*READERS)
def minutes(number: str) -> AnyResponse:
    """Give the form for the meeting's minutes, as PDF; no household is on it."""
    page = _page(plan_here(number))
    if page.posting.errors:
        return _back(page)
    return file(plan_file.minutes(page), _("成员会议记录-%(n)s", n=number), "pdf")


def _list(number: str, make: Callable[[pages.Show], bytes], name: str) -> AnyResponse:
    """Give a list of households, once all their parts are known."""
    page = _page(plan_here(number))
    if page.posting.errors or not page.is_known:
        return _back(page)
    access.opened_all({part.household for part in page.parts}, "print")
    return file(make(page), name, "pdf")


def _back(page: pages.Show) -> AnyResponse:
    """Lead to the plan's page, which says what is wrong."""
    asked = request.query_string.decode("latin-1")
    return fragments.go(f"{page.address}?{asked}" if asked else page.address)


def _page(row: Any) -> pages.Show:
    today, county = clock.today(), row.village[:COUNTY_DIGITS]
    held = parameter.on(county, today)
    return pages.show(
        row,
        plan.parts(row, g.who.scope, today),
        posting.read(request.args, held.posting_days, (row.posted_from, row.posted_to)),
        place=place.name_of(row.village),
        phone=held.query_phone or "",
        today=today,
    )
