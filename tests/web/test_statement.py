"""A year on paper: all lines with their steps, in both languages for everybody."""

import pytest
from bs4 import BeautifulSoup

from tests.web import farm


@pytest.fixture
def phone(as_household):
    farm.farm()
    return as_household


def papers(response) -> dict[str, BeautifulSoup]:
    assert response.status_code == 200
    page = BeautifulSoup(response.data, "html.parser")
    return {paper["lang"]: paper for paper in page.select("article.paper")}


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_the_paper_has_both_languages_and_the_screen_the_reader_s(phone, language):
    phone.set_cookie("lang", language)
    found = papers(phone.get("/statement/2026"))
    assert list(found) == ["zh", "ug"]
    shown = [code for code, paper in found.items() if "only-print" not in paper["class"]]
    assert shown == [language]
    assert found["ug"]["dir"] == "rtl"


def test_the_papers_are_the_same_whoever_prints_them(phone):
    texts = []
    for language in ("zh", "ug"):
        phone.set_cookie("lang", language)
        found = papers(phone.get("/statement/2026"))
        texts.append([words(paper) for paper in found.values()])
    assert texts[0] == texts[1]


def test_all_lines_stand_there_with_their_steps_and_articles(phone):
    paper = papers(phone.get("/statement/2026"))["zh"]
    lines = paper.select(".paper__line")
    assert [words(line.h3) for line in lines] == [
        "保底收益 · 木垒县依尔哈巴克农民专业合作社",
        "简表写明 · 天山养殖场",
        "土地租金 · 昌吉市六工镇种植家庭农场",
        "保底收益 · 木垒县依尔哈巴克农民专业合作社",
    ]
    assert all(line.select(".why__one .citation") for line in lines)
    assert "= 7,533.50 元" in words(lines[2])
    assert "这是写明的数，不是算出来的" in words(lines[1])


def test_the_sums_and_the_day_of_printing_stand_there(phone):
    text = words(papers(phone.get("/statement/2026"))["zh"])
    for part in (
        "应得 9,083.50 元",
        "已收到 950.00 元",
        "逾期未到 7,533.50 元",
        "往年还没收到 800.00 元",
        "这是 2026年11月23日 的情况",
        "古丽娜尔·艾合买提",
    ):
        assert part in text


def test_a_year_without_lines_is_an_empty_paper(phone):
    assert "这一年没有记录" in words(papers(phone.get("/statement/2019"))["zh"])


@pytest.mark.parametrize("path", ["/statement/26", "/statement/20260", "/statement/-1"])
def test_what_is_no_year_is_not_there(phone, path):
    assert phone.get(path).status_code == 404


def test_nobody_else_sees_it(client, sign_in, phone):
    assert client.get("/statement/2026").status_code == 303
    assert sign_in("township").get("/statement/2026").status_code == 404
