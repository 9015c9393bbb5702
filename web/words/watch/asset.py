"""The words of findings about assets (`rules/watch/asset.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "asset.must_be_in_base": _("应当计入收益范围，没有计入"),
    "asset.may_stay_out": _("政府配套的设施计入了收益范围"),
    "asset.not_fixed": _("衔接资金没有形成固定资产"),
    "asset.no_valuation": _("集体资产入股，估值不完整"),
}

SENTENCES = {
    "asset.must_be_in_base": _(
        "这项资产是%(asset_kind)s，公家投入 %(public)s 元，规定应当计入资产收益范围，"
        "台账写的是不计入。%(age)s"
    ),
    "asset.may_stay_out": _(
        "这项资产是%(asset_kind)s，公家投入 %(public)s 元，计入了收益范围。规定说可以不计入。"
    ),
    "asset.not_fixed": _(
        "公家投入 %(public)s 元，形成的是%(asset_kind)s，不是固定资产。"
        "这个项目的钱有 %(percent)s 形成了固定资产。"
    ),
    "asset.no_valuation": _(
        "协议 %(agreement)s 第 %(clause)s 条款用这项集体资产入股，还缺：%(unsaid)s。%(age)s"
    ),
}

NEXT = {
    "asset.must_be_in_base": _("乡镇把它计入收益范围，重新算一遍保底收益。"),
    "asset.may_stay_out": _("乡镇核对一下，是不是双方愿意计入。"),
    "asset.not_fixed": _("主管部门看一看形成的资产合不合理，这只是情况，不算违反。"),
    "asset.no_valuation": _("村集体请行业主管部门指导估值，再补进台账。"),
}

LISTS = {
    "asset_kind": {
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
    },
    "unsaid": {
        "value": _("评估价值"),
        "day": _("评估日期"),
        "department": _("指导部门"),
    },
}
PERCENT = frozenset({"percent"})
PLAIN = frozenset({"agreement", "clause"})
