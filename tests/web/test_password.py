"""Changing one's own password."""

from __future__ import annotations

import pytest

from models import account, session, staff
from models.account import Account
from tests.web.conftest import PASSWORD
from web.access import COOKIE

NEW = "melon-garden-3"


@pytest.fixture
def cadre(colleague):
    return colleague("cadre", user="yuan")


def change(client, current=PASSWORD, password=NEW, again=None):
    sent = {"current": current, "password": password, "again": again or password}
    return client.post("/password", data=sent)


def test_the_new_one_opens_and_the_old_one_does_not(cadre):
    assert cadre.get("/password").headers["Cache-Control"] == "no-store"
    assert change(cadre).location == "/session"
    assert cadre.get("/visit").status_code == 200
    assert account.by_password("yuan", NEW)
    assert not account.by_password("yuan", PASSWORD)


def test_every_other_sign_in_ends(cadre, app, clock):
    other = app.test_client()
    other.set_cookie(COOKIE, session.start_account(cadre.account, clock.moment))
    change(cadre)
    assert other.get("/visit").location.startswith("/signin")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"current": "wrong-password"}, "现在的密码不对"),
        ({"password": "short"}, "至少8个字符"),
        ({"password": "yuan-yuan-1"}, "不要有用户名"),
        ({"password": "1qaz2wsx3edc"}, "太常见"),
        ({"again": "melon-garden-4"}, "两次输入的密码不一样"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_changes_nothing(cadre, sent, said):
    answer = change(cadre, **sent)
    assert (answer.status_code, said in answer.text) == (422, True)
    assert not any(text in answer.text for text in (PASSWORD, NEW, *sent.values()))
    assert account.by_password("yuan", PASSWORD)


def test_one_whose_account_was_reset_meanwhile_sets_nothing(cadre, clock):
    before = Account.get()
    staff.reset(before.id, clock.moment.date())
    assert not account.change_password(before, "another-long-walnut")
    assert Account.get().password_hash == ""


def test_guessing_the_present_one_is_slowed(cadre):
    answers = [change(cadre, current="wrong-password").status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]


def test_it_is_for_staff_alone(client, as_household):
    assert client.get("/password").location.startswith("/signin")
    assert as_household.get("/password").status_code == 404
    assert not Account.select().exists()
