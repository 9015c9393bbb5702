"""A year on paper: all lines with their steps, in both languages for everybody."""

import re

import pytest
from bs4 import BeautifulSoup

from models import session
from tests.web import farm, glyphs
from web.access import COOKIE


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


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d[\d,]*\.\d\d", text))


def test_the_pdf_has_the_figures_of_the_page(phone):
    page = papers(phone.get("/statement/2026"))["zh"]
    answer = phone.get("/statement/2026/pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    text, _ = glyphs.shown(answer.data)
    assert figures(words(page)) <= figures(text)
    for said in ("古丽娜尔·艾合买提", farm.OURS, farm.LAND, "天山养殖场", "2026-11-11", "待回答"):
        assert said in text.replace("\n", ""), said


def test_the_page_says_about_how_many_sheets(phone):
    page = BeautifulSoup(phone.get("/statement/2026").data, "html.parser")
    said = re.search(r"大约\s+(\d+)\s+张", page.get_text(" "))
    _, count = glyphs.shown(phone.get("/statement/2026/pdf").data)
    assert said
    assert abs(int(said[1]) - count) <= 1


def test_the_pdf_is_the_same_whoever_prints_it(phone):
    texts = []
    for language in ("zh", "ug"):
        phone.set_cookie("lang", language)
        texts.append(glyphs.shown(phone.get("/statement/2026/pdf").data)[0])
    assert texts[0] == texts[1]


def test_a_year_without_lines_is_one_sheet(phone):
    text, count = glyphs.shown(phone.get("/statement/2019/pdf").data)
    assert count == 1
    assert "这一年没有记录" in text


def test_on_somebody_else_s_phone_no_file_is_left(app, household, clock):
    farm.farm()
    phone = app.test_client()
    secret = session.start_assisted(household, clock.moment)
    phone.set_cookie(COOKIE, secret)
    page = phone.get("/statement/2026")
    assert "不下载文件，只打印" in page.text
    assert "/statement/2026/pdf" not in page.text
    assert phone.get("/statement/2026/pdf").status_code == 404


def test_nobody_else_gets_the_pdf(client, sign_in, phone):
    assert client.get("/statement/2026/pdf").status_code == 303
    for role in ("cadre", "township", "county", "prefecture"):
        assert sign_in(role).get("/statement/2026/pdf").status_code == 404
    assert phone.get("/statement/26/pdf").status_code == 404
