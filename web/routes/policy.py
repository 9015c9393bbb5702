"""The official text, article by article, with an address for every paragraph."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, request

from models import place, rule
from rules.article import articles
from web import clock, exemplar, explanation, fragments, scope
from web.access import may
from web.language import spoken
from web.pages import policy as pages
from web.pages.explanation import links
from web.pages.rule import found, text

blueprint = Blueprint("policy", __name__)
LONGEST_SEARCH = 40


@blueprint.get("/policy")
@may("anyone")
def index() -> Response:
    """List explanation cards and articles, or what holds the words.

    Of counties, it finds their model cases that anybody may read and their own rules: for staff,
    who are sent to those, of their county alone.
    """
    words = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    cards = links(explanation.found(words, spoken()), spoken())
    today = clock.today()
    cases = exemplar.found(words, today) if words else ()
    places = place.counties(scope.own_county())
    own = found(rule.published(today), words, today, places) if words else ()
    page = pages.Index.of(articles(), words, cards, cases, own)
    return fragments.render("policy/index.html", page=page)


@blueprint.get("/policy/<int:number>")
@may("anyone")
def show(number: int) -> Response:
    """Show an article with its paragraphs, and beside it what the chosen county has settled."""
    page = pages.Show.of(
        articles(), number, _own(number), links(explanation.of_article(number), spoken())
    )
    if page is None:
        abort(404)
    return fragments.render("policy/show.html", page=page)


def _own(number: int) -> pages.Own:
    county, counties, today = scope.chosen_county(), place.counties(), clock.today()
    rows = rule.of_article(county, number, today) if county else []
    return pages.Own(
        county,
        counties.get(county, ""),
        {} if scope.own_county() else counties,
        tuple(text(row, rule.state(row, today)) for row in rows),
        g.who.role == "county",
    )
