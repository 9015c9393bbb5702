"""The business answers what was found about it: from closed lists, with a few own words."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import reply
from models.finding import Finding
from models.reply import Reply
from tests.web import farm, firm


@pytest.fixture(autouse=True)
def ledger(app):
    firm.firm()


@pytest.fixture
def payer(app, clock):
    return firm.enter(app, clock)


@pytest.fixture
def late():
    return firm.late(firm.VILLAGE, 2, 600_00)


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def send(payer, finding, kind, sent=None, **fields):
    data = {"id": str(sent or uuid4()), "reply": kind, **fields}
    return payer.post(f"/reply/{finding}", data=data)


GOOD = {
    "pays": {"pays_on": "2026-12-01", "amount": "1,200.50"},
    "paid": {"voucher": "记-2026-11-015"},
    "disagrees": {"reason": "wrong_sum"},
    "asks_help": {"reason": "technology"},
}


@pytest.mark.parametrize("kind", GOOD)
def test_each_kind_of_reply_is_stored_and_shown(payer, late, kind):
    answer = send(payer, late, kind, **GOOD[kind], remark="年底前一定补齐。")
    assert (answer.status_code, answer.location) == (303, f"/reply/{late}")
    (row,) = reply.of_finding(late)
    assert (row.reply, row.day, row.business) == (kind, firm.TODAY, firm.COOPERATIVE)
    shown = words(page(payer.get(f"/reply/{late}")).select_one(".answer__said"))
    expected = {
        "pays": "2026年12月1日 以前付 1,200.50 元",
        "paid": "已经付了，凭证号 记-2026-11-015",
        "disagrees": "不同意：金额算得不对",
        "asks_help": "需要帮助：科技含量不高",
    }
    assert expected[kind] in shown
    assert "年底前一定补齐。" in shown
    assert "已答复" in payer.get("/payer").text


def test_a_reply_is_taken_back_by_a_further_turn(payer, late):
    send(payer, late, "disagrees", reason="other")
    assert "收回这个答复" in payer.get(f"/reply/{late}").text
    send(payer, late, "none")
    assert [row.reply for row in reply.of_finding(late)] == ["disagrees", "none"]
    assert "收回这个答复" not in payer.get(f"/reply/{late}").text
    assert "还没答复" in payer.get("/payer").text


def test_the_same_form_twice_is_one_turn(payer, late):
    sent = uuid4()
    for _ in range(3):
        assert send(payer, late, "disagrees", sent, reason="other").status_code == 303
    assert Reply.select().count() == 1


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("pays", {"pays_on": "", "amount": "5"}, "请写哪一天付"),
        ("pays", {"pays_on": "2026-11-22", "amount": "5"}, "这一天已经过去了"),
        ("pays", {"pays_on": "2029-01-01", "amount": "5"}, "太远了"),
        ("pays", {"pays_on": "2026-02-30", "amount": "5"}, "请写哪一天付"),
        ("pays", {"pays_on": "2026-12-01", "amount": ""}, "金额只写数字"),
        ("pays", {"pays_on": "2026-12-01", "amount": "很多"}, "金额只写数字"),
        ("pays", {"pays_on": "2026-12-01", "amount": "0"}, "请写要付多少元"),
        ("paid", {"voucher": " "}, "请写凭证号"),
        ("paid", {"voucher": "x" * 41}, "凭证号最多40个字"),
        ("paid", {"voucher": "<b>"}, "凭证号最多40个字"),
        ("paid", {"voucher": "13812345678"}, "这不像凭证号"),
        ("paid", {"voucher": "6222021234567890123"}, "这不像凭证号"),
        ("paid", {"voucher": "65230119900101123X"}, "这不像凭证号"),
        ("disagrees", {}, "请选一个原因"),
        ("disagrees", {"reason": "funds"}, "请选一个原因"),
        ("asks_help", {"reason": "wrong_sum"}, "请选一个原因"),
    ],
)
def test_a_refused_form_says_why_and_keeps_what_was_typed(payer, late, kind, fields, said):
    answer = send(payer, late, kind, remark="请再等几天", **fields)
    assert answer.status_code == 422
    shown = page(answer)
    assert said in words(shown.select_one(".field__error"))
    (opened,) = shown.select("details[open]")
    assert opened.select_one("textarea").text == "请再等几天"
    for name, value in fields.items():
        field = opened.select_one(f"input[name={name}]:not([type=radio])")
        assert field is None or field["value"] == value
    assert Reply.select().count() == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * 501, "最多写500个字"),
        ("打电话 138 1234 5678", "电话、证件号"),
        ("王建国 自己不来领", "王建国"),
        ("他是 哪个 民 族 的", "民族"),
        ("ئۇنىڭ مىللىتى", "مىللىت"),
        ("看不见\u202e的", "看不见的符号"),
    ],
)
def test_own_words_hold_nothing_that_must_not_be_held(payer, late, text, said):
    answer = send(payer, late, "disagrees", reason="other", remark=text)
    assert answer.status_code == 422
    assert said in words(page(answer).select_one(".field__error"))
    assert Reply.select().count() == 0


@pytest.mark.parametrize(
    "text",
    [
        "流动资金不足，2026-12-31 前补 12,000.00 元。",
        "昌吉回族自治州的款项 20261130 已到账。",
        "产品定位不准，\n资金去向已经报给县里。",
        "پۇل يىل ئاخىرىدا بېرىلىدۇ.",
        "",
    ],
)
def test_plain_words_about_money_are_taken(payer, late, text):
    assert send(payer, late, "asks_help", reason="funds", remark=text).status_code == 303
    assert reply.of_finding(late)[0].remark == text


def test_nothing_that_was_typed_is_markup(payer, late):
    send(payer, late, "disagrees", reason="other", remark="<script>alert(1)</script> & %(x)s")
    for address in (f"/reply/{late}", "/payer"):
        text = payer.get(address).text
        assert "<script>alert" not in text
    assert "&lt;script&gt;" in payer.get(f"/reply/{late}").text


def test_another_s_an_unknown_and_a_hidden_finding_are_not_there(payer):
    foreign = firm.found(business=firm.FARM)
    hidden = firm.found("household.no_measure", subject_kind="household")
    for identity in (foreign, hidden, uuid4()):
        assert payer.get(f"/reply/{identity}").status_code == 404
        assert send(payer, identity, "disagrees", reason="other").status_code == 404
    assert Reply.select().count() == 0


def test_what_has_ended_is_read_and_answered_no_more(payer, late):
    send(payer, late, "disagrees", reason="other")
    Finding.update(ended_on=date(2026, 11, 22)).execute()
    shown = page(payer.get(f"/reply/{late}"))
    assert "已经没有了" in shown.text
    assert not shown.select("main form")
    assert send(payer, late, "none").status_code == 409


@pytest.mark.parametrize("sent", [{}, {"reply": "ignores"}, {"reply": ""}])
def test_what_is_no_form_of_ours_is_refused(payer, late, sent):
    assert payer.post(f"/reply/{late}", data=sent).status_code == 422


@pytest.mark.parametrize("role", ["cadre", "township", "county", "prefecture"])
def test_nobody_answers_in_its_place(sign_in, as_household, client, late, role):
    for phone in (sign_in(role), as_household):
        assert phone.get(f"/reply/{late}").status_code == 404
        assert send(phone, late, "disagrees", reason="other").status_code == 404
    assert client.get(f"/reply/{late}").location == "/b"
    assert Reply.select().count() == 0


def test_the_sentence_is_shown_where_it_tells_of_nobody(payer):
    plain = firm.found("agreement.no_due_day", params={"clause": "3"})
    named = firm.found("agreement.no_wage", params={"clause": farm.OURS})
    assert "第 3 条款" in words(page(payer.get(f"/reply/{plain}")).main)
    assert farm.OURS not in payer.get(f"/reply/{named}").text


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_the_page_speaks_both_languages_and_needs_no_script(payer, late, lang):
    send(payer, late, "pays", **GOOD["pays"])
    payer.set_cookie("lang", lang)
    shown = page(payer.get(f"/reply/{late}"))
    assert shown.html["lang"] == lang
    forms = shown.select("main form[method=post]")
    assert len(forms) == 5
    assert {form["action"] for form in forms} == {f"/reply/{late}"}
    ids = [each["id"] for each in shown.select("[id]")]
    assert len(ids) == len(set(ids))
