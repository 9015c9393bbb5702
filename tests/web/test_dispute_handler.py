"""Who looks after a dispute: taken and given back, filtered in the list, told on the start page."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from models import account, dispute_step, overdue, session
from models.account import Account
from models.dispute import Dispute, DisputeEntry
from models.dispute_step import Subject
from tests.web.lines import add_due, add_household
from tests.web.test_dispute import DAY, LATE, send, text
from web.access import COOKIE


@pytest.fixture
def us(app) -> UUID:
    return add_household("652301100200-017")


@pytest.fixture
def ours(us) -> UUID:
    return dispute_step.begin(us, Subject(add_due(us, **LATE)), "less", DAY, id=uuid4())


@pytest.fixture
def named(app, staff, clock):
    """A function: named("李明") signs an account of the township, or of `role`, in by its name."""

    def make(name: str, role: str = "township") -> FlaskClient:
        client = app.test_client()
        client.set_cookie(COOKIE, session.start_account(staff(role, name=name).id, clock.moment))
        return client

    return make


def handle(client, identity, kind="taken", **fields):
    data = {"id": str(uuid4()), "kind": kind} | fields
    return client.post(f"/dispute/{identity}/handler", data=data)


def button(client, identity) -> str:
    page = BeautifulSoup(client.get(f"/dispute/{identity}").data, "html.parser")
    found = page.select_one("form[action$='/handler'] button")
    return found.text if found else ""


def test_it_is_taken_shown_at_once_and_given_back(named, ours):
    one, other = named("李明"), named("热娜")
    assert button(one, ours) == "我来办"
    assert "还没有人经办" in text(one.get(f"/dispute/{ours}"))
    same = str(uuid4())
    for _ in range(3):
        assert handle(one, ours, id=same).status_code == 303
    assert DisputeEntry.select().where(DisputeEntry.kind == "taken").count() == 1
    assert (button(one, ours), button(other, ours)) == ("交回", "")
    assert "经办人 李明" in text(other.get(f"/dispute/{ours}"))
    assert "经办人： 李明" in text(other.get("/dispute"))
    assert handle(one, ours, "returned").status_code == 303
    assert button(other, ours) == "我来办"


def test_the_second_reads_who_has_it(named, ours):
    one, other = named("李明"), named("热娜")
    handle(one, ours)
    late = handle(other, ours)
    assert late.status_code == 409
    assert "已经有人经办" in text(late)
    assert "经办人 李明" in text(late)
    assert handle(other, ours, "returned").status_code == 409


def test_from_a_disabled_account_it_is_taken_over(named, ours):
    one, other = named("李明"), named("热娜")
    handle(one, ours)
    account.disable(Account.get(Account.name == "李明").id)
    assert button(other, ours) == "我来办"
    assert handle(other, ours).status_code == 303
    assert "经办人 热娜" in text(other.get(f"/dispute/{ours}"))


def test_only_the_office_where_it_stands_takes_it_and_everybody_may_answer(named, sign_in, ours):
    county = sign_in("county")
    assert button(county, ours) == ""
    assert handle(county, ours).status_code == 403
    handle(named("李明"), ours)
    assert send(named("热娜"), ours, "answered", outcome="paid").status_code == 303


@pytest.mark.parametrize(
    ("fields", "status"), [({"id": "x"}, 422), ({"kind": "answered"}, 422), ({"kind": ""}, 422)]
)
def test_what_is_no_form_of_ours_changes_nothing(named, ours, fields, status):
    assert handle(named("李明"), ours, **fields).status_code == status
    assert Dispute.get().handler is None


def test_the_list_is_filtered_by_who_looks_after_it(named, us, ours):
    one, other = named("李明"), named("热娜")
    handle(one, ours)
    shown = {
        (client, asked): str(ours) in client.get(f"/dispute?mine={asked}").text
        for client in (one, other)
        for asked in ("", "1", "own", "none", "nonsense")
    }
    assert [shown[one, asked] for asked in ("", "1", "own", "none")] == [True, True, True, False]
    assert [shown[other, asked] for asked in ("own", "none", "nonsense")] == [False, False, True]
    assert "没有这样的异议" in text(other.get("/dispute?mine=own"))
    handle(one, ours, "returned")
    assert str(ours) in other.get("/dispute?mine=none").text


def test_a_choice_is_kept_by_the_search_and_by_the_other_choices(named):
    page = named("李明").get("/dispute?mine=own&late=3").text
    assert '<input type="hidden" name="mine" value="own">' in page
    assert 'href="/dispute?show=closed&amp;mine=own&amp;late=3"' in page


@pytest.mark.parametrize("typed", ["abc", "-1", "1.5", "99999"])
@pytest.mark.parametrize("path", ["/dispute", "/remedy"])
def test_days_that_are_none_are_said_and_kept(sign_in, path, typed):
    page = sign_in("county").get(path, query_string={"late": typed})
    assert page.status_code == 200
    assert "请写一个整数" in text(page)
    (kept,) = BeautifulSoup(page.data, "html.parser").select("#late")
    assert kept["value"] == typed


def test_overdue_ones_are_found_by_days_and_business(sign_in, us):
    add_due(us, **LATE)
    overdue.renew(DAY)
    client, identity = sign_in("township"), str(Dispute.get().id)
    found = [
        identity in client.get("/dispute", query_string=asked).text
        for asked in (
            {"late": "11", "q": "NC-001"},
            {"late": "12", "q": "NC-001"},
            {"late": "11", "q": "NC-002"},
        )
    ]
    assert found == [True, False, False]


@pytest.mark.parametrize(("role", "home"), [("township", "/visit"), ("county", "/dashboard")])
def test_the_start_page_says_how_many_and_the_nearest_day(named, us, ours, role, home):
    client = named("王建国", role)
    assert "您经办的异议" not in client.get(home).text
    if role == "county":
        Dispute.update(level="county").execute()
    handle(client, ours)
    assert "您经办的异议有 1 件，最近的期限是 2026年11月30日" in text(client.get(home))
    assert 'href="/dispute?mine=own"' in client.get(home).text
    assert "您经办的异议" not in named("热娜", role).get(home).text


def test_the_household_s_pages_say_the_office_and_not_who_looks_after_it(named, as_household, ours):
    handle(named("李明"), ours)
    shown = as_household.get(f"/household/dispute/{ours}")
    assert "李明" not in shown.text
    assert "经办" not in text(shown)
    assert "有人接手经办" in text(as_household.get("/held")), "all that is held is shown there"


def test_it_is_in_uyghur_too(named, ours):
    client = named("李明")
    handle(client, ours)
    for path in (f"/dispute/{ours}", "/dispute?mine=own&late=x", "/visit"):
        shown = client.get(path, query_string=None if "?" in path else {"lang": "ug"})
        assert shown.status_code == 200
    assert "بېجىرگۈچى" in client.get(f"/dispute/{ours}?lang=ug").text
