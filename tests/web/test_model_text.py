"""The model text says the same in every language and knows what agreements can say."""

from datetime import date

import pytest

from ledger import term
from tests.web import desk
from web import model_text, written
from web.language import LANGUAGES
from web.pages import terms
from web.pages.signing_form import OWN
from web.words.watch import agreement as asked

FOLDERS = {code: model_text.FOLDER / code / "model" for code in LANGUAGES}
FILES = sorted(path.stem for path in FOLDERS["zh"].glob("*.md"))
OTHERS = [code for code in LANGUAGES if code != "zh"]


def test_every_language_has_the_same_files_and_every_way_of_linking_its_own():
    for folder in FOLDERS.values():
        assert sorted(path.stem for path in folder.glob("*.md")) == FILES
    assert set(FILES) == {"agreement", "supplement", *OWN}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", OTHERS)
def test_paragraphs_name_the_same_terms_under_the_same_conditions(language, name):
    for mine, theirs in zip(
        model_text.lines("zh", name), model_text.lines(language, name), strict=True
    ):
        assert sorted(mine.terms) == sorted(theirs.terms), (mine, theirs)
        assert (mine.optional, mine.choice) == (theirs.optional, theirs.choice)


@pytest.mark.parametrize("name", FILES)
def test_every_term_is_one_that_an_agreement_has(app, name):
    with app.test_request_context("/"):
        app.preprocess_request()
        desk.county()
        known = set(written.clause(term.read(desk.texts("share")).values, ()))
    known |= {*terms.FORMS, "floor", "gap"}
    assert {each for line in model_text.lines("zh", name) for each in line.terms} <= known


def test_the_version_has_a_day():
    assert date.fromisoformat(model_text.DAY)
    assert model_text.VERSION


def values(**terms):
    return dict.fromkeys(LANGUAGES, terms)


def said(mode, codes=(), **terms):
    own = model_text.Agreed(mode, values(**terms), dict(codes))
    parts = model_text.agreement(values(), [own])
    return "\n".join(pair["zh"] for part in parts for pair in part.paragraphs)


def test_a_term_that_is_missing_leaves_a_gap_to_be_filled_in():
    assert f"每户每年{model_text.GAP}公斤" in said("order")
    assert "每户每年2000公斤" in said("order", crop_kg="2000")


def test_what_is_not_agreed_and_need_not_be_is_left_out():
    assert "再加" not in said("order")
    assert "每公斤再加0.1元" in said("order", premium="0.1元")


def test_a_choice_decides_between_two_paragraphs():
    cash = said("land", {"rent_kind": "cash"}, rent_price="610元")
    assert "现金计价" in cash
    assert "市价折成现金" not in cash
    kind = {"rent_crop": "小麦", "rent_crop_kg": "300", "rent_price_day": "5月10日"}
    assert "市价折成现金" in said("land", {"rent_kind": "in_kind"}, **kind)


def test_what_was_typed_is_said_once():
    own = model_text.Agreed("share", values(), {})
    parts = model_text.agreement(values(duties="甲方按时交付。"), [own])
    repeated = [
        pair for part in parts for pair in part.paragraphs if pair["zh"] == "甲方按时交付。"
    ]
    assert repeated == [{"zh": "甲方按时交付。"}]


def test_every_term_that_an_article_asks_for_has_a_clause_to_supply_it():
    keys = {*asked.TERMS, "debt", "lease", "equity", "reason"}
    for key in keys:
        found = model_text.supplement(key, values(floor="3.45%", gap="12元", principal="2万元"))
        assert set(found) == set(LANGUAGES)
    assert model_text.supplement("nothing of the kind", values()) is None
