from __future__ import annotations

import pytest
from bs4 import BeautifulSoup


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_anybody_finds_the_card_the_policy_and_the_way_in(client, language):
    page = BeautifulSoup(client.get(f"/?lang={language}").data, "html.parser")
    links = {a["href"] for a in page.find_all("a")}
    assert {"/policy", "/policy/12", "/notice", "/signin", "/settings"} <= links
    assert page.find(id="card")
    assert len(page.select(".steps li")) == 3


def test_the_first_visit_is_light(client, app):
    """Page, style, script, icon and, in Uyghur, the font: eight requests and 60 kB at most."""
    packed = {"Accept-Encoding": "br, gzip"}
    for language in ("zh", "ug"):
        answer = client.get(f"/?lang={language}", headers=packed)
        total, requests = len(answer.data), 1
        page = BeautifulSoup(client.get(f"/?lang={language}").data, "html.parser")
        addresses = [tag.get("href") or tag["src"] for tag in page.select("head link, head script")]
        addresses += [app.extensions["assets"].address("vendor/naskh.woff2")] * (language == "ug")
        for address in addresses:
            with client.get(address, headers=packed) as file:
                total, requests = total + len(file.data), requests + 1
        assert requests <= 6
        assert total <= 45_000


def test_no_page_names_another_site(client):
    for address in ("/", "/policy", "/policy/10", "/notice", "/settings", "/signin", "/x"):
        text = client.get(address).text
        assert "http://" not in text
        assert "https://" not in text
        assert "style=" not in text
