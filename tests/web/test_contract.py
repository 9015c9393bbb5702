"""The agreement on paper: opened and read, in both languages, for every way of linking."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from models.access import Access
from models.ids import household_id
from tests.web import desk, farm
from tests.web.printed import OFFICE, converted, fonts_of, text_of, words_of
from web.language import LANGUAGES
from web.model_text import VERSION

TITLES = ("联农带农合作协议", "دېھقانلارغا باغلىنىپ يېتەكلەش ھەمكارلىق كېلىشىمى")
# What the paper of a mode must say of its own terms.
SAYS = {
    "order": ("小麦", "2.4", "0.1"),
    "custody": ("40,000.00", "6%", "10%"),
    "share": ("40,000.00", "6%", "10%"),
    "land": ("24.7", "610.00", "3%"),
    "work": ("分拣", "150.00", "120"),
    "training": ("剪枝、防疫各两次",),
    "service": ("机耕和烘干", "800.00", "300.00"),
    "chain": ("玛-2025/1", "统一供种、统一收购"),
}
PROBLEMS = ("None", "{", "}", "Markup", "<bdi", "________")


@pytest.fixture(autouse=True)
def _county(app):
    desk.county()


@pytest.fixture
def township(sign_in):
    return sign_in("township")


@pytest.fixture
def take(township, tmp_path):
    """A function: it downloads a paper and returns the file."""

    def make(key, kind="pdf", client=None):
        answer = (client or township).get(f"/signing/{key}/{kind}")
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"]
        file = tmp_path / f"{key}.{'pdf' if kind == 'pdf' else 'docx'}"
        file.write_bytes(answer.data)
        return file

    return make


def words_in(file):
    """Return all that a Word file says."""
    opened = docx.Document(BytesIO(file.read_bytes()))
    cells = [cell for table in opened.tables for row in table.rows for cell in row.cells]
    lines = [line.text for part in (opened, *cells) for line in part.paragraphs]
    return "\n".join(lines).replace("\u200e", "")


@pytest.mark.parametrize("mode", desk.MODES)
def test_the_printed_paper_says_it_all_in_both_languages(take, mode):
    file = take(desk.lay(mode))
    text = text_of(file)
    assert TITLES[0] in text
    assert any("ھەمكارلىق"[::-1] in word or "ھەمكارلىق" in word for word in words_of(file))
    for said in (*SAYS[mode], "农业农村局", "羊舍扩建", farm.OURS, "附表一", "附表二"):
        assert said.replace(" ", "") in text, said
    assert not [each for each in PROBLEMS if each in text]
    assert "建议补充的条款" not in text


@pytest.mark.parametrize("mode", desk.MODES)
def test_the_word_file_says_the_same(take, mode):
    text = words_in(take(desk.lay(mode), "word"))
    for said in (*TITLES, *SAYS[mode], "农业农村局", "羊舍扩建", farm.OURS, "古丽娜尔·艾合买提"):
        assert said in text, said
    assert not [each for each in PROBLEMS if each in text]


def test_numbers_and_days_keep_their_order_between_uyghur_words(take):
    words = words_of(
        take(desk.lay(buyback_price="41000", buyback_on="2029-12-31", buyback_by="乙方"))
    )
    for said in ("P-2026-7", "2027-06-30", "41,000.00", "6%", farm.OURS):
        assert any(said in word for word in words), said


def test_every_font_is_in_the_file(take):
    fonts = fonts_of(take(desk.lay()))
    assert fonts
    assert all(fonts.values())


def test_what_an_article_lacks_is_supplied_with_its_clause(take):
    key = desk.lay(exit_terms="", due_days="")
    for text in (text_of(take(key)), words_in(take(key, "word"))):
        assert "建议补充的条款" in text
        assert "按第十五条" in text
        assert "不收违约金" in text  # the clause of leaving
        assert "付清当年的款项" in text  # that of the days of payment
        assert "________" in text  # the gaps in the agreement itself


def test_a_rate_below_its_floor_is_supplied_with_floor_and_gap(take):
    text = text_of(take(desk.lay(stake="debt", guaranteed_rate="3", profit_share="")))
    assert "市场报价利率3.45%" in text
    assert "每户每年补足90.00元" in text
    assert "低于下限的书面理由" in text


def test_the_model_text_and_its_day_are_named(take):
    text = text_of(take(desk.lay()))
    assert "示范文本》2026-1" in text
    assert "示范文本2026-1，2026年11月25日" in text


def test_a_version_that_is_another_is_named_with_that_of_the_paper(take):
    key = desk.lay(template="2019-旧")
    for text in (text_of(take(key)), words_in(take(key, "word")).replace(" ", "")):
        assert "示范文本》2019-旧" in text
        assert f"这份文稿按示范文本{VERSION}打印" in text
    assert "这份文稿" not in text_of(take(desk.lay()))


def test_whoever_signs_is_named_where_the_seal_goes(take):
    key = desk.lay(witness="六工镇人民政府")
    opened = docx.Document(BytesIO(take(key, "word").read_bytes()))
    sides = [row.cells[0].text for row in opened.tables[0].rows[1:]]
    assert sides[0].startswith("甲方\n附表所列的农户")
    assert "قوشۇمچە" in sides[0]
    assert sides[2].startswith("第三方组织单位\n六工镇人民政府")
    assert sides[2].count("六工镇人民政府") == 1


def test_without_a_third_party_its_place_is_empty(take):
    opened = docx.Document(BytesIO(take(desk.lay(witness=""), "word").read_bytes()))
    last = opened.tables[0].rows[-1].cells[0].text
    assert last.splitlines()[0] == "第三方组织单位"
    assert len(last.splitlines()) == len(LANGUAGES)


def test_an_agreement_that_has_hardly_begun_is_a_form_to_be_filled_in_by_hand(township, take):
    key = desk.lay(roster=False, **dict.fromkeys(desk.CORE, "") | {"number": "空-1"})
    assert "________" in text_of(take(key))
    assert words_in(take(key, "word"))


def test_several_clauses_stand_one_after_another(township, take):
    key = desk.lay()
    township.post(f"/signing/{key}/clause", data={"turn": 0, "mode": "work"})
    text = text_of(take(key))
    assert text.index("保底收益和按股分红") < text.index("务工就业") < text.index("带动的农户")


def test_whom_it_names_reads_that_the_paper_was_made(take):
    take(desk.lay())
    assert {(row.household, row.purpose) for row in Access.select()} == {
        (household_id(number), "print") for number in (farm.OURS, farm.THEIRS)
    }


def test_after_signing_the_paper_is_the_same(township, take):
    key = desk.lay()
    before = text_of(take(key))
    township.post(f"/signing/{key}/sign", data={"id": str(desk.uuid4()), "turn": 0})
    assert text_of(take(key)) == before


def test_the_county_prints_too(sign_in, take):
    assert take(desk.lay(), client=sign_in("county"))


@pytest.mark.libreoffice
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_an_office_opens_the_word_file_and_prints_it_in_order(take):
    file = converted(take(desk.lay("land"), "word"))
    words = words_of(file)
    for said in ("P-2026-7", "2027-06-30", farm.OURS):
        assert any(said in word for word in words), said
    assert "土地流转" in text_of(file)
