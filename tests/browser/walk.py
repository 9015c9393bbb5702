"""Finds an address of every page by following links, as each reader can."""

from __future__ import annotations

import time
from collections import Counter, deque
from dataclasses import dataclass
from functools import cache
from tempfile import TemporaryDirectory
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, SoupStrainer
from flask import Flask
from playwright.sync_api import Browser
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

import web
from tests.browser.server import Account, Card, Link, Site

ROLES = ("anyone", "household", "business", "cadre", "township", "county", "prefecture")
FILES = frozenset(  # these give a file, or lead on
    {
        *(
            "agreement.schedule",
            "business.paper",
            "campaign.paper",
            "contract.pdf",
            "contract.word",
            "dashboard.export",
            "disclosure.paper",
            "explanation.voice",
            "finding.export",
            "household.voice",
            "issue.paper",
            "payer.enter",
        ),
        *("ledger.marked", "ledger.template"),
        *("plan.minutes", "plan.payout", "plan.posted"),
        *("print_job.download", "print_job.handout", "print_job.sample"),
        *("review.document", "review.paper", "review.workbook"),
        *("statement.paper", "sunshine.data", "sunshine.paper"),
        *("sunshine.poster", "sunshine.workbook"),
    }
)
FRESH_SECONDS = 5 * 60.0
UNLINKED = frozenset({"proof.show", "visit.check"})  # no link leads there, but a form or a card
LINKS = SoupStrainer("a", href=True)
MOST = 6  # pages of one kind that are looked at for links


@dataclass(frozen=True)
class Place:
    """An address, and who sees it."""

    role: str
    address: str


@cache
def app() -> Flask:
    """Return the product for its routes only; it serves nobody."""
    with TemporaryDirectory() as folder:
        return web.create_app(
            {"TESTING": True, "INSTANCE": folder, "DATABASE_URL": "sqlite:///:memory:"}
        )


def endpoints() -> list[str]:
    """Return the names of all pages."""
    return sorted(
        {rule.endpoint for rule in app().url_map.iter_rules() if "GET" in (rule.methods or ())}
        - FILES
    )


def card_path(card: Card) -> str:
    """Return the path of a card's page."""
    return urlsplit(card.url).path


def asset_path(card: Card) -> str:
    """Return the path of an asset that an agreement of the card's village leases."""
    return f"/asset/ZC-{card.household.partition('-')[0]}-08"


def people(site: Site) -> dict[str, Card | Account | Link | None]:
    """Return one reader of each role, and a second household whose lines are few."""
    staff = {role: site.account(role) for role in ROLES[3:]}
    return {
        "anyone": None,
        "household": site.cards[0],
        "neighbour": site.cards[6],
        "business": site.links[0],
        **staff,
    }


def starts(site: Site, role: str) -> list[str]:
    """Return where a reader begins: her home, and what she holds in her hand."""
    card = site.cards[0]
    held = {
        "anyone": ["/", card_path(card), "/signin", "/next"],
        "household": ["/household"],
        "business": ["/payer", "/b"],
        "cadre": ["/visit/new", "/visit"],
        "township": ["/visit", "/card", "/printing", "/signing", "/course"],
        "county": [
            *("/dashboard", "/ledger", asset_path(card)),
            f"/business/{site.links[0].business}",
            *("/parameter", "/rule", "/review", "/campaign", "/exemplar"),
        ],
        "prefecture": ["/dashboard"],
    }
    return [*held.get(role, []), "/settings"]


class Readers:
    """The cookies of one reader of each role."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.known: dict[str, tuple[float, dict[str, str]]] = {}

    def cookies(self, role: str) -> tuple[dict[str, str], ...]:
        """Return what her browser holds; some pages ask again who gave no secret lately."""
        who = people(self.site)[role]
        if who is None:
            return ()
        since, cookie = self.known.get(role, (-FRESH_SECONDS, {}))
        if time.monotonic() - since >= FRESH_SECONDS:
            since, cookie = time.monotonic(), self.site.cookie(who)
        self.known[role] = since, cookie
        return (cookie,)


class Walk:
    """A reader's way through all pages that she can reach."""

    def __init__(self, browser: Browser, readers: Readers, role: str) -> None:
        self.role, self.site = role, readers.site
        self.context = browser.new_context(base_url=self.site.base)
        self.context.add_cookies([*readers.cookies(role)])
        self.found: dict[str, Place] = {}
        self.seen: Counter[str] = Counter()

    def go(self, adapter: MapAdapter, wanted: set[str]) -> dict[str, Place]:
        """Return the first address found of each page, until those that are wanted are found."""
        waiting = deque(starts(self.site, self.role))
        known = set(waiting)
        while waiting and wanted - self.found.keys():
            address = waiting.popleft()
            name = endpoint(adapter, address)
            if name is None or self.seen[name] >= MOST:
                continue
            self.seen[name] += 1
            for link in self._links(name, address):
                if link not in known:
                    known.add(link)
                    waiting.append(link)
        self.context.close()
        return self.found

    def _links(self, name: str, address: str) -> list[str]:
        answer = self.context.request.get(address, max_redirects=0)
        if answer.status == 200:
            self.found.setdefault(name, Place(self.role, address))
        if answer.status != 200 or "text/html" not in answer.headers["content-type"]:
            return []
        if self.role == "anyone":
            self._look_for_marks(address, answer.text())
        links = BeautifulSoup(answer.text(), "lxml", parse_only=LINKS)
        inside = [urljoin(address, link["href"]) for link in links.find_all("a")]
        self._look_for_marks(address, *inside)
        return [link.partition("#")[0] for link in inside if link.startswith("/")]

    def _look_for_marks(self, at: str, *texts: str) -> None:
        """Nobody's secret or name stands in an address, nor on a page that everybody may read."""
        told = [*self.site.marks.in_addresses(*texts)]
        if told:
            raise AssertionError(f"at {at}: {told}")


def endpoint(adapter: MapAdapter, address: str) -> str | None:
    """Return the name of the page at an address."""
    try:
        return adapter.match(urlsplit(address).path, method="GET")[0]
    except HTTPException:
        return None


def places(browser: Browser, readers: Readers) -> dict[str, Place]:
    """Return an address of each page; the first of ROLES that reaches it sees it."""
    adapter = app().url_map.bind("")
    found: dict[str, Place] = {}
    for role in ROLES:
        wanted = {name for name in endpoints() if may_see(role, name)} - UNLINKED - found.keys()
        found = Walk(browser, readers, role).go(adapter, wanted) | found
    return {name: place for name, place in found.items() if name not in FILES}


def may_see(role: str, name: str) -> bool:
    """Say whether a page is open to a reader."""
    return bool({role, "anyone"} & app().view_functions[name].roles)  # type: ignore[attr-defined]
