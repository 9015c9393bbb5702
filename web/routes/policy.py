"""The official text, article by article, with an address for every paragraph."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from rules.article import articles
from web import fragments
from web.access import may
from web.pages import policy as pages

blueprint = Blueprint("policy", __name__)
LONGEST_SEARCH = 40


@blueprint.get("/policy")
@may("anyone")
def index() -> Response:
    """List the articles by chapter, or those that hold the words searched for."""
    words = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    page = pages.Index.of(articles(), words)
    return fragments.render("policy/index.html", "found", page=page)


@blueprint.get("/policy/<int:number>")
@may("anyone")
def show(number: int) -> Response:
    """Show an article with its paragraphs."""
    page = pages.Show.of(articles(), number)
    if page is None:
        abort(404)
    return fragments.render("policy/show.html", page=page)
