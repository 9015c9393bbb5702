"""Recovery codes: each stands in for the second factor once."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from models import recovery
from tests.models.at_once import at_once
from tests.web.conftest import PASSWORD


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def li(staff):
    return staff("county", user="li")


@pytest.fixture
def codes(li):
    return recovery.renew(li.id)


def enter(client, code, **more):
    client.post("/signin", data={"user": "li", "password": PASSWORD})
    return client.post("/signin", data={"recovery": code, **more})


def test_one_opens_in_the_place_of_the_second_factor_and_says_how_many_are_left(client, codes):
    assert enter(client, f" {codes[0][:4].lower()} {codes[0][4:]}").location == "/recovery"
    assert page(client.get("/recovery")).find(class_="card__title").text == "还剩 9 个"


def test_one_opens_once(client, codes, app):
    enter(client, codes[0])
    again = enter(app.test_client(), codes[0])
    assert (again.status_code, "每个恢复码只能用一次" in again.text) == (422, True)
    assert enter(app.test_client(), codes[1]).status_code == 303


def test_one_is_used_once_by_many_at_once(app, li, codes):
    assert sum(at_once(lambda _: recovery.use(li.id, codes[3]))) == 1
    assert recovery.left(li.id) == 9


def test_one_without_the_password_opens_nothing(client, codes):
    answer = client.post("/signin", data={"recovery": codes[0]})
    assert (answer.status_code, "请重新登录" in answer.text) == (422, True)


def test_one_of_somebody_else_opens_nothing(client, codes, staff):
    theirs = recovery.renew(staff("county", user="ma").id)
    assert enter(client, theirs[0]).status_code == 422


def test_guessing_them_counts_with_guessing_codes(client, codes):
    client.post("/signin", data={"user": "li", "password": PASSWORD})
    kinds = ("recovery", "code")
    answers = [
        client.post("/signin", data={kinds[n % 2]: "22222222"}).status_code for n in range(11)
    ]
    assert answers == [422] * 10 + [429]


def test_a_new_set_is_shown_once_and_voids_the_old(client, codes, li, app):
    enter(client, codes[0])
    answer = client.post("/recovery")
    made = [each.text.replace(" ", "") for each in page(answer).select(".codes li")]
    assert (len(made), answer.headers["Cache-Control"]) == (10, "no-store")
    assert recovery.left(li.id) == 10
    assert enter(app.test_client(), codes[1]).status_code == 422
    assert enter(app.test_client(), made[0]).status_code == 303
    assert made[1] not in client.get("/recovery").text


def test_one_who_has_none_left_reads_what_that_means(sign_in):
    assert "没有能用的恢复码" in sign_in("township").get("/recovery").text


def test_who_has_no_second_factor_has_no_codes(sign_in, as_household):
    assert sign_in("cadre").get("/recovery").status_code == 404
    assert as_household.get("/recovery").status_code == 404
