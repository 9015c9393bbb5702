"""Every kind of step in an explanation: its code, the numbers it names and the words it rests on.

The web writes one sentence in each language for a code; a code that is not here is not used.
"""

from __future__ import annotations

from dataclasses import dataclass

from rules import number
from rules.article import Citation
from rules.figure import Figure
from rules.line import Step

SHARE = Citation("10(3)", "保底收益比例、收益发放形式、分红兑现时限")
GUARANTEED = Citation("10(3)", "实行“保底收益+按股分红”的分配方式")
PROFIT = Citation("13", "按股分红比例按照产业利润合理确定")
QUANTIFIED = Citation("12", "按照合理的估值折股量化至村集体或农户")
IN_FULL = Citation("12", "按时足额兑现保底收益和按股分红")
RENT = Citation("10(4)", "实物计租货币结算、租金动态调整等计价方式")
RENT_PAID = Citation("10(4)", "让脱贫户和监测对象获得稳定租金收入")
ORDER = Citation("10(1)", "明确期限、内容、方式等")
PREMIUM = Citation("10(1)", "通过适当加价收购的方式")
WAGE = Citation("10(5)", "明确用工时间、工资标准和工资发放方式等")
SAVED = Citation("10(7)", "实行服务费用减免政策")
DECIDED = Citation("11", "在充分尊重成员意见的基础上")
PROCEDURE = Citation("12", "建立规范的分配使用程序")
FIXED = Citation("12", "优先形成固定资产")
RATE = Citation("13", "债权投资保底收益比例不低于一年期市场报价利率")
LEASE = Citation("13", "资产租赁的保底收益应不低于资产折旧费")
BUYBACK = Citation("13", "有资产回购条约另外折算，确保资产总收益不贱卖")
BASE = Citation("14", "应当纳入资产收益范围")
LIABILITY = Citation("15", "进入退出机制及违约责任等核心内容")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a code of step says: the names of its params, and its citation."""

    params: tuple[str, ...]
    citation: Citation


KINDS = {
    "guaranteed.rate": Kind(("year", "principal", "rate", "months"), GUARANTEED),
    "guaranteed.amount": Kind(("year", "amount", "months"), GUARANTEED),
    "guaranteed.pieces": Kind(("year", "pieces", "months"), GUARANTEED),
    "dividend.profit": Kind(("year", "round", "profit", "share"), PROFIT),
    "dividend.loss": Kind(("year", "round", "profit"), PROFIT),
    "dividend.offset": Kind(("guaranteed", "deducted"), GUARANTEED),
    "dividend.per_share": Kind(("year", "round", "day", "shares", "per_share"), PROFIT),
    "pot.weight": Kind(("basis", "months", "whole"), QUANTIFIED),
    "pot.weight_year": Kind(("basis", "whole"), QUANTIFIED),
    "pot.weight_rows": Kind(("basis", "whole"), QUANTIFIED),
    "pot.weight_on": Kind(("basis", "day", "whole"), QUANTIFIED),
    "pot.rest": Kind(("basis", "others", "whole"), QUANTIFIED),
    "pot.part": Kind(("pot", "weight", "whole"), QUANTIFIED),
    "pot.won": Kind(("unit",), IN_FULL),
    "pot.lost": Kind(("unit",), IN_FULL),
    "pot.kept": Kind(("pot", "others"), QUANTIFIED),
    "instalment": Kind(("instalment", "instalments", "ratio", "ratios", "due_on"), SHARE),
    "rent.price_growth": Kind(("year", "price", "growth", "times"), RENT),
    "rent.price_step": Kind(("year", "price", "step", "times"), RENT),
    "rent.area_equal": Kind(("area", "holders"), RENT_PAID),
    "rent.cash": Kind(("year", "months"), RENT_PAID),
    "rent.in_kind": Kind(("year", "months", "price_day", "price"), RENT),
    "order.price_given": Kind(("number", "price"), ORDER),
    "order.price_floor": Kind(("floor",), ORDER),
    "order.price_floor_higher": Kind(("floor", "day", "list_price", "premium"), ORDER),
    "order.price_list": Kind(("day", "list_price", "premium", "floor"), PREMIUM),
    "order.price_list_only": Kind(("day", "list_price", "premium"), PREMIUM),
    "order.delivery": Kind(("number", "day", "kg", "price"), ORDER),
    "order.agreed": Kind(("year", "kg", "floor"), ORDER),
    "wage.settlement": Kind(("to_day", "units", "wage", "wage_unit"), WAGE),
    "wage.agreed": Kind(("year", "units", "wage", "wage_unit", "persons"), WAGE),
    "saved": Kind(("year", "fee", "reduced"), SAVED),
    "plan.pot": Kind(("plan", "pot"), DECIDED),
    "plan.rest": Kind(("plan", "pot", "stated"), DECIDED),
    "plan.odd": Kind(("odd",), PROCEDURE),
    "plan.stated": Kind(("plan", "amount"), DECIDED),
    "plan.weight": Kind(("basis", "whole"), PROCEDURE),
    "stated": Kind(("year", "amount"), IN_FULL),
    "penalty": Kind(("rest", "rate", "days"), LIABILITY),
    # The floors of article 13, and the base of returns of article 14.
    "floor.lpr": Kind(("day", "rate", "from"), RATE),
    "floor.rate": Kind(("rate",), RATE),
    "floor.amount_rate": Kind(("amount", "principal"), RATE),
    "floor.least": Kind(("principal", "rate"), RATE),
    "floor.agreed": Kind(("principal", "rate"), RATE),
    "floor.gap": Kind(("least", "agreed", "households"), RATE),
    "lease.amount": Kind(("amount",), LEASE),
    "lease.rate": Kind(("principal", "rate"), LEASE),
    "lease.rent": Kind(("area", "price"), LEASE),
    "lease.least": Kind(("day",), LEASE),
    "lease.gap": Kind(("least", "agreed", "households"), LEASE),
    "depreciation.whole_year": Kind(("number", "amount", "rate", "years"), LEASE),
    "depreciation.in_year": Kind(("number", "year", "amount", "rate", "months", "of"), LEASE),
    "depreciation.none": Kind(("number", "day"), LEASE),
    "depreciation.book": Kind(("number", "day", "amount", "rate", "months", "of"), LEASE),
    "base.cost": Kind((), BASE),
    "base.public": Kind((), BASE),
    "base.depreciation": Kind(("year",), LEASE),
    "base.book": Kind(("day",), LEASE),
    "base.as_if": Kind(("public", "rate"), BASE),
    "fixed.share": Kind(("fixed", "money"), FIXED),
    "buyback.appraised": Kind(("number", "day", "amount"), BUYBACK),
    "buyback.value": Kind(("day",), BUYBACK),
    "buyback.returns": Kind(("months", "price"), BUYBACK),
    "buyback.cost": Kind((), BUYBACK),
}

UNITS = (
    *("yuan", "yuan_months", "shares", "share_months", "mu", "mu_months"),
    *("households", "persons", "months", "yuan_per_kg", "percent"),
)


REASONS = {
    "agreed": "an agreed minimum without any delivery or settlement yet",
    "no_result": "the year's result is not recorded",
    "result_incomplete": "the round has neither a profit nor an amount per share",
    "roster_disputed": "the roster holds more than the whole",
    "no_principal": "a rate without a principal and without quantified amounts",
    "no_shares": "a result per share for a party whose shares are not written",
    "before_price_day": "the price day of a rent in kind has not come",
    "no_price_day": "a rent in kind without a price day",
    "no_price": "no list price on record",
    "no_rent_kg": "a rent in kind without its kilograms",
    "no_rent_area": "a rent of a party without an area",
    "no_wage": "settled work without a wage in the clause",
    "undecided": "the members have not decided the plan",
    "plan_over": "the plan states more than its pot",
    "no_pot": "the plan has no 分户金额",
    "not_stated": "the 简表 row states nothing due",
}


def step(code: str, figure: Figure, value: str, unit: str, /, **params: object) -> Step:
    """Return a step whose formula is the figure's and whose right side is `value`."""
    kind = KINDS[code]
    named = tuple((name, str(params[name])) for name in kind.params)
    return Step(code, f"{figure.text}={value}", value, unit, kind.citation.article, named)


def in_money(code: str, figure: Figure, fen: int, unit: int, /, **params: object) -> Step:
    """Return a step that ends in money, written with the decimals of 计发单位."""
    return step(code, figure, number.money_in(fen, unit), "yuan", **params)


def exactly(code: str, figure: Figure, unit: str, /, **params: object) -> Step:
    """Return a step whose value is not rounded, or shown with four decimals where it never ends."""
    value = figure.shown()
    value = number.least_two(value) if unit.startswith("yuan") else value
    return step(code, figure, value, unit, **params)
