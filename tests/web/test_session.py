from __future__ import annotations

from datetime import datetime

import pytest
from bs4 import BeautifulSoup

from models import session
from models.database import database
from models.session import Session
from web.access import COOKIE
from web.clock import SHANGHAI


@pytest.fixture
def app(new_app):
    """Tests here add routes."""
    return new_app


@pytest.fixture(autouse=True)
def _page(app):
    from web.access import may

    for role in ("household", "county"):
        app.add_url_rule(f"/{role}-page", role, may(role)(lambda: "inside"))


def test_the_table_does_not_hold_the_cookie(app, household, clock):
    cookie = session.start_household(household, clock.moment)
    (row,) = Session.select()
    assert len(cookie) == 26
    assert cookie not in row.token


def test_a_household_stays_signed_in_for_thirty_days(as_household, clock):
    clock.forward(days=30)
    assert as_household.get("/household-page").status_code == 200
    clock.forward(days=1)
    assert as_household.get("/household-page").status_code == 303


def test_a_household_s_session_tells_no_time_of_day(household, app, clock):
    session.start_household(household, clock.moment)
    (row,) = Session.select()
    ends = datetime.fromtimestamp(row.expires, SHANGHAI)
    assert (ends.hour, ends.minute, ends.second, row.seen) == (0, 0, 0, 0)


def test_idle_staff_are_signed_out_after_half_an_hour(sign_in, clock):
    county = sign_in("county")
    for _ in range(3):
        clock.forward(minutes=29)
        assert county.get("/county-page").status_code == 200
    clock.forward(minutes=30)
    assert county.get("/county-page").status_code == 303


def test_staff_are_signed_out_after_twelve_hours(sign_in, clock):
    county = sign_in("county")
    for _ in range(26):
        clock.forward(minutes=27)
        assert county.get("/county-page").status_code == 200
    clock.forward(minutes=27)
    assert county.get("/county-page").status_code == 303


def test_signing_out_ends_a_copy_of_the_cookie_too(as_household, app):
    copy = app.test_client()
    copy.set_cookie(COOKIE, as_household.get_cookie(COOKIE).value)
    answer = as_household.post("/signout")
    assert (answer.status_code, answer.location) == (303, "/")
    assert copy.get("/household-page").status_code == 303
    assert not Session.select().exists()


def test_signing_in_gives_a_new_secret_and_ends_the_old(app, own_card, clock, household):
    from models.card import token

    phone = app.test_client()
    old = session.start_household(household, clock.moment)
    phone.set_cookie(COOKIE, old)
    phone.post(f"/c/{token(own_card.id)}", data={"pin": "402917"})
    assert phone.get_cookie(COOKIE).value != old
    assert session.find(old, clock.moment) is None


def test_a_made_up_cookie_opens_nothing(client):
    for made_up in ("A" * 26, "'; drop table session", "\u4e2d", "x" * 4000):
        client.set_cookie(COOKIE, made_up)
        assert client.get("/household-page").status_code == 303


def test_ended_sessions_are_purged(as_household, sign_in, clock):
    sign_in("county")
    clock.forward(days=2)
    assert session.purge(clock.moment) == 1
    assert Session.select().count() == 1


def test_a_request_asks_the_database_once_and_a_stranger_s_never(client, as_household, monkeypatch):
    asked = []
    real = database.obj.execute_sql
    monkeypatch.setattr(
        database.obj, "execute_sql", lambda *a, **k: asked.append(a[0]) or real(*a, **k)
    )
    client.get("/")
    assert asked == []
    as_household.get("/")
    assert len(asked) == 1
    plan = real("EXPLAIN QUERY PLAN " + asked[0], ("x",)).fetchall()
    assert all("SEARCH" in row[-1] for row in plan)


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def two(app, staff, clock):
    """Two browsers of one member of staff, the second a day later, and a third of a colleague."""
    made, other = staff("cadre"), staff("cadre")
    browsers = []
    for own in (made, made, other):
        browsers.append(app.test_client())
        browsers[-1].set_cookie(COOKIE, session.start_account(own.id, clock.moment))
        clock.forward(minutes=1)
    return browsers


def listed(client):
    return [
        card.find(class_="card__title").text
        for card in page(client.get("/session")).select("section.card")
    ]


def test_staff_see_their_sign_ins_by_day_and_which_one_this_is(two):
    first = page(two[0].get("/session"))
    cards = first.select("section.card")
    assert [bool(card.find(class_="tag")) for card in cards] == [True, False]
    assert all("2026" in card.text for card in cards)
    assert first.select("form[action='/session/end'] [name=session]")
    assert len(listed(two[2])) == 1


def test_one_sign_in_is_ended_from_another(two):
    token = page(two[0].get("/session")).find("input", {"name": "session"})["value"]
    assert two[0].post("/session/end", data={"session": token}).location == "/session"
    assert two[1].get("/visit").location.startswith("/signin")
    assert [client.get("/visit").status_code for client in (two[0], two[2])] == [200, 200]


def test_all_others_are_ended_at_once(two):
    two[0].post("/session/end")
    assert two[1].get("/visit").location.startswith("/signin")
    assert [client.get("/visit").status_code for client in (two[0], two[2])] == [200, 200]
    assert "只在这里登录" in two[0].get("/session").text


def test_what_the_list_names_a_sign_in_by_opens_nothing(two, app):
    token = page(two[0].get("/session")).find("input", {"name": "session"})["value"]
    thief = app.test_client()
    thief.set_cookie(COOKIE, token)
    assert thief.get("/session").location == "/#card"


def test_nobody_ends_another_s(two, as_household):
    theirs = session.named(two[2].get_cookie(COOKIE).value)
    for client in (two[0], as_household):
        client.post("/session/end", data={"session": theirs})
        client.post("/session/end")
    assert two[2].get("/visit").status_code == 200


def test_idle_and_half_signed_in_ones_are_not_listed(app, staff, clock):
    made = staff("county")
    session.start_account(made.id, clock.moment)
    clock.forward(minutes=31)
    session.start_code(made.id, clock.moment)
    client = app.test_client()
    client.set_cookie(COOKIE, session.start_account(made.id, clock.moment))
    assert len(listed(client)) == 1


def test_a_household_sees_phones_by_day_and_ends_the_others(as_household, household, app, clock):
    clock.forward(days=3)
    other = app.test_client()
    other.set_cookie(COOKIE, session.start_household(household, clock.moment))
    assert sorted(listed(as_household)) == ["2026年11月23日 登录", "2026年11月26日 登录"]
    assert "最后一次使用" not in as_household.get("/session").text
    as_household.post("/session/end")
    assert other.get("/household-page").location == "/#card"
    assert len(listed(as_household)) == 1


def test_a_business_has_no_such_page(app, clock):
    from tests.web import firm

    firm.firm()
    assert firm.enter(app, clock).get("/session").status_code == 404
