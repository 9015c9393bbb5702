"""A project on its way through the gate: who takes which step, with what."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from ledger.gate import Order, Review, take
from models.project import Project
from rules.admission import Actor
from tests.ledger.county import TODAY, VILLAGE

OURS, FINANCE = "农业农村局", "财政局"
TOWN = Actor(UUID(int=11), "township")
REVIEWER = Actor(UUID(int=12), "county", OURS)
APPROVER = Actor(UUID(int=13), "county", FINANCE)
NUMBER = "XM-2026/1"
CELLS: dict[str, Any] = {
    "project.name": "北门村冷库",
    "project.village": VILLAGE,
    "project.year": 2026,
    "project.kind": "operating",
    "project.industry": True,
    "project.fund.central": 1_000_000_00,
    "project.department": OURS,
    "project.implementer": "三工镇政府",
    "project.mechanism": "保底收益加按股分红，签订协议",
    "project.expected_households": 20,
    "project.expected_gain": 80_000,
}
NAMED = {"project.approver": "王建国", "project.user_in_charge": "李明"}
YES = Review((True, True, True), ("有依据", "合理", "可行"))
NO = Review((True, True, False), ("有依据", "合理", "没有场地"))


def order(step: str, actor: Actor, **change: Any) -> Order:
    """Return a step of the project."""
    given = {"id": uuid4(), "number": NUMBER, "name": "某人", "scope": VILLAGE[:6], "day": TODAY}
    return Order(step=step, actor=actor, **(given | change))


def apply(**cells: Any) -> Order:
    """Apply for the project, with some other cells: a name stands for its column."""
    named = {f"project.{name}": value for name, value in cells.items()}
    sent = order("applied", TOWN, cells=CELLS | named, new=not Project.select().exists())
    take(sent)
    return sent


def enter() -> None:
    """Let the project into the library."""
    take(order("library", REVIEWER, review=YES))


def now(column: str = "review") -> Any:
    """Return what the ledger says of the project."""
    return getattr(Project.get(Project.number == NUMBER), column)
