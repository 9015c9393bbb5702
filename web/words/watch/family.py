"""The words of the three families of article 3 and of their figures (`rules/watch/family.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

FAMILIES = {"right": _("带得准"), "steady": _("带得稳"), "lasting": _("带得久")}

FIGURES = {
    "in_measure": _("享受产业帮扶的"),
    "priority": _("脱贫户和监测对象"),
    "labourless": _("有量化份额的"),
    "villages": _("有稳定经营主体的"),
    "received": _("已经收到的"),
    "in_time": _("按时足额付清的"),
    "confirmed": _("农户自己认账的"),
    "floors": _("达到保底要求的"),
    "running": _("还在正常履行的"),
    "in_use": _("没有闲置的"),
    "without_loss": _("没有亏损的"),
}

# What a figure is a part of.
BASES = {
    "eligible": _("符合产业帮扶条件的脱贫户"),
    "linked": _("参加了的全部农户"),
    "labourless": _("无劳动力的低收入脱贫户"),
    "qualified_villages": _("有条件的村"),
    "due": _("到期应付给农户的钱（元）"),
    "lines": _("到期应付的笔数"),
    "lines_paid": _("付清的笔数"),
    "agreements": _("要看保底的协议"),
    "old_agreements": _("签了几年以上的协议"),
    "assets": _("帮扶项目的资产"),
    "projects": _("登记了经营结果的项目"),
}
