"""The business's own word beside a finding, and what followed each of one business's findings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from models import reply
from models.finding import Finding
from models.ids import random_id
from models.remedy import Remedy
from models.reply import NOTHING, Said
from tests.web import farm, firm

REMARK = "年底前一定补齐。"
PAYS = Said("pays", pays_on=date(2026, 12, 1), amount=1200_50, remark=REMARK)
WORD = "2026年12月1日 以前付 1,200.50 元 · 2026年11月23日"
OTHER_VILLAGE = "652301100201"
LIST = f"/finding?business={firm.COOPERATIVE}"


@pytest.fixture(autouse=True)
def ledger(app):
    firm.firm()
    firm.surveyed()


@pytest.fixture
def late():
    return firm.late(firm.VILLAGE, 2, 600_00)


@pytest.fixture
def county(sign_in):
    return sign_in("county")


def page(response):
    assert response.status_code == 200, response.status
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def say(finding, said, days=0):
    assert reply.give(firm.COOPERATIVE, [finding], said, firm.TODAY + timedelta(days=days))


def remedied(finding, state="open"):
    row = Finding.get_by_id(finding)
    same = ("county", "place", "code", "article", "subject_kind", "subject_number")
    Remedy.create(
        id=random_id(),
        finding=finding,
        measure="rectify",
        office=firm.VILLAGE[:9],
        first="township",
        level="township",
        state=state,
        opened_on=firm.TODAY,
        due_on=firm.TODAY,
        **{name: getattr(row, name) for name in same},
    )


def cells(client, address=LIST):
    """Return what followed each row, by the id of its finding."""
    found = {}
    for row in page(client.get(address)).select("#found tbody tr"):
        key = row.a["href"].removeprefix("/finding/")
        found[key] = words(row.select("td")[6])
    return found


@pytest.mark.parametrize("role", ["county", "township"])
def test_a_finding_shows_every_word_in_its_turn_with_its_day(sign_in, late, role):
    say(late, Said("disagrees", reason="wrong_sum", remark="请再核一次"))
    say(late, PAYS, days=2)
    shown = page(sign_in(role).get(f"/finding/{late}")).select_one("#replies")
    turns = [words(each) for each in shown.select("li")]
    assert turns[0] == "不同意：金额算得不对 2026年11月23日 请再核一次"
    assert turns[1] == f"2026年12月1日 以前付 1,200.50 元 2026年11月25日 现在的答复 {REMARK}"


def test_a_word_that_was_taken_back_counts_no_more(county, late):
    say(late, PAYS)
    say(late, NOTHING)
    shown = page(county.get(f"/finding/{late}")).select_one("#replies")
    assert "收回了答复" in words(shown.select("li")[1])
    assert "现在的答复" not in shown.text
    assert len(shown.select(".trail__one_undone")) == 2
    assert cells(county)[str(late)] == "还没答复 没有整改"


def test_a_finding_without_a_word_says_so(county, late):
    shown = page(county.get(f"/finding/{late}")).select_one("#replies")
    assert "经营主体还没有答复" in shown.text


def test_what_no_business_can_answer_has_no_place_for_a_word(county):
    own = firm.found("household.no_measure", subject_kind="household", subject_number="H-1")
    ended = firm.late(firm.VILLAGE, 2, 600_00, ended_on=firm.TODAY)
    for identity in (own, ended):
        assert not page(county.get(f"/finding/{identity}")).select("#replies")
    assert cells(county)[str(own)] == ""


def test_a_word_stays_beside_a_finding_that_has_ended(county, late):
    say(late, PAYS)
    Finding.update(ended_on=firm.TODAY).execute()
    assert REMARK in page(county.get(f"/finding/{late}")).select_one("#replies").text
    assert "以前付" in cells(county, f"{LIST}&state=ended")[str(late)]


def test_the_list_of_one_business_says_how_each_stands(county, late):
    silent = firm.found("agreement.no_due_day", params={"clause": "3"})
    say(late, PAYS)
    remedied(late, "proposed")
    assert cells(county) == {
        str(late): f"已答复 等人销号 {WORD}",
        str(silent): "还没答复 没有整改",
    }
    (case,) = Remedy.select()
    assert page(county.get(LIST)).select_one(f"#found a[href='/remedy/{case.id}']")


def test_a_village_that_joined_a_matter_later_has_its_word_too(county, late):
    say(late, PAYS)
    joined = firm.late(OTHER_VILLAGE, 9, 1200_00)
    assert set(cells(county).values()) == {f"已答复 没有整改 {WORD}"}
    assert REMARK in page(county.get(f"/finding/{joined}")).select_one("#replies").text


def test_other_lists_say_nothing_of_words(county, late):
    say(late, PAYS)
    for address in ("/finding", f"{LIST}&on=2026-11-20"):
        assert "已答复" not in page(county.get(address)).select_one("#found").text


def test_own_words_are_for_county_and_township_alone(county, sign_in, client, as_household, late):
    say(late, PAYS)
    assert REMARK not in county.get(LIST).text
    assert sign_in("county", "652302").get(f"/finding/{late}").status_code == 404
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get(f"/finding/{late}").status_code == 404
        assert sign_in(role).get(LIST).status_code == 404
    for reader in (as_household, client):
        assert REMARK not in reader.get(f"/agreement/{farm.SHARES}", follow_redirects=True).text


def test_nothing_that_was_typed_is_markup(county, late):
    say(late, Said("disagrees", reason="other", remark="<script>alert(1)</script> %(x)s"))
    text = county.get(f"/finding/{late}").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_the_queries_do_not_grow_with_the_rows(county, late, statements):
    county.get(LIST)
    statements.clear()
    county.get(LIST)
    few = len(statements)
    for clause in range(3, 30):
        each = firm.found("agreement.no_due_day", params={"clause": str(clause)})
        say(each, Said("asks_help", reason="funds"))
        remedied(each)
    statements.clear()
    county.get(LIST)
    assert len(statements) == few <= 24


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_both_pages_speak_both_languages(county, late, lang):
    say(late, PAYS)
    county.set_cookie("lang", lang)
    for address in (LIST, f"/finding/{late}"):
        assert page(county.get(address)).html["lang"] == lang
