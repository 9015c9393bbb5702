"""Villages, households and counties."""

from __future__ import annotations

from tests.cases.watched.spot import Expected, Spot, case


def subject(spot: Spot, serial: int = 1) -> str:
    return f"household:{spot.number('H', serial)}"


def village(spot: Spot, **changes: object) -> list[Expected]:
    """State the village anew instead of as every other one."""
    spot.place(**changes)
    return []


@case
def no_stable_business(spot: Spot, wrong: bool) -> list[Expected]:
    """The county has settled on two years: 24 months are stable, a day less is not."""
    village(spot, 有条件="是", 无条件原因=None)
    spot.deal(终止日期="2028-02-28" if wrong else "2028-02-29")
    return [("village.no_business", f"village:{spot.village}", "4", None)]


@case
def no_reason_for_no_condition(spot: Spot, wrong: bool) -> list[Expected]:
    village(spot, 无条件原因=None if wrong else "地少人散")
    return [("village.no_reason", f"village:{spot.village}", "4", None)]


@case
def nothing_said_of_a_village(spot: Spot, wrong: bool) -> list[Expected]:
    village(spot, 有条件=None if wrong else "否", 无条件原因="地少人散")
    return [("village.not_stated", f"village:{spot.village}", "4", None)]


@case
def no_measure(spot: Spot, wrong: bool) -> list[Expected]:
    """An empty cell is unknown and calls for nothing."""
    spot.household(1, 符合产业帮扶条件="是" if wrong else None)
    return [("household.no_measure", subject(spot), "5", None)]


@case
def left_yesterday(spot: Spot, wrong: bool) -> list[Expected]:
    """The day of leaving is the last one held."""
    course = {"带动方式": "技术培训", "投入性质": "无", "投入来源": "无", "服务内容": "防疫"}
    nothing = dict.fromkeys(("项目编号", "本金", "保底比例", "带动户数"))
    spot.business()
    spot.terms(**course | nothing)
    spot.people(量化金额=None)
    left = "2026-11-23" if wrong else "2026-11-24"
    spot.rows["受益"][-1] |= {"退出日期": left, "退出原因": "农户申请"}
    return [("household.no_measure", subject(spot, 2), "5", None)]


@case
def income_fell_by_a_fifth(spot: Spot, wrong: bool) -> list[Expected]:
    """The county has settled on 20 %; it counts the people of a low income alone."""
    spot.household(1, 低收入="是", 符合产业帮扶条件="否")
    for year, sum_ in ((2024, 10000), (2025, 8000 if wrong else 8000.01)):
        spot.add("收入", {"户编码": spot.number("H"), "年度": year, "人均纯收入": sum_}, {})
    return [("household.income_fell", subject(spot), "20", None)]


def incomes(spot: Spot, column: str, last: float) -> None:
    """Add five households whose sum grows from 50,000 to that of `last` and four times 10,300."""
    for serial in range(1, 6):
        spot.household(serial, 符合产业帮扶条件="否", 从事农业生产="是")
        for year, sum_ in ((2024, 10000), (2025, last if serial == 1 else 10300)):
            row = {"户编码": spot.number("H", serial), "年度": year, column: sum_}
            spot.add("收入", row, {})
