"""Which routes ask for a secret that is not old: those that take data out or print a way in."""

import re
from pathlib import Path

import pytest

from web import create_app
from web.access import STAFF

ROOT = Path(__file__).parents[2]
# Data out of the house, for a whole place.
EXPORTS = {
    "export.create",
    "dashboard.export",
    "finding.export",
    "review.document",
    "review.paper",
    "review.workbook",
}
# What opens a page or an account, on paper.
PRINTS = {
    "account.create",
    "account.renew",
    "issue.paper",
    "link.create",
    "print_job.again",
    "print_job.download",
    "print_job.handout",
    "print_job.sheet",
    "print_job.start",
    "printing.close",
    "recovery.create",
    "slip.create",
}
# Files that are neither: an empty form, the reader's own upload, a paper of one agreement, plan,
# project or day, posters for a wall.
OTHER_FILES = {
    "agreement.schedule",
    "business.paper",
    "campaign.paper",
    "contract.pdf",
    "contract.word",
    "disclosure.paper",
    "ledger.marked",
    "ledger.template",
    "plan.minutes",
    "plan.payout",
    "plan.posted",
    "print_job.sample",
}
NO_FILES = {"signing.give_up"}


@pytest.fixture(scope="module")
def views(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fresh")
    settings = {"TESTING": True, "INSTANCE": str(folder), "DATABASE_URL": "sqlite:///:memory:"}
    return create_app(settings).view_functions


def test_exports_and_the_printing_of_cards_ask_for_a_fresh_secret(views):
    marked = {name for name, view in views.items() if getattr(view, "fresh", False)}
    assert marked == EXPORTS | PRINTS


def test_every_route_of_staff_that_gives_a_file_is_placed(views):
    given = {name for name, view in views.items() if (view.__doc__ or "").startswith("Give ")}
    files = {name for name in given - NO_FILES if views[name].roles & set(STAFF)}
    assert files - PRINTS == EXPORTS | OTHER_FILES


def test_no_link_to_an_export_would_store_the_question_as_a_file():
    """With the attribute `download` a browser keeps whatever comes, the page that asks too."""
    for path in (ROOT / "templates").rglob("*.html"):
        for link in re.findall(r"<a [^>]* download>", path.read_text("utf-8")):
            assert not re.search(r"/export|/review/pack/", link), (path.name, link)
