import pytest

from rules import article, finding, step
from rules.article import Citation

CHAPTERS = {1: range(1, 6), 2: range(6, 10), 3: [10], 4: range(11, 16), 5: range(16, 19)}
CHAPTERS |= {6: range(19, 22), 7: [22]}


def test_the_text_has_22_articles_in_seven_chapters():
    found = article.articles()
    assert [each.number for each in found] == list(range(1, 23))
    assert {each.number: each.chapter for each in found} == {
        number: chapter for chapter, numbers in CHAPTERS.items() for number in numbers
    }
    assert [each.title for each in found if each.number in {1, 10, 22}] == [
        "总则",
        "完善联农带农模式",
        "附则",
    ]


def test_article_10_has_an_introduction_and_eight_items():
    addresses = [each.address for each in article.articles()[9].paragraphs]
    assert addresses == ["10", *(f"10({number})" for number in range(1, 9))]
    starts = [article.paragraph(f"10({number})").text[3:].lstrip()[:4] for number in range(1, 9)]
    assert starts == [
        "订单收购",
        "托养托管",
        "保底收益",
        "土地流转",
        "务工就业",
        "技术培训",
        "配套服务",
        "联合带动",
    ]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("6", "不断提升农业经营主体发展水平和带动能力"),
        ("8", "提升农村集体经济组织自我保障"),
        ("10(7)", "对有生产经营服务需求的农户，提供农业技术推广"),
        ("12", "并量化到低收入脱贫户，特别是无劳动力脱贫家庭"),
        ("16", "未建立联农带农机制的经营性帮扶项目，不得审批实施"),
        ("22", "本细则从印发之日起执行，由昌吉州乡村振兴局负责解释。"),
    ],
)
def test_sentences_cut_by_a_page_are_whole_again(address, words):
    assert words in article.paragraph(address).text


def test_every_article_ends_with_a_full_stop_and_has_no_break_inside():
    for each in article.articles():
        for paragraph in each.paragraphs:
            assert paragraph.text.endswith("。")
            assert "\n" not in paragraph.text


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else article.DIGITS[tens])
        + "十" * bool(tens)
        + article.DIGITS[ones] * bool(ones)
    )


def test_no_word_of_the_text_is_lost_or_changed():
    written, chapter = "", 0
    for each in article.articles():
        if each.chapter != chapter:
            chapter = each.chapter
            written += f"第{chinese(chapter)}章{each.title}"
        written += f"第{chinese(each.number)}条{each.text}"
    source = "".join(article.SOURCE.read_text("utf-8").split())
    assert "".join(written.split()) == source[source.index("第一章总则") :]


def test_a_heading_is_no_part_of_an_article():
    assert not [each for each in article.articles() if "第二章" in each.text]
    assert article.paragraph("5").text.endswith("提高自我发展能力。")


def citations():
    kinds = [*step.KINDS.items(), *finding.KINDS.items()]
    return [(code, kind.citation) for code, kind in kinds] + [("price.missing", finding.ORDER)]


@pytest.mark.parametrize(("code", "citation"), citations())
def test_every_citation_is_found_word_for_word_in_its_article(code, citation):
    assert article.contains(citation), code


def test_words_that_are_not_there_are_not_found():
    assert not article.contains(Citation("13", "债权投资保底收益比例不低于一年期LPR"))
    assert not article.contains(Citation("12", "债权投资保底收益比例不低于一年期市场报价利率"))
    assert not article.contains(Citation("99", "原则上"))
    assert not article.contains(Citation("13", ""))


def test_an_address_without_a_paragraph_is_a_mistake():
    with pytest.raises(KeyError):
        article.paragraph("10(9)")


@pytest.mark.parametrize(
    ("text", "wanted"), [("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("二十二", 22)]
)
def test_numerals(text, wanted):
    assert article.numeral(text) == wanted
