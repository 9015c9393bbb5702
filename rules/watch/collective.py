"""What a village collective does with its income, and what it is made of (articles 8 and 11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rules import number
from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.watch.facts import CollectivePlan, Parameters
from rules.watch.in_force import binds

WILL = Citation("11", "在充分尊重成员意见的基础上")
HAND_OUT = Citation("11", "杜绝简单发钱发物，防止“一股了之”“一发了之”和“泛福利化”")
LABOUR = Citation("11", "用工原则上使用本村劳动力，优先用于脱贫人口和监测对象")
PROCEDURE = Citation("12", "建立规范的分配使用程序")
MEMBERS = Citation("8", "深化农村集体经营性资产股份合作制改革")
NAMED = ("use_industry", "use_posts", "use_upkeep", "use_welfare")  # 重点用于, an open list

KINDS = {
    kind.code: kind
    for kind in (
        Kind("collective.no_decision", WILL, ("year", "amount"), actor="village"),
        Kind(
            "collective.handout",
            HAND_OUT,
            ("year", "amount", "received", "plan_basis"),
            "advice",
            "village",
        ),
        Kind("collective.posted_short", PROCEDURE, ("days", "wanted"), "advice", "village"),
        Kind(
            "collective.own_labour",
            LABOUR,
            ("year", "own", "outside", "priority"),
            "reason",
            "village",
        ),
        Kind("collective.no_priority", LABOUR, ("year", "own"), "advice", "village"),
    )
}


def findings(plan: CollectivePlan, parameters: Parameters) -> tuple[Finding, ...]:
    """Return the findings about one distribution plan."""
    return (*_decision(plan, parameters), *_handout(plan), *_posted(plan, parameters))


def shares_out(plan: CollectivePlan) -> bool:
    """Say whether a plan gives money to households."""
    return (plan.use_households or 0) > 0 or bool(plan.portions)


def posted_days(plan: CollectivePlan) -> int:
    """Return how many days a plan was posted, the first and the last included; 0 where unknown."""
    if plan.posted_from is None or plan.posted_to is None:
        return 0
    return max(0, (plan.posted_to - plan.posted_from).days + 1)


def _decision(plan: CollectivePlan, parameters: Parameters) -> Iterator[Finding]:
    if shares_out(plan) and plan.decided_on is None:
        yield KINDS["collective.no_decision"].about(
            f"plan:{plan.number}",
            weight="must" if binds(plan.year, parameters) else "note",
            year=plan.year,
            amount=number.money(plan.use_households or 0),
        )


def _handout(plan: CollectivePlan) -> Iterator[Finding]:
    """Only what goes to households: nothing for any of the uses that the article names."""
    if shares_out(plan) and not any((getattr(plan, name) or 0) > 0 for name in NAMED):
        yield KINDS["collective.handout"].about(
            f"plan:{plan.number}",
            year=plan.year,
            amount=number.money(plan.use_households or 0),
            received=number.money(plan.received),
            plan_basis=plan.basis or "",
        )


def _posted(plan: CollectivePlan, parameters: Parameters) -> Iterator[Finding]:
    """The days are the county's own: the text asks for a proper procedure and no number."""
    days, wanted = posted_days(plan), parameters.posting_days
    if wanted is not None and shares_out(plan) and days < wanted:
        yield KINDS["collective.posted_short"].about(
            f"plan:{plan.number}", days=days, wanted=wanted
        )


@dataclass(frozen=True, slots=True)
class Labour:
    """Whose work a collective settled under one agreement in one year, in households.

    `own` are of its village, `outside` of others, `priority` 脱贫户 and 监测对象 among all of them,
    `unknown` those without a 户类别; `reason` says whether the agreement has a 书面理由.
    """

    agreement: str
    village: str
    year: int
    own: int
    outside: int
    priority: int
    reason: bool = False
    unknown: int = 0


def own_labour(labour: Labour, parameters: Parameters) -> Finding | None:
    """Return the finding about labour from elsewhere: 原则上 its own village's."""
    if not labour.outside:
        return None
    asked = "reason" if labour.reason else "must"
    return KINDS["collective.own_labour"].about(
        f"agreement:{labour.agreement}",
        weight=asked if binds(labour.year, parameters) else "note",
        year=labour.year,
        own=labour.own,
        outside=labour.outside,
        priority=labour.priority,
    )


def priority_first(labour: Labour) -> Finding | None:
    """Return the advice where own villagers work and no 脱贫户 or 监测对象 is among all who do.

    A household without a 户类别 may be one of them: then nothing is said.
    """
    if not labour.own or labour.priority or labour.unknown:
        return None
    return KINDS["collective.no_priority"].about(
        f"agreement:{labour.agreement}", year=labour.year, own=labour.own
    )


@dataclass(frozen=True, slots=True)
class Holding:
    """What one village's collective has quantified to members, from its agreements and plans."""

    village: str
    members: int = 0  # households with a share or a portion
    quantified: int = 0  # fen
    shares: int = 0  # ten-thousandths


@dataclass(frozen=True, slots=True)
class Collectives:
    """Collectives of a place (article 8): figures, judged by nobody."""

    villages: int = 0
    quantified_villages: int = 0
    members: int = 0
    quantified: int = 0
    shares: int = 0


def collectives(holdings: Iterable[Holding]) -> Collectives:
    """Return the figures of a place's collectives."""
    found = list(holdings)
    return Collectives(
        len(found),
        sum(each.members > 0 for each in found),
        sum(each.members for each in found),
        sum(each.quantified for each in found),
        sum(each.shares for each in found),
    )
