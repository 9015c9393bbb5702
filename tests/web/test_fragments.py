from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HTMX = {"HX-Request": "true"}


def test_htmx_gets_the_block_alone(client):
    part = client.get("/exemplar?q=分红", headers=HTMX)
    assert part.text.strip().startswith('<div id="found">')
    assert "<html" not in part.text
    assert "HX-Request" in part.headers["Vary"]
    assert part.text.strip() in client.get("/exemplar?q=分红").text


@pytest.mark.parametrize("also", [{"HX-Boosted": "true"}, {"HX-History-Restore-Request": "true"}])
def test_a_boosted_link_and_a_restored_page_get_it_whole(client, also):
    assert "<html" in client.get("/exemplar", headers=HTMX | also).text


def test_a_page_without_blocks_is_whole_for_htmx_too(client):
    assert "<html" in client.get("/notice", headers=HTMX).text


def test_where_htmx_must_go_on_it_loads_the_whole_page(app, client):
    answer = client.get("/signin", headers=HTMX)
    assert answer.status_code == 200
    answer = client.post("/signout", headers=HTMX)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/")


def test_htmx_is_told_to_run_nothing_and_to_store_nothing(client):
    text = client.get("/exemplar").text
    for setting in ('"allowEval":false', '"historyCacheSize":0', '"selfRequestsOnly":true'):
        assert setting in text
    assert " hx-" not in text


def test_only_a_page_with_parts_loads_htmx(client):
    assert "htmx" in client.get("/exemplar").text
    assert "htmx" not in client.get("/").text


def test_a_template_with_parts_says_that_it_is_live():
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        if "data-hx-" in text and "{% extends" in text:
            assert "{% set live = true %}" in text, path.name
