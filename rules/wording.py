"""What staff may write in prose about a project or its case: never about people (product.md 5)."""

from __future__ import annotations

import re

# Eleven digits in a row are a telephone, an identity card, a bank card or a household's number.
NUMBER = re.compile(r"\d(?:[ \u00a0-]?\d){10,}")
# A people's name is also part of names of places: 昌吉回族自治州, 大泉塔塔尔族乡.
PEOPLES = "汉|回|维吾尔|哈萨克|蒙古|柯尔克孜|塔塔尔|乌孜别克|塔吉克|锡伯|满|俄罗斯|达斡尔|东乡"
CHINESE = (
    rf"民族(?!团结)|族别|族籍|(?:{PEOPLES})族(?!自治|乡)|宗教|信教|信仰|教派|礼拜|清真寺|朝觐"
    "|党员|党籍|政治面貌|政审|行踪|轨迹|出国|出境|护照|思想动态|思想表现|现实表现|言论|态度|情绪"
    "|舆情|维稳|重点人|上访|信访|子女|小孩|孩子|儿童|(?<!大)学生|身份证|证件号|银行卡|银行账"
    "|卡号|存折|照片|人脸|指纹|经纬度|手机号|微信号|设备号|残疾|患病|病情|病史|健康状况|性别"
)
ENGLISH = (
    r"ethnic|\brace\b|religio|belief|politic|party member|whereabout|opinion|\bmood|child|passport"
    r"|identity card|bank account|photo|fingerprint|\bgps\b|disab|illness|pregnan"
)
UYGHUR = (
    "مىللىتى|دىنىي|ئېتىقاد|ئىبادەت|مەسچىت|سىياسىي|پارتىيە ئەزا|ئىز-دېرەك|چەت ئەل|پاسپورت|بالىلىرى"
    "|ئوقۇغۇچى|كىملىك|بانكا كارتا|سۈرىتى|مېيىپ|كېسىلى"
)
PEOPLE = re.compile(f"{CHINESE}|{ENGLISH}|{UYGHUR}", re.IGNORECASE)


def about_people(text: str) -> str:
    """Return the first word that speaks of people and not of a project, or nothing."""
    found = PEOPLE.search(text)
    return found[0] if found else ""


def has_number_of_people(text: str) -> bool:
    """Say whether a number stands in it that could be a telephone, a card or a household's."""
    return NUMBER.search(text) is not None
