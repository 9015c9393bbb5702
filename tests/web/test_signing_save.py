"""The form of an agreement: what is kept, what is refused, and how it stands to the articles."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from models import signing
from rules.watch import term
from tests.web import desk
from web.pages.signing_form import groups_of, names_of

BESIDE = ("beneficiaries", "listed")  # the roster


@pytest.fixture(autouse=True)
def _county(app):
    desk.county()


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def send(client, key, rest="", *, turn=0, clause=1, part=False, **cells):
    headers = {"HX-Request": "true"} if part else {}
    data = {"turn": turn, "clause": clause, **cells}
    return client.post(f"/signing/{key}{rest}", data=data, headers=headers)


def read(answer):
    return BeautifulSoup(answer.text, "html.parser")


def judged(found):
    """Return state and words by the article's number."""
    return {
        each.select_one("a")["href"].removeprefix("/policy/"): (
            each["class"][1].removeprefix("judgement_"),
            " ".join(each.get_text(" ").split()),
        )
        for each in found.select("li.judgement")
        if each.select_one("a")
    }


@pytest.mark.parametrize("mode", desk.MODES)
def test_the_form_asks_for_what_the_mode_needs_in_the_order_of_the_articles(township, mode):
    found = read(township.get(f"/signing/{desk.lay(mode)}"))
    asked = [each["name"] for each in found.select(".term-fields [name]")]
    assert asked == [name for names in groups_of(mode).values() for name in names]
    articles = [each["href"] for each in found.select(".desk__main .card__title a")]
    numbers = [int(each.removeprefix("/policy/").partition("#")[0]) for each in articles]
    assert numbers == sorted(numbers)
    assert numbers[0] == 10


@pytest.mark.parametrize("mode", desk.MODES)
def test_what_an_article_asks_for_can_be_typed(mode):
    own = {*names_of(mode), *BESIDE}
    for asked in (*term.MODES[mode], *term.CORE_TERMS, *term.MODEL_TERMS):
        assert set(asked.fields) & own, asked.code


@pytest.mark.parametrize("mode", desk.MODES)
def test_what_was_kept_stands_in_the_form(township, mode):
    found = read(township.get(f"/signing/{desk.lay(mode)}"))
    typed = desk.form(mode)
    for each in found.select(".term-fields [name]"):
        if each.name == "select":
            chosen = each.select_one("[selected]")
            value = chosen["value"] if chosen else ""
        else:
            value = each.get_text().strip() if each.name == "textarea" else each["value"]
        assert value == typed.get(each["name"], ""), each["name"]


def test_saving_keeps_the_terms_and_counts(township):
    key = desk.lay("land")
    answer = send(township, key, rent_price="650", rent_growth="")
    assert answer.status_code == 303
    draft = signing.find(key)
    assert draft.clauses[0]["agreement.rent_price"] == "650"
    assert "agreement.rent_growth" not in draft.clauses[0]
    assert draft.clauses[0]["agreement.land_area"] == "24.7"
    assert draft.turn == 1


def test_sent_twice_it_is_kept_once(township):
    key = desk.lay()
    answers = [send(township, key, principal="50000") for _ in range(2)]
    assert [each.status_code for each in answers] == [303, 303]
    assert signing.find(key).turn == 1


def test_what_cannot_be_read_is_refused_and_stays_as_typed(township):
    key = desk.lay()
    typed = {
        "principal": "四万",
        "liability": "写明身份证 11010519491231002X",
        "ends_on": "二九年底",
    }
    answer = send(township, key, **typed)
    assert answer.status_code == 422
    found = read(answer)
    for name, text in typed.items():
        field = found.select_one(f"#{name}")
        assert (field.get("value") or field.get_text().strip()) == text
        assert field["aria-invalid"] == "true"
        assert found.select_one(f"#{name}-error").get_text()
    assert signing.find(key).turn == 0


@pytest.mark.parametrize("word", ["民族", "宗教", "religious belief", "مىللىتى"])
def test_words_about_people_are_refused_with_a_sentence(township, word):
    answer = send(township, desk.lay(), entry_terms=f"看{word}")
    assert answer.status_code == 422
    assert "个人信息" in read(answer).select_one("#entry_terms-error").get_text()


def test_nobody_writes_over_another_unseen(township):
    key = desk.lay()
    send(township, key, principal="50000")
    answer = send(township, key, turn=0, principal="60000")
    assert answer.status_code == 409
    found = read(answer)
    assert found.select_one("#principal")["value"] == "60000"
    assert signing.find(key).clauses[0]["agreement.principal"] == "50000"
    turn = found.select_one("input[name=turn]")["value"]
    assert send(township, key, turn=turn, principal="60000").status_code == 303
    assert signing.find(key).clauses[0]["agreement.principal"] == "60000"


def test_what_a_contract_has_once_goes_to_all_its_clauses(township):
    key = desk.lay()
    township.post(f"/signing/{key}/clause", data={"turn": 0, "mode": "land"})
    send(township, key, turn=1, clause=2, signed_on="2026-12-01", rent_price="600")
    first, second = signing.find(key).clauses
    assert first["agreement.signed_on"] == second["agreement.signed_on"] == "2026-12-01"
    assert "agreement.rent_price" not in first


def test_a_whole_agreement_is_green_in_every_article(township):
    found = judged(read(township.get(f"/signing/{desk.lay()}")))
    assert {state for state, _ in found.values()} == {"ok"}
    assert {"10#3", "13", "15", "18"} <= set(found)


def test_checking_says_what_is_missing_and_keeps_nothing(township):
    key = desk.lay()
    for part in (True, False):
        answer = send(township, key, "/check", part=part, ends_on="", exit_terms="", due_days="")
        assert answer.status_code == 200
        found = judged(read(answer))
        assert found["10#3"][0] == found["15"][0] == "missing"
        assert "合作期限" in found["10#3"][1]
        assert "兑现时限" in found["10#3"][1]
        assert "怎样退出" in found["15"][1]
        assert found["18"][0] == "ok"
    assert signing.find(key).turn == 0
    assert answer.text.lstrip().startswith("<!doctype html>")


def test_htmx_gets_the_verdicts_alone(township):
    answer = send(township, desk.lay(), "/check", part=True, ends_on="")
    assert answer.text.lstrip().startswith('<aside class="desk__side" id="verdicts"')


def test_a_debt_below_the_rate_says_how_much_each_household_lacks(township):
    key = desk.lay(stake="debt", guaranteed_rate="3", profit_share="")
    state, words = judged(read(township.get(f"/signing/{key}")))["13"]
    assert state == "reason"
    assert "每户每年差 90.00 元" in words  # 40,000 × (3.45 % − 3 %) ÷ 2
    assert "3.45%" in words
    send(township, key, written_reason="头两年种苗投入大，第三年起补足。")
    state, words = judged(read(township.get(f"/signing/{key}")))["13"]
    assert state == "ok"
    assert "90.00 元" in words


def test_a_rate_at_the_floor_is_green(township):
    key = desk.lay(stake="debt", guaranteed_rate="3.45", profit_share="")
    assert judged(read(township.get(f"/signing/{key}")))["13"][0] == "ok"


def test_a_lease_is_held_against_depreciation(township):
    key = desk.lay(stake="lease", guaranteed_rate="", guaranteed_amount="9000", profit_share="")
    send(township, key, assets=desk.ASSET)
    assert signing.find(key).assets == (desk.ASSET,)
    state, words = judged(read(township.get(f"/signing/{key}")))["13"]
    assert state == "reason"  # 200,000 × 95 % ÷ 20 = 9,500
    assert "每户每年差 250.00 元" in words


def test_an_unreadable_cell_is_said_beside_the_articles(township):
    answer = send(township, desk.lay(), "/check", part=True, guaranteed_rate="六厘")
    assert "保底比例" in read(answer).select_one(".judgement__mark").parent.get_text()


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_the_page_is_there_in_both_languages(township, language):
    key = desk.lay("land", rent_price="", exit_terms="")
    answer = township.get(f"/signing/{key}?lang={language}")
    assert read(answer).html["lang"] == language


def test_what_a_workbook_brought_besides_is_not_signed_unseen(township):
    key = desk.lay("order", rent_price="610")
    found = read(township.get(f"/signing/{key}"))
    assert found.select_one("#group-more #rent_price")["value"] == "610"
