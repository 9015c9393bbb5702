"""The words of the gate to the project library and of its scope (`rules/watch/gate.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

CONDITIONS = {
    "mechanism": _("写明具体的联农带农方式"),
    "households": _("写明预期带动户数"),
    "effect": _("写明一项可以衡量的年度成效"),
    "approver": _("写明审批责任人"),
    "user": _("写明使用责任人"),
    "capacity": _("带动户数不超过项目的上限"),
}

COLUMNS = {
    "mechanism": _("联农带农机制"),
    "expected_households": _("预期带动户数"),
    "expected_gain": _("预期户均增收"),
    "expected_jobs": _("预期岗位数"),
    "expected_purchase_kg": _("预期收购量"),
    "approver": _("审批责任人"),
    "user_in_charge": _("使用责任人"),
    "capacity": _("可带动户数上限"),
}

VERDICTS = {
    "must": _("应当建立联农带农机制"),
    "encouraged": _("鼓励建立联农带农机制"),
    "out": _("不要求建立联农带农机制"),
}

REASONS = {
    "not_operating": _("不是经营性项目"),
    "legacy": _("原扶贫项目的经营性资产"),
    "fund_central": _("中央衔接资金"),
    "fund_region": _("自治区衔接资金"),
    "fund_prefecture": _("州级衔接资金"),
    "fund_county": _("县级衔接资金"),
    "fund_bond": _("地方政府债券资金"),
    "fund_xinjiang_aid": _("援疆资金"),
    "fund_paired_aid": _("定点帮扶资金"),
    "fund_donation": _("社会捐赠资金"),
    "fund_other": _("只有其他资金"),
    "no_fund": _("台账没有写资金来源"),
}
