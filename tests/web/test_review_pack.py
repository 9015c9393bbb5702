"""A pack says the same on the page, as PDF, as Word and as Excel, and nothing of a household."""

from __future__ import annotations

import io
import re
import zipfile
from uuid import uuid4

import pytest

from models import answer
from models.due import Due
from models.ids import household_id
from tests.web import farm, yearly
from tests.web.printed import text_of

FILES = {"pdf": "pdf", "word": "docx", "excel": "xlsx"}


@pytest.fixture
def pack(app, sign_in, clock):
    """A function: pack("/pdf", "ug") returns that file of a county's pack."""
    yearly.settle()
    for line in Due.select().where(Due.household == household_id(farm.OURS)):
        answer.give(line.household, due=line.id, answer="confirmed", today=clock.moment.date())
    client = sign_in("county")
    said = "请合作社按协议付清。\n乡镇每月报进度。"
    decided = {"id": str(uuid4()), "met_on": "2026-03-05", "text": said}
    assert client.post("/review/2026", data=decided).status_code == 303
    ug = "كارخانىلار پايدىنى ۋاقتىدا تۆلىسۇن."
    client.post("/review/2026", data=decided | {"text": ug, "id": str(uuid4())})
    address = client.post("/review/2026/pack", data={"id": str(uuid4())}).location
    return lambda file="", lang="zh": client.get(f"{address}{file}?lang={lang}")


def test_the_files_are_what_they_are_called(pack):
    for file, ending in FILES.items():
        found = pack(f"/{file}")
        assert found.status_code == 200
        assert found.headers["Content-Disposition"].endswith(f"2026-11-23.{ending}")
        assert found.headers["Cache-Control"] == "no-store"


def test_word_has_the_figures_of_the_page(pack):
    page = [rows for rows in yearly.tables(pack().text).values() if rows]
    word = yearly.in_word(pack("/word").data)
    assert len(word) == len(page)
    for wanted, found in zip(page, word, strict=True):
        assert [[cell.replace("\n", "") for cell in row] for row in found] == [
            [cell.replace("\n", "") for cell in row] for row in wanted
        ]


def test_excel_has_the_figures_of_the_page_as_numbers(pack):
    page = yearly.tables(pack().text)
    excel = yearly.in_excel(pack("/excel").data)
    assert len(excel) == len(page)
    numbers = 0
    for (part, wanted), found in zip(page.items(), excel, strict=True):
        for row, cells in zip(wanted, found, strict=True):
            for text, cell in zip(row, cells, strict=True):
                if isinstance(cell, float | int):
                    numbers += 1
                    assert cell == pytest.approx(yearly.value(text), abs=1e-9)
                elif hasattr(cell, "isoformat"):
                    assert cell.isoformat() == text
                else:
                    assert str(cell) == text
                    words = part == "parameters" or not yearly.FIGURE.fullmatch(text)
                    assert words, "a number as text"
    assert numbers > 60


def test_excel_has_no_live_formula(pack):
    with zipfile.ZipFile(io.BytesIO(pack("/excel").data)) as book:
        sheets = [name for name in book.namelist() if "worksheets/sheet" in name]
        assert len(sheets) > 10
        assert not [name for name in sheets if b"<f" in book.read(name).replace(b"<fo", b"")]


def test_pdf_has_the_figures_of_the_page_in_their_order(pack, tmp_path):
    path = tmp_path / "pack.pdf"
    path.write_bytes(pack("/pdf").data)
    printed, place = text_of(path), 0
    for rows in yearly.tables(pack().text).values():
        for cell in (cell for row in rows for cell in row if cell):
            plain = re.sub(r"\s", "", cell)
            if re.search("[\u0600-\u06ff]", plain):
                continue  # how Uyghur is laid out is tests/web/test_paper.py's matter
            found = printed.find(plain, place)
            assert found >= 0, (cell, printed[place : place + 200])
            place = found + len(plain)


def test_papers_are_in_both_languages_and_the_same_for_everybody(pack, tmp_path):
    assert pack("/pdf", "zh").data == pack("/pdf", "ug").data
    word = yearly.inside(pack("/word", "ug").data, "docx", tmp_path)
    assert "考核评估表" in word
    assert "باھالاش جەدۋىلى" in word
    assert word == yearly.inside(pack("/word", "zh").data, "docx", tmp_path)


def test_the_figures_are_the_same_in_both_languages(pack):
    digits = re.compile(r"[\d.,%-]+")
    shown = [
        [
            digits.findall(cell)
            for rows in yearly.tables(pack("", lang).text).values()
            for row in rows
            for cell in row[1:]
            if yearly.FIGURE.fullmatch(cell)
        ]
        for lang in ("zh", "ug")
    ]
    assert shown[0] == shown[1]
    assert len(shown[0]) > 60


def test_nothing_of_a_household_is_in_it(pack, tmp_path):
    keys = [str(household_id(number)) for number in (farm.OURS, farm.THEIRS, *yearly.HEADS)]
    lines = [str(row.id) for row in Due.select(Due.id)]
    canaries = [*yearly.PERSONS, *keys, *lines, *(key.replace("-", "") for key in (*keys, *lines))]
    shown = {"": pack().text}
    for file, ending in FILES.items():
        shown[file] = yearly.inside(pack(f"/{file}").data, ending, tmp_path)
    assert all("昌吉市" in text for text in shown.values())
    for file, text in shown.items():
        assert not [word for word in canaries if word in text], file


def test_small_groups_are_not_shown_nor_what_gives_them_away(pack):
    found = yearly.tables(pack().text)
    few = "不足 5 户，或能推算出不足 5 户的数，不显示"
    assert [row[1] for row in found["households"]] == [few, few], "9 and 2 of 11"
    late = {row[0]: row[1:] for row in found["late"]}
    assert "昌吉市六工镇种植家庭农场" not in late, "it owes one household"


def test_a_money_row_of_the_sheet_is_that_of_the_years_money(pack):
    found = yearly.tables(pack().text)
    money = {row[0]: yearly.value(row[1]) for row in found["money"]}
    (paid,) = [row for row in found["sheet"] if row[1] == "按时足额兑现保底收益和按股分红"]
    assert yearly.value(paid[4]) == pytest.approx(money["应得"] - money["还没到期"])
    assert paid[7] == "没有全做到"
