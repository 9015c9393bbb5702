"""What the articles without a card ask of offices: for township and county."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, Response, current_app, g

from models import campaign, caseload, exemplar, finding, place, review, rule
from rules.awareness import TRAINING
from web import clock, fragments, survey
from web.access import may
from web.pages import obligation as pages
from web.scope import own_county

blueprint = Blueprint("obligation", __name__, url_prefix="/obligation")
ENDPOINTS = {
    "finding": "finding.index",
    "industry": "dashboard.show",
    "project": "project.index",
    "remedy": "remedy.index",
    "review": "review.index",
    "ledger": "ledger.index",
    "notice": "business.notices",
    "rule": "rule.index",
    "dispute": "dispute.index",
    "training": "campaign.index",
    "campaign": "campaign.index",
    "exemplar": "exemplar.index",
}


@blueprint.get("")
@may("township", "county")
def show() -> Response:
    """Show what each of these articles asks of whom, and what is recorded about it."""
    survey.renew(own_county())
    page = pages.show(place.name_of(g.who.scope), _counts(), _opens)
    return fragments.render("obligation/show.html", page=page)


def _counts() -> Counter[tuple[str, str]]:
    """Return how many of each record there are; findings and cases of the reader's place alone."""
    county, today = own_county(), clock.today()
    found: Counter[tuple[str, str]] = Counter()
    for each in finding.counts(g.who.scope):
        found["finding", each.article.partition("(")[0]] += each.findings
    found["finding", ""] += 0
    cases = caseload.counts(g.who.scope, today).values()
    found["remedy", ""] = sum(each.open for each in cases)
    decided = review.decisions(county, today.year)
    found["review", ""] = sum(not each.withdrawn for each in decided)
    found["rule", ""] = sum(rule.state(row, today) == "now" for row in rule.listed(county))
    for row in campaign.of_county(county):
        kind = "training" if row.kind == TRAINING else "campaign"
        found[kind, ""] += row.from_day.year <= today.year <= row.to_day.year
    shown = exemplar.listed(county)
    found["exemplar", ""] = sum(exemplar.state(row, today) == "now" for row in shown)
    return found


def _opens(record: str) -> bool:
    view = current_app.view_functions[ENDPOINTS[record]]
    roles = getattr(view, "roles", frozenset())
    return "anyone" in roles or g.who.role in roles
