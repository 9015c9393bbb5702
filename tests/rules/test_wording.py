"""The one list of words about people, and what of it holds for a text and for a heading."""

import pytest

from rules import wording


@pytest.mark.parametrize(
    "text",
    [
        "协议写明保底收益比例和兑现时限，群众增收有保障",
        "符合昌吉回族自治州的产业布局，大泉塔塔尔族乡已经有同类项目",
        "民族乡的合作社优先，引导大学生创业，吸纳本村劳动力务工",
        "市场定位准确，位置靠近冷库，资金去向清楚",
        "防控动物疫病，流动资金 1200000 元",
        "患病羊只由乙方负责，交付时写明健康状况和性别",
        "种植面积分布在三个村，每户口粮地不动，农户口头同意",
        "集团员工按实际出勤天数计算，以上访问不收费",
        "以指导思想为准，签到表附后",
        "由县民族宗教事务局、信访局和残疾人联合会组织，用少数民族发展资金",
        "打入一卡通。户均不少于五亩。",
        "文号 20260101，第 3 次会议",
        "كېلىشىمدە مۇددەت ۋە نىسبەت ئېنىق",
        "كېسەل قويلار ئايرىلىدۇ.",
        "The firm pays within five days, in good faith, for photovoltaic power",
    ],
)
def test_a_text_about_a_project_or_an_agreement_passes(text):
    assert wording.about_people(text) == ""
    assert not wording.has_number_of_people(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("该户是维吾尔族", "维吾尔族"),
        ("他是 哪个 民 族 的", "民族"),
        ("负责人信教", "信教"),
        ("去清真寺了", "清真寺"),
        ("本人是党员", "党员"),
        ("外出要报告", "外出"),
        ("思想积极的优先", "思想"),
        ("态度不好", "态度"),
        ("积分排名靠前的先得", "积分"),
        ("有两名子女在读", "子女"),
        ("中小学生较多", "学生"),
        ("附身份证复印件", "身份证"),
        ("打到银行账号", "银行账"),
        ("卡号６２２２", "卡号"),
        ("附照片一张", "照片"),
        ("户主残疾", "残疾"),
        ("他的病情", "病情"),
        ("这一户好吃懒做", "好吃懒做"),
        ("等靠要", "等靠要"),
        ("Religion of the head", "Religio"),
        ("his passport", "passport"),
        ("with a photo", "photo"),
        ("ئۇنىڭ مىللىتى", "مىللىت"),
        ("دىنىي ئېتىقادى بارلار", "دىنىي"),
        ("سىياسىي ئەھۋالى", "سىياسىي"),
        ("كىملىك نومۇرى", "كىملىك"),
        ("بالىلىرى بارلار", "بالىلىر"),
        ("ئۇ بەك ھۇرۇن", "ھۇرۇن"),
    ],
)
def test_a_word_about_people_is_named(text, word):
    assert wording.about_people(text) == word


ABOUT_PEOPLE = [
    *("民族", "族别", "宗教信仰", "政治面貌", "是否党员", "外出去向", "思想动态", "子女情况"),
    *("身份证号", "证件号码", "银行卡号", "开户行及账号", "照片", "家庭住址", "经纬度", "户主电话"),
    *("户 主 电 话", "手机号", "微信号", "健康状况", "年龄", "性别", "户籍所在地", "学校"),
    *("Ethnicity", "Religion", "Party member", "ID card No.", "id_number", "Bank account", "Photo"),
    *("GPS location", "Phone", "Children", "Date of birth", "Opinion", "مىللىتى", "دىن"),
    *("دىنىي ئېتىقادى", "سىياسىي قىياپىتى", "كىملىك نومۇرى", "بانكا كارتا نومۇرى"),
    *("سۈرىتى رەسىم", "تېلېفون نومۇرى", "تۇرۇشلۇق ئورنى", "پەرزەنتلىرى", "سالامەتلىكى"),
]


@pytest.mark.parametrize("heading", ABOUT_PEOPLE)
def test_a_heading_about_people_is_known(heading):
    assert wording.is_about_people(heading)


@pytest.mark.parametrize("heading", ["备注", "序号", "种植面积", "ئىزاھات", "مەدەنىيەت", "Trace"])
def test_another_heading_is_not(heading):
    assert not wording.is_about_people(heading)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1234567890", False),
        ("12345678901", True),
        ("电话 138 1234 5678", True),
        ("１３８—１２３４—５６７８", True),
        ("0994-2345-678", True),
        ("农户 652301100200-017", True),
        ("2024年12月31日至2026年1月1日", False),
        ("2024-12-31 2025-01-01", False),
        ("300000.00 元，40 户", False),
    ],
)
def test_eleven_digits_could_be_somebodys_number(text, found):
    assert wording.has_number_of_people(text) is found


@pytest.mark.parametrize(
    "text",
    [
        "评为示范户",
        "学习先进农户",
        "勤劳致富的好手",
        "致富带头人",
        "星级文明户",
        "ئۈلگىلىك ئائىلە بولدى",
    ],
)
def test_words_that_praise_or_rank_households_are_found(text):
    assert wording.praises(text)


@pytest.mark.parametrize(
    "text",
    ["示范合作社带动农户", "示范家庭农场", "先进典型", "ئۈلگىلىك كوپىراتىپ دېھقانلارنى يېتەكلەيدۇ"],
)
def test_a_business_may_be_called_a_model(text):
    assert not wording.praises(text)
