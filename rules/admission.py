"""The way of a project into the library and to its approval: which step, by whom (art. 16, 20).

`rules.watch.gate` says what a project must have; this module, who may say so and when. Nobody
approves what he entered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from rules.article import Citation
from rules.watch import gate
from rules.watch.facts import Project

REVIEWED_BY = Citation("16", "县级项目主管部门重点审核实施方案联农带农科学性、合理性和可行性")

VERDICTS = ("scientific", "reasonable", "feasible")
# What the ledger says in 审核结论 (empty: never applied for), and the steps from there.
STEPS = {
    "": frozenset({"applied"}),
    "pending": frozenset({"applied", "library", "returned"}),
    "returned": frozenset({"applied"}),
    "library": frozenset({"approved", "returned"}),
    "approved": frozenset(),
}
REVIEW_AFTER = {"applied": "pending"}  # every other step is named as what it leads to
NOT_FOR_THE_LIBRARY = frozenset({"approver", "user"})  # these are named at the approval


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of staff who takes a step; `department` is a county account's."""

    account: UUID
    role: str
    department: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a project stands, and who brought it there.

    `applicant` applied last. `hands`: everybody who wrote its row in the ledger, by an import, an
    application or a review.
    """

    review: str
    department: str
    applicant: UUID | None = None
    hands: frozenset[UUID] = field(default_factory=frozenset)


def missing(project: Project, step: str) -> tuple[str, ...]:
    """Return which conditions keep a project from this step.

    Into the library: the musts of mechanism, households and effect. To the approval: those, and
    approver and user on every project, whatever its money (art. 20).
    """
    musts = tuple(
        each.name for each in gate.gate(project) if each.weight == "must" and not each.met
    )
    of_plan = tuple(name for name in musts if name not in NOT_FOR_THE_LIBRARY)
    if step == "library":
        return of_plan
    return (*of_plan, *gate.unnamed(project)) if step == "approved" else ()


def decision_fault(step: str, verdicts: tuple[bool, ...], lacking: tuple[str, ...]) -> str:
    """Return what is wrong with a review.

    missing: it lets in what lacks something. verdict: it lets in what is not found scientific,
    reasonable and feasible. nothing: it sends back and names nothing that is missing.
    """
    if step == "library" and lacking:
        return "missing"
    if step == "library" and not all(verdicts):
        return "verdict"
    return "nothing" if step == "returned" and all(verdicts) and not lacking else ""


def obstacle(standing: Standing, step: str, actor: Actor) -> str:
    """Return why this step cannot be taken by this person now, or nothing.

    state: not from where it stands. county: an approval is the county's. department: a review is
    that of the project's 主管部门. applicant, hands: two pairs of eyes.
    """
    if step not in STEPS[standing.review]:
        return "state"
    if step == "applied":
        return ""
    if actor.role != "county":
        return "county"
    if standing.review == "pending":
        return _review(standing, actor)
    return "hands" if step == "approved" and actor.account in standing.hands else ""


def _review(standing: Standing, actor: Actor) -> str:
    if actor.department.strip() != standing.department.strip():
        return "department"
    return "applicant" if actor.account == standing.applicant else ""
