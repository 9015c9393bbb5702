"""A form of another site is refused on every route, also where the browser says nothing of it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from models import card, session
from models.schema import TABLES
from web import cookie, csrf
from web.access import COOKIE

PART = re.compile(r"<(?:(\w+):)?\w+>")
KEYS = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "2026"}
SAFE = {"GET", "HEAD", "OPTIONS"}
BROWSER = "Mozilla/5.0 (Linux; Android 5.1) AppleWebKit/537.36 MicroMessenger/6.2"
TYPED = {"lang": "ug", "pin": "402917", "user": "amina", "answer": "disputed"}


@pytest.fixture
def old(app):
    """A function: a phone whose browser says nothing of where a form comes from."""
    return lambda: Old(app, app.response_class, use_cookies=True)


class Old(FlaskClient):
    """Such a browser, on https as in earnest."""

    def open(self, *given, headers=None, **more):
        headers = {"User-Agent": BROWSER} | (headers or {})
        return super().open(*given, headers=headers, **({"base_url": "https://localhost"} | more))

    def begin(self, session_token: str) -> None:
        self.set_cookie(cookie.full_name(COOKIE, secure=True), session_token)


def token(answer) -> str:
    """Return what the page's forms carry."""
    fields = BeautifulSoup(answer.data, "html.parser").select(f"input[name={csrf.FIELD}]")
    assert len({field["value"] for field in fields}) == 1
    return fields[0]["value"]


def unsafe(app):
    """Yield every route that changes something, as a method and an address."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - SAFE):
            yield method, PART.sub(lambda part: KEYS.get(part[1], "1"), rule.rule)


def held() -> dict[str, int]:
    return {table.__name__: table.select().count() for table in TABLES}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Origin": "http://localhost"}, 303),
        ({"Origin": "https://localhost"}, 303),
        ({"Origin": "http://localhost.evil.example"}, 403),
        ({"Origin": "http://localhost:81"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"User-Agent": "Opera/9.80 (J2ME/MIDP; Opera Mini/4.2)"}, 403),
        ({"User-Agent": "UCWEB/2.0 (Java; U; MIDP-2.0; zh-CN)"}, 403),
        ({"Referer": "http://localhost/policy"}, 303),
        ({"Referer": "https://evil.example/http://localhost/"}, 403),
        ({"Origin": "https://evil.example", "Referer": "http://localhost/"}, 403),
    ],
)
def test_what_the_browser_says_decides(old, headers, status):
    answer = old().post("/language", data={"lang": "ug"}, headers=headers)
    assert answer.status_code == status
    assert ("lang=" in str(answer.headers.getlist("Set-Cookie"))) is (status == 303)


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}],
    ids=str,
)
@pytest.mark.parametrize("signed_in", [False, True])
def test_every_unsafe_route_refuses_it_and_keeps_nothing(
    app, old, staff, own_card, clock, headers, signed_in
):
    phone, made = old(), staff("township")
    if signed_in:
        phone.begin(session.start_account(made.id, clock.moment))
    other = old()
    foreign = token(other.get("/signin"))
    before, asked = held(), 0
    ways = [*unsafe(app), ("POST", f"/c/{card.token(own_card.id)}")]
    for method, address in ways:
        for sent in ({}, {csrf.FIELD: ""}, {csrf.FIELD: foreign}, {csrf.FIELD: "é" * 32}):
            answer = phone.open(address, method=method, data=TYPED | sent, headers=headers)
            assert answer.status_code == 403, (method, address)
            assert "没有保存" in answer.text
            asked += 1
    assert asked >= 240, asked
    assert held() == before


@pytest.mark.parametrize("name", ["", "Python-urllib/3.11", "curl/7.88.1"])
def test_a_program_that_is_no_browser_needs_no_token(old, name):
    """No page can make it send anything; what it says of another site decides all the same."""
    program, sent = {"User-Agent": name}, {"lang": "ug"}
    assert old().post("/language", data=sent, headers=program).status_code == 303
    other = program | {"Origin": "https://evil.example"}
    assert old().post("/language", data=sent, headers=other).status_code == 403


def test_a_right_token_does_not_help_where_the_browser_names_another_site(old):
    phone = old()
    sent = {"lang": "ug", csrf.FIELD: token(phone.get("/signin"))}
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert phone.post("/language", data=sent, headers=headers).status_code == 403
    assert phone.post("/language", data=sent).status_code == 303


def test_an_old_browser_opens_a_card_with_its_pin(old, own_card):
    phone, address = old(), f"/c/{card.token(own_card.id)}"
    sent = token(phone.get(address))
    assert phone.post(address, data={"pin": "402917"}).status_code == 403
    assert phone.get("/household").location == "/#card"
    answer = phone.post(address, data={"pin": "402917", csrf.FIELD: sent})
    assert answer.location == "/household"
    home = phone.get("/household")
    assert token(home) != sent
    assert phone.post("/signout", data={csrf.FIELD: token(home)}).status_code == 303
    assert phone.get("/household").location == "/#card"


def test_an_old_browser_signs_in_with_both_steps(app, old, staff, clock):
    made, phone = staff("county"), old()
    first = phone.get("/signin")
    sent = {"user": made.user, "password": "walnut-cotton-9"}
    second = phone.post("/signin", data=sent | {csrf.FIELD: token(first)})
    assert "code" in second.text
    third = phone.post("/signin", data={"code": "000000", csrf.FIELD: token(second)})
    assert third.status_code == 422
    fourth = phone.post("/signin", data={"code": "000001", csrf.FIELD: token(third)})
    assert fourth.status_code == 422


def test_a_token_of_another_sign_in_is_refused(old, staff, clock):
    phones = []
    for role in ("county", "township"):
        phones.append(old())
        phones[-1].begin(session.start_account(staff(role).id, clock.moment))
    own, other = (token(phone.get("/settings")) for phone in phones)
    assert phones[0].post("/settings", data={csrf.FIELD: other}).status_code == 403
    assert phones[0].post("/settings", data={csrf.FIELD: own}).status_code == 303


def test_a_public_page_leaves_no_mark_and_is_the_same_for_everybody(old):
    phone = old()
    first, again = phone.get("/"), old().get("/")
    assert first.data == again.data
    assert csrf.FIELD not in first.text
    assert "Set-Cookie" not in first.headers
    assert first.headers["Cache-Control"] == "private, no-cache"


def test_where_a_public_page_was_refused_the_next_tap_is_taken(old):
    phone = old()
    refused = phone.post("/language", data={"lang": "ug", "next": "/policy/10"})
    assert refused.status_code == 403
    assert refused.headers["Cache-Control"] == "no-store"
    way_back = BeautifulSoup(refused.data, "html.parser").select_one("input[name=next]")["value"]
    assert way_back == "/policy/10"
    sent = {"lang": "ug", "next": way_back, csrf.FIELD: token(refused)}
    assert phone.post("/language", data=sent).location == "/policy/10"


def test_the_mark_tells_nothing_and_goes_with_the_browser(old, as_household):
    answer = old().get("/signin")
    (mark,) = [each for each in answer.headers.getlist("Set-Cookie") if "mark=" in each]
    assert re.fullmatch(r"__Host-mark=[A-Z2-7]{26}; Secure; HttpOnly; Path=/; SameSite=Lax", mark)
    assert token(answer) not in mark
    assert not any("mark=" in each for each in as_household.get("/household").headers)


def test_a_question_on_the_way_carries_one_token_alone(app, old, staff, own_card, clock):
    """The step-up question sends again what was typed before it."""
    phone, made = old(), staff("township")
    phone.begin(session.start_account(made.id, clock.moment))
    sent = token(phone.get("/settings"))
    clock.forward(minutes=11)
    address = next(address for _, address in unsafe(app) if address.endswith("/slip"))
    answer = phone.post(address, data={"id": "x", csrf.FIELD: sent})
    assert answer.status_code == 403
    main = BeautifulSoup(answer.data, "html.parser").select(f"main input[name={csrf.FIELD}]")
    assert [field["value"] for field in main] == [sent]


def test_every_form_that_is_posted_has_the_field(app):
    env, forms = app.jinja_env, 0
    for name in env.list_templates(extensions=["html"]):
        source = env.loader.get_source(env, name)[0]
        posted = len(re.findall(r'method="post"|data-hx-(?:post|put|patch|delete)', source))
        at = [form.end() for form in csrf.POSTED.finditer(source)]
        inside = [form[0] for form in csrf.POSTED.finditer(source)]
        assert sum(text.count('method="post"') for text in inside) == len(at), name
        assert posted == len(at) + sum(text.count("data-hx-post") for text in inside), name
        assert env.preprocess(source, name).count(csrf.HIDDEN) == len(at), name
        forms += len(at)
    assert forms > 50


def test_plain_http_leaves_a_mark_only_where_a_form_was_refused(client):
    for address in ("/signin", "/activate", "/c/" + "A" * 26):
        assert "Set-Cookie" not in client.get(address).headers
    refused = client.post("/language", headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403
    assert "mark=" in refused.headers["Set-Cookie"]
    assert csrf.FIELD in client.get("/signin").text
