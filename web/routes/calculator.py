"""试算: what terms would yield, for anybody and without signing in; nothing is stored."""

from __future__ import annotations

from flask import Blueprint, Response, request

from models import deal, parameter
from rules import trial
from rules.trial import Trial
from web import clock, fragments, scope
from web.access import may
from web.forms import calculator as form
from web.pages import calculator as pages
from web.pages.reading import Reading, reading
from web.year import asked_year

blueprint = Blueprint("calculator", __name__)
FLOORED = frozenset({"custody", "share", "chain"})


@blueprint.get("/calculator")
@may("anyone")
def show() -> Response:
    """Show what terms would yield, year by year and step by step, and the legal floor."""
    today = clock.today()
    asked = form.read(request.args, today)
    lines = trial.lines(asked.trial) if asked.trial else ()
    page = pages.build(asked, lines, _reading(asked.trial), asked_year(today))
    return fragments.render("calculator/show.html", "result", page=page)


def _reading(supposed: Trial | None) -> Reading | None:
    if supposed is None or supposed.terms.mode not in FLOORED:
        return None
    today = clock.today()
    known = parameter.on(scope.chosen_county(), today)
    return reading(trial.reading(supposed, deal.rates(), known, today))
