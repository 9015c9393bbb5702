"""What a first visit costs on a slow line: bytes over the wire, as served, and requests."""

from __future__ import annotations

import pytest

from tests.browser.phone import each_language
from tests.browser.walk import endpoints

MOST_BYTES = 60_000
MOST_REQUESTS = 8
STAFF = ("issue.", "slip.", "visit.", "ledger.", "batch.", "finding.", "dispute.")
STAFF = (*STAFF, "business.", "link.", "proof.")
PAGES = [name for name in endpoints() if not name.startswith(STAFF)]


@pytest.mark.parametrize("name", PAGES)
@each_language
def test_a_first_visit_is_cheap(open_phone, addresses, readers, name, lang):
    place = addresses[name]
    page = open_phone(lang, cookies=readers.cookies(place.role))
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    ended: list[float] = []
    wire.on("Network.loadingFinished", lambda done: ended.append(done["encodedDataLength"]))
    page.goto(place.address, wait_until="networkidle")
    assert len(ended) <= MOST_REQUESTS
    assert sum(ended) <= MOST_BYTES
