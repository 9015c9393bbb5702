"""The findings that the arithmetic itself meets: code, the words of the article, named numbers."""

from __future__ import annotations

from dataclasses import dataclass

from rules.article import Citation
from rules.line import Finding


@dataclass(frozen=True, slots=True)
class Kind:
    """What a code of finding rests on and the names of its params."""

    citation: Citation
    params: tuple[str, ...]


TERMS = Citation("10(3)", "明确受益对象、合作期限、保底收益比例、收益发放形式、分红兑现时限")
DUE_DAY = Citation("10(3)", "分红兑现时限")
QUANTIFIED = Citation("12", "按照合理的估值折股量化至村集体或农户")
RENT = Citation("10(4)", "实物计租货币结算、租金动态调整等计价方式")
RENT_PAID = Citation("10(4)", "让脱贫户和监测对象获得稳定租金收入")
PROFIT = Citation("13", "按股分红比例按照产业利润合理确定")
ORDER = Citation("10(1)", "明确期限、内容、方式等")
WAGE = Citation("10(5)", "明确用工时间、工资标准和工资发放方式等")
PROCEDURE = Citation("12", "建立规范的分配使用程序")
IN_FULL = Citation("12", "按时足额兑现保底收益和按股分红")

KINDS = {
    "agreement.no_due_day": Kind(DUE_DAY, ("clause",)),
    "agreement.no_principal": Kind(TERMS, ("clause", "year")),
    "agreement.rate_and_amount": Kind(TERMS, ("clause", "from")),
    "agreement.no_pays_from_year": Kind(TERMS, ("clause",)),
    "agreement.no_profit_share": Kind(PROFIT, ("clause", "year", "round")),
    "agreement.growth_and_step": Kind(RENT, ("clause", "from")),
    "agreement.no_price_day": Kind(RENT, ("clause",)),
    "agreement.no_rent_kg": Kind(RENT, ("clause",)),
    "agreement.no_wage": Kind(WAGE, ("clause",)),
    "agreement.roster_over": Kind(QUANTIFIED, ("clause", "year", "held", "whole")),
    "agreement.shares_unassigned": Kind(QUANTIFIED, ("clause", "year", "rest", "whole")),
    "share.no_basis": Kind(QUANTIFIED, ("clause", "household", "basis")),
    "share.no_area": Kind(RENT_PAID, ("clause", "household")),
    "result.outside_term": Kind(PROFIT, ("clause", "year", "round")),
    "result.incomplete": Kind(PROFIT, ("clause", "year", "round")),
    "price.missing": Kind(RENT, ("clause", "crop", "day")),
    "price.old": Kind(RENT, ("clause", "crop", "day", "price_day")),
    "plan.over": Kind(PROCEDURE, ("plan", "pot", "stated")),
    "plan.no_pot": Kind(PROCEDURE, ("plan",)),
    "plan.no_due_day": Kind(IN_FULL, ("plan",)),
    "payment.over": Kind(IN_FULL, ("household", "year", "voucher", "amount")),
    "payment.unmatched": Kind(IN_FULL, ("household", "year", "voucher", "amount")),
}


def finding(code: str, subject: str, cited: Citation | None = None, /, **params: object) -> Finding:
    """Return the finding of this code about `subject`, written as "kind:number"."""
    kind = KINDS[code]
    named = tuple((name, str(params[name])) for name in kind.params)
    return Finding(code, (cited or kind.citation).article, subject, named)
