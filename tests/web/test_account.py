"""Accounts of staff, for the office above: made without a secret, begun anew, disabled."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import account, session
from models.account import Account
from models.activation import Activation, Shown
from models.database import write
from models.place import Place
from models.staff import Taken, invite, reset
from tests.models.at_once import at_once
from web.access import COOKIE

VILLAGE, TOWNSHIP, COUNTY = "652301100200", "652301100", "652301"
OTHER_VILLAGE = "652302100200"


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def secret(response):
    found = page(response).find(class_="fold__secret")
    return found.text.replace(" ", "") if found else None


@pytest.fixture(autouse=True)
def _places(app):
    names = {
        "6523": ("prefecture", "昌吉州"),
        COUNTY: ("county", "昌吉市"),
        "652302": ("county", "阜康市"),
        TOWNSHIP: ("township", "六工镇"),
        VILLAGE: ("village", "某村"),
        "652302100": ("township", "邻镇"),
        OTHER_VILLAGE: ("village", "邻村"),
    }
    with write():
        for code, (level, name) in names.items():
            Place.create(code=code, level=level, name=name, parent=code[:-3])


@pytest.fixture
def county(sign_in):
    return sign_in("county")


@pytest.fixture
def prefecture(sign_in):
    return sign_in("prefecture")


def form(**change):
    typed = {"user": "aygul", "name": "阿依古丽·买买提", "scope": VILLAGE}
    return {"id": str(uuid4()), **typed, **change}


def test_an_account_is_made_with_a_code_and_no_secret(county, client):
    offered = page(county.get("/account/new"))
    assert [each["value"] for each in offered.select("#scope option")] == ["", TOWNSHIP, VILLAGE]
    answer = county.post("/account", data=form(user=" Aygul "))
    code = secret(answer)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert re.fullmatch(r"[A-Z2-7]{12}", code)
    made = Account.get(Account.user == "aygul")
    assert (made.role, made.scope, made.password_hash, made.factor) == ("cadre", VILLAGE, "", 0)
    assert "liannong.example/activate" in answer.text
    assert client.post("/activate", data={"user": "aygul", "code": code}).status_code == 303
    assert Activation.get().issued_by != made.id


def test_a_chosen_township_makes_an_account_of_a_township(county):
    county.post("/account", data=form(scope=TOWNSHIP))
    assert Account.get(Account.user == "aygul").role == "township"


def test_the_prefecture_makes_accounts_of_counties_with_their_department(prefecture):
    lacking = prefecture.post("/account", data=form(scope=COUNTY))
    assert (lacking.status_code, bool(page(lacking).select("#department-error"))) == (422, True)
    prefecture.post("/account", data=form(scope=COUNTY, department="农业农村局"))
    made = Account.get(Account.user == "aygul")
    assert (made.role, made.scope, made.department) == ("county", COUNTY, "农业农村局")


@pytest.mark.parametrize("scope", ["", OTHER_VILLAGE, "652302100", COUNTY, "6523", "652301x"])
def test_a_county_makes_none_of_its_own_level_and_none_elsewhere(county, scope):
    answer = county.post("/account", data=form(scope=scope))
    assert (answer.status_code, "请选一个地方" in answer.text) == (422, True)
    assert Account.select().count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"user": "ay"}, "用户名用3到40个小写字母"),
        ({"user": "阿依古丽"}, "用户名用3到40个小写字母"),
        ({"user": "county0"}, "已经有人用了"),
        ({"name": " "}, "这里不能空着"),
        ({"id": "x"}, "放得太久"),
    ],
)
def test_bad_input_gets_a_sentence_and_stays(county, change, said):
    sent = form(**change)
    answer = county.post("/account", data=sent)
    assert (answer.status_code, said in answer.text) == (422, True)
    shown = page(answer)
    assert shown.find(id="user")["value"] == sent["user"]
    assert shown.find("option", selected=True)["value"] == VILLAGE
    assert Account.select().count() == 1


def test_made_up_fields_change_nothing(county):
    more = {"role": "prefecture", "password_hash": "x", "factor": "3", "department": "财政局"}
    county.post("/account", data=form(**more))
    made = Account.get(Account.user == "aygul")
    columns = (made.role, made.password_hash, made.factor, made.department)
    assert columns == ("cadre", "", 0, None)


def test_sent_twice_it_is_made_once_and_its_code_is_not_shown_again(county):
    sent = form()
    assert secret(county.post("/account", data=sent))
    again = county.post("/account", data=sent)
    assert (again.status_code, secret(again)) == (410, None)
    assert (Account.select().count(), Activation.select().count()) == (2, 1)


def test_the_list_holds_those_below_and_finds_by_name_and_user(county, staff):
    staff("cadre", user="cun-1", name="马兰")
    staff("township", user="xiang-1", name="李静")
    staff("cadre", OTHER_VILLAGE, user="cun-2")
    staff("county", user="xian-2")
    listed = [each.text for each in page(county.get("/account")).select(".row small bdi")]
    assert [each for each in listed if "-" in each] == ["xiang-1", "cun-1"]
    assert [e.bdi.text for e in find(county, "马").select(".row__label")] == ["马兰"]
    assert len(find(county, "XIANG").select("#found .row")) == 1
    assert "没有找到账号" in find(county, "nobody").text


def find(office, words):
    return page(office.post("/account/find", data={"q": words}))


def test_the_prefecture_lists_counties_alone(prefecture, staff):
    staff("cadre", user="cun-1")
    staff("county", "652302", user="xian-2")
    text = page(prefecture.get("/account")).select_one("#found").text
    assert ("xian-2" in text, "cun-1" in text) == (True, False)


@pytest.mark.parametrize("ending", ["", "/reset", "/disable"])
def test_what_another_office_looks_after_is_not_there(county, prefecture, staff, ending):
    for other in (staff("cadre", OTHER_VILLAGE), staff("county"), staff("prefecture")):
        assert county.get(f"/account/{other.id}{ending}").status_code == 404
    assert prefecture.get(f"/account/{staff('cadre').id}{ending}").status_code == 404
    assert county.get(f"/account/{staff('cadre').id}{ending}").status_code == 200


def test_nobody_does_anything_to_what_another_office_looks_after(county, staff):
    for other in (staff("cadre", OTHER_VILLAGE), staff("county")):
        for what in ("reset", "disable", "enable"):
            answer = county.post(f"/account/{other.id}/{what}", data={"id": str(uuid4())})
            assert answer.status_code == 404
        assert Account.get_by_id(other.id).password_hash
        assert not Account.get_by_id(other.id).disabled


@pytest.mark.parametrize("role", ["cadre", "township"])
def test_a_village_and_a_township_look_after_nobody(sign_in, role):
    assert sign_in(role).get("/account").status_code == 404


def test_disabling_ends_what_is_open_and_enabling_does_not_bring_it_back(county, staff, clock, app):
    made = staff("cadre", user="cun-1")
    phone = app.test_client()
    phone.set_cookie(COOKIE, session.start_account(made.id, clock.moment))
    assert phone.get("/visit").status_code == 200
    assert county.post(f"/account/{made.id}/disable").location == f"/account/{made.id}"
    assert phone.get("/visit").location.startswith("/signin")
    assert "已停用" in county.get(f"/account/{made.id}").text
    county.post(f"/account/{made.id}/enable")
    assert phone.get("/visit").location.startswith("/signin")
    assert account.by_user("cun-1")


def test_a_reset_voids_the_secrets_and_shows_a_code_once(county, staff):
    made, sent = staff("township"), {"id": str(uuid4())}
    answer = county.post(f"/account/{made.id}/reset", data=sent)
    assert len(secret(answer)) == 12
    assert Account.get_by_id(made.id).password_hash == ""
    again = county.post(f"/account/{made.id}/reset", data=sent)
    assert (again.status_code, secret(again)) == (410, None)
    assert Activation.select().where(Activation.used_on.is_null()).count() == 1
    assert "等本人启用" in county.get(f"/account/{made.id}").text


def test_a_code_that_was_not_used_in_time_is_seen(county, clock):
    earlier = clock.moment.date() - timedelta(days=8)
    columns = {"user": "aygul", "name": "阿依古丽", "role": "cadre", "scope": VILLAGE}
    made = invite(uuid4(), earlier, **columns).account
    assert "启用码已过期" in county.get(f"/account/{made.id}").text


def test_a_disabled_account_gets_no_code(county, staff):
    made = staff("cadre")
    county.post(f"/account/{made.id}/disable")
    answer = county.post(f"/account/{made.id}/reset", data={"id": str(uuid4())})
    assert answer.status_code == 422
    assert not Activation.select().exists()


def test_it_stands_in_both_languages_and_the_slip_shows_both(county):
    county.post("/language", data={"lang": "ug"})
    assert page(county.get("/account/new")).html["dir"] == "rtl"
    slip = page(county.post("/account", data=form())).find(class_="slip")
    assert {each["lang"] for each in slip.select("[lang]")} >= {"zh", "ug"}


def test_many_at_once_make_one_account_and_one_open_code(app, clock):
    today, identity = clock.moment.date(), uuid4()
    columns = {"user": "aygul", "name": "阿依古丽", "role": "cadre", "scope": VILLAGE}

    def make(_):
        try:
            return invite(identity, today, **columns).code
        except Shown:
            return None

    assert len([code for code in at_once(make) if code]) == 1
    assert Account.select().count() == Activation.select().count() == 1
    at_once(lambda _: reset(identity, today))
    assert Activation.select().where(Activation.used_on.is_null()).count() == 1


def test_the_same_name_at_once_is_given_once(app, clock):
    columns = {"user": "aygul", "name": "阿依古丽", "role": "cadre", "scope": VILLAGE}

    def make(_):
        try:
            return invite(uuid4(), clock.moment.date(), **columns).code
        except Taken:
            return None

    assert len([code for code in at_once(make) if code]) == 1
