"""The words of the yearly review: the duties of the assessment sheet, their states and units."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

# What the figure of a duty counts (rules/duty.py), as a part of its base.
DUTIES = {
    "right": _("参加的农户里，脱贫户和监测对象"),
    "steady": _("到期应付的，按时足额付清的"),
    "lasting": _("签了几年以上的协议，还在正常履行的"),
    "mechanism": _("经营性项目，写明联农带农机制的"),
    "village": _("有条件的村，有稳定经营主体的"),
    "industry": _("中央衔接资金，用于产业的"),
    "measure": _("符合条件的脱贫户，享受产业帮扶的"),
    "growth": _("脱贫人口收入增速不高于当地农民的问题"),
    "graded": _("合作社和家庭农场，自治区级以上示范的"),
    "workshop": _("就业帮扶车间，没有闲置的"),
    "collective": _("经营主体里的村集体经济组织"),
    "park": _("经营主体里的产业园区"),
    "terms": _("协议，第十条要求的内容写全的"),
    "plan": _("分配方案，第十一条没有问题的"),
    "paid": _("到期应付给农户的钱，已经收到的"),
    "fixed": _("经营性项目的资产，登记为固定资产的"),
    "floor": _("要看保底的协议，达到要求的"),
    "base": _("资产，该计入收益范围的都计入了的"),
    "core": _("协议，第十五条核心内容写全的"),
    "effect": _("经营性项目，机制和预期成效写明的"),
    "remedy": _("整改，没有逾期的"),
    "idle": _("资产，没有闲置和低效的"),
    "signed": _("协议，第十八条要写明的都写了的"),
    "course": _("这一年办的法律和经济业务培训"),
    "review": _("这一年研究后登记的决定"),
    "rules": _("施行中的县级细则"),
    "approver": _("经营性项目，审批和使用责任人写明的"),
    "fell": _("收入骤降的，已经在带动里的"),
    "dispute": _("经营主体和农户的纠纷"),
    "publicity": _("政策知晓率"),
}

STATES = {
    "met": _("做到了"),
    "open": _("没有全做到"),
    "none": _("没有可判断的"),
    "figure": _("只列数，不评判"),
    "later": _("还没有记录"),
}
TONES = {"met": "received", "open": "overdue", "none": "plain", "figure": "plain", "later": "plain"}

UNITS = {
    "household": _("户"),
    "line": _("笔"),
    "agreement": _("份协议"),
    "project": _("个项目"),
    "village": _("个村"),
    "yuan": _("元"),
    "business": _("家"),
    "plan": _("个方案"),
    "asset": _("项资产"),
    "case": _("件"),
    "course": _("次"),
    "meeting": _("项决定"),
    "rule": _("条"),
    "": _("个问题"),
}

# Staff's words; a household reads neutral ones.
CATEGORIES = {
    "lifted": _("脱贫户"),
    "watched": _("监测对象"),
    "other": _("其他农户"),
    "": _("没有登记类别"),
}

PROJECTS = {
    "operating": _("经营性"),
    "public": _("公益性"),
    "household": _("到户类"),
}

EFFECTS = {
    "paid": _("补发到户"),
    "guarantee": _("保底补上或提高"),
    "work": _("增加务工"),
    "order": _("增加订单收购"),
    "rent": _("资产重新有租金"),
    "joined": _("新带动"),
    "kept": _("保住原来的收益"),
}


def state(code: str) -> str:
    """Return how a duty stands."""
    return str(STATES[code])
