"""A paper in both languages: its figures keep their order, its fonts are in the file."""

from __future__ import annotations

import shutil

import pytest

from tests.web.printed import fonts_of, text_of, words_of
from web import formats, paper
from web.paper import alone, both

PHONE, DAY, SHARE = "0994-1234567", "2026-06-30", "3.45%"
PROBE = '#import "part.typ": *\n#show: sheet\n#both(data.said)\n#facts(data.rows)\n'


@pytest.fixture
def print_out(app, tmp_path, monkeypatch):
    """A function: it prints a paper of one text and some facts, and returns the file."""
    shutil.copytree(paper.TEMPLATES, tmp_path / "print")
    (tmp_path / "print" / "probe.typ").write_text(PROBE, "utf-8")
    monkeypatch.setattr(paper, "TEMPLATES", tmp_path / "print")

    def make(said, rows=()):
        own = {key: {"zh": "协议", "ug": "كېلىشىم"} for key in ("title", "header", "footer")}
        file = tmp_path / "probe.pdf"
        file.write_bytes(paper.pdf("probe.typ", {"paper": own, "said": said, "rows": rows}))
        return file

    return make


def uyghur(phone, day, share):
    return {"zh": "", "ug": f"تېلېفون {phone} چېسلا {day} نىسبىتى {share} تامام"}


def test_figures_between_uyghur_words_keep_their_order(print_out):
    found = words_of(print_out(uyghur(*map(alone, (PHONE, DAY, SHARE)))))
    assert {PHONE, DAY, SHARE} <= set(found)


def test_the_same_figures_are_torn_where_nothing_isolates_them(print_out):
    """So the test above can fail."""
    assert not {PHONE, DAY, SHARE} & set(words_of(print_out(uyghur(PHONE, DAY, SHARE))))


def test_every_font_is_in_the_file(print_out):
    fonts = fonts_of(print_out({"zh": "保底收益", "ug": "كاپالەتلىك پايدا"}))
    assert fonts
    assert all(fonts.values())
    assert {name.partition("-")[0] for name in fonts} == {"NotoNaskhArabic", "NotoSansCJKsc"}


def test_what_somebody_typed_stays_text(print_out):
    typed = '#read("/etc/passwd") *bold* $x$ // 注释 "引号" \\'
    text = text_of(print_out({"zh": typed, "ug": ""}, [["甲", typed]]))
    assert text.count(typed.replace(" ", "")) == 2


def test_a_text_is_said_in_each_language(app):
    with app.test_request_context("/"):
        app.preprocess_request()
        said = both(lambda: formats.current().yuan)
    assert said == {"zh": "元", "ug": " يۈەن"}


def test_a_missing_font_is_a_sentence(app, monkeypatch, client):
    monkeypatch.setitem(paper.FONTS, "No Such Face", "fonts-no-such-face")
    with pytest.raises(paper.NoFont, match="apt install fonts-no-such-face"):
        paper.pdf("agreement.typ", {})


def test_a_page_says_that_a_font_is_missing(new_app):
    def fail():
        raise paper.NoFont("papers need fonts")

    fail.roles = frozenset({"anyone"})
    new_app.add_url_rule("/fail", "fail", fail)
    answer = new_app.test_client().get("/fail")
    assert answer.status_code == 503
    assert "字体" in answer.text
