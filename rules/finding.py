"""Findings: what breaks a rule or is missing, with the words of the article it rests on.

This module has the findings that the arithmetic itself meets; `rules/watch/` has those about
agreements, assets, projects, people and places. A finding never stops a figure or an import.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rules.article import Citation
from rules.line import Finding

# must: a duty of the text is broken. reason: 原则上, so a written reason is asked for, and without
# one the finding is a must. advice: 鼓励. note: a figure, or a cell the ledger should fill.
WEIGHTS = ("must", "reason", "advice", "note")
# Who has to act. A department is the one that the project names as 主管部门.
ACTORS = ("business", "village", "township", "department", "county")


@dataclass(frozen=True, slots=True)
class Kind:
    """A code of finding: what it rests on, the names of its params, its weight and who acts."""

    code: str
    citation: Citation
    params: tuple[str, ...] = ()
    weight: str = "must"
    actor: str = "township"

    def about(
        self,
        subject: str,
        *,
        gap: int | None = None,
        cited: Citation | None = None,
        weight: str | None = None,
        **params: Any,
    ) -> Finding:
        """Return the finding about `subject`, written as "kind:number".

        `gap` is fen for one household and year. `cited` and `weight` stand in for the kind's own.
        """
        return Finding(
            self.code,
            (cited or self.citation).article,
            subject,
            tuple((name, str(params[name])) for name in self.params),
            gap,
            weight or self.weight,
            self.actor,
        )


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

_PAID = ("household", "year", "voucher", "amount")

KINDS = {
    kind.code: kind
    for kind in (
        Kind("agreement.no_due_day", DUE_DAY, ("clause",)),
        Kind("agreement.no_principal", TERMS, ("clause", "year")),
        Kind("agreement.rate_and_amount", TERMS, ("clause", "from"), "note"),
        Kind("agreement.no_pays_from_year", TERMS, ("clause",)),
        Kind("agreement.no_profit_share", PROFIT, ("clause", "year", "round")),
        Kind("agreement.growth_and_step", RENT, ("clause", "from"), "note"),
        Kind("agreement.no_price_day", RENT, ("clause",)),
        Kind("agreement.no_rent_kg", RENT, ("clause",)),
        Kind("agreement.no_wage", WAGE, ("clause",)),
        Kind("agreement.roster_over", QUANTIFIED, ("clause", "year", "held", "whole")),
        Kind("agreement.shares_unassigned", QUANTIFIED, ("clause", "year", "rest", "whole")),
        Kind("share.no_basis", QUANTIFIED, ("clause", "household", "basis"), "note"),
        Kind("share.no_area", RENT_PAID, ("clause", "household"), "note"),
        Kind("result.outside_term", PROFIT, ("clause", "year", "round"), "note"),
        Kind("result.incomplete", PROFIT, ("clause", "year", "round"), "note"),
        Kind("price.missing", RENT, ("clause", "crop", "day"), "note", "county"),
        Kind("price.old", RENT, ("clause", "crop", "day", "price_day"), "note", "county"),
        Kind("plan.over", PROCEDURE, ("plan", "pot", "stated"), actor="village"),
        Kind("plan.no_pot", PROCEDURE, ("plan",), actor="village"),
        Kind("plan.no_due_day", IN_FULL, ("plan",), actor="village"),
        Kind("payment.over", IN_FULL, _PAID, "note", "business"),
        Kind("payment.unmatched", IN_FULL, _PAID, "note", "business"),
    )
}


def finding(code: str, subject: str, cited: Citation | None = None, /, **params: Any) -> Finding:
    """Return the finding of this code that the arithmetic meets about `subject`."""
    return KINDS[code].about(subject, cited=cited, **params)
