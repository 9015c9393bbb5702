"""The cadre's list and the page of a check: whose lines, which lines, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import access, card
from models.answer import Answer
from models.business import Business
from models.household import Income
from models.ids import household_id
from models.visit import Said, store
from tests.web.lines import VILLAGE, add_due, add_household

TODAY = date(2026, 11, 23)
OTHER = "652301100201"


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def home(app):
    return add_household("652301100200-017")


@pytest.fixture
def owned(app, home):
    return card.issue(home, TODAY)


@pytest.fixture
def cadre(sign_in):
    return sign_in("cadre")


def test_the_list_holds_what_is_due_and_what_nobody_asked_about(cadre, home):
    add_due(home)
    add_due(home, kind="rent", due=80_000, paid=80_000, completed_on=date(2026, 1, 5))
    text = page(cadre.get("/visit")).get_text(" ", strip=True)
    assert "652301100200-017 巴合提·努尔兰" in text
    assert "保底收益 2026年 1,200.00元 最迟 2026年11月11日 逾期 12 天" in text.replace(" 元", "元")
    assert "还没问过" in text


def test_the_list_leaves_out_what_is_settled_far_ahead_or_not_money(cadre, home):
    add_due(home, kind="rent", due_on=date(2027, 6, 1))
    add_due(home, kind="saved", due=0)
    add_due(home, kind="dividend", due=None, reason="no_result")
    add_due(home, withdrawn=True)
    add_due(home, year=2023, paid=120_000, completed_on=date(2023, 1, 1))
    add_due(home, party="village")
    paid = add_due(home, kind="wage", ref="2026-10-31", paid=120_000, completed_on=TODAY)
    store(uuid4(), home, uuid4(), [Said("received", due=paid)], TODAY)
    assert "现在没有要核对的" in cadre.get("/visit").text


@pytest.mark.parametrize(
    ("show", "kinds"),
    [
        ("", {"保底收益", "土地租金", "按股分红"}),
        ("overdue", {"保底收益"}),
        ("today", {"土地租金"}),
        ("unasked", {"土地租金", "按股分红"}),
        ("nonsense", {"保底收益", "土地租金", "按股分红"}),
    ],
)
def test_the_list_can_be_narrowed(cadre, home, show, kinds):
    late = add_due(home)
    add_due(home, kind="rent", due_on=TODAY)
    add_due(home, kind="dividend", paid=120_000, completed_on=date(2026, 11, 11))
    store(uuid4(), home, uuid4(), [Said("unsure", due=late)], TODAY)
    shown = page(cadre.get(f"/visit?show={show}")).select(".door__what")
    assert {each.text.split()[0] for each in shown} == kinds


def test_the_search_knows_number_and_head_of_the_village_alone(cadre, home):
    add_due(home)
    stranger = add_household("652301100201-003", OTHER, "谢依达")
    add_due(stranger, village=OTHER)
    for words in ("017", "巴合提", "努尔兰", "巴合提.努尔兰"):
        assert "巴合提·努尔兰" in cadre.post("/visit/find", data={"q": words}).text
    for words in ("谢依达", "652301100201-003"):
        answer = cadre.post("/visit/find", data={"q": words})
        assert "没有找到结果" in answer.text
        assert "652301100201-003" not in str(page(answer).select(".door"))


def test_a_search_is_narrowed_and_paged_by_buttons_that_post_its_words_on(cadre):
    for number in range(1, 26):
        add_due(add_household(f"652301100200-{number:03}"), due_on=TODAY)
    answer = cadre.post("/visit/find?show=today", data={"q": "巴合提"})
    assert answer.headers["Cache-Control"] == "no-store"
    found = page(answer)
    form = found.find("form", id="search")
    assert (form["method"], form["action"]) == ("post", "/visit/find?show=today")
    assert form.find("input", {"name": "q"})["value"] == "巴合提"
    after = found.find("button", class_="pager__link")
    assert (after["form"], after["formaction"]) == ("search", "/visit/find?show=today&page=2")
    chips = [each["formaction"] for each in found.select("button.chip")]
    assert chips[1] == "/visit/find?show=overdue"
    last = page(cadre.post("/visit/find?show=today&page=3", data={"q": "巴合提"}))
    assert [each.text for each in last.select(".door__number")] == ["652301100200-025"]
    assert "%E5" not in str(found)
    without = page(cadre.post("/visit/find?show=today", data={"q": " "}))
    assert without.find("a", rel="next")["href"] == "/visit?show=today&page=2"


def test_a_change_of_language_leads_back_to_the_list(cadre, home):
    shown = page(cadre.post("/visit/find?show=today", data={"q": "x", "next": "/visit"}))
    assert shown.select_one(".top__language input[name=next]")["value"] == "/visit"


def test_the_list_is_paged_and_keeps_its_order(cadre):
    for number in range(1, 26):
        add_due(add_household(f"652301100200-{number:03}"))
    first = page(cadre.get("/visit"))
    assert len(first.select(".door")) == 12
    last = page(cadre.get("/visit?page=99"))
    assert [each.text for each in last.select(".door__number")] == ["652301100200-025"]
    assert first.find("a", rel="next")["href"] == "/visit?page=2"


def test_a_township_chooses_one_of_its_villages_first(sign_in, app, home):
    from models.place import Place

    add_due(home)
    for code, name in ((VILLAGE, "榆树沟村"), (OTHER, "六工村"), ("652302001200", "外村")):
        Place.create(code=code, level="village", name=name, parent=code[:9])
    township = sign_in("township")
    chosen = page(township.get("/visit"))
    assert {link["href"] for link in chosen.select("main a.row")} == {
        f"/visit?village={VILLAGE}",
        f"/visit?village={OTHER}",
    }
    assert "巴合提" not in chosen.text
    assert "巴合提" in township.get(f"/visit?village={VILLAGE}").text
    for outside in ("652302001200", VILLAGE[:9], "6523", "x"):
        assert township.get(f"/visit?village={outside}").status_code == 404


def test_a_cadre_cannot_choose_another_village(cadre, home):
    stranger = add_household("652301100201-003", OTHER, "谢依达")
    add_due(stranger, village=OTHER)
    assert "谢依达" not in cadre.get(f"/visit?village={OTHER}").text


@pytest.mark.parametrize("role", ["county", "prefecture"])
def test_nobody_else_of_the_staff_checks(sign_in, role, owned):
    client = sign_in(role)
    token = card.token(owned.id)
    assert client.get("/visit").status_code == 404
    assert client.get(f"/visit/new?card={token}").status_code == 404
    assert client.post("/visit", data={"card": token}).status_code == 404


def test_a_household_has_no_staff_pages(as_household):
    assert as_household.get("/visit").status_code == 404
    assert as_household.get("/visit/new").status_code == 404


def test_who_is_not_signed_in_is_asked_to(client):
    answer = client.get("/visit/new?card=1234")
    assert (answer.status_code, answer.location) == (303, "/signin?next=/visit/new%3Fcard%3D1234")


def test_a_card_opens_its_lines_whatever_the_case(cadre, home, owned):
    add_due(home)
    token = card.token(owned.id)
    code = owned.short_code
    for typed in (token, token.lower(), code, f"{code[:4]} {code[4:]}", f"{code[:4]}-{code[4:]}"):
        led = cadre.post("/visit/new", data={"card": typed})
        assert (led.status_code, led.location) == (303, f"/visit/check/{owned.id}")
        answer = cadre.get(led.location)
        assert "请和农户一起核对 1 笔" in page(answer).get_text(" ", strip=True)


def test_a_scanned_card_leads_a_cadre_to_the_check(cadre, owned):
    token = card.token(owned.id)
    answer = cadre.get(f"/C/{token.lower()}")
    assert answer.location == f"/visit/check/{owned.id}"
    assert token not in answer.location


def test_an_address_of_another_program_that_names_the_card_is_led_on(cadre, owned):
    for typed in (card.token(owned.id), owned.short_code):
        assert cadre.get(f"/visit/new?card={typed}").location == f"/visit/check/{owned.id}"


def test_unknown_revoked_and_foreign_cards_answer_alike(cadre, home, owned):
    gone = owned
    card.issue(home, TODAY)
    foreign = card.issue(add_household("652301100201-003", OTHER), TODAY)
    nobodys = card.issue(household_id("652301100200-999"), TODAY)
    tokens = ["A" * 26, *(card.token(each.id) for each in (gone, foreign, nobodys))]
    codes = ["0000 0001", "00000000", *(each.short_code for each in (gone, foreign, nobodys))]
    checks = [cadre.get(f"/visit/check/{each.id}") for each in (gone, foreign, nobodys)]
    assert len({answer.text.replace(answer.request.path, "") for answer in checks}) == 1
    assert {answer.status_code for answer in checks} == {404}
    scans = [cadre.get(f"/c/{token}") for token in tokens]
    assert len({answer.text.replace(answer.request.path, "") for answer in scans}) == 1
    for group in (tokens, codes):
        answers = [cadre.post("/visit/new", data={"card": typed}) for typed in group]
        assert {answer.status_code for answer in answers} == {404}
        bodies = {re.sub(r"(card=|value=\")[A-Z0-9+ ]+", r"\1", answer.text) for answer in answers}
        assert len(bodies) == 1
    assert access.of_household(foreign.household) == []


@pytest.mark.parametrize("typed", ["abcdefgh", "١٢٣٤٥٦٧٨", "²²²²²²²²", "'; --", "x\x00", "9" * 500])
def test_what_is_no_card_at_all_is_said_plainly(cadre, typed):
    answer = cadre.post("/visit/new", data={"card": typed})
    assert answer.status_code == 404
    assert "这张户卡在这里不能用" in answer.text


def test_opening_is_recorded_for_the_household_once_a_day(cadre, home, owned):
    cadre.get(f"/visit/check/{owned.id}")
    cadre.get(f"/visit/check/{owned.id}")
    (row,) = access.of_household(home)
    assert (row.purpose, row.role, row.day, row.name) == (
        "check",
        "cadre",
        TODAY,
        "阿依古丽·买买提",
    )


def test_the_check_shows_the_lines_and_nothing_else(cadre, home, owned):
    line = add_due(home)
    Business.create(id=uuid4(), batch=uuid4(), number="NC-001", name="绿洲合作社", kind="other")
    Income.create(
        household=home, id=uuid4(), holder="", batch=uuid4(), year=2026, per_head=7_654_321
    )
    Answer.create(
        household=home, id=uuid4(), due=line, turn=1, answer="disputed", reason="less", day=TODAY
    )
    for address in (f"/visit/check/{owned.id}", "/visit"):
        text = cadre.get(address).text
        for hidden in ("76,543", "7654321", "disputed", "异议", "认账", "watched", "绿洲合作社"):
            assert hidden not in text, (address, hidden)
    assert "巴合提" not in cadre.get(f"/visit/check/{owned.id}").text


def test_the_payer_is_named_only_where_two_lines_would_read_alike(cadre, home, owned):
    for number, name in (("NC-001", "绿洲合作社"), ("NC-002", "天山公司"), ("NC-003", "北庭农场")):
        Business.create(id=uuid4(), batch=uuid4(), number=number, name=name, kind="other")
    add_due(home)
    add_due(home, business="NC-002")
    add_due(home, business="NC-003", kind="rent")
    text = cadre.get(f"/visit/check/{owned.id}").text
    assert "绿洲合作社" in text
    assert "天山公司" in text
    assert "北庭农场" not in text


def test_recently_paid_lines_may_be_checked_again_and_far_ones_not(cadre, home, owned):
    recent = add_due(home, paid=120_000, completed_on=date(2026, 11, 11))
    add_due(home, kind="rent", due_on=date(2027, 6, 1))
    soon = add_due(home, kind="dividend", due_on=date(2026, 12, 1))
    store(uuid4(), home, uuid4(), [Said("received", due=recent)], TODAY)
    shown = page(cadre.get(f"/visit/check/{owned.id}"))
    names = {each["name"] for each in shown.select("input[type=radio]")}
    assert names == {f"result-{recent}", f"result-{soon}"}


def test_the_form_works_without_a_script(cadre, home, owned):
    line = add_due(home)
    form = page(cadre.get(f"/visit/check/{owned.id}")).find("form", class_="asking")
    assert (form["method"], form["action"]) == ("post", "/visit")
    values = [each["value"] for each in form.select(f"input[name=result-{line}]")]
    assert values == ["received", "not_received", "less", "unsure", ""]
    assert form.find("input", {"name": f"amount-{line}"})["inputmode"] == "decimal"
    assert form.find("input", {"name": f"slip-{line}"})["type"] == "checkbox"
    assert not form.select("textarea, input[type=text]")
    sent = form.find("input", {"name": "id"})["value"]
    assert re.fullmatch(r"[0-9a-f-]{14}4[0-9a-f-]{21}", sent)


@pytest.mark.parametrize("address", ["/visit", "/visit/new"])
def test_the_pages_speak_uyghur(cadre, home, address):
    add_due(home)
    answer = cadre.get(f"{address}?lang=ug")
    assert page(answer).html["dir"] == "rtl"
    assert answer.status_code == 200


def test_the_list_is_a_part_when_htmx_asks(cadre, home):
    add_due(home)
    part = cadre.get("/visit", headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<div id="found">')
    assert "HX-Request" in part.headers["Vary"]
