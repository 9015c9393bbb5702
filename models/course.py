"""Training in law and in doing business 法律和经济业务培训 (art. 18): a log without names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import CharField, DateField, IntegerField, TextField, UUIDField, fn

from models import audit
from models.bulk import tuples, values
from models.database import Table, write
from models.scope import under

TOPICS = (
    *("contract", "land", "rights", "income", "finance"),
    *("asset", "market", "risk", "policy", "other"),
)


class Course(Table):
    """One course: `place` is the code of the office that entered it, `attendants` a number."""

    id = UUIDField(primary_key=True)
    place = CharField(max_length=12)
    day = DateField()
    topic = TextField()
    title = TextField()
    organiser = TextField()
    attendants = IntegerField()
    entered_on = DateField()
    account = UUIDField()

    class Meta:
        indexes = ((("place", "day"), False),)


class Entry(NamedTuple):
    """A line of the log."""

    id: UUID
    place: str
    day: date
    topic: str
    title: str
    organiser: str
    attendants: int


def add(identity: UUID, **cells: Any) -> bool:
    """Enter a course once, however often it is sent."""
    with write():
        query = Course.insert(id=identity, **cells).on_conflict_ignore()
        new = bool(query.as_rowcount().execute())
        if new:
            audit.created(Course(id=identity, **cells))
    return new


def find(identity: UUID) -> Entry | None:
    """Return one course."""
    return next((Entry(*row) for row in tuples(_entries().where(Course.id == identity))), None)


def remove(identity: UUID) -> None:
    """Take a course out of the log that was entered by mistake."""
    with write():
        audit.erase(Course, Course.id == identity)


def years(scope: str) -> list[int]:
    """Return the years in which a place had a course, the latest first."""
    days = Course.select(Course.day).where(under(Course.place, scope)).distinct()
    return sorted({day.year for day in values(days)}, reverse=True)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which courses are looked at: of a place and year, on a topic, with words in title or host."""

    scope: str
    year: int
    topic: str = ""
    words: str = ""


def listed(choice: Choice, limit: int, offset: int = 0) -> list[Entry]:
    """Return the chosen courses, the latest first."""
    ordered = _entries().where(_chosen(choice)).order_by(Course.day.desc(), Course.id)
    return [Entry(*row) for row in tuples(ordered.limit(limit).offset(offset))]


def totals(choice: Choice) -> tuple[int, int]:
    """Return how many courses and how many attendants there were."""
    counted = Course.select(fn.COUNT(Course.id), fn.COALESCE(fn.SUM(Course.attendants), 0))
    found = next(tuples(counted.where(_chosen(choice))))
    return int(found[0]), int(found[1])


def _entries() -> Any:
    return Course.select(*(getattr(Course, name) for name in Entry._fields))


def _chosen(choice: Choice) -> Any:
    first, last = date(choice.year, 1, 1), date(choice.year, 12, 31)
    chosen = under(Course.place, choice.scope) & Course.day.between(first, last)
    if choice.topic:
        chosen &= Course.topic == choice.topic
    if choice.words:
        named = Course.title.contains(choice.words)
        chosen &= named | Course.organiser.contains(choice.words)
    return chosen


def forget(before: date) -> int:
    """Delete the courses of days before `before`."""
    return audit.erase(Course, Course.day < before)
