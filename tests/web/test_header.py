from __future__ import annotations

import gzip

import pytest

EXPECTED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
}


@pytest.mark.parametrize("address", ["/", "/policy/10", "/nowhere", "/signin", "/c/ABC", "/visit"])
def test_every_answer_has_the_same_headers(client, address):
    headers = client.get(address).headers
    assert {name: headers.get(name) for name in EXPECTED} == EXPECTED


def test_files_have_them_too_except_the_policy_of_pages(client, app):
    with client.get(app.extensions["assets"].address("ltr.css")) as file:
        assert file.data
    wanted = {name: value for name, value in EXPECTED.items() if not name.startswith("Content-")}
    assert file.status_code == 200
    assert {name: file.headers.get(name) for name in wanted} == wanted
    assert file.headers["Cache-Control"] == "max-age=315360000, public, immutable"


def test_a_page_for_a_device_with_a_cookie_is_stored_nowhere(client, as_household):
    assert client.get("/").headers["Cache-Control"] == "private, no-cache"
    assert as_household.get("/").headers["Cache-Control"] == "no-store"


def test_the_pages_of_a_card_are_stored_nowhere(client, own_card):
    from models.card import token

    assert client.get(f"/c/{token(own_card.id)}").headers["Cache-Control"] == "no-store"
    assert client.get("/c/" + "A" * 26).headers["Cache-Control"] == "no-store"
    assert client.get("/signin").headers["Cache-Control"] == "no-store"


def test_pages_are_compressed_for_those_who_ask(client):
    packed = client.get("/", headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get("/").data
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_pages_differ_by_cookie_and_parts_by_htmx(client):
    assert "Cookie" in client.get("/").headers["Vary"]
    assert "HX-Request" not in client.get("/").headers["Vary"]
    assert "HX-Request" in client.get("/exemplar").headers["Vary"]
