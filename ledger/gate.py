"""The gate 项目入库和审批: each step is an import of the project's row, and a row of its own.

The row goes the way of every import (`ledger.store`), so the step has its history and can be taken
back like one. Both are stored in one transaction, or neither is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from ledger.column import SHEETS
from ledger.problem import Problem
from ledger.read import Reading
from ledger.row import Row
from ledger.store import Import, store
from ledger.target import column_of
from models import project_step as steps
from models.batch import lock
from models.database import write
from models.project import Project, as_fact
from models.project_step import ProjectStep
from rules import admission
from rules.admission import REVIEW_AFTER, VERDICTS, Actor

SHEET = SHEETS["项目"]
Values = Mapping[str, Any]  # field of columns.csv → value


@dataclass(frozen=True, slots=True)
class Review:
    """The county department's verdicts with their reasons, in the order of `VERDICTS`."""

    verdicts: tuple[bool, ...] = ()
    reasons: tuple[str, ...] = ()
    reason: str = ""  # of an approval, or of sending back from the library


@dataclass(frozen=True, slots=True)
class Order:
    """A step to take. `new`: the project must not be in the ledger yet."""

    id: UUID
    number: str
    step: str
    actor: Actor
    name: str
    scope: str  # the county's code
    day: date
    cells: Values = field(default_factory=dict)
    review: Review = Review()
    new: bool = False


class Refused(Exception):
    """`code`: what `rules.admission` names, exists, gone, different, or problems (of the row)."""

    def __init__(
        self, code: str, missing: tuple[str, ...] = (), problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__(code)
        self.code = code
        self.missing = missing
        self.problems = problems


def take(order: Order) -> None:
    """Take a step once, however often it is sent; raise Refused where a rule refuses it."""
    with write():
        lock()  # before anything is read: another step comes wholly before this one, or after it
        row = Project.get_or_none(Project.number == order.number)
        if _is_done(order):
            return
        if (row is not None) == order.new:
            raise Refused("exists" if order.new else "gone")
        lacking = _refuse(order, row)
        _import(order)
        _note(order, lacking)


def _note(order: Order, lacking: tuple[str, ...]) -> None:
    reasons = zip(VERDICTS, order.review.reasons, strict=False)
    steps.add(
        order.id,
        order.number,
        order.step,
        **dict(zip(VERDICTS, order.review.verdicts, strict=False)),
        **{f"{name}_reason": text for name, text in reasons},
        reason=order.review.reason or None,
        missing=";".join(lacking),
        account=order.actor.account,
        name=order.name,
        role=order.actor.role,
        department=order.actor.department,
        day=order.day,
    )


def _is_done(order: Order) -> bool:
    """Say whether this very step was stored before; its id with another one is refused."""
    known = ProjectStep.get_or_none(ProjectStep.id == order.id)
    if known is None:
        return False
    same = (known.project, known.kind, known.account)
    if same != (order.number, order.step, order.actor.account):
        raise Refused("different")
    return True


def _refuse(order: Order, row: Project | None) -> tuple[str, ...]:
    """Refuse what the rules refuse; return what is missing where it is sent back."""
    if row is None:
        return ()
    if code := admission.obstacle(steps.standing(row), order.step, order.actor):
        raise Refused(code)
    if order.step == "applied":
        return ()
    cells = {column_of(Project, name): value for name, value in order.cells.items()}
    fact = replace(as_fact(row), **cells)
    if order.step == "approved":
        if lacking := admission.missing(fact, "approved"):
            raise Refused("missing", lacking)
        return ()
    lacking = admission.missing(fact, "library")
    if row.review == "pending":
        fault = admission.decision_fault(order.step, order.review.verdicts, lacking)
        if fault:
            raise Refused(fault, lacking)
    return lacking


def _import(order: Order) -> None:
    number, review = SHEET.keys[0].field, "project.review"
    values = {**order.cells, number: order.number}
    values[review] = REVIEW_AFTER.get(order.step, order.step)
    file = f"{SHEET.name} {order.number}"
    row = Row(SHEET.name, 2, file, values, (order.number,))
    done = store(
        Reading(files=[file], rows={SHEET.name: [row]}),
        Import(order.day, scope=order.scope, account=order.actor.account, batch=order.id),
    )
    if done.batch is None:
        raise Refused("problems", problems=done.problems)
