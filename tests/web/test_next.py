"""Help at a household's side: short, said on every page, its own to take back, gone at the end."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import assistance, card, dispute, dispute_step, docket, session
from models.answer import Answer
from models.assistance import Assistance
from models.dispute import DisputeEntry
from models.ids import household_id
from models.session import ASSISTED_IDLE_SECONDS, ASSISTED_SECONDS, Session
from tests.web import farm
from web.access import COOKIE

US = household_id(farm.OURS)
PIN = "402917"
LABEL = "有人在旁边帮忙看"


@pytest.fixture
def address(own_card):
    farm.farm()
    return f"/c/{card.token(own_card.id)}"


@pytest.fixture
def helped(client, address):
    """A phone that is not the household's, on which it has given its PIN."""
    answer = client.post(address, data={"pin": PIN, "assisted": "1"})
    assert (answer.status_code, answer.location) == (303, "/household")
    assert "Max-Age" not in answer.headers["Set-Cookie"]
    return client


def words(response) -> str:
    return " ".join(BeautifulSoup(response.data, "html.parser").get_text(" ").split())


def line():
    return farm.line_of(US, "rent", 2026).id


def say(phone, answer, **more):
    data = {"answer": answer, "id": str(uuid4())} | more
    return phone.post(f"/due/{line()}/answer", data=data)


def test_the_pin_page_offers_both_ways_in(client, address):
    text = words(client.get(address))
    assert "我家的手机，打开" in text
    assert "别人的手机，或者有人帮我看" in text


def test_every_page_says_that_somebody_helps_and_leads_to_the_next(helped):
    for path in ("/household", "/check", f"/due/{line()}", "/held", "/settings", "/policy", "/nix"):
        page = BeautifulSoup(helped.get(path).data, "html.parser")
        form = page.select_one("header form.helped")
        assert LABEL in form.text, path
        assert (form["action"], form["method"]) == ("/next", "post")


def test_on_its_own_phone_nothing_is_said(as_household, address):
    assert LABEL not in as_household.get("/household").text
    assert "Refresh" not in as_household.get("/household").headers


def test_the_next_household_finds_nothing(helped, address):
    helped.post("/settings", data={"size": "elder", "theme": "dark"})
    helped.post("/language", data={"lang": "ug"})
    old = helped.get_cookie(COOKIE).value
    answer = helped.post("/next")
    assert (answer.status_code, answer.location) == (303, "/next?lang=ug")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    for name in (COOKIE, "lang", "size", "theme"):
        assert helped.get_cookie(name) is None, name
    assert not Session.select().exists()
    page = helped.get(answer.location)
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    assert "ئۇيغۇرچە" not in words(page), "it speaks the language once more"
    assert helped.get("/household").location == "/#card"
    helped.set_cookie(COOKIE, old)
    assert helped.get("/household").location == "/#card", "a copy of the cookie opens nothing"


def test_what_ends_by_itself_is_wiped_when_the_page_goes_away(helped, clock):
    assert helped.get("/household").headers["Refresh"] == f"{ASSISTED_IDLE_SECONDS}; url=/next"
    clock.forward(seconds=ASSISTED_IDLE_SECONDS)
    page = helped.get("/next")
    assert page.status_code == 200
    assert LABEL not in words(page).replace("别人的手机，或者有人帮我看", "")
    assert page.headers["Clear-Site-Data"]
    assert not Session.select().exists()
    assert helped.get_cookie(COOKIE) is None


def test_it_ends_when_idle_and_after_an_hour_at_most(helped, clock):
    for _ in range(ASSISTED_SECONDS // 540):
        clock.forward(seconds=540)
        assert helped.get("/household").status_code == 200
    clock.forward(seconds=ASSISTED_SECONDS % 540)
    assert helped.get("/household").status_code == 303


def test_an_idle_one_ends(helped, clock):
    clock.forward(seconds=ASSISTED_IDLE_SECONDS)
    assert helped.get("/household").status_code == 303


def test_another_household_s_card_ends_the_first_one_s(helped, clock):
    other = card.issue(household_id(farm.THEIRS), clock.moment.date())
    card.set_pin(other, "731904")
    theirs = f"/c/{card.token(other.id)}"
    assert helped.get(theirs).status_code == 200, "asked for its PIN, not shown the first one"
    assert helped.post(theirs, data={"pin": "731904", "assisted": "1"}).status_code == 303
    assert Session.select().count() == 1
    assert "王建国" in helped.get("/held").text


def test_what_cannot_be_wiped_or_taken_back_waits_for_its_own_phone(helped):
    for path in ("/held/file", "/held/erase", "/household/card"):
        assert helped.get(path).status_code == 404
        assert helped.post(path, data={"pin": PIN}).status_code == 404
        assert path not in helped.get("/held").text


def test_a_page_that_lay_idle_ends_it_though_a_part_was_renewed(helped, clock):
    helped.get("/household")
    clock.moment += timedelta(minutes=9)
    say(helped, "confirmed")
    clock.moment += timedelta(minutes=1)
    assert helped.get("/next").status_code == 200
    assert helped.get("/household").status_code == 303


def test_its_own_phones_are_not_the_helper_s_business(helped, address, app, clock):
    own = app.test_client()
    own.set_cookie(COOKIE, session.start_household(US, clock.moment))
    assert helped.get("/session").status_code == 404
    assert helped.post("/session/end").status_code == 404
    assert "登录的手机" not in words(helped.get("/settings"))
    text = words(own.get("/session"))
    assert "有人在旁边帮忙看" in text
    assert "2026年11月23日" in text
    own.post("/session/end")
    assert helped.get("/household").status_code == 303, "the household can end it from its own"


def test_the_household_sees_the_day_and_no_more(helped, client, address, app, clock):
    client.post("/next")
    for _ in range(2):
        client.post(address, data={"pin": PIN, "assisted": "1"})
        client.post("/next")
    assert assistance.days(US) == [clock.moment.date()]
    own = app.test_client()
    own.set_cookie(COOKIE, session.start_household(US, clock.moment))
    assert "您家自己，有人在旁边帮忙" in words(own.get("/held"))
    assert set(Assistance._meta.sorted_field_names) == {"household", "id", "day"}


def test_an_answer_is_marked_and_can_be_taken_back_alone(helped, app, clock):
    assert say(helped, "disputed", reason="not_received").status_code == 303
    assert Answer.get().assisted
    own = app.test_client()
    own.set_cookie(COOKIE, session.start_household(US, clock.moment))
    assert "有人在旁边帮着点的" in words(own.get(f"/due/{line()}"))
    assert say(own, "none").status_code == 303
    last = Answer.select().order_by(Answer.turn.desc()).get()
    assert (last.answer, last.assisted) == ("none", None)
    assert dispute.about(US, due=line()).state == "closed"


def test_what_it_says_again_alone_is_its_own(helped, app, clock):
    say(helped, "disputed", reason="not_received")
    own = app.test_client()
    own.set_cookie(COOKIE, session.start_household(US, clock.moment))
    say(own, "disputed", reason="not_received")
    assert "有人在旁边帮着点的" not in words(own.get(f"/due/{line()}"))
    say(helped, "disputed", reason="not_received")
    assert Answer.select().count() == 2, "a helper's repetition changes nothing"


def test_a_dispute_s_words_are_marked_for_whoever_answers(helped, staff, sign_in):
    data = {"id": str(uuid4()), "reason": "place", "words": "想去合作社干活"}
    assert helped.post("/household/dispute", data=data).status_code == 303
    (row,) = dispute.of_household(US)
    assert [each.assisted for each in dispute.entries(row)] == [True]
    assert "说的时候有人在旁边帮忙" in words(helped.get(f"/household/dispute/{row.id}"))
    assert docket.reads_words(row, "township")
    shown = words(sign_in("township").get(f"/dispute/{row.id}"))
    assert "说的时候有人在旁边帮忙" in shown


def test_the_cadre_does_not_learn_who_was_helped(helped, sign_in):
    say(helped, "disputed", reason="not_received")
    row = dispute.about(US, due=line())
    assert DisputeEntry.get().assisted
    shown = sign_in("cadre").get(f"/dispute/{row.id}")
    assert shown.status_code == 200
    assert "有人在旁边帮忙" not in words(shown)


def test_its_own_next_word_on_a_dispute_is_not_marked(helped, app, clock):
    say(helped, "disputed", reason="not_received")
    row = dispute.about(US, due=line())
    dispute_step.add(US, row.id, uuid4(), "withdrawn", clock.moment.date())
    assert [each.assisted for each in dispute.entries(row)] == [True, None]


@pytest.mark.parametrize("role", ["cadre", "township", "county", "prefecture"])
def test_where_staff_are_signed_in_no_pin_is_asked_for_or_taken(sign_in, address, role):
    desk = sign_in(role)
    before = Session.select().count()
    unknown = "/c/" + "A" * 26
    for path in (address, unknown):
        for answer in (
            desk.post(path, data={"pin": PIN}),
            desk.get(f"{path}/start"),
            desk.post(f"{path}/start", data={"code": "12345678", "pin": PIN, "again": PIN}),
        ):
            page = BeautifulSoup(answer.data, "html.parser")
            assert answer.status_code == 403
            assert not page.select("input[type=password], input#pin, input#code")
            assert "退出登录" in page.main.text
    assert Session.select().count() == before
    left = card.take_guess(card.of_household(US), farm.TODAY).left
    assert left == card.WRONG_GUESSES_A_DAY - 1, "no guess was used"


def test_a_slip_can_be_used_with_somebody_at_its_side(client, address):
    from models import slip

    code = slip.issue(US, farm.TODAY)
    data = {"code": code, "pin": "731904", "again": "731904", "assisted": "1"}
    assert client.post(f"{address}/start", data=data).location == "/household"
    assert LABEL in client.get("/household").text
    assert assistance.days(US) == [farm.TODAY]
