"""Projects, businesses and workshops: the gate, what stands idle, what loses money."""

from __future__ import annotations

from tests.cases.watched.land import result
from tests.cases.watched.spot import Expected, Spot, case
from tests.cases.watched.terms import asset


def subject(spot: Spot) -> str:
    return f"project:{spot.number('XM')}"


def workshop(spot: Spot, **changes: object) -> None:
    """Add a workshop that runs and is safe."""
    row = {"主体类型": "就业帮扶车间", "岗位数": 10, "安全条件": "是"}
    spot.business(**row | changes)


@case
def no_mechanism(spot: Spot, wrong: bool) -> list[Expected]:
    spot.project(联农带农机制=None if wrong else "订单收购", 审核结论="待审")
    return [("project.no_mechanism", subject(spot), "16", None)]


@case
def no_household_expected(spot: Spot, wrong: bool) -> list[Expected]:
    spot.project(预期带动户数=0 if wrong else 1, 审核结论="待审")
    return [("project.no_effect", subject(spot), "16", None)]


@case
def no_yearly_effect(spot: Spot, wrong: bool) -> list[Expected]:
    spot.project(预期户均增收=0 if wrong else 0.01, 审核结论="待审")
    return [("project.no_effect", subject(spot), "16", None)]


@case
def no_approver(spot: Spot, wrong: bool) -> list[Expected]:
    spot.project(审批责任人=None if wrong else "王芳", 审核结论="待审")
    return [("project.no_approver", subject(spot), "20", None)]


@case
def nothing_but_a_name(spot: Spot, wrong: bool) -> list[Expected]:
    """A year after its own last day without any agreement; the twin has its first one."""
    spot.project(年度=2024)
    if not wrong:
        spot.business()
        spot.terms()
        spot.people()
    return [("project.nominal", subject(spot), "16", None)]


@case
def idle_asset(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    asset(spot, 状态="闲置" if wrong else "正常")
    return [("project.idle", subject(spot), "16", None)]


@case
def underused_asset(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    asset(spot, 状态="低效" if wrong else "正常")
    return [("project.underused", subject(spot), "17", None)]


@case
def a_loss_of_one_fen(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(分红比例=20)
    result(spot, 可分配利润=0, 净利润=-0.01 if wrong else 0)
    return [("project.loss", subject(spot), "16", None)]


@case
def used_by_whom_it_links_nobody(spot: Spot, wrong: bool) -> list[Expected]:
    """A business has the asset and nobody stands below; the twin hands it to the collective."""
    spot.project()
    spot.business()
    party = "经营主体" if wrong else "村集体"
    number = spot.number("NC", 2) if wrong else spot.village
    spot.business(主体编号=spot.number("NC", 2), 主体名称=f"{spot.serial}号公司")
    spot.terms(相对方=party, 相对方编号=number, 带动户数=1)
    asset(spot)
    spot.add("协议资产", {"协议编号": spot.number("XY"), "资产编号": spot.number("ZC")}, {})
    return [("project.unrelated", subject(spot), "16", None)]


@case
def others_before_eligible(spot: Spot, wrong: bool) -> list[Expected]:
    """One 其他农户 joined while a 监测对象 that qualifies is in nothing."""
    spot.deal()
    spot.rows["农户"][-1]["户类别"] = "其他农户"
    spot.household(3, 户类别="监测对象", 符合产业帮扶条件="是" if wrong else "否")
    return [("project.others_before_eligible", subject(spot), "5", None)]


@case
def business_at_a_loss(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    spot.rows["经营主体"][0]["经营状况"] = "亏损" if wrong else "正常"
    return [("business.loss", f"business:{spot.number('NC')}", "16", None)]


@case
def business_in_trouble(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    spot.rows["经营主体"][0] |= {"经营状况": "困难", "困难原因": "资金短缺"} if wrong else {}
    return [("business.trouble", f"business:{spot.number('NC')}", "17", None)]


@case
def business_closed(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    spot.rows["经营主体"][0]["经营状况"] = "关停" if wrong else "正常"
    return [("business.stopped", f"business:{spot.number('NC')}", "17", None)]


@case
def unsafe_workshop(spot: Spot, wrong: bool) -> list[Expected]:
    workshop(spot, 安全条件="否" if wrong else "是")
    return [("workshop.unsafe", f"workshop:{spot.number('NC')}", "7", None)]


@case
def workshop_of_unknown_safety(spot: Spot, wrong: bool) -> list[Expected]:
    workshop(spot, 安全条件=None if wrong else "是")
    return [("workshop.safety_unknown", f"workshop:{spot.number('NC')}", "7", None)]


@case
def new_beside_idle(spot: Spot, wrong: bool) -> list[Expected]:
    """In the same township; the twin reuses what is there."""
    if wrong:
        workshop(spot, 经营状况="闲置")
    what = "新建车间一座" if wrong else "改造闲置车间"
    spot.project(建设内容=what, 审核结论="待审")
    return [
        ("workshop.new_beside_idle", subject(spot), "7", None),
        ("workshop.idle", f"workshop:{spot.number('NC')}", "7", None),
    ]
