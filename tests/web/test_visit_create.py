"""Sending a check: stored once, whole or not at all, and only of one's own village."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup

from models import access, card, database, receipt, session
from models.agreement import Agreement
from models.household import Share
from models.visit import Check, Visit
from tests.web.lines import add_due, add_household

TODAY = date(2026, 11, 23)
OTHER = "652301100201"
JSON = {"Accept": "application/json"}


@pytest.fixture
def home(app):
    return add_household("652301100200-017")


@pytest.fixture
def line(home):
    return add_due(home)


@pytest.fixture
def token(home):
    return card.token(card.issue(home, TODAY).id)


@pytest.fixture
def cadre(sign_in):
    return sign_in("cadre")


def sent(line, result="received", **also):
    given = {"id": str(uuid4()), f"result-{line}": result}
    return given | {name.replace("_", "-"): value for name, value in also.items()}


def checks():
    return [(row.due, row.result, row.amount, row.slip) for row in Check.select()]


def test_a_check_is_stored_and_leads_to_the_next_card(cadre, home, line, token):
    data = sent(line) | {"card": token, f"slip-{line}": "1"}
    answer = cadre.post("/visit", data=data)
    assert (answer.status_code, answer.location) == (303, f"/visit/done/{data['id']}")
    assert checks() == [(line, "received", None, True)]
    visit = Visit.get()
    assert (visit.household, visit.day, str(visit.id)) == (home, TODAY, data["id"])
    assert Check.get().day == TODAY
    assert "下一户" in cadre.get(answer.location).text


def test_the_done_page_says_nothing_of_the_household_before(cadre, home, line, token):
    text = cadre.get(cadre.post("/visit", data=sent(line) | {"card": token}).location).text
    for hidden in (token, "017", "巴合提", "1,200", str(line)):
        assert hidden not in text


def test_less_carries_its_amount(cadre, line, token):
    for typed, fen in (("800", 80_000), ("1,199.99", 119_999), ("８００．５元", 80_050)):
        data = sent(line, "less") | {"card": token, f"amount-{line}": typed}
        assert cadre.post("/visit", data=data).status_code == 303
        assert (line, "less", fen, False) in checks()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "请写实际收到多少元"),
        ("abc", "金额只写数字"),
        ("-5", "金额只写数字"),
        ("1e3", "金额只写数字"),
        ("8.005", "金额只写数字"),
        ("1,2", "金额只写数字"),
        ("0", "一分也没收到"),
        ("1200", "没有比应得的少"),
        ("99999999999", "没有比应得的少"),
        ("9" * 30, "金额只写数字"),
        ("<b>8</b>", "金额只写数字"),
    ],
)
def test_a_wrong_amount_is_refused_and_kept(cadre, line, token, typed, said):
    data = sent(line, "less") | {"card": token, f"amount-{line}": typed, f"slip-{line}": "1"}
    answer = cadre.post("/visit", data=data)
    assert answer.status_code == 422
    page = BeautifulSoup(answer.data, "html.parser")
    assert said in page.find("p", class_="field__error").text
    assert page.find("input", {"name": f"amount-{line}"})["value"] == typed
    assert page.find("input", {"name": f"result-{line}", "value": "less"}).has_attr("checked")
    assert page.find("input", {"name": f"slip-{line}"}).has_attr("checked")
    assert page.find("input", {"name": "id"})["value"] == data["id"]
    assert not Visit.select().count()


def test_an_amount_is_kept_only_with_less(cadre, line, token):
    data = sent(line) | {"card": token, f"amount-{line}": "800"}
    assert cadre.post("/visit", data=data).status_code == 303
    assert checks() == [(line, "received", None, False)]


def test_nothing_is_stored_without_a_check(cadre, line, token):
    for data in ({}, {f"result-{line}": ""}, {f"slip-{line}": "1"}, {f"amount-{line}": "5"}):
        answer = cadre.post("/visit", data=data | {"id": str(uuid4()), "card": token})
        assert answer.status_code == 422
        assert "还没有核对任何一笔" in answer.text
    assert not Visit.select().count()


def test_one_wrong_line_holds_back_the_whole_visit(cadre, home, line, token):
    second = add_due(home, kind="rent")
    data = sent(line) | {"card": token, f"result-{second}": "stolen"}
    assert cadre.post("/visit", data=data).status_code == 422
    assert not Check.select().count()


def test_the_same_visit_is_stored_once_and_answered_alike(cadre, line, token, clock):
    data = sent(line) | {"card": token}
    first = cadre.post("/visit", data=data)
    clock.forward(days=1)
    cadre.set_cookie("session", session.start_account(Visit.get().account, clock.moment))
    again = cadre.post("/visit", data=data)
    assert (first.status_code, first.location) == (again.status_code, again.location)
    assert (Visit.select().count(), Check.select().count()) == (1, 1)
    assert Visit.get().day == TODAY


def test_the_same_visit_in_sixteen_threads_is_stored_once(app, cadre, line, token):
    data = sent(line) | {"card": token}

    def send(_):
        try:
            client = app.test_client()
            client.set_cookie("session", cadre.get_cookie("session").value)
            return client.post("/visit", data=data, headers=JSON).status_code
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(send, range(16))) == {201}
    assert (Visit.select().count(), Check.select().count()) == (1, 1)


def test_the_same_id_with_other_content_is_refused(cadre, home, line, token):
    data = sent(line) | {"card": token}
    cadre.post("/visit", data=data)
    second = add_due(home, kind="rent")
    other = (
        data | {f"result-{line}": "unsure"},
        data | {f"slip-{line}": "1"},
        data | {f"result-{second}": "received"},
    )
    for changed in other:
        assert cadre.post("/visit", data=changed).status_code == 409
    assert checks() == [(line, "received", None, False)]


def test_the_same_id_for_another_household_or_by_another_cadre_is_refused(cadre, line, sign_in):
    data = sent(line)
    cadre.post("/visit", data=data)
    neighbour = add_due(add_household("652301100200-018"))
    other = {"id": data["id"], f"result-{neighbour}": "received"}
    assert cadre.post("/visit", data=other).status_code == 409
    assert sign_in("cadre").post("/visit", data=data).status_code == 409
    assert Visit.select().count() == 1


def test_a_household_may_be_checked_again_under_a_new_id(cadre, line):
    for result in ("not_received", "received"):
        assert cadre.post("/visit", data=sent(line, result)).status_code == 303
    assert Visit.select().count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "17",
        "not-an-id",
        "c232ab00-9414-11ec-b3c8-9f68deced846",
        "{3f2b8f0e-8f5c-4f6a-9d0e-1c2b3a4d5e6f}",
    ],
)
def test_an_id_that_is_not_random_is_not_taken(cadre, line, token, wrong):
    answer = cadre.post("/visit", data=sent(line) | {"card": token, "id": wrong})
    assert answer.status_code == 422
    fresh = BeautifulSoup(answer.data, "html.parser").find("input", {"name": "id"})["value"]
    assert UUID(fresh).version == 4
    assert not Visit.select().count()


def test_without_a_card_the_lines_say_which_household(cadre, home, line):
    assert cadre.post("/visit", data=sent(line)).status_code == 303
    assert Visit.get().household == home


def test_lines_of_another_village_are_nobodys(cadre, home, line, token):
    foreign = add_due(add_household("652301100201-003", OTHER), village=OTHER)
    unknown = uuid4()
    neighbour = add_due(add_household("652301100200-018"))
    for due in (foreign, unknown, "x", neighbour):
        assert cadre.post("/visit", data=sent(due) | {"card": token}).status_code == 404
    for due in (foreign, unknown, "x"):
        assert cadre.post("/visit", data=sent(due)).status_code == 404
    mixed = sent(line) | {f"result-{neighbour}": "received"}
    assert cadre.post("/visit", data=mixed).status_code == 404
    assert not Visit.select().count()


def test_unknown_revoked_and_foreign_cards_are_refused_alike(cadre, home, line, token):
    card.issue(home, TODAY)
    foreign = card.issue(add_household("652301100201-003", OTHER), TODAY)
    for typed in (token, "A" * 26, card.token(foreign.id), foreign.short_code):
        assert cadre.post("/visit", data=sent(line) | {"card": typed}).status_code == 404
    assert not Visit.select().count()


def test_what_is_no_money_of_a_household_cannot_be_checked(cadre, home):
    for columns in ({"kind": "saved"}, {"kind": "unmatched"}, {"party": "village"}):
        line = add_due(home, **columns)
        assert cadre.post("/visit", data=sent(line)).status_code == 404


def test_terms_explained_are_a_check_of_an_agreement(cadre, home, token):
    for number in ("XY-1", "XY-2"):
        Agreement.create(
            id=uuid4(), batch=uuid4(), number=number, clause=1, in_force_from=TODAY,
            business="NC-001", party="household", mode="share", signed_on=TODAY, starts_on=TODAY,
        )  # fmt: skip
    Share.create(household=home, id=uuid4(), holder="", batch=uuid4(), agreement="XY-1", clause=1)
    page = cadre.post("/visit/new", data={"card": token}, follow_redirects=True).text
    assert "XY-1" in page
    assert "XY-2" not in page
    good = {"id": str(uuid4()), "card": token, "explained": "XY-1"}
    assert cadre.post("/visit", data=good).status_code == 303
    row = Check.get()
    assert (row.due, row.agreement, row.result) == (None, "XY-1", "explained")
    bad = {"id": str(uuid4()), "card": token, "explained": "XY-2"}
    assert cadre.post("/visit", data=bad).status_code == 404


def test_what_else_is_sent_is_not_stored(cadre, line, token):
    extra = {"note": "在家", "latitude": "44.0", "household": str(uuid4()), "day": "2020-01-01"}
    assert cadre.post("/visit", data=sent(line) | {"card": token} | extra).status_code == 303
    assert Visit.get().day == TODAY


def test_json_answers_carry_the_visits_own_id_and_receipt(cadre, home, line, token):
    data = sent(line) | {"card": token}
    for _ in range(2):
        answer = cadre.post("/visit", data=data, headers=JSON)
        spoken = receipt.of(home, UUID(data["id"]))
        assert (answer.status_code, answer.json) == (201, {"id": data["id"], "receipt": spoken})
    changed = data | {f"result-{line}": "unsure"}
    answer = cadre.post("/visit", data=changed, headers=JSON)
    assert (answer.status_code, answer.json["id"]) == (409, data["id"])
    empty = cadre.post("/visit", data={"id": data["id"], "card": token}, headers=JSON)
    assert (empty.status_code, set(empty.json["errors"])) == (422, {"form"})
    gone = cadre.post("/visit", data=sent(uuid4()), headers=JSON)
    assert (gone.status_code, gone.is_json) == (404, True)


def test_a_check_is_an_opening_that_the_household_sees(cadre, home, line):
    cadre.post("/visit", data=sent(line))
    assert [row.purpose for row in access.of_household(home)] == ["check"]


def test_a_form_from_another_site_is_refused(cadre, line):
    answer = cadre.post("/visit", data=sent(line), headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert not Visit.select().count()
