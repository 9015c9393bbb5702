from __future__ import annotations

import re
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from flask import g

from models import access as records
from models import account, card, session
from tests.web import firm
from web.access import COOKIE, ROLES, Who, may


@pytest.fixture
def app(new_app):
    """Tests here add routes."""
    return new_app


def test_every_route_declares_who_may_use_it(app):
    undeclared = [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if not getattr(app.view_functions[rule.endpoint], "roles", None)
    ]
    assert undeclared == []


def test_a_route_that_names_nobody_answers_as_if_it_were_not_there(app, sign_in):
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    for reader in (app.test_client(), sign_in("county")):
        assert reader.get("/forgotten").status_code == 404


@pytest.fixture
def places(app):
    """A page for each role."""
    for role in ROLES[1:]:
        view = may(role)(lambda: "inside")
        app.add_url_rule(f"/only/{role}", f"only_{role}", view, methods=["GET", "POST"])
    return app


@pytest.mark.parametrize("role", ["cadre", "township", "county", "prefecture"])
def test_each_role_enters_its_own_page_only(places, sign_in, as_household, role):
    assert sign_in(role).get(f"/only/{role}").status_code == 200
    for other in set(ROLES[1:]) - {role}:
        assert sign_in(role).get(f"/only/{other}").status_code == 404
    assert as_household.get(f"/only/{role}").status_code == 404


def test_a_stranger_is_shown_the_way_in(places, client):
    assert client.get("/only/household").location == "/#card"
    assert client.get("/only/business").location == "/b"
    assert client.get("/only/county?a=1").location == "/signin?next=/only/county%3Fa%3D1"
    assert client.post("/only/county").location == "/signin?next=/"


def test_roles_are_spelled_right():
    with pytest.raises(ValueError, match="unknown roles"):
        may("chief")
    with pytest.raises(ValueError, match="unknown roles"):
        may()


@pytest.mark.parametrize(
    ("scope", "place", "covered"),
    [
        ("652301", "652301100200", True),
        ("652301100", "652301100200", True),
        ("652301100200", "652301100200", True),
        ("6523", "652328", True),
        ("652301", "652302100200", False),
        ("652301100200", "652301100", False),
        ("", "652301100200", False),
    ],
)
def test_a_scope_is_a_prefix_of_the_administrative_code(scope, place, covered):
    assert Who("county", scope=scope).covers(place) is covered


def test_a_disabled_account_is_refused_at_its_next_request(places, app, staff, clock):
    made = staff("county")
    client = app.test_client()
    client.set_cookie(COOKIE, session.start_account(made.id, clock.moment))
    assert client.get("/only/county").status_code == 200
    account.disable(made.id)
    assert client.get("/only/county").location.startswith("/signin")


def test_an_opening_is_noted_once_a_day_for_the_household(app, household, staff, clock):
    made = staff("township")
    for _ in range(3):
        records.record(
            household,
            account=made.id,
            name=made.name,
            role=made.role,
            purpose="check",
            today=clock.moment.date(),
        )
    (row,) = records.of_household(household)
    assert (row.name, row.role, row.purpose) == (made.name, "township", "check")
    assert row.id.version == 4


def test_what_another_site_may_not_name_is_no_path_of_ours():
    from web.fragments import own_path

    assert own_path("/policy?q=1") == "/policy?q=1"
    for foreign in (None, "", "policy", "//evil", "/\\evil", "https://evil", "/a\nb", "/" * 600):
        assert own_path(foreign) is None


def as_business(app, clock):
    """A phone on which a business has opened its link."""
    firm.firm()
    return firm.enter(app, clock)


def requests(app):
    """One request for every method of every route, with something in each place."""
    filled = {"uuid": str(uuid4()), "int": "1", "path": "x", "default": "x", "string": "x"}
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        address = re.sub(
            r"<(?:(\w+):)?\w+>", lambda found: filled[found[1] or "default"], rule.rule
        )
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield method, address, getattr(view, "roles", frozenset())


def test_a_business_enters_its_own_pages_and_no_other_of_all_routes(app, clock):
    phone, stranger = as_business(app, clock), app.test_client()
    own = []
    for method, address, roles in requests(app):
        if "anyone" in roles:
            # What is everybody's is answered as to a stranger, and leaving ends the sign-in.
            continue
        answer = phone.open(address, method=method)
        if "business" in roles:
            own.append(address)
            assert stranger.open(address, method=method).location == "/b"
        else:
            assert (method, address, answer.status_code) == (method, address, 404)
    assert any(address == "/payer" for address in own)
    assert {address.split("/")[1] for address in own} == {"payer", "reply"}


def test_nobody_else_enters_a_business_s_pages(app, sign_in, as_household):
    readers = [as_household, *map(sign_in, ("cadre", "township", "county", "prefecture"))]
    for method, address, roles in requests(app):
        if "business" in roles:
            assert roles == {"business"}, "a page of a business is no one else's"
            for reader in readers:
                assert reader.open(address, method=method).status_code == 404


def test_a_business_has_no_scope_no_household_and_no_account(app, clock):
    phone = as_business(app, clock)
    seen = []
    app.add_url_rule("/who", "who", may("business")(lambda: seen.append(g.who) or "inside"))
    assert phone.get("/who").status_code == 200
    (who,) = seen
    assert (who.role, who.business) == ("business", firm.COOPERATIVE)
    assert (who.household, who.account, who.scope, who.user, who.name) == (None, None, "", "", "")
    assert not who.is_staff
    for code in ("", firm.VILLAGE, firm.COUNTY):
        assert not who.covers(code)


def test_a_business_meets_the_sign_in_of_others_as_a_stranger_does(app, clock, own_card, staff):
    phone = as_business(app, clock)
    assert "密码" in phone.get(f"/c/{card.token(own_card.id)}").text
    assert phone.get("/signin").status_code == 200
    assert phone.post("/signin", data={"code": "123456"}).status_code == 422
    assert phone.get("/payer").status_code == 200
    tabs = [a["href"] for a in BeautifulSoup(phone.get("/").text, "html.parser").select(".bar a")]
    assert tabs == ["/payer", "/policy", "/settings"]
