"""Payments and plans: late, short, too much, twice, in kind; and who decided."""

from __future__ import annotations

from tests.cases.watched.spot import Expected, Spot, case

NEIGHBOURS = ("652301001204",)  # villages without any case
# A debt since March 2025 of which each household has 1,000.00 for 2025 (ten months at 6 %).
SINCE = {"签订日期": "2025-02-20", "开始日期": "2025-03-01"}


def owed(spot: Spot, **terms: object) -> None:
    """Add an agreement with lines of 2025, which the case pays itself."""
    spot.deal(**SINCE | terms)
    spot.paid = False


def pay(spot: Spot, serial: int, amount: float, **cells: object) -> None:
    """Add a payment for 2025."""
    row = {
        "协议编号": spot.number("XY"),
        "户编码": spot.number("H", serial),
        "所属年度": 2025,
        "凭证号": f"PZ-{spot.serial}",
        "实付金额": amount,
        "实付日期": "2025-12-20",
        "发放形式": "一卡通",
    }
    spot.add("发放", row, dict(cells))


@case
def one_day_after_the_last_day_of_grace(spot: Spot, wrong: bool) -> list[Expected]:
    """2026-11-21 is a Saturday, so Monday the 23rd is in time and Tuesday the 24th is not.

    Its twin falls due on the 24th itself. Ten months of 2026 at 6 %: 1,000 for each of two.
    """
    spot.deal(兑现时限="11-21" if wrong else "11-24")
    spot.paid = False
    return [("payment.overdue", spot.agreement, "12", 2000_00)]


@case
def one_fen_short(spot: Spot, wrong: bool) -> list[Expected]:
    owed(spot)
    pay(spot, 1, 1000)
    pay(spot, 2, 999.99 if wrong else 1000)
    return [("payment.short", spot.agreement, "12", 1)]


@case
def a_whole_unit_short(spot: Spot, wrong: bool) -> list[Expected]:
    """In yuan a difference of 0.99 is no debt, one of 1.00 is."""
    owed(spot, 计发单位="元")
    pay(spot, 1, 1000)
    pay(spot, 2, 999 if wrong else 999.01)
    return [("payment.short", spot.agreement, "12", 100)]


@case
def one_fen_too_much(spot: Spot, wrong: bool) -> list[Expected]:
    owed(spot)
    pay(spot, 1, 1000)
    pay(spot, 2, 1000.01 if wrong else 1000)
    return [("payment.over", f"household:{spot.number('H', 2)}", "12", None)]


@case
def paid_where_nothing_was_due(spot: Spot, wrong: bool) -> list[Expected]:
    owed(spot)
    pay(spot, 1, 1000)
    pay(spot, 2, 1000)
    if wrong:
        pay(spot, 2, 0.01, 所属年度=2024)
    return [("payment.unmatched", f"household:{spot.number('H', 2)}", "12", None)]


@case
def a_voucher_on_two_days(spot: Spot, wrong: bool) -> list[Expected]:
    owed(spot)
    pay(spot, 1, 1000, 实付日期="2025-12-19")
    pay(spot, 2, 1000, 凭证号=f"PZ-{spot.serial}" if wrong else f"PZ-{spot.serial}-2")
    return [("payment.voucher_twice", spot.agreement, "12", None)]


@case
def wages_in_kind(spot: Spot, wrong: bool) -> list[Expected]:
    work = dict.fromkeys(("项目编号", "本金", "保底比例"))
    work |= {"带动方式": "务工就业", "投入性质": "无", "投入来源": "无", "岗位": "饲养"}
    work |= {"工资标准": 100, "计薪单位": "日", "约定工时": 100, "兑现时限": "11-20"}
    spot.business()
    spot.terms(**work)
    spot.people(量化金额=None)
    for serial in (1, 2):
        days = {"协议编号": spot.number("XY"), "户编码": spot.number("H", serial), "数量": 10}
        spot.add("结算", days | {"截止日期": "2026-11-01"}, {})
    spot.form = "实物" if wrong else "银行转账"
    return [("payment.wage_in_kind", spot.agreement, "10(5)", None)]


def plan(spot: Spot, **cells: object) -> str:
    """Add a plan that is decided, posted and paid later, with the half for a road."""
    row = {
        "方案编号": spot.number("FA"),
        "行政村代码": spot.village,
        "年度": 2026,
        "到账金额": 4000,
        "公益事业": 2000,
        "分户金额": 2000,
        "分配口径": "户",
        "决议日期": "2026-11-01",
        "公示开始": "2026-11-02",
        "公示结束": "2026-11-08",
        "发放时限": "2026-12-10",
    }
    spot.add("分配方案", row, dict(cells))
    for serial in (1, 2):
        spot.household(serial)
        spot.add("分户", {"方案编号": spot.number("FA"), "户编码": spot.number("H", serial)}, {})
    return f"plan:{spot.number('FA')}"


@case
def no_decision(spot: Spot, wrong: bool) -> list[Expected]:
    subject = plan(spot, 决议日期=None if wrong else "2026-11-24")
    return [("collective.no_decision", subject, "11", None)]


@case
def plain_hand_out(spot: Spot, wrong: bool) -> list[Expected]:
    subject = plan(spot, 公益事业=None if wrong else 0.01)
    return [("collective.handout", subject, "11", None)]


@case
def posted_six_days(spot: Spot, wrong: bool) -> list[Expected]:
    """The county has settled on seven days, the first and the last included."""
    subject = plan(spot, 公示结束="2026-11-07" if wrong else "2026-11-08")
    return [("collective.posted_short", subject, "12", None)]


@case
def plan_without_a_day(spot: Spot, wrong: bool) -> list[Expected]:
    return [("plan.no_due_day", plan(spot, 发放时限=None if wrong else "2026-12-10"), "12", None)]


@case
def plan_without_a_pot(spot: Spot, wrong: bool) -> list[Expected]:
    return [("plan.no_pot", plan(spot, 分户金额=None if wrong else 2000), "12", None)]


@case
def plan_above_its_pot(spot: Spot, wrong: bool) -> list[Expected]:
    subject = plan(spot)
    spot.rows["分户"][0]["金额"] = 1000
    spot.rows["分户"][1]["金额"] = 1000.01 if wrong else 1000
    return [("plan.over", subject, "12", None)]


@case
def labour_from_elsewhere(spot: Spot, wrong: bool) -> list[Expected]:
    """One household of another village is one too many, 原则上."""
    labour(spot)
    spot.rows["农户"][-1]["行政村代码"] = NEIGHBOURS[0] if wrong else spot.village
    return [("collective.own_labour", spot.agreement, "11", None)]


@case
def labour_of_others_alone(spot: Spot, wrong: bool) -> list[Expected]:
    """One 脱贫户 among those who work is enough."""
    labour(spot)
    spot.rows["农户"][-2]["户类别"] = "其他农户"
    spot.rows["农户"][-1]["户类别"] = "其他农户" if wrong else "监测对象"
    return [("collective.no_priority", spot.agreement, "11", None)]


def labour(spot: Spot) -> None:
    """Let a collective settle the work of two households of its village."""
    work = dict.fromkeys(("项目编号", "本金", "保底比例"))
    work |= {"带动方式": "务工就业", "投入性质": "无", "投入来源": "无", "岗位": "修渠"}
    work |= {"工资标准": 100, "计薪单位": "日", "约定工时": 100}
    spot.business(主体类型="村集体经济组织")
    spot.terms(**work)
    spot.people(量化金额=None)
    for serial in (1, 2):
        days = {"协议编号": spot.number("XY"), "户编码": spot.number("H", serial), "数量": 10}
        spot.add("结算", days | {"截止日期": "2026-11-20"}, {})
