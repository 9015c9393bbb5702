"""A Word file in both languages: directions are marked, and an office prints it in order."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from tests.web.printed import OFFICE, converted, words_of
from web.document import Document
from web.paper import alone

PHONE, DAY, SHARE = "0994-1234567", "2026-06-30", "3.45%"
SAID = {
    "zh": f"电话{alone(PHONE)}，日期{alone(DAY)}，比例{alone(SHARE)}。",
    "ug": f"تېلېفون {alone(PHONE)} چېسلا {alone(DAY)} نىسبىتى {alone(SHARE)} تامام",
}
TITLE = {"zh": "合作协议", "ug": "ھەمكارلىق كېلىشىمى"}


@pytest.fixture
def data():
    made = Document(TITLE, {"zh": "联农通", "ug": "لىياننوڭ"}, TITLE)
    made.heading({"zh": "第一条", "ug": "بىرىنچى"})
    made.text(SAID)
    made.table([TITLE, SAID], [[DAY, SAID], ["X-1\x07", TITLE]], 4, 12)
    return made.data()


def paragraphs(data):
    opened = docx.Document(BytesIO(data))
    cells = [cell for table in opened.tables for row in table.rows for cell in row.cells]
    return [line for part in (opened, *cells) for line in part.paragraphs if line.text]


def is_uyghur(line):
    return any("\u0600" <= letter <= "\u06ff" for letter in line.text)


def test_a_uyghur_paragraph_runs_from_right_to_left(data):
    lines = paragraphs(data)
    assert {is_uyghur(line) for line in lines} == {True, False}
    for line in lines:
        assert (line._p.find(f".//{qn('w:bidi')}") is not None) == is_uyghur(line), line.text


def test_its_words_are_marked_and_its_figures_are_not(data):
    for line in filter(is_uyghur, paragraphs(data)):
        for run in line.runs:
            turned = any("\u0600" <= letter <= "\u06ff" for letter in run.text)
            assert bool(run.font.rtl) == turned, run.text


def test_chinese_has_no_marks_of_direction(data):
    for line in paragraphs(data):
        if not is_uyghur(line):
            assert not set(line.text) & set("\u200e\u2066\u2067\u2068\u2069")


def test_parts_stand_in_the_order_that_word_wants(data):
    order = ["pStyle", "keepNext", "bidi", "spacing", "jc"]
    for line in paragraphs(data):
        names = (
            [part.tag.rpartition("}")[2] for part in line._p.pPr] if line._p.pPr is not None else []
        )
        assert names == sorted(names, key=order.index)


def test_the_file_names_nobody_and_no_time_of_day(data):
    own = docx.Document(BytesIO(data)).core_properties
    assert (own.author, own.title) == ("联农通", "合作协议")
    assert own.created.isoformat().startswith("2000-01-01T00:00")


@pytest.mark.libreoffice
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_an_office_prints_the_figures_in_their_order(data, tmp_path):
    (tmp_path / "paper.docx").write_bytes(data)
    found = words_of(converted(tmp_path / "paper.docx"))
    assert found.count(PHONE) + sum(PHONE in word for word in found) >= 3
    assert {DAY, SHARE} <= set(found)
    assert not {"1234567-0994", "30-06-2026", "%3.45"} & set(found)
