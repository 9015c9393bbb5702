"""Linked on paper only 挂名 (article 16): what speaks for it, and never a verdict.

Whether households confirmed anything is no evidence and is no fact here: silence is neutral.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.month import months
from rules.watch import in_force
from rules.watch.facts import Parameters, Project
from rules.watch.gate import MUST, OUT, scope

NOMINAL = Citation("16", "对挂名帮扶却未产生带动效果的项目，要及时处置")
YEAR = 12  # months
ROUND = 100_00  # fen: whole hundreds of yuan are a round sum
FEWEST = 5  # households of which "all the same" says anything
# One of the strong ones is enough for a finding; of the weak ones it takes two.
STRONG = ("no_agreement", "no_payment", "no_result", "no_delivery", "no_work", "no_training")
WEAK = ("no_roster", "equal_round", "over_capacity")
AWAITED = {"result": "no_result", "delivery": "no_delivery", "work": "no_work"}
AWAITED |= {"training": "no_training"}

KINDS = {
    kind.code: kind
    for kind in (
        Kind("project.nominal", NOMINAL, ("evidence", "households", "since"), "note", "department"),
    )
}


@dataclass(frozen=True, slots=True)
class Round:
    """What the households of one agreement were paid in one year: the least and the most, in fen.

    `bases` is how many different holdings (量化金额, 股数, 面积) they have; 0 where none is stated.
    """

    year: int
    households: int
    least: int
    most: int
    bases: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """What one project left behind up to a day: counts over all its agreements, money in fen.

    `since` is the earliest 开始日期 of its agreements, without one the last day of the project's
    year. `awaits` are the traces (AWAITED) that clauses a year old should have left: a result where
    分红比例 is agreed, deliveries under 订单收购, settlements under 务工就业, trainings under
    技术培训. `late_lines` are known lines past their grace; `paid` is all that was ever paid under
    its agreements and their plans.
    """

    since: date
    agreements: int = 0
    households: int = 0
    awaits: frozenset[str] = frozenset()
    late_lines: int = 0
    paid: int = 0
    results: int = 0
    deliveries: int = 0
    settlements: int = 0
    trainings: int = 0
    rounds: tuple[Round, ...] = ()

    @property
    def left(self) -> dict[str, int]:
        """How much there is of each awaited trace."""
        return {
            "result": self.results,
            "delivery": self.deliveries,
            "work": self.settlements,
            "training": self.trainings,
        }


def nominal(project: Project, trace: Trace, parameters: Parameters, day: date) -> Finding | None:
    """Return the evidence that a project is one in name only, if there is enough to ask about it.

    It is a must only where the article's own words are met: named, a year under the rules has
    passed, and nothing was paid and nothing recorded at all.
    """
    found = evidence(project, trace, day)
    enough = any(code in STRONG for code in found) or len(found) > 1
    if not enough or scope(project).verdict == OUT or project.review == "returned":
        return None
    under = max(trace.since, in_force.since(parameters))
    empty = without_effect(trace) and months(under, day) >= YEAR
    return KINDS["project.nominal"].about(
        f"project:{project.number}",
        weight="must" if empty and scope(project).verdict == MUST else "note",
        evidence=";".join(found),
        households=trace.households,
        since=trace.since.isoformat(),
    )


def evidence(project: Project, trace: Trace, day: date) -> tuple[str, ...]:
    """Return the codes of what speaks for a mere name, the strong ones first.

    What has not happened counts only once a year has passed.
    """
    found = _absent(project, trace) if months(trace.since, day) >= YEAR else []
    if any(_equal(each) for each in trace.rounds):
        found.append("equal_round")
    if project.capacity is not None and trace.households > project.capacity:
        found.append("over_capacity")
    return tuple(sorted(found, key=(*STRONG, *WEAK).index))


def without_effect(trace: Trace) -> bool:
    """Say whether something was to happen and there is no payment and no result of any kind."""
    named = trace.households > 0 and (trace.late_lines > 0 or bool(trace.awaits))
    return named and trace.paid <= 0 and not any(trace.left.values())


def _absent(project: Project, trace: Trace) -> list[str]:
    if not trace.agreements:
        on_paper = bool(project.mechanism) or bool(project.expected_households)
        return ["no_agreement"] if on_paper else []
    found = [AWAITED[name] for name in trace.awaits if not trace.left[name]]
    if trace.late_lines and trace.paid <= 0:
        found.append("no_payment")
    if not trace.households:
        found.append("no_roster")
    return found


def _equal(paid: Round) -> bool:
    """Say whether households that do not hold the same were all paid the same round sum."""
    same = paid.least == paid.most and paid.least > 0 and paid.least % ROUND == 0
    return same and paid.households >= FEWEST and paid.bases != 1
