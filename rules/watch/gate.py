"""Whom article 4 binds, and the gate: what article 16 asks before a project enters the library."""

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
LIBRARY = Citation("16", "未建立联农带农机制、未明确预期成效的经营性帮扶项目，不得纳入项目库")
APPROVAL = Citation("16", "未建立联农带农机制的经营性帮扶项目，不得审批实施")
CONCRETE = Citation("16", "应明确具体的联农带农方式")
EFFECT = Citation("16", "要审核联农带农机制和预期成效")
ANSWERS = Citation("20", "谁审批谁负责、谁使用谁负责")
EFFECTS = ("expected_gain", "expected_jobs", "expected_purchase_kg")


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


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that the gate asks for. `weight`: must, or advice where linkage is encouraged.

    names: mechanism · households · effect · approver · user · capacity. `missing` are the columns
    that are empty (of an effect, one of them is enough).
    """

    name: str
    met: bool
    citation: Citation
    weight: str
    missing: tuple[str, ...] = ()


def gate(project: Project) -> tuple[Condition, ...]:
    """Return what the gate asks of a project, met or not; nothing of one that is out of scope.

    A clear expected effect is a number of households and one measurable yearly effect: yuan for a
    household, posts, or kilograms bought.
    """
    within = scope(project)
    if within.verdict == OUT:
        return ()
    weight = "must" if within.verdict == MUST else "advice"
    fits = project.capacity is None or (project.expected_households or 0) <= project.capacity
    return (
        _asked("mechanism", has_mechanism(project), CONCRETE, weight, "mechanism"),
        _asked(
            "households",
            _above(project, "expected_households"),
            EFFECT,
            weight,
            "expected_households",
        ),
        _asked("effect", has_yearly_effect(project), EFFECT, weight, *EFFECTS),
        _asked("approver", _filled(project.approver), ANSWERS, weight, "approver"),
        _asked("user", _filled(project.user_in_charge), ANSWERS, weight, "user_in_charge"),
        _asked("capacity", fits, Citation("16", "科学性、合理性和可行性"), "advice", "capacity"),
    )


def passes(project: Project) -> bool:
    """Say whether nothing that is a must is missing: only then may the project be approved."""
    return all(each.met for each in gate(project) if each.weight == "must")


def has_mechanism(project: Project) -> bool:
    """Say whether the ledger names a way of linking."""
    return _filled(project.mechanism)


def missing_effect(project: Project) -> tuple[str, ...]:
    """Return what a clear expected effect lacks: households, a yearly effect, both or nothing."""
    asked = {
        "households": _above(project, "expected_households"),
        "effect": has_yearly_effect(project),
    }
    return tuple(name for name, there in asked.items() if not there)


def has_yearly_effect(project: Project) -> bool:
    """Say whether one measurable yearly effect is stated."""
    return any(_above(project, name) for name in EFFECTS)


def unnamed(project: Project) -> tuple[str, ...]:
    """Return which of approver and user (article 20) the project does not name."""
    names = {"approver": project.approver, "user": project.user_in_charge}
    return tuple(name for name, person in names.items() if not _filled(person))


def _asked(name: str, met: bool, citation: Citation, weight: str, *columns: str) -> Condition:  # noqa: FBT001 — met is what it says
    return Condition(name, met, citation, weight, () if met else columns)


def _above(project: Project, column: str) -> bool:
    return (getattr(project, column) or 0) > 0


def _filled(text: str | None) -> bool:
    return bool(text and text.strip())
