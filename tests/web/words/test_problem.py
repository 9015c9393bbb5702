"""Every problem, refusal and reason has its sentence in both languages."""

import pytest
from flask_babel import force_locale
from markupsafe import Markup

from ledger.problem import KINDS, PROBLEMS, REFUSALS, Problem
from web import formats
from web.words import problem as words

GIVEN = {
    "unit": "米",
    "units": ("", "元", "万元"),
    "character": "U+200B",
    "limit": 4,
    "low": 0,
    "high": 30,
    "choices": ("lifted", "watched", "other"),
    "file": "一.xlsx",
    "row": 7,
    "column": "开始日期",
    "field": "agreement.starts_on",
    "value": "2024-01-01",
    "expected_fen": -123456,
    "sheets": "协议、分配方案",
    "code": "652301",
    "word": "民族",
    "limit_mb": 20,
    "kind": "pdf",
    "sheet": "农户",
    "seconds": 10,
}


def found(code, value="一千二", **also):
    params = {name: GIVEN[name] for name in PROBLEMS[code]} | also
    return Problem("农户", 12, "户类别", value, code, params, "一.xlsx")


@pytest.fixture(params=["zh", "ug"])
def language(app, request):
    with app.test_request_context(), force_locale(request.param):
        yield request.param


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_has_a_sentence(language, code):
    text = words.sentence(found(code))
    assert "%(" not in text
    assert "农户" in text
    assert words.expected(found(code)) in text


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_has_a_sentence(language, code):
    params = {name: GIVEN[name] for name in REFUSALS[code]}
    text = words.refusal(code, "一.xlsx", params)
    assert "一.xlsx" in text
    assert "%(" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_wrong_file_has_a_sentence(language, kind):
    assert "一.xlsx" in words.refusal("file_kind", "一.xlsx", {"kind": kind})


@pytest.mark.parametrize("reason", ["forbidden", "unknown", "duplicate", "export_only", "hidden"])
def test_every_reason_for_dropping_has_words(language, reason):
    assert words.dropped("民族", reason)
    assert words.dropped("", reason)


@pytest.mark.parametrize("code", ["unknown", "later", "referred", "checked", "card"])
def test_every_obstacle_to_undoing_has_words(language, code):
    assert words.cannot_undo(code)


def test_the_sentence_says_where_what_and_what_instead(app):
    with app.test_request_context():
        assert (
            words.sentence(found("money"))
            == "“农户”表第 12 行“户类别”写的是“一千二”，要写数字，例如 1200.00。"
        )
        assert words.sentence(found("required", "")) == "“农户”表第 12 行“户类别”：不能空着。"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0, 30, "要在 0 到 30 之间"),
        (0, None, "不能小于 0"),
        (None, 100, "不能大于 100"),
    ],
)
def test_a_range_may_be_open(app, low, high, text):
    with app.test_request_context():
        assert words.expected(found("range", low=low, high=high)) == text


def test_choices_are_named_as_the_workbook_names_them(app):
    with app.test_request_context():
        assert words.expected(found("choice")) == "只能写：脱贫户、监测对象、其他农户"


def test_a_row_of_another_file_is_named_with_it(app):
    with app.test_request_context():
        assert "“二.xlsx”第 7 行" in words.expected(found("duplicate_key", file="二.xlsx"))
        assert "和第 7 行" in words.expected(found("duplicate_key"))


def test_what_the_cell_holds_cannot_become_markup(app):
    with app.test_request_context():
        app.preprocess_request()
        text = words.sentence(found("money", "<b>&"), formats.ltr)
        assert isinstance(text, Markup)
        assert "<b>" not in text
        assert "&lt;b&gt;&amp;" in text
