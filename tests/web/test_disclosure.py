"""What is disclosed of a project: its money as the page has it, days, no category, whose it is."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from models.project import Project
from tests.web import desk, farm, glyphs, lines, sharing

ADDRESS = f"/project/{desk.PROJECT}/disclosure"


@pytest.fixture
def township(sign_in):
    desk.county()
    return sign_in("township")


def paper(client, asked=""):
    answer = client.get(f"{ADDRESS}/paper{asked}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    text, count = glyphs.shown(answer.data)
    return text.replace("\n", " "), count


def words(answer):
    return " ".join(BeautifulSoup(answer.data, "html.parser").main.get_text(" ").split())


def test_it_says_whose_money_for_what_and_who_answers(township):
    text, count = paper(township)
    assert count <= 2
    for said in (
        "500,000.00",
        "200,000.00",
        desk.PROJECT,
        "农业农村局",
        "六工镇人民政府",
        "羊舍扩建",
    ):
        assert said in text, said
    assert "500,000.00" in words(township.get(ADDRESS))


def test_it_has_its_days_and_whom_to_ask(township):
    assert "____" in paper(township)[0]
    sharing.settle("query_phone", sharing.PHONE)
    text, _ = paper(township, "?from=2026-12-01&days=7")
    assert "2026年12月1日到2026年12月8日" in text
    assert sharing.PHONE in text


def test_a_text_that_names_a_category_is_left_out_and_the_page_says_so(township):
    Project.update(mechanism="带动脱贫户二十户", content="新建羊舍两栋").execute()
    text, _ = paper(township)
    assert "新建羊舍两栋" in text
    assert "脱贫" not in text
    assert "有家庭分类的词或者农户的名字，不印在纸上" in words(township.get(ADDRESS))


def test_neither_a_need_in_its_name_nor_a_household_is_printed(township):
    lines.add_household("652301100200-901", farm.VILLAGE, "热西旦·艾合买提")
    Project.update(name="建档立卡户庭院奖补", content="带动热西旦·艾合买提等十二户").execute()
    text, _ = paper(township)
    assert "建档立卡" not in text
    assert "热西旦" not in text


def test_a_project_of_which_little_is_known_is_a_form(township):
    Project.update(fund_county=None).execute()
    text, count = paper(township)
    assert count <= 2
    assert "合计" in text


@pytest.mark.parametrize("asked", ["?from=x&days=7", "?from=2026-12-01", "?days=3"])
def test_what_cannot_be_read_gets_a_sentence(township, asked):
    answer = township.get(ADDRESS + asked)
    assert answer.status_code == 422
    assert BeautifulSoup(answer.data, "html.parser").select(".field__error")
    assert township.get(f"{ADDRESS}/paper{asked}").location == ADDRESS + asked


@pytest.mark.parametrize("ending", ["", "/paper"])
def test_nobody_else_prints(township, client, as_household, sign_in, ending):
    assert client.get(ADDRESS + ending).status_code == 303
    assert as_household.get(ADDRESS + ending).status_code == 404
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get(ADDRESS + ending).status_code == 404
    assert sign_in("county", "652302").get(ADDRESS + ending).status_code == 404
    assert township.get(f"/project/none/disclosure{ending}").status_code == 404


def test_the_project_s_page_leads_to_it(township):
    page = BeautifulSoup(township.get(f"/project/{desk.PROJECT}").data, "html.parser")
    assert page.select_one(f"a[href='{ADDRESS}']")
