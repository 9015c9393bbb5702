"""Own words: a short text that somebody types, kept free of what must never be held.

Terms for ethnicity, religion, politics, movements, opinions, children, identity papers, health
and pictures are refused (product.md 5, rule 2), and so are long numbers and people's names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from flask_babel import gettext as _

from ledger.text import NO_CHARACTER

# fmt: off
CHINESE = (
    "民族", "族别", "族籍", "维吾尔族", "哈萨克族", "回族", "汉族", "柯尔克孜族", "蒙古族",
    "宗教", "信仰", "信教", "教派", "礼拜", "清真寺", "阿訇", "政治", "党员", "政审", "行踪",
    "轨迹", "外出", "出境", "出国", "护照", "思想", "言论", "维稳", "重点人员", "子女", "儿童",
    "小孩", "孩子", "未成年", "学生", "亲属", "配偶", "婚姻", "离婚", "身份证", "证件号", "户口本",
    "银行卡", "卡号", "照片", "人脸", "指纹", "残疾",
)
# fmt: on
ENGLISH = re.compile(
    r"ethnic|nationality|religio|\bfaith|politic|whereabout|child|\bid[ _-]?(?:card|no|number)|"
    r"passport|photo|fingerprint|\bgps\b|disab",
    re.IGNORECASE,
)
UYGHUR = re.compile(
    "مىلل[ەى]ت|(?:^|\\s)دىن(?:ىي|\\s|$)|ئېتىقاد|ئىباد[ەى]ت|مەسچىت|سىياسىي|پارتىي[ەى]|پاسپورت|"
    "كىملىك|بالىلىرى|پەرز[ەى]نت|ئوقۇغۇچى|نىكاھ|سۈر[ەى]ت|بارماق ئىزى|مېيىپ|ئىدىي[ەى]"
)
OWN_NAME = "回族自治州"  # the prefecture's own name is no word about people
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s\-‐–—.]+(?=\d)")
LONG_NUMBER = re.compile(r"\d{9,}")  # a day has eight digits, a phone or an identity number more
SHORTEST_NAME = 2
LINES = "\n\t"


def tidy(text: str) -> str:
    """Return what was typed in one form: composed, trimmed, with plain line ends."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return plain.strip()


def fault(text: str, longest: int, names: Iterable[str] = ()) -> str:
    """Return what is wrong with own words, in the reader's language, or nothing.

    `names` are people's names and numbers of households, which must not stand in them.
    """
    if len(text) > longest:
        return _("最多写%(most)s个字，现在有%(n)s个。", most=longest, n=len(text))
    if any(_hidden(char) for char in text):
        return _("文字里有看不见的符号，请重新输入。")
    if word := forbidden(text):
        return _(
            "请去掉“%(word)s”：这里不写民族、宗教、政治、行踪、身份证件、子女、健康这些内容。",
            word=word,
        )
    if LONG_NUMBER.search(BETWEEN_DIGITS.sub("", unicodedata.normalize("NFKC", text))):
        return _("请去掉长号码：这里不写电话、身份证号、银行账号和户编码。")
    if name := _name_in(text, names):
        return _("请去掉“%(name)s”：这里不写农户的姓名和户编码。", name=name)
    return ""


def forbidden(text: str) -> str:
    """Return the first term in a text that must not be held, or nothing."""
    joined = "".join(unicodedata.normalize("NFKC", text).split()).replace(OWN_NAME, "")
    for word in CHINESE:
        if word in joined:
            return word
    found = ENGLISH.search(text) or UYGHUR.search(text)
    return found[0].strip() if found else ""


def _name_in(text: str, names: Iterable[str]) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return next((name for name in names if len(name) >= SHORTEST_NAME and name in plain), "")


def _hidden(char: str) -> bool:
    if char in LINES or char in "\u200c\u200d":
        return False
    category = unicodedata.category(char)
    return category in {"Cc", "Cf", "Cs", "Zl", "Zp"} or NO_CHARACTER.match(char) is not None
