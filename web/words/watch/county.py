"""The words of findings about counties (`rules/watch/county.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "county.industry_share": _("中央衔接资金用于产业的不到七成"),
    "county.share_not_rising": _("用于产业的比例没有提高"),
    "county.share_unknown": _("没有登记用于产业的资金"),
    "county.no_rules": _("县里没有自己的实施细则"),
    "county.no_review": _("一年没有研究联农带农机制"),
}

SENTENCES = {
    "county.industry_share": _(
        "%(year)s年中央衔接资金 %(total)s 元，用于产业 %(industry)s 元，占 %(share)s，"
        "离七成还差 %(gap)s 元。"
    ),
    "county.share_not_rising": _(
        "%(year)s年用于产业的占 %(share)s，上一年占 %(share_before)s，没有提高。"
    ),
    "county.share_unknown": _("%(year)s年的中央衔接资金总额，或者其中用于产业的数，没有登记。"),
    "county.no_rules": _("没有登记本县制定的联农带农具体实施细则。"),
    "county.no_review": _("%(year)s年没有登记对联农带农机制落实情况的研究。"),
}

NEXT = {
    "county.industry_share": _("县里调整资金安排，使用于产业的达到七成以上。"),
    "county.share_not_rising": _("县里安排下一年资金时，稳步提高用于产业的比例。"),
    "county.share_unknown": _("县里补登这一年的资金。"),
    "county.no_rules": _("县里结合实际制定细则，登记从哪天起施行。"),
    "county.no_review": _("县里每年至少研究一次，登记日期和决定。"),
}

PERCENT = frozenset({"share_before"})
