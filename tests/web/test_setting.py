from __future__ import annotations

from bs4 import BeautifulSoup


def html(response):
    return BeautifulSoup(response.data, "html.parser").html


def test_size_and_brightness_stay_on_the_device(client):
    assert client.post("/settings", data={"size": "elder", "theme": "dark"}).status_code == 303
    shown = html(client.get("/settings"))
    assert (shown["data-size"], shown["data-theme"]) == ("elder", "dark")
    assert shown.body["data-weui-theme"] == "dark"
    assert shown.find("input", value="elder").has_attr("checked")


def test_made_up_choices_fall_back_to_the_plain_ones(client):
    client.set_cookie("size", "999px")
    client.set_cookie("theme", '"><script>')
    shown = html(client.get("/"))
    assert (shown["data-size"], shown["data-theme"]) == ("normal", "auto")


def test_each_reader_has_the_bar_of_its_places(client, as_household, sign_in):
    def places(reader):
        return [a["href"] for a in html(reader.get("/settings")).select("nav.bar a")]

    assert places(client) == ["/", "/policy", "/settings"]
    assert places(as_household)[-2:] == ["/policy", "/settings"]
    assert places(sign_in("county"))[-1] == "/settings"
    assert (
        html(client.get("/settings")).select_one("nav.bar a[aria-current]")["href"] == "/settings"
    )
