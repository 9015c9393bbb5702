"""The words of what a place has of articles 6 to 9."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

KINDS = {
    "graded": _("示范合作社和家庭农场"),
    "workshop": _("就业帮扶车间"),
    "collective": _("村集体经济组织"),
    "park": _("产业园区"),
}

FIGURES = {
    "graded_first": _("自治区级以上示范的"),
    "workshop_workshops": _("车间"),
    "workshop_running": _("在生产的车间"),
    "workshop_idle": _("闲置的车间"),
    "workshop_posts": _("车间的岗位"),
    "workshop_priority_posts": _("其中脱贫户和监测对象的岗位"),
    "workshop_unsafe": _("不具备安全条件的车间"),
    "workshop_safety_unknown": _("没有登记安全条件的车间"),
    "collective_villages": _("有村集体或分配方案的村"),
    "collective_quantified_villages": _("其中有股份或分配到户的村"),
    "collective_members": _("有股份或分配的成员户"),
    "collective_quantified": _("量化给成员的金额"),
    "park_parks": _("园区"),
    "park_running": _("在生产的园区"),
    "park_posts": _("园区的岗位"),
    "park_priority_posts": _("其中脱贫户和监测对象的岗位"),
}
