"""Setting up one's own account: a code once, an own password, a second factor from the township."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from bs4 import BeautifulSoup

from models import account, activation, recovery, staff
from models.account import Account
from models.activation import Activation
from models.ids import random_id
from models.session import Session
from tests.models.at_once import at_once

PASSWORD = "apricot-river-7"
CHOSEN = {"password": PASSWORD, "again": PASSWORD}


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def invited(app, clock):
    """A function: invited("cadre") makes an account without secrets, with its code."""

    def make(role="cadre", scope="652301100200", user="aygul"):
        today = clock.moment.date()
        columns = {"user": user, "name": "阿依古丽·买买提", "role": role, "scope": scope}
        return staff.invite(random_id(), today, **columns)

    return make


@pytest.fixture
def county(invited):
    return invited("county", "652301", "mahire")


def show_code(client, made, **change):
    return client.post("/activate", data={"user": made.account.user, "code": made.code} | change)


def letters(client):
    return page(client.get("/activate")).find(class_="factor__letters").text.replace(" ", "")


def set_up(client, made, clock):
    """Go all the way and return the answer with the recovery codes."""
    assert show_code(client, made).location == "/activate"
    assert client.post("/activate", data=CHOSEN).location == "/activate"
    code = pyotp.TOTP(letters(client)).at(clock.moment)
    return client.post("/activate", data={"code": code})


def test_a_cadre_chooses_a_password_and_is_in(client, invited, app):
    made = invited()
    assert show_code(client, made, user=" Aygul ").location == "/activate"
    assert client.post("/activate", data=CHOSEN).location == "/session"
    assert client.get("/visit").status_code == 200
    client.post("/signout")
    sent = {"user": "aygul", "password": PASSWORD}
    assert client.post("/signin", data=sent).location == "/visit"


def test_from_the_township_up_a_second_factor_is_set_up_before_anything_opens(
    client, county, clock
):
    show_code(client, county)
    client.post("/activate", data=CHOSEN)
    shown = page(client.get("/activate"))
    assert shown.find("svg", class_="qr")
    assert client.get("/ledger").location.startswith("/signin")
    assert client.post("/signin", data={"user": "mahire", **CHOSEN}).status_code == 422
    answer = set_up(client, county, clock)
    codes = [each.text for each in page(answer).select(".codes li")]
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert len(codes) == 10
    assert all(re.fullmatch(r"[A-Z2-7]{4} [A-Z2-7]{4}", each) for each in codes)
    assert client.get("/ledger").status_code == 200
    assert recovery.left(county.account.id) == 10


def test_a_wrong_first_code_leaves_the_factor_unset(client, county, clock):
    show_code(client, county)
    client.post("/activate", data=CHOSEN)
    before = Account.get()
    answer = client.post("/activate", data={"code": "000000"})
    assert (answer.status_code, "验证码不对" in answer.text) == (422, True)
    assert vars(Account.get())["__data__"] == vars(before)["__data__"]
    assert set_up(client, county, clock).status_code == 200
    assert Account.get().password_hash


def test_without_a_password_the_second_factor_alone_sets_nothing_up(client, county, clock):
    show_code(client, county)
    own = county.account
    code = pyotp.TOTP(account.totp_secret(own, 1)).at(clock.moment)
    assert client.post("/activate", data={"code": code}).status_code == 422
    assert Account.get().password_hash == ""


def test_a_code_is_good_once(client, invited, app):
    made = invited()
    show_code(client, made)
    client.post("/activate", data=CHOSEN)
    again = show_code(app.test_client(), made)
    assert (again.status_code, "已经用过、过期" in again.text) == (422, True)


def test_whoever_shows_the_code_last_begins_anew_and_the_other_is_out(client, invited, app):
    made, other = invited(), app.test_client()
    show_code(other, made)
    show_code(client, made)
    theirs = {"password": "melon-garden-3", "again": "melon-garden-3"}
    assert other.post("/activate", data=theirs).status_code == 422
    assert client.post("/activate", data=CHOSEN).status_code == 303
    assert account.by_password("aygul", PASSWORD)
    assert not account.by_password("aygul", "melon-garden-3")


def test_what_somebody_else_set_up_with_the_code_counts_no_more(client, county, app, clock):
    intruder = app.test_client()
    show_code(intruder, county)
    intruder.post("/activate", data={"password": "melon-garden-3", "again": "melon-garden-3"})
    seen = letters(intruder)
    show_code(client, county)
    assert page(client.get("/activate")).find("input", id="password"), "the owner is asked anew"
    client.post("/activate", data=CHOSEN)
    assert letters(client) != seen
    code = pyotp.TOTP(seen).at(clock.moment)
    assert intruder.post("/activate", data={"code": code}).status_code == 422
    assert client.post("/activate", data={"code": code}).status_code == 422
    answer = client.post("/activate", data={"code": pyotp.TOTP(letters(client)).at(clock.moment)})
    assert answer.status_code == 200
    assert account.by_password("mahire", PASSWORD)


def test_one_of_many_at_once_uses_a_code(app, invited, clock):
    made, today = invited(), clock.moment.date()
    open_ = Activation.get()
    assert sum(at_once(lambda n: activation.use(open_, today, password_hash=f"{n}"))) == 1
    assert made.account.id == open_.account


def test_a_code_is_good_for_seven_days(client, invited, clock):
    made = invited()
    clock.forward(days=7)
    assert show_code(client, made).status_code == 303
    clock.forward(days=1)
    assert show_code(client, made).status_code == 422


def test_a_newer_code_voids_the_earlier_one_and_who_showed_it(client, invited, clock, app):
    made = invited()
    show_code(client, made)
    code = staff.reset(made.account.id, clock.moment.date())
    assert client.post("/activate", data=CHOSEN).status_code == 422
    assert show_code(app.test_client(), made).status_code == 422
    assert show_code(app.test_client(), made, code=code.lower()).status_code == 303


def test_a_disabled_account_cannot_be_activated(client, invited, clock):
    made = invited()
    staff.disable(made.account.id, clock.moment.date())
    assert show_code(client, made).status_code == 422


def test_unknown_names_and_wrong_codes_answer_alike(client, invited, app):
    made = invited()
    wrong = show_code(client, made, code="A" * 12)
    unknown = show_code(app.test_client(), made, user="nobody")
    assert wrong.status_code == unknown.status_code == 422
    assert wrong.text.replace("aygul", "nobody") == unknown.text


def test_guesses_are_limited_and_do_not_shut_the_owner_out(client, invited, app, clock):
    made = invited()
    answers = [show_code(client, made, code=f"{n:012d}").status_code for n in range(12)]
    assert answers == [422] * 10 + [429] * 2
    for place in range(30):
        there = app.test_client()
        for _ in range(10):
            sent = {"user": "aygul", "code": "A" * 12}
            there.post("/activate", data=sent, environ_base={"REMOTE_ADDR": f"10.0.0.{place}"})
    elsewhere = {"REMOTE_ADDR": "10.1.2.3"}
    sent = {"user": "aygul", "code": made.code}
    assert client.post("/activate", data=sent, environ_base=elsewhere).status_code == 303


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("short-7", "short-7", "至少8个字符"),
        ("Password123", "Password123", "太常见"),
        ("my-aygul-9", "my-aygul-9", "不要有用户名"),
        (PASSWORD, "apricot-river-8", "两次输入的密码不一样"),
        ("x" * 201, "x" * 201, "最多200个字符"),
    ],
)
def test_a_bad_password_gets_a_sentence(client, invited, password, again, said):
    show_code(client, invited())
    answer = client.post("/activate", data={"password": password, "again": again})
    assert (answer.status_code, said in answer.text) == (422, True)
    assert password not in answer.text
    assert Activation.get().used_on is None


def test_one_that_waited_too_long_begins_again(client, invited, clock):
    made = invited()
    show_code(client, made)
    clock.forward(minutes=31)
    assert "请从头再来" in client.post("/activate", data=CHOSEN).text
    assert show_code(client, made).status_code == 303


def test_a_reset_ends_password_factor_recovery_codes_and_sign_ins(client, county, clock, app):
    set_up(client, county, clock)
    own = county.account
    code = staff.reset(own.id, clock.moment.date())
    assert client.get("/ledger").location.startswith("/signin")
    assert not Session.select().exists()
    assert recovery.left(own.id) == 0
    assert app.test_client().post("/signin", data={"user": "mahire", **CHOSEN}).status_code == 422
    old = account.totp_secret(Account.get())
    phone = app.test_client()
    show_code(phone, county, code=code)
    phone.post("/activate", data=CHOSEN)
    assert letters(phone) != old


def test_the_database_holds_neither_code(app, client, county, clock):
    answer = set_up(client, county, clock)
    held = str(list(Activation.select().dicts())) + str(list(recovery.Recovery.select().dicts()))
    assert county.code not in held
    for each in page(answer).select(".codes li"):
        assert each.text.replace(" ", "") not in held


def test_letters_are_read_as_they_are_meant():
    assert activation.letters(" ab2c-0１8 ") == "AB2COIB"


def test_codes_used_or_ended_are_forgotten_after_a_month(client, invited, clock):
    from models.retention import purge

    show_code(client, invited())
    client.post("/activate", data=CHOSEN)
    purge(clock.moment + timedelta(days=30))
    assert Activation.select().count() == 1
    purge(clock.moment + timedelta(days=32))
    assert Activation.select().count() == 0
