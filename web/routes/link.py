"""A business's link 专用链接, for its county: issued or replaced, shown once on a sheet, ended."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import link, register
from models.link import Shown
from web import clock, fragments, link_file
from web.access import may
from web.download import file
from web.forms.reply import day_of
from web.forms.visit import random_id
from web.pages import link as pages
from web.pages.line import address
from web.proof import fresh
from web.scope import business_here, issues_link

blueprint = Blueprint("link", __name__, url_prefix="/business")
COUNTY = "county"
LONGEST = timedelta(days=3 * 365)


@blueprint.get("/<number>/link")
@may(COUNTY)
def new(number: str) -> Response:
    """Ask through which day a link is to be good, before it is issued or replaced."""
    today = clock.today()
    return _ask(_business(number), a_year_on(today).isoformat())


@blueprint.post("/<number>/link")
@may(COUNTY)
@fresh
def create(number: str) -> Response:
    """Issue a link once and give its sheet this one time as PDF; an earlier link ends."""
    business, today = _business(number), clock.today()
    sent = random_id(request.form.get("id", ""))
    typed = request.form.get("valid_until", "")
    until = day_of(typed)
    if sent is None:
        abort(422)
    if until is None or not today <= until <= today + LONGEST:
        return _ask(business, typed, _("请写从今天起三年以内的一天。"))
    base, token = current_app.config["LIANNONG_BASE_URL"], link.token(sent)
    # Before an earlier link ends: a sheet that cannot be made takes none away.
    data = link_file.as_pdf(business.name, token, until, base)
    try:
        link.issue(
            sent,
            business=business.number,
            county=g.who.scope,
            account=g.who.account,
            valid_until=until,
            today=today,
        )
    except Shown:
        return fragments.render("link/create.html", status=410, page=pages.Gone(business))
    return file(data, f"{_('专用链接')}-{business.name}", "pdf")


@blueprint.get("/<number>/link/end")
@may(COUNTY)
def end(number: str) -> Response:
    """Ask once more before a link ends without a new one."""
    business = _business(number)
    page = pages.Confirm(business, link.of_business(business.number, clock.today()))
    return fragments.render("link/end.html", page=page)


@blueprint.post("/<number>/link/end")
@may(COUNTY)
def revoke(number: str) -> AnyResponse:
    """End a business's link: it opens nothing from now on, nor does a page that it opened."""
    business = _business(number)
    link.end(business.number, clock.today())
    return fragments.go(f"/business/{business.address}")


def a_year_on(day: date) -> date:
    """Return the same day of the next year; the 29th of February becomes the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _business(number: str) -> pages.Business:
    """Return a business whose link the reader may issue, or answer 404."""
    row = business_here(number)
    if not issues_link(register.home(number)):
        abort(404)
    return pages.Business(row.number, row.name, address(row.number))


def _ask(business: pages.Business, day: str, error: str = "") -> Response:
    own = link.of_business(business.number, clock.today())
    page = pages.Confirm(business, own, uuid4(), day, error)
    return fragments.render("link/new.html", status=422 if error else 200, page=page)
