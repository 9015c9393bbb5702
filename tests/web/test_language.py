from __future__ import annotations

from bs4 import BeautifulSoup


def root(response):
    return BeautifulSoup(response.data, "html.parser").html


def test_a_page_is_chinese_unless_asked(client):
    assert (root(client.get("/"))["lang"], root(client.get("/"))["dir"]) == ("zh", "ltr")


def test_the_switch_keeps_uyghur_on_the_device(client):
    answer = client.post("/language", data={"lang": "ug", "next": "/policy"})
    assert (answer.status_code, answer.location) == (303, "/policy")
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "SameSite=Lax" in answer.headers["Set-Cookie"]
    assert (root(client.get("/"))["lang"], root(client.get("/"))["dir"]) == ("ug", "rtl")


def test_a_language_in_the_address_holds_for_that_page_alone(client):
    answer = client.get("/?lang=ug")
    assert root(answer)["lang"] == "ug"
    assert "Set-Cookie" not in answer.headers
    assert root(client.get("/"))["lang"] == "zh"


def test_the_switch_drops_the_language_of_the_address(client):
    answer = client.post("/language", data={"lang": "zh", "next": "/policy?lang=ug&q=1"})
    assert answer.location == "/policy?q=1"


def test_the_switch_leads_nowhere_else(client):
    for outside in ("https://evil.example", "//evil.example", "/\\evil.example", "evil", ""):
        answer = client.post("/language", data={"lang": "ug", "next": outside})
        assert answer.location == "/"


def test_an_unknown_language_is_refused_or_ignored(client):
    assert client.post("/language", data={"lang": "en"}).status_code == 400
    client.set_cookie("lang", "ug-CN")
    assert root(client.get("/?lang=../../etc"))["lang"] == "zh"


def test_on_https_the_cookie_is_bound_to_the_host(client):
    answer = client.post("/language", data={"lang": "ug"}, base_url="https://liannong.example")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-lang=ug;")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_every_page_has_the_switch(client):
    for address in ("/", "/policy", "/policy/3", "/notice", "/settings", "/signin", "/nowhere"):
        page = root(client.get(address))
        assert page.find("button", value="ug").text == "ئۇيغۇرچە"


def test_a_word_for_a_fixed_code_is_each_reader_s(new_app):
    page = new_app.jinja_env.from_string('{{ "yuan"|step_unit }}')
    said = []
    for lang in ("zh", "ug"):
        with new_app.test_request_context(f"/?lang={lang}"):
            new_app.preprocess_request()
            said.append(page.render())
    assert said == ["元", "يۈەن"]
