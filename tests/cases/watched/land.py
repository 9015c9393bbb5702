"""Rents, prices, wages and results: where a figure had to work around something."""

from __future__ import annotations

from tests.cases.watched.spot import TODAY, Expected, Spot, case

LAND = {
    "带动方式": "土地流转",
    "投入性质": "农户自有",
    "投入来源": "农户自有",
    "项目编号": None,
    "本金": None,
    "保底比例": None,
    "土地面积": 20,
    "租金方式": "现金",
    "租金单价": 300,
    "租金年递增": 2,
}
IN_KIND = LAND | {
    "租金方式": "实物计价",
    "租金单价": None,
    "租金年递增": None,
    "实物品名": "小麦",
    "实物数量": 100,
    "计价日": "07-15",
}


def rented(spot: Spot, **terms: object) -> None:
    """Add a lease of land by two households, ten mu each."""
    spot.business()
    spot.terms(**LAND | terms)
    spot.people(量化金额=None, 面积=10)


@case
def growth_and_step(spot: Spot, wrong: bool) -> list[Expected]:
    rented(spot, 租金递增额=10 if wrong else None)
    return [("agreement.growth_and_step", spot.agreement, "10(4)", None)]


@case
def no_area(spot: Spot, wrong: bool) -> list[Expected]:
    rented(spot)
    spot.rows["受益"][-1]["面积"] = None if wrong else 10
    return [("share.no_area", f"household:{spot.number('H', 2)}", "10(4)", None)]


@case
def no_price_day(spot: Spot, wrong: bool) -> list[Expected]:
    price(spot, "2026-07-15")
    rented(spot, **IN_KIND | own_crop(spot) | {"计价日": None if wrong else "07-15"})
    return [("agreement.no_price_day", spot.agreement, "10(4)", None)]


@case
def no_kilograms(spot: Spot, wrong: bool) -> list[Expected]:
    price(spot, "2026-07-15")
    rented(spot, **IN_KIND | own_crop(spot) | {"实物数量": None if wrong else 100})
    missing = (
        "agreement.term_missing",
        spot.agreement,
        "10(4)",
        None,
    )  # the rent, and how it moves
    return [("agreement.no_rent_kg", spot.agreement, "10(4)", None), missing, missing]


@case
def no_price(spot: Spot, wrong: bool) -> list[Expected]:
    """The list price of the very day counts; one of the day after is none."""
    price(spot, "2026-07-16" if wrong else "2026-07-15")
    rented(spot, **IN_KIND | own_crop(spot))
    return [("price.missing", spot.agreement, "10(4)", None)]


@case
def a_price_over_a_year_old(spot: Spot, wrong: bool) -> list[Expected]:
    price(spot, "2025-07-14" if wrong else "2025-07-15")
    rented(spot, **IN_KIND | own_crop(spot))
    return [("price.old", spot.agreement, "10(4)", None)]


def own_crop(spot: Spot) -> dict[str, str]:
    """A crop of its own, so that no other case gives it a price."""
    return {"实物品名": f"小麦{spot.serial}"}


def price(spot: Spot, day: str) -> None:
    """Add a list price of the spot's crop."""
    spot.add("市价", {"品名": f"小麦{spot.serial}", "日期": day, "单价": 2.4}, {})


@case
def no_wage(spot: Spot, wrong: bool) -> list[Expected]:
    work = {
        "带动方式": "务工就业",
        "投入性质": "无",
        "投入来源": "无",
        "项目编号": None,
        "本金": None,
        "保底比例": None,
        "岗位": "饲养",
        "工资标准": None if wrong else 120,
        "计薪单位": "日",
        "约定工时": 100,
    }
    spot.business()
    spot.terms(**work)
    spot.people(量化金额=None)
    days = {"协议编号": spot.number("XY"), "户编码": spot.number("H"), "数量": 20}
    spot.add("结算", days | {"截止日期": TODAY.isoformat()}, {})
    return [
        ("agreement.no_wage", spot.agreement, "10(5)", None),
        ("agreement.term_missing", spot.agreement, "10(5)", None),
    ]


def result(spot: Spot, **cells: object) -> None:
    """Add a result of the agreement."""
    row = {"协议编号": spot.number("XY"), "年度": 2026, "可分配利润": 0, "确认日期": "2026-11-20"}
    spot.add("经营结果", row, dict(cells))


@case
def profit_without_a_share(spot: Spot, wrong: bool) -> list[Expected]:
    """A profit of one fen asks for a share; a loss year has nothing to share out."""
    spot.deal(分红比例=None if wrong else 20)
    result(spot, 可分配利润=0.01)
    return [("agreement.no_profit_share", spot.agreement, "13", None)]


@case
def a_result_without_a_figure(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(分红比例=20)
    result(spot, 可分配利润=None if wrong else 0)
    return [("result.incomplete", spot.agreement, "13", None)]


@case
def a_result_outside_the_term(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(分红比例=20)
    result(spot, 年度=2025 if wrong else 2026)
    return [("result.outside_term", spot.agreement, "13", None)]
