"""Pages for anybody: a device may keep those that are the same for everybody, and no others."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from ledger.demo import showcase
from tests.web import test_matrix as matrix
from tests.web.matrix import MATRIX
from tests.web.sound import silent

world, bound = matrix.world, matrix.bound
# Not the same for everybody: a way in or a secret of one's own, a form with an id of its own, an
# opening that counts.
OWN = {
    *("activate.show", "card.show", "card.start", "next.show", "payer.enter", "poster.show"),
    *("receipt.show", "signin.show"),
}
PUBLIC = sorted(name for name, (who, _) in MATRIX.items() if "A" in who and name not in OWN)


def address(world, endpoint: str) -> str | None:
    """Return where a page for anybody is, or None of one that is only sent to."""
    owned = world.owners.get(endpoint.partition(".")[0], {})
    given = {"code": showcase.VILLAGE, "kind": "village", "number": "10"}
    if endpoint.startswith("sunshine."):
        given["number"] = (
            next(iter(world.owners["business"])) if "business" in endpoint else showcase.VILLAGE
        )
    for rule in world.app.url_map.iter_rules(endpoint):
        if "GET" in (rule.methods or ()):
            key = {"identity": next(iter(owned), "")}
            values = {name: (given | key)[name] for name in rule.arguments}
            return world.app.url_map.bind("").build(endpoint, values)
    return None


@pytest.mark.parametrize("endpoint", PUBLIC)
def test_what_is_the_same_for_everybody_is_not_sent_again(world, endpoint):
    recording = Path(world.app.config["INSTANCE"]) / "voice" / "zh" / "10.mp3"
    recording.parent.mkdir(parents=True, exist_ok=True)
    recording.write_bytes(silent())
    path, stranger = address(world, endpoint), world.app.test_client()
    if path is None:
        return
    with stranger.get(path) as found:
        assert found.status_code == 200, quote(path)
        assert "no-store" not in found.headers["Cache-Control"]
        assert "Set-Cookie" not in found.headers
        known = found.headers["ETag"]
    with stranger.get(path, headers={"If-None-Match": known}) as again:
        assert again.status_code == 304
        assert not again.data


@pytest.mark.parametrize("path", ["/activate", "/next", "/receipt", "/signin"])
def test_what_is_a_reader_s_own_is_kept_nowhere(world, path):
    assert world.app.test_client().get(path).headers["Cache-Control"] == "no-store"


def test_every_page_for_anybody_is_one_or_the_other():
    assert {name for name, (who, _) in MATRIX.items() if "A" in who} >= OWN
