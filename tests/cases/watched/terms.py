"""Agreements: what they leave out, and where they stay below their floor."""

from __future__ import annotations

from tests.cases.watched.spot import Expected, Spot, case


def paid_since(spot: Spot, **terms: object) -> None:
    """Add an agreement of the first days of the LPR 3.45, of which everything was paid."""
    days = {"签订日期": "2023-08-21", "开始日期": "2023-09-01", "终止日期": "2027-08-31"}
    spot.deal(**days | terms)


@case
def rate_on_the_day_of_a_change(spot: Spot, wrong: bool) -> list[Expected]:
    """On 2023-08-21 the LPR became 3.45; 0.001 % of 40,000 yuan is 0.40, for each of two 0.20."""
    paid_since(spot, 保底比例=3.449 if wrong else 3.45)
    return [("agreement.rate_below_lpr", spot.agreement, "13", 20)]


@case
def rate_on_the_day_before(spot: Spot, wrong: bool) -> list[Expected]:
    """The day before it was 3.55: 3.450 does not reach it by 0.1 %, which is 20 for each."""
    paid_since(spot, 保底比例=3.45 if wrong else 3.55, 签订日期="2023-08-20")
    return [("agreement.rate_below_lpr", spot.agreement, "13", 20_00)]


@case
def rate_with_a_reason(spot: Spot, wrong: bool) -> list[Expected]:
    """A written reason explains it and does not make it go: the twin reaches the floor."""
    paid_since(spot, 保底比例=3.4 if wrong else 3.45, 书面理由="经营困难")
    return [("agreement.rate_below_lpr", spot.agreement, "13", 10_00)]


@case
def amount_below_the_lpr(spot: Spot, wrong: bool) -> list[Expected]:
    """A yearly amount: 40,000 × 3.00 % (since 2025-05-20) is 1,200 yuan; one fen less is not."""
    spot.deal(保底比例=None, 保底金额=1199.98 if wrong else 1200)
    return [("agreement.rate_below_lpr", spot.agreement, "13", 1)]


def leased(spot: Spot, amount: float) -> None:
    """40,000 yuan over 10 years to 5 %: 3,800 a year."""
    spot.deal(投入性质="资产租赁", 投入来源="集体资产", 保底比例=None, 保底金额=amount)
    asset(spot)
    spot.add("协议资产", {"协议编号": spot.number("XY"), "资产编号": spot.number("ZC")}, {})


def asset(spot: Spot, serial: int = 1, **changes: object) -> None:
    """Add an asset in which nothing is wrong."""
    row = {
        "资产编号": spot.number("ZC", serial),
        "项目编号": spot.number("XM"),
        "资产名称": "牛舍",
        "资产种类": "养殖场内建筑",
        "固定资产": "是",
        "原值": 40000,
        "启用日期": "2026-01-01",
        "使用年限": 10,
        "残值率": 5,
        "计入收益范围": "是",
        "所有权人": "村集体",
        "状态": "正常",
    }
    spot.add("资产", row, dict(changes))


@case
def lease_below_depreciation(spot: Spot, wrong: bool) -> list[Expected]:
    leased(spot, 3799.98 if wrong else 3800)
    return [("agreement.lease_below_depreciation", spot.agreement, "13", 1)]


@case
def equity_without_a_guarantee(spot: Spot, wrong: bool) -> list[Expected]:
    """Equity has no number to reach: the smallest guarantee is one."""
    spot.deal(投入性质="入股", 保底比例=None if wrong else 0.001, 分红比例=20)
    return [("agreement.no_guarantee", spot.agreement, "13", None)]


@case
def money_put_in_without_saying_how(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(投入性质="无" if wrong else "债权投资")
    return [("agreement.no_stake", spot.agreement, "13", None)]


@case
def no_end(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(终止日期=None if wrong else "2028-02-29")
    return [("agreement.no_end", spot.agreement, "10(3)", None)]


@case
def a_term_left_out(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(退出机制=None if wrong else "可以退出")
    return [("agreement.term_missing", spot.agreement, "15", None)]


@case
def no_third_party(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(第三方组织单位=None if wrong else "农业农村局")
    return [("agreement.no_witness", spot.agreement, "18", None)]


@case
def stated_households(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(带动户数=3 if wrong else 2)
    return [("agreement.households_differ", spot.agreement, "15", None)]


@case
def bought_back(spot: Spot, wrong: bool) -> list[Expected]:
    """Two readings without a verdict wherever there is such a clause."""
    spot.deal(
        **({"回购价格": 40000, "回购日期": "2028-02-29", "回购方": "县国投"} if wrong else {})
    )
    return [("agreement.buyback", spot.agreement, "13", None)]


@case
def without_labour_and_left_out(spot: Spot, wrong: bool) -> list[Expected]:
    """Nobody knows how many can work where the cell is empty; 0 is without labour."""
    spot.deal()
    spot.household(3, 低收入="是", 劳动力数=0 if wrong else None)
    spot.rows["农户"][-1]["符合产业帮扶条件"] = "否"
    return [("agreement.labourless_left_out", spot.agreement, "12", None)]


@case
def no_due_day(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(兑现时限=None if wrong else "12-20")
    return [("agreement.no_due_day", spot.agreement, "10(3)", None)]


@case
def rate_without_principal(spot: Spot, wrong: bool) -> list[Expected]:
    """In each of the three years that the agreement touches."""
    spot.deal(本金=None if wrong else 40000)
    return [("agreement.no_principal", spot.agreement, "10(3)", None)] * 3


@case
def rate_and_amount(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(保底金额=2400 if wrong else None)
    return [("agreement.rate_and_amount", spot.agreement, "10(3)", None)]


@case
def switch_without_its_year(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal(分红比例=20, 保底与分红="转换", 见效年度=None if wrong else 2028)
    return [("agreement.no_pays_from_year", spot.agreement, "10(3)", None)]


@case
def roster_above_the_whole(spot: Spot, wrong: bool) -> list[Expected]:
    """One fen too much, in each of three years."""
    spot.deal()
    spot.rows["受益"][-1]["量化金额"] = 20000.01 if wrong else 20000
    return [("agreement.roster_over", spot.agreement, "12", None)] * 3


@case
def nobodys_part(spot: Spot, wrong: bool) -> list[Expected]:
    spot.deal()
    spot.rows["受益"][-1]["量化金额"] = 19999.99 if wrong else 20000
    return [("agreement.shares_unassigned", spot.agreement, "12", None)] * 3


@case
def a_row_without_the_basis(spot: Spot, wrong: bool) -> list[Expected]:
    """A third household weighs nothing: where an amount is the basis, it needs one."""
    spot.deal(带动户数=3)
    spot.rows["受益"][0]["量化金额"] = 20000
    spot.rows["受益"][1]["量化金额"] = 20000 if wrong else 10000
    spot.household(3)
    spot.share(3, 量化金额=None if wrong else 10000)
    return [("share.no_basis", f"household:{spot.number('H', 3)}", "12", None)]
