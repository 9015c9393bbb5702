"""What a first visit costs on a slow line: bytes over the wire, as served, and requests."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.phone import each_language
from tests.browser.walk import endpoints

MOST_BYTES = 60_000
MOST_REQUESTS = 8
QUIET = 150  # ms
STAFF = ("issue.", "slip.", "visit.", "ledger.", "batch.", "finding.", "dispute.")
STAFF = (*STAFF, "business.", "link.", "proof.", "campaign.", "printing.", "print_job.")
PAGES = [name for name in endpoints() if not name.startswith(STAFF)]


@pytest.mark.parametrize("name", PAGES)
@each_language
def test_a_first_visit_is_cheap(kept_phone, addresses, readers, name, lang):
    place = addresses[name]
    with kept_phone.use(lang, cookies=readers.cookies(place.role)) as page:
        visit = Visit(page)
        visit.open(place.address)
    assert len(visit.ended) <= MOST_REQUESTS
    assert sum(visit.ended.values()) <= MOST_BYTES


class Visit:
    """What a page of a browser that has kept nothing asks for, and the bytes of each answer."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.begun: set[str] = set()
        self.ended: dict[str, float] = {}
        self.failed: set[str] = set()
        self.wire = wire = page.context.new_cdp_session(page)
        wire.on("Network.requestWillBeSent", lambda sent: self.begun.add(sent["requestId"]))
        wire.on("Network.loadingFinished", self._finished)
        wire.on("Network.loadingFailed", lambda lost: self.failed.add(lost["requestId"]))
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def open(self, address: str) -> None:
        """Open the page and wait until it has asked for nothing more for a while."""
        self.page.goto(address)
        asked = -1
        while len(self.begun) > asked or self.begun - self.ended.keys() - self.failed:
            asked = len(self.begun)
            self.page.wait_for_timeout(QUIET)
        self.wire.detach()

    def _finished(self, done: dict[str, Any]) -> None:
        self.ended[done["requestId"]] = done["encodedDataLength"]
