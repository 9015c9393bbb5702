"""Assets in and out of the base of returns, their valuation, and the links of a chain."""

from __future__ import annotations

from tests.cases.watched.spot import Expected, Spot, case
from tests.cases.watched.terms import asset


def subject(spot: Spot) -> str:
    return f"asset:{spot.number('ZC')}"


def used(spot: Spot, **changes: object) -> None:
    """Add an asset that the agreement uses."""
    asset(spot, **changes)
    spot.add("协议资产", {"协议编号": spot.number("XY"), "资产编号": spot.number("ZC")}, {})


@case
def a_farm_building_left_out(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    inside = {"计入收益范围": "否", "不计入理由": "政府配套"} if wrong else {}
    asset(spot, **inside)
    return [("asset.must_be_in_base", subject(spot), "14", None)]


@case
def water_taken_in(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    asset(spot, 资产种类="配套水", 计入收益范围="是" if wrong else "否", 不计入理由="政府配套")
    return [("asset.may_stay_out", subject(spot), "14", None)]


@case
def public_money_that_formed_nothing_fixed(spot: Spot, wrong: bool) -> list[Expected]:
    """One fen of it is a figure to be told; without any there is nothing to say."""
    spot.deal()
    asset(spot, 固定资产="否", 财政投入额=0.01 if wrong else 0)
    return [("asset.not_fixed", subject(spot), "12", None)]


@case
def valued_tomorrow(spot: Spot, wrong: bool) -> list[Expected]:
    """A valuation of tomorrow is none today."""
    spot.deal(投入性质="入股", 投入来源="集体资产")
    day = "2026-11-25" if wrong else "2026-11-24"
    used(spot, 评估价值=40000, 评估日期=day, 指导部门="农业农村局")
    return [("asset.no_valuation", subject(spot), "12", None)]


@case
def a_chain_whose_upper_part_has_ended(spot: Spot, wrong: bool) -> list[Expected]:
    """The last day of the upper agreement is still one of a whole chain."""
    link = {"带动方式": "联合带动", "投入性质": "无", "投入来源": "无"}
    link |= dict.fromkeys(("项目编号", "本金", "保底比例"))
    spot.business()
    spot.business(主体编号=spot.number("NC", 2), 主体名称="龙头", 主体类型="龙头企业")
    upper = {"协议编号": spot.number("XY", 2), "主体编号": spot.number("NC", 2)}
    upper |= {"相对方": "经营主体", "相对方编号": spot.number("NC")}
    spot.terms(**link | upper, 终止日期="2026-11-23" if wrong else "2026-11-24")
    spot.terms(**link, 上级协议编号=spot.number("XY", 2))
    spot.people(量化金额=None)
    return [("chain.broken", spot.agreement, "10(8)", None)]
