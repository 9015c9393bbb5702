"""What was decided of a project on its way into the library and to its approval (art. 16, 20)."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from peewee import (
    JOIN,
    BooleanField,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
    fn,
)
from peewee import Check as Constraint

from models import audit
from models.batch import Batch, Change, unpack
from models.bulk import columns, values
from models.database import Table
from models.project import Project
from rules.admission import Standing

KINDS = ("applied", "library", "returned", "approved")


class ProjectStep(Table):
    """One step; rows are only added, `turn` by `turn`. `id` is also that of its import.

    The verdicts are those of article 16: scientific, reasonable, feasible, each with its reason.
    `missing` has the codes of the conditions that were not met, with ; between them.
    """

    id = UUIDField(primary_key=True)
    project = TextField()
    turn = IntegerField()
    kind = TextField()
    scientific = BooleanField(null=True)
    scientific_reason = TextField(null=True)
    reasonable = BooleanField(null=True)
    reasonable_reason = TextField(null=True)
    feasible = BooleanField(null=True)
    feasible_reason = TextField(null=True)
    reason = TextField(null=True)
    missing = TextField(default="")
    account = UUIDField()
    name = TextField()
    role = TextField()
    department = TextField(default="")
    day = DateField()

    class Meta:
        indexes = ((("project", "turn"), True),)
        constraints = (Constraint(f"kind IN {KINDS!r}"),)


class Past(NamedTuple):
    """A step of the past; one whose import was taken back is shown and counts no more."""

    step: ProjectStep
    counts: bool


def of_project(number: str) -> list[Past]:
    """Return every step of a project, in order."""
    query = (
        ProjectStep.select(ProjectStep, Batch.state.alias("import_state"))
        .join(Batch, JOIN.LEFT_OUTER, on=Batch.id == ProjectStep.id)
        .where(ProjectStep.project == number)
        .order_by(ProjectStep.turn)
    )
    return list(map(_past, query.objects()))


def _past(row: Any) -> Past:
    return Past(row, row.import_state in {None, "stored"})


def standing(row: Project) -> Standing:
    """Return where a project stands, and by whose hands."""
    past = [each.step for each in of_project(str(row.number)) if each.counts]
    applied = [each.account for each in past if each.kind == "applied"]
    return Standing(
        review=str(row.review or ""),
        department=str(row.department),
        applicant=applied[-1] if applied else None,  # type: ignore[arg-type]
        hands=frozenset({each.account for each in past} | _writers(row)),  # type: ignore[arg-type]
    )


def _writers(row: Project) -> set[UUID]:
    """Return whose imports wrote the project's row: the last, and each that it wrote over."""
    found: set[UUID] = set()
    place = columns(Project).index("batch")
    batch: Any = row.batch
    seen: set[Any] = set()
    while batch is not None and batch not in seen:
        seen.add(batch)
        found.update(values(Batch.select(Batch.account).where(Batch.id == batch)))
        mine = (Change.batch == batch) & (Change.table == "project") & (Change.id == row.id)
        before = next(values(Change.select(Change.before).where(mine)), None)
        batch = unpack(Project, before)[place] if before else None
    return found - {None}  # type: ignore[arg-type]


def add(identity: UUID, number: str, kind: str, **said: Any) -> None:
    """Add a project's next step; `models.batch.lock` is held, so that none comes in between."""
    last = ProjectStep.select(fn.MAX(ProjectStep.turn)).where(ProjectStep.project == number)
    turn = (last.scalar() or 0) + 1
    audit.created(ProjectStep.create(id=identity, project=number, turn=turn, kind=kind, **said))
