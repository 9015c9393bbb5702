"""Step-up: who takes data out or prints cards has given a secret within ten minutes."""

from __future__ import annotations

from uuid import uuid4

import pyotp
import pytest
from bs4 import BeautifulSoup

from models import account, card
from models.account import Account
from models.slip import Slip
from tests.web.conftest import PASSWORD
from tests.web.lines import add_household


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def county(colleague, clock):
    """A county's client that signed in more than ten minutes ago."""
    client = colleague("county")
    clock.forward(minutes=10)
    return client


@pytest.fixture
def home(app, clock):
    key = add_household("652301100200-017")
    card.issue(key, clock.moment.date())
    return key


@pytest.fixture
def township(colleague, clock, home):
    client = colleague("township")
    clock.forward(minutes=11)
    return client


def code(client, clock):
    own = Account.get_by_id(client.account)
    return pyotp.TOTP(account.totp_secret(own)).at(clock.moment)


def test_right_after_signing_in_nothing_is_asked(colleague, clock):
    client = colleague("county")
    clock.forward(minutes=9)
    assert client.get("/finding/export").status_code == 200


def test_later_an_export_asks_first_and_then_goes_on_to_it(county):
    asked = county.get("/finding/export?a=%E4%B8%80&b=2")
    assert asked.status_code == 303
    shown = county.get(asked.location)
    form = page(shown).main.form
    assert (shown.headers["Cache-Control"], form["method"]) == ("no-store", "post")
    answer = county.post(form["action"], data={"proof_password": PASSWORD, "proof_code": ""})
    assert answer.location == "/finding/export?a=%E4%B8%80&b=2"
    assert county.get(answer.location).status_code == 200
    assert county.get("/finding/export").status_code == 200


def test_a_code_of_the_second_factor_does_it_too_and_once(county, clock):
    sent = {"proof_password": "", "proof_code": code(county, clock)}
    assert county.post("/proof?next=/ledger", data=sent).location == "/ledger"
    clock.forward(minutes=10)
    assert county.post("/proof", data=sent).status_code == 422


def test_it_is_asked_again_after_ten_minutes(county, clock):
    county.post("/proof", data={"proof_password": PASSWORD})
    clock.forward(seconds=599)
    assert county.get("/finding/export").status_code == 200
    clock.forward(seconds=1)
    assert county.get("/finding/export").status_code == 303


def test_what_was_typed_in_a_form_is_kept_and_sent_again(township, home):
    sent = {"id": str(uuid4())}
    asked = township.post(f"/card/{home}/slip", data=sent)
    form = page(asked).main.form
    assert (asked.status_code, form["action"]) == (403, f"/card/{home}/slip")
    assert not Slip.select().exists()
    kept = {each["name"]: each["value"] for each in form.select("input[type=hidden]")}
    assert kept.pop("csrf_token")
    assert kept == sent
    answer = township.post(form["action"], data={**kept, "proof_password": PASSWORD})
    assert (answer.status_code, Slip.select().count()) == (200, 1)
    assert answer.mimetype == "application/pdf"


def test_a_wrong_secret_keeps_what_was_typed_and_says_so(township, home):
    sent = {"id": str(uuid4()), "proof_password": "wrong-password"}
    answer = township.post(f"/card/{home}/slip", data=sent)
    assert (answer.status_code, "密码或验证码不对" in answer.text) == (422, True)
    assert page(answer).find("input", {"name": "id"})["value"] == sent["id"]
    assert "wrong-password" not in answer.text
    assert not Slip.select().exists()


def test_several_values_of_a_name_are_kept(township, home):
    asked = township.post(f"/card/{home}/slip", data={"a": ["1", "2"], "b": '"><script>'})
    kept = [(e["name"], e["value"]) for e in page(asked).main.select("input[type=hidden]")]
    assert kept[0][0] == "csrf_token"
    assert kept[1:] == [("a", "1"), ("a", "2"), ("b", '"><script>')]


def test_htmx_gets_the_whole_question(township, home):
    headers = {"HX-Request": "true"}
    lead = township.get(f"/card/{home}/paper", headers=headers)
    assert (lead.status_code, lead.headers["HX-Redirect"][:7]) == (204, "/proof?")
    asked = township.post(f"/card/{home}/slip", data={"id": "1"}, headers=headers)
    assert asked.headers["HX-Retarget"] == "body"
    assert page(asked).main.form


def test_guessing_it_is_slowed(county):
    sent = {"proof_password": "wrong-password"}
    answers = [county.post("/proof", data=sent).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    assert county.post("/proof", data={"proof_password": PASSWORD}).status_code == 429


def test_somebody_else_s_password_proves_nothing(county, staff):
    account.create(
        user="li",
        name="李",
        role="county",
        scope="652301",
        password="another-person-4",
        today=None or county.application.config["CLOCK"]().date(),
    )
    answer = county.post("/proof", data={"proof_password": "another-person-4"})
    assert answer.status_code == 422


def test_a_cadre_is_asked_for_the_password_alone(sign_in):
    shown = page(sign_in("cadre").get("/proof"))
    assert [e["name"] for e in shown.main.form.select("input:not([type=hidden])")] == [
        "proof_password"
    ]


def test_who_is_not_staff_has_no_such_page(client, as_household):
    assert client.get("/proof").location.startswith("/signin")
    assert as_household.get("/proof").status_code == 404


def test_one_is_never_led_elsewhere(county):
    for outside in ("//evil.example", "https://evil.example", "/\\evil"):
        sent = {"proof_password": PASSWORD}
        answer = county.post("/proof", query_string={"next": outside}, data=sent)
        assert answer.location == "/settings"


def test_out_of_scope_answers_before_it_asks(township):
    assert township.get("/finding/export").status_code == 404
