"""The words of findings about groups of households, never about one (`rules/watch/group.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "group.income_growth": _("脱贫人口收入增速不高于当地农民"),
    "group.operating_income": _("务农脱贫户的经营性收入没有提高"),
}

SENTENCES = {
    "group.income_growth": _(
        "%(year)s年，%(households)s 户脱贫户的人均纯收入平均增长 %(growth)s，"
        "当地农民增长 %(farmers_growth)s。"
    ),
    "group.operating_income": _(
        "%(year)s年，%(households)s 户从事农业生产的脱贫户，经营性收入合计增长 %(growth)s。"
    ),
}

_TOGETHER = _("县里研究哪些带动方式没有见效，调整项目。这是许多户合起来的数，不说明任何一户。")

NEXT = {"group.income_growth": _TOGETHER, "group.operating_income": _TOGETHER}

PERCENT = frozenset({"farmers_growth"})
