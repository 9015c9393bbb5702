"""The words of the calculator: what each of its cells asks for, and in which unit."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

LABELS = {
    "stake": _("钱是怎么投进去的"),
    "part": _("我家有多少"),
    "principal": _("一共投入多少"),
    "guaranteed_rate": _("每年保底百分之几"),
    "guaranteed_amount": _("或者每年保底多少钱"),
    "profit": _("假设一年能分配的利润"),
    "profit_share": _("拿出利润的百分之几来分红"),
    "combination": _("保底和分红怎么算"),
    "cost": _("出租的资产值多少"),
    "life_years": _("这些资产能用几年"),
    "kg": _("一年交售多少"),
    "price": _("当天的市价"),
    "floor_price": _("保护价"),
    "premium": _("比市价加多少"),
    "land_area": _("多少亩地"),
    "rent_price": _("每亩一年多少租金"),
    "rent_growth": _("每次上调百分之几"),
    "rent_step_years": _("几年上调一次"),
    "wage": _("工资"),
    "wage_unit": _("按什么算"),
    "units": _("一年干多少"),
    "fee": _("平时一年收多少服务费"),
    "reduced_fee": _("减免以后收多少"),
    "years": _("算几年"),
    "starts_on": _("从哪一天起"),
}
UNITS = {
    **dict.fromkeys(
        ("part", "principal", "guaranteed_amount", "profit", "cost", "wage", "fee", "reduced_fee"),
        _("元"),
    ),
    **dict.fromkeys(("guaranteed_rate", "profit_share", "rent_growth"), _("百分之几，只填数")),
    **dict.fromkeys(("price", "floor_price", "premium"), _("元，每公斤")),
    "kg": _("公斤"),
    "land_area": _("亩"),
    "rent_price": _("元，每亩每年"),
    "rent_step_years": _("年；不填就是每年"),
    "units": _("个月、天、小时或件，和上面一样"),
    "life_years": _("年"),
    "years": _("年"),
}
