"""Projects without mechanism, effect or anybody in charge; idle, at a loss (art. 5, 16, 17, 20).

`rules/watch/gate.py` says which projects the rules bind and what they ask before one enters the
library, `rules/watch/nominal.py` collects what speaks for 挂名.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rules import number
from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.watch import gate
from rules.watch.facts import Parameters, Project
from rules.watch.gate import ENCOURAGED, OUT, Scope, scope
from rules.watch.in_force import binds

IDLE = Citation("16", "资产闲置、经营亏损的帮扶项目，要妥善整改")
LOSS = Citation("16", "经营亏损的帮扶项目，要妥善整改")
UNDERUSED = Citation("17", "对长期闲置和低效的项目资产")
UNRELATED = Citation("16", "坚决制止打着帮扶旗号从事与帮扶无关的活动")
THEN_OTHERS = Citation("5", "在此基础上，有序带动其他农户发展")
ENTERED = ("library", "approved")

KINDS = {
    kind.code: kind
    for kind in (
        Kind("project.no_mechanism", gate.LIBRARY, ("review",), actor="department"),
        Kind("project.no_effect", gate.LIBRARY, ("review", "lacking"), actor="department"),
        Kind("project.no_approver", gate.ANSWERS, ("unnamed",), actor="department"),
        Kind("project.idle", IDLE, ("assets", "cost", "revival"), actor="department"),
        Kind("project.underused", UNDERUSED, ("assets", "cost"), "advice", "department"),
        Kind("project.loss", LOSS, ("year", "loss"), actor="department"),
        Kind(
            "project.others_before_eligible",
            THEN_OTHERS,
            ("village", "others", "waiting"),
            "advice",
        ),
        Kind("project.unrelated", UNRELATED, ("asset", "agreement"), "note", "department"),
    )
}


@dataclass(frozen=True, slots=True)
class Course:
    """How one project runs on a day: counts and sums over its assets and agreements, money in fen.

    `agreements` stand on the day. `revival` is the 盘活方式, other than 无, of a business of one of
    them. `loss_year` is the last year with a recorded 净利润 if that was below 0, `loss` how far.
    """

    agreements: int = 0
    assets: int = 0
    idle_assets: int = 0
    idle_cost: int = 0
    underused_assets: int = 0
    underused_cost: int = 0
    revival: str | None = None
    loss_year: int | None = None
    loss: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """One project in one village: who joined it, and who of the village is in nothing.

    `others`: 其他农户 who joined on or after `in_force.since`. `waiting`: 脱贫户 and 监测对象 with
    符合产业帮扶条件 = 是 who are in no agreement, plan or 简表 that stands on the day.
    """

    village: str
    others: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Use:
    """An agreement that uses an asset of a project (协议资产), and who receives (相对方).

    `links` counts the households on its roster and the agreements below it (上级协议编号).
    """

    asset: str
    agreement: str
    party: str
    links: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A project with all that its findings need."""

    project: Project
    course: Course = field(default_factory=Course)
    joined: tuple[Joined, ...] = ()
    uses: tuple[Use, ...] = ()


def findings(seen: Seen, parameters: Parameters) -> tuple[Finding, ...]:
    """Return the findings about one project as the ledger has it on a day.

    Of a project that is out of scope or was sent back there is nothing to say.
    """
    within = scope(seen.project)
    if within.verdict == OUT or seen.project.review == "returned":
        return ()
    return (
        *_mechanism(seen, parameters, within),
        *_plan(seen, parameters, within),
        *_running(seen),
        *_others(seen),
    )


def entered(seen: Seen) -> bool:
    """Say whether a project is past the gate: by 审核结论, or where that is empty by what runs."""
    review = seen.project.review
    return review in ENTERED or (
        review is None and bool(seen.course.agreements or seen.course.assets)
    )


def _weight(seen: Seen, parameters: Parameters, within: Scope) -> str:
    """A must only of what has passed the gate and is not older than the rules."""
    if within.verdict == ENCOURAGED:
        return "advice"
    return "must" if entered(seen) and binds(seen.project.year, parameters) else "note"


def _mechanism(seen: Seen, parameters: Parameters, within: Scope) -> Iterator[Finding]:
    if gate.has_mechanism(seen.project):
        return
    weight, cited = _weight(seen, parameters, within), gate.LIBRARY
    if seen.course.agreements:
        weight, cited = "note", gate.CONCRETE
    elif weight == "note" and entered(seen):
        weight, cited = "reason", within.citation
    elif seen.project.review == "approved":
        cited = gate.APPROVAL
    review = seen.project.review or ""
    kind = KINDS["project.no_mechanism"]
    yield kind.about(_subject(seen), cited=cited, weight=weight, review=review)


def _plan(seen: Seen, parameters: Parameters, within: Scope) -> Iterator[Finding]:
    weight = _weight(seen, parameters, within)
    if lacking := gate.missing_effect(seen.project):
        yield KINDS["project.no_effect"].about(
            _subject(seen),
            weight=weight,
            review=seen.project.review or "",
            lacking=";".join(lacking),
        )
    if unnamed := gate.unnamed(seen.project):
        kind = KINDS["project.no_approver"]
        yield kind.about(_subject(seen), weight=weight, unnamed=";".join(unnamed))


def _running(seen: Seen) -> Iterator[Finding]:
    course = seen.course
    if course.idle_assets:
        yield KINDS["project.idle"].about(
            _subject(seen),
            weight="note" if course.revival else "must",
            assets=course.idle_assets,
            cost=number.money(course.idle_cost),
            revival=course.revival or "none",
        )
    if course.underused_assets:
        yield KINDS["project.underused"].about(
            _subject(seen),
            assets=course.underused_assets,
            cost=number.money(course.underused_cost),
        )
    if course.loss_year is not None and course.loss > 0:
        yield KINDS["project.loss"].about(
            _subject(seen), year=course.loss_year, loss=number.money(course.loss)
        )


def _others(seen: Seen) -> Iterator[Finding]:
    for row in seen.joined:
        if row.others and row.waiting:
            yield KINDS["project.others_before_eligible"].about(
                _subject(seen), village=row.village, others=row.others, waiting=row.waiting
            )
    for use in seen.uses:
        if use.party == "business" and not use.links:
            yield KINDS["project.unrelated"].about(
                _subject(seen), asset=use.asset, agreement=use.agreement
            )


def _subject(seen: Seen) -> str:
    return f"project:{seen.project.number}"
