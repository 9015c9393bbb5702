"""The words of an asset: what it is, and why it is in the base of returns or out of it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

KINDS = {
    "farm_building": _("养殖场内建筑"),
    "farm_passage": _("场内通道"),
    "plant": _("厂房"),
    "greenhouse": _("大棚"),
    "cold_store": _("冷库"),
    "equipment": _("设备"),
    "livestock": _("生物资产"),
    "land_works": _("土地整治"),
    "water": _("配套水"),
    "power": _("配套电"),
    "road": _("配套路"),
    "other": _("其他"),
}

INSIDE = {
    "in": _("计入"),
    "must_be_in": _("计入，规定必须计入"),
    "may_stay_out": _("计入，也可以不计入"),
}

OUTSIDE = {
    "disposed": _("已经处置"),
    "may_stay_out": _("政府配套，可以不计入"),
    "with_reason": _("不计入，写了理由"),
    "without_reason": _("不计入，没有写理由"),
    "must_be_in": _("没有计入，规定必须计入"),
}
