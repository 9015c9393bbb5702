"""The words of findings about employment workshops (`rules/watch/workshop.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "workshop.idle": _("就业帮扶车间闲置"),
    "workshop.new_beside_idle": _("附近有闲置车间，还要新建"),
    "workshop.unsafe": _("车间不具备安全条件"),
    "workshop.safety_unknown": _("没有登记车间的安全条件"),
}

SENTENCES = {
    "workshop.idle": _("车间闲置。盘活方式：%(revival)s；安全条件：%(safe)s。"),
    "workshop.new_beside_idle": _(
        "同一乡镇的车间 %(workshop)s 闲置着（安全条件：%(safe)s），这个项目还要新建车间或厂房。"
    ),
    "workshop.unsafe": _("车间的安全条件登记为不具备，现有 %(posts)s 个岗位。"),
    "workshop.safety_unknown": _("台账没有写这个车间具备不具备安全条件。"),
}

NEXT = {
    "workshop.idle": _("县里定出盘活方式，例如委托国企、合作社运营或强村运营。"),
    "workshop.new_beside_idle": _("主管部门先看闲置车间能不能盘活、改造，再决定要不要新建。"),
    "workshop.unsafe": _("县里督促改善安全条件，具备以后再用工。"),
    "workshop.safety_unknown": _("乡镇问清安全条件，补进台账。"),
}

LISTS = {"safe": {"yes": _("具备"), "no": _("不具备"), "unknown": _("没有登记")}}
PLAIN = frozenset({"workshop"})
