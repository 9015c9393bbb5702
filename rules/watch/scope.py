"""Which projects must have a linkage mechanism (article 4), and which merely should."""

from __future__ import annotations

from dataclasses import dataclass

from rules.article import Citation
from rules.watch.facts import Project

MUST, ENCOURAGED, OUT = "must", "encouraged", "out"
OPERATING = Citation("4", "扶持的经营性项目，原则上都要建立联农带农机制")
LEGACY = Citation("4", "纳入扶贫项目资产管理的经营性资产，原则上都要建立联农带农机制")
OTHER = Citation("4", "其他资金支持的经营性帮扶项目，具备条件的鼓励建立联农带农机制")
# The five sources that the article names; 各级财政衔接资金 has a column for each level.
BINDING = (
    *("fund_central", "fund_region", "fund_prefecture", "fund_county"),
    *("fund_bond", "fund_xinjiang_aid", "fund_paired_aid", "fund_donation"),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """`verdict` is must, encouraged or out; `reasons` are codes of why.

    not_operating · legacy · the columns of the binding money it has · fund_other · no_fund.
    """

    verdict: str
    reasons: tuple[str, ...]
    citation: Citation


def scope(project: Project) -> Scope:
    """Return whether article 4 binds a project.

    One without any money written down and not of the former programme is not judged: encouraged.
    """
    if project.kind != "operating":
        return Scope(OUT, ("not_operating",), OPERATING)
    funds = tuple(name for name in BINDING if (getattr(project, name) or 0) > 0)
    if project.legacy or funds:
        reasons = (("legacy",) if project.legacy else ()) + funds
        return Scope(MUST, reasons, OPERATING if funds else LEGACY)
    other = (project.fund_other or 0) > 0
    return Scope(ENCOURAGED, ("fund_other" if other else "no_fund",), OTHER)
