from __future__ import annotations

import pyotp
import pytest

from models import account
from models.account import Account
from models.guess import Guess
from models.retention import purge
from models.session import Session
from tests.web.conftest import PASSWORD


def enter(client, user, password=PASSWORD, address="127.0.0.1", **more):
    data = {"user": user, "password": password, **more}
    return client.post("/signin", data=data, environ_base={"REMOTE_ADDR": address})


def code(made, clock):
    return pyotp.TOTP(account.totp_secret(made)).at(clock.moment)


def test_a_cadre_signs_in_with_name_and_password(client, staff):
    staff("cadre", user="yuan")
    assert enter(client, "Yuan ").location == "/visit"
    assert client.get("/signin").location == "/visit"


def test_from_the_township_up_a_code_is_asked_for(client, staff, clock):
    made = staff("county", user="li")
    answer = enter(client, "li", next="/ledger?x=1")
    assert answer.status_code == 200
    assert 'name="code"' in answer.text
    assert client.get("/settings").text.count("退出登录") == 0
    sent = {"code": code(made, clock), "next": "/ledger?x=1"}
    assert client.post("/signin", data=sent).location == "/ledger?x=1"
    assert "退出登录" in client.get("/settings").text


def test_all_three_may_come_at_once(client, staff, clock):
    made = staff("township", user="ma")
    assert enter(client, "ma", code=code(made, clock)).location == "/visit"


def test_a_code_opens_once(client, staff, clock, app):
    made = staff("county", user="li")
    used = code(made, clock)
    assert enter(client, "li", code=used).status_code == 303
    again = enter(app.test_client(), "li", code=used)
    assert (again.status_code, "已经用过" in again.text) == (422, True)
    clock.forward(seconds=30)
    assert enter(app.test_client(), "li", code=code(made, clock)).status_code == 303


def test_unknown_names_and_wrong_passwords_answer_alike(client, staff, app):
    staff("cadre", user="yuan")
    wrong = enter(client, "yuan", "wrong-password")
    unknown = enter(app.test_client(), "nobody", "wrong-password")
    assert wrong.status_code == unknown.status_code == 422
    assert wrong.text.replace("yuan", "nobody") == unknown.text
    assert "用户名或密码错误" in wrong.text
    assert "wrong-password" not in wrong.text


def test_a_disabled_account_answers_the_same(client, staff):
    made = staff("cadre", user="yuan")
    account.disable(made.id)
    assert "用户名或密码错误" in enter(client, "yuan").text


def test_the_code_alone_opens_nothing(client, staff, clock):
    made = staff("county", user="li")
    answer = client.post("/signin", data={"code": code(made, clock)})
    assert (answer.status_code, "重新登录" in answer.text) == (422, True)


def test_the_code_must_come_within_five_minutes(client, staff, clock):
    made = staff("county", user="li")
    enter(client, "li")
    clock.forward(minutes=5)
    assert client.post("/signin", data={"code": code(made, clock)}).status_code == 422


def test_guessing_is_slowed_and_the_owner_still_gets_in_from_elsewhere(client, staff, clock, app):
    staff("cadre", user="yuan")
    for _ in range(10):
        assert enter(client, "yuan", "wrong-password").status_code == 422
    assert enter(client, "yuan").status_code == 429
    elsewhere = {"REMOTE_ADDR": "10.1.2.3"}
    sent = {"user": "yuan", "password": PASSWORD}
    assert app.test_client().post("/signin", data=sent, environ_base=elsewhere).status_code == 303
    clock.forward(minutes=15)
    assert enter(client, "yuan").status_code == 303


def test_nobody_can_shut_the_owner_out_of_a_browser_that_she_knows(
    client, staff, app, clock, monkeypatch
):
    """Others use up every try, of her own place and in all, again and again: she still gets in."""
    monkeypatch.setattr(account, "TRIES_IN_ALL", 25)
    staff("cadre", user="yuan")
    enter(client, "yuan")
    client.post("/signout")
    for quarter in range(2):
        for place in range(3):
            thief = app.test_client()
            at = {"REMOTE_ADDR": f"10.1.{quarter}.{place}" if place else "127.0.0.1"}
            for _ in range(10):
                sent = {"user": "yuan", "password": "wrong-password"}
                thief.post("/signin", data=sent, environ_base=at)
        assert enter(app.test_client(), "yuan").status_code == 429
        assert enter(client, "yuan").location == "/visit"
        client.post("/signout")
        clock.forward(minutes=15)


def test_a_known_browser_is_slowed_for_itself_and_knows_one_name_alone(client, staff, app):
    staff("cadre", user="yuan")
    staff("cadre", user="ma")
    enter(client, "yuan")
    client.post("/signout")
    mark = client.get_cookie("known").value
    for _ in range(10):
        enter(client, "yuan", "wrong-password")
    assert enter(client, "yuan").status_code == 429
    for made_up in (
        mark.replace(mark[0], "A" if mark[0] != "A" else "B", 1),
        "x.y",
        "",
        mark + "0",
    ):
        other = app.test_client()
        other.set_cookie("known", made_up)
        for _ in range(10):
            enter(other, "ma", "wrong-password", "10.9.9.9")
    assert [row.subject.split(":")[0] for row in Guess.select()].count("known") == 1


def test_the_browser_s_proof_holds_no_name_and_is_stored_nowhere(client, staff):
    made = staff("cadre", user="yuan")
    enter(client, "yuan")
    value = client.get_cookie("known").value
    assert "yuan" not in value
    assert made.id.hex not in value
    assert value[:26] not in str(list(Guess.select().dicts())) + str(list(Session.select().dicts()))


def test_what_a_browser_tried_is_forgotten_with_its_quarter_of_an_hour(client, staff, clock):
    staff("cadre", user="yuan")
    enter(client, "yuan")
    client.post("/signout")
    enter(client, "yuan", "wrong-password")
    clock.forward(minutes=30)
    purge(clock.moment)
    assert not Guess.select().exists()


def test_guessing_codes_is_slowed_too(client, staff):
    staff("county", user="li")
    enter(client, "li")
    answers = [client.post("/signin", data={"code": "000000"}).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]


def test_after_signing_in_one_is_never_led_elsewhere(client, staff):
    staff("cadre", user="yuan")
    for outside in ("//evil.example", "https://evil.example", "/\\evil"):
        assert enter(client, "yuan", next=outside).location == "/visit"


@pytest.mark.parametrize(
    ("role", "scope"),
    [("cadre", "652301"), ("county", "6523"), ("chief", "6523"), ("county", "65230x")],
)
def test_a_role_has_the_scope_of_its_level(staff, role, scope):
    with pytest.raises(ValueError, match="cannot have scope"):
        account.create(user="x", name="x", role=role, scope=scope, password=PASSWORD, today=None)


def test_a_short_password_is_refused(staff):
    with pytest.raises(ValueError, match="at least 8"):
        staff("cadre", password="short")


def test_one_whose_second_factor_is_not_set_up_stays_out(client, staff):
    made = staff("county", user="li")
    Account.update(factor=0).where(Account.id == made.id).execute()
    assert 'name="code"' in enter(client, "li").text
    assert client.post("/signin", data={"code": ""}).status_code == 422


def test_the_database_holds_neither_password_nor_second_factor(staff):
    made = staff("county")
    row = str(Account.select().where(Account.id == made.id).dicts().get())
    assert PASSWORD not in row
    assert account.totp_secret(made) not in row
