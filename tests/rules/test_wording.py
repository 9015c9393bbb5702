import pytest

from rules import wording


@pytest.mark.parametrize(
    "text",
    [
        "协议写明保底收益比例和兑现时限，群众增收有保障",
        "符合昌吉回族自治州的产业布局，大泉塔塔尔族乡已经有同类项目",
        "市场定位准确，位置靠近冷库，资金去向清楚",
        "引导大学生创业，吸纳本村劳动力务工",
        "防控动物疫病，流动资金 1200000 元",
        "文号 20260101，第 3 次会议",
        "كېلىشىمدە مۇددەت ۋە نىسبەت ئېنىق",
        "The plan names its mechanism",
    ],
)
def test_prose_about_a_project_passes(text):
    assert wording.about_people(text) == ""
    assert not wording.has_number_of_people(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("该户是维吾尔族", "维吾尔族"),
        ("民族构成合理", "民族"),
        ("负责人信教", "信教"),
        ("有两名子女在读", "子女"),
        ("中小学生较多", "学生"),
        ("本人是党员", "党员"),
        ("思想动态稳定", "思想动态"),
        ("户主残疾", "残疾"),
        ("附身份证复印件", "身份证"),
        ("Religion of the head", "Religio"),
        ("ئۇنىڭ مىللىتى", "مىللىتى"),
    ],
)
def test_words_about_people_are_named(text, word):
    assert wording.about_people(text) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1234567890", False),
        ("12345678901", True),
        ("电话 138 1234 5678", True),
        ("0994-2345-678", True),
        ("农户 652301100200-017", True),
        ("2024年12月31日至2026年1月1日", False),
        ("300000.00 元，40 户", False),
    ],
)
def test_eleven_digits_could_be_somebodys_number(text, found):
    assert wording.has_number_of_people(text) is found
