"""The words of the explanation cards: whom to ask, and what the terms in them mean."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

ASK = {
    "village": _("村委会"),
    "business": _("经营主体"),
    "township": _("乡镇"),
    "county": _("县市主管部门"),
}
# A word as it stands in the cards, and what it means; the longer word stands first.
GLOSSARY = (
    (_("市场报价利率"), _("银行贷款利率的参照数，每月公布一次，也叫LPR。")),
    (_("保底"), _("挣不挣钱都要给的最少的数。")),
    (_("分红"), _("有利润的时候，从利润里按约定分给您家的钱。")),
    (_("折旧费"), _("东西用旧了少掉的价钱，摊到每一年。")),
    (_("量化到"), _("把公家投的钱算成一户一份，写明各户有多少。")),
    (_("流转"), _("把地租给或者交给别人种，承包权还是自家的。")),
    (_("托养托管"), _("把钱或者牲畜交给能人去养，自家分收益。")),
    (_("保护价"), _("市价再低也要按这个价收。")),
    (_("入股"), _("把地、钱或者东西算成股份，放进合作社或者企业。")),
    (_("回购"), _("到了约定的日子，主体按约定的价钱把东西买回去。")),
    (_("产权"), _("东西归谁，谁说了算。")),
    (_("公示"), _("把结果贴出来给大家看，有意见可以提。")),
)
