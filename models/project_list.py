"""The projects of a place, and what hangs on one of them: assets, agreements, open findings."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import add
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from models.account import Account
from models.agreement import Agreement
from models.batch import Batch
from models.bulk import tuples, values
from models.business import Business
from models.finding import Finding
from models.project import Asset, Project
from models.scope import under
from rules.watch.business import FIRST, HIGH

FUNDS = tuple(name for name in Project._meta.sorted_field_names if name.startswith("fund_"))  # type: ignore[attr-defined]


class Line(NamedTuple):
    """A project in a list; `place` is its village, or the county that entered it.

    `first`: its implementer comes first among the qualified (article 6).
    """

    number: str
    name: str
    place: str
    year: int
    department: str
    review: str
    households: int | None
    total: int
    first: bool = False


class Clause(NamedTuple):
    """A clause of an agreement of the project, as its last row has it."""

    number: str
    clause: int
    business: str
    mode: str
    starts_on: date
    ends_on: date | None


class Found(NamedTuple):
    """An open finding about the project, one of its assets or one of its agreements."""

    id: UUID
    code: str
    article: str
    weight: str
    subject_kind: str
    subject_number: str
    since: date


def listed(scope: str) -> list[Line]:
    """Return the projects of a place, the latest year first."""
    place = fn.COALESCE(Project.village, Batch.scope, "")
    funds: list[Any] = [fn.COALESCE(getattr(Project, name), 0) for name in FUNDS]
    money = reduce(add, funds)
    query = (
        Project.select(
            *(Project.number, Project.name, place, Project.year, Project.department),
            *(fn.COALESCE(Project.review, ""), Project.expected_households, money),
            Project.implementer,
        )
        .join(Batch, JOIN.LEFT_OUTER, on=Batch.id == Project.batch)
        .where(under(place, scope))
        .order_by(Project.year.desc(), Project.number)
    )
    graded = _graded()
    return [Line(*row, first=implementer in graded) for *row, implementer in tuples(query)]


def _graded() -> set[str]:
    """Return the names of the cooperatives and family farms that article 6 puts first."""
    own = Business.kind.in_(FIRST) & Business.grade.in_(HIGH)
    fit = Business.condition.is_null() | (Business.condition == "normal")
    return set(values(Business.select(Business.name).where(own & fit)))


def find(number: str) -> Project | None:
    """Return a project."""
    return Project.get_or_none(Project.number == number)


def assets(number: str) -> list[Asset]:
    """Return what a project made."""
    return list(Asset.select().where(Asset.project == number).order_by(Asset.number))


def clauses(number: str) -> list[Clause]:
    """Return the clauses of a project's agreements."""
    query = (
        Agreement.select(
            *(Agreement.number, Agreement.clause, fn.COALESCE(Business.name, Agreement.business)),
            *(Agreement.mode, Agreement.starts_on, Agreement.ends_on),
        )
        .join(Business, JOIN.LEFT_OUTER, on=Business.number == Agreement.business)
        .where(Agreement.project == number)
        .order_by(Agreement.number, Agreement.clause, Agreement.in_force_from)
    )
    last = {(row[0], row[1]): Clause(*row) for row in tuples(query)}
    return list(last.values())


def findings(number: str) -> list[Found]:
    """Return the open findings about a project and what hangs on it."""
    own = (Finding.subject_kind == "project") & (Finding.subject_number == number)
    made = Asset.select(Asset.number).where(Asset.project == number)
    asset = (Finding.subject_kind == "asset") & Finding.subject_number.in_(made)
    agreed = Agreement.select(Agreement.number).where(Agreement.project == number)
    agreement: Any = (Finding.subject_kind == "agreement") & Finding.subject_number.in_(agreed)
    query = (
        Finding.select(
            *(Finding.id, Finding.code, Finding.article, Finding.weight),
            *(Finding.subject_kind, Finding.subject_number, Finding.since),
        )
        .where(Finding.ended_on.is_null() & (own | asset | agreement))
        .order_by(Finding.since, Finding.id)
    )
    return [Found(*row) for row in tuples(query)]


def departments(county: str) -> list[str]:
    """Return the departments of a county that have an account: who can review."""
    query = Account.select(Account.department).where(
        (Account.role == "county")
        & (Account.scope == county)
        & ~Account.disabled
        & Account.department.is_null(False)
    )
    return sorted(set(values(query)) - {""})
