"""What the showcase county of the demo has settled itself: rules, parameters, yearly reviews."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from models import parameter, review, rule
from models.ids import derive
from models.review import Content as Decision
from models.rule import Content as Rule

OWN_RULES = (
    Rule(
        "10(3)",
        "木乡振〔2024〕12号",
        "一、保底收益每年分两次兑现：六月底以前一次，十二月中旬以前一次。\n"
        "二、逾期一天，按未付数的万分之五加付。",
        "1. كاپالەتلىك پايدا يىلىغا ئىككى قېتىم بېرىلىدۇ: 6-ئاينىڭ ئاخىرىدىن بۇرۇن بىر قېتىم، "
        "12-ئاينىڭ ئوتتۇرىسىدىن بۇرۇن بىر قېتىم.\n"
        "2. بىر كۈن كېچىكسە، تۆلەنمىگەن سوممىنىڭ ئون مىڭدىن بەشى قوشۇپ تۆلىنىدۇ.",
        "draft",
        date(2024, 3, 1),
    ),
    Rule(
        "17",
        "木乡振〔2024〕12号",
        "资产闲置满三个月，由主管部门在三十天内提出盘活办法，报县里研究。",
        "",
        "",
        date(2024, 3, 1),
    ),
    Rule(
        "12",
        "木乡振〔2023〕20号",
        "集体收益的分配方案由村民代表会议决议后公示。",
        "",
        "",
        date(2023, 9, 1),
        date(2024, 3, 1),
    ),
)
# From which day of which year: the value as it is stored.
PARAMETERS = (
    ("residual", "4000", date(2024, 1, 1)),
    ("posting_days", "7", date(2024, 1, 1)),
    ("query_phone", "0994-5550136", date(2024, 1, 1)),
    ("remedy_days", "60", date(2024, 1, 1)),
    ("remedy_days", "90", date(2025, 1, 1)),
)
DECISIONS = (
    "经营主体按季度报送带动情况，逾期的由乡镇催办。",
    "新签的协议一律用县里的示范文本，写明保底收益和兑现时限。",
    "闲置的就业帮扶车间先盘活，今年不新建。",
)


def settle(county: str, today: date) -> None:
    """Store all of it; the last three years have had their review, the earlier ones none."""
    for content in OWN_RULES:
        rule.add(_name(county, content.article), county, content, content.in_force_from, None)
    for name, value, day in PARAMETERS:
        by = {"in_force_from": day, "set_on": day, "account": None}
        parameter.put(_name(county, name, day), county, name, value, **by)
    for number, text in enumerate(DECISIONS):
        met_on = date(today.year - number, 3, 5 + number)
        if met_on <= today:
            name = _name(county, met_on)
            review.decide(name, county, Decision(met_on, text), met_on, None)


def _name(*parts: object) -> UUID:
    return derive("demo", *parts)
