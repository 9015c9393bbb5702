"""What projects left behind: counts and sums over all their agreements, for the rule of 挂名."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from peewee import Value, fn

from models.agreement import Agreement, Result, Training
from models.bulk import chunks, tuples
from models.household import Delivery, Household, Settlement, Share
from models.payment import Payment, Plan
from models.watch.arithmetic import Arithmetic
from models.watch.extent import AWAITED, YEAR, Brief, Extent
from rules.month import months
from rules.watch.facts import Project
from rules.watch.nominal import FEWEST, Round, Trace

LEFT: tuple[tuple[str, Any, Any], ...] = (
    ("results", Result, Result.confirmed_on),
    ("deliveries", Delivery, Delivery.day),
    ("settlements", Settlement, Settlement.to_day),
    ("trainings", Training, Training.day),
)


@dataclass(frozen=True)
class Traces:
    """The traces of some projects up to the day."""

    extent: Extent
    arithmetic: Arithmetic
    projects: list[Project]
    agreements: Mapping[str, list[Brief]]

    @cached_property
    def numbers(self) -> list[str]:
        """The numbers of all their agreements."""
        return [each.number for row in self.projects for each in self.agreements[row.number]]

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """What each agreement left, by name and agreement."""
        found: dict[str, dict[str, int]] = {"paid": _paid(self.numbers, self.extent.day)}
        for name, table, day in LEFT:
            found[name] = {}
            for part in chunks(self.numbers):
                query = table.select(table.agreement, fn.COUNT(table.id)).where(
                    table.agreement.in_(part) & (day <= self.extent.day)
                )
                found[name].update(_whole(query.group_by(table.agreement)))
        return found

    @cached_property
    def late(self) -> dict[str, int]:
        """Lines past their grace, of the projects under which nothing was ever paid."""
        unpaid = [row.number for row in self.projects if self._sum("paid", row.number) <= 0]
        own = [each.number for number in unpaid for each in self.agreements[number]]
        return self.arithmetic.late_lines(own)

    @cached_property
    def rounds(self) -> dict[str, list[Round]]:
        """Years in which all were paid the same, by agreement."""
        return _rounds(self.numbers, self.extent.day)

    def of(self, project: Project) -> Trace:
        """Return the trace of one project."""
        own = self.agreements[project.number]
        awaits = {name for each in own for name in awaited(each, self.extent.day)}
        left = {name: self._sum(name, project.number) for name, _, _ in LEFT}
        return Trace(
            since=min((each.first for each in own), default=date(project.year, 12, 31)),
            agreements=len(own),
            households=self._members.get(project.number, 0),
            awaits=frozenset(awaits),
            late_lines=sum(self.late.get(each.number, 0) for each in own),
            paid=self._sum("paid", project.number),
            rounds=tuple(row for each in own for row in self.rounds.get(each.number, ())),
            **left,
        )

    def _sum(self, name: str, project: str) -> int:
        counts = self.counts[name]
        return sum(counts.get(each.number, 0) for each in self.agreements[project])

    @cached_property
    def _members(self) -> dict[str, int]:
        owner = owners([row.number for row in self.projects])
        query = (
            Share.select(owner.c.project, fn.COUNT(Share.household.distinct()))
            .join(owner, on=owner.c.number == Share.agreement)
            .join_from(Share, Household, on=Household.id == Share.household)
            .where(Share.joined_on.is_null() | (Share.joined_on <= self.extent.day))
            .group_by(owner.c.project)
        )
        return _whole(query)


def owners(numbers: Collection[str]) -> Any:
    """Return the agreements of these projects: number, project and first day."""
    start = fn.MIN(Agreement.starts_on).alias("start")
    query = Agreement.select(Agreement.number, Agreement.project, start)
    query = query.where(Agreement.project.in_(list(numbers)))
    return query.group_by(Agreement.number, Agreement.project).alias("owner")


def _whole(query: Any) -> dict[str, int]:
    return {number: int(count or 0) for number, count in tuples(query)}


def awaited(brief: Brief, day: date) -> Iterable[str]:
    """Return the traces that clauses a year old should have left."""
    for clause in brief.clauses:
        if clause.starts_on <= day and months(clause.starts_on, day) >= YEAR:
            if clause.profit_share:
                yield "result"
            if clause.mode in AWAITED:
                yield AWAITED[clause.mode]


def _paid(numbers: list[str], day: date) -> dict[str, int]:
    """Return what was ever paid under each agreement and its plans."""
    found: dict[str, int] = defaultdict(int)
    for part in chunks(numbers):
        own = Plan.select(Plan.number, Plan.agreement).where(Plan.agreement.in_(part))
        home = {number: number for number in part} | dict(tuples(own))
        for some in chunks(sorted(home)):
            query = (
                Payment.select(Payment.agreement, fn.SUM(Payment.amount))
                .where(Payment.agreement.in_(some) & (Payment.paid_on <= day))
                .group_by(Payment.agreement)
            )
            for number, amount in tuples(query):
                found[home[number]] += int(amount)
    return found


def _rounds(numbers: list[str], day: date) -> dict[str, list[Round]]:
    """Return the years in which households enough were all paid the same."""
    found: dict[str, list[Round]] = defaultdict(list)
    for part in chunks(numbers):
        alike = list(tuples(_alike(part, day)))
        bases = _bases([row[0] for row in alike]) if alike else {}
        for number, year, households, least, most in alike:
            row = Round(year, int(households), int(least), int(most), bases.get(number, 0))
            found[number].append(row)
    return found


def _alike(numbers: list[str], day: date) -> Any:
    paid = (
        Payment.select(Payment.agreement, Payment.year, fn.SUM(Payment.amount).alias("fen"))
        .join(Household, on=Household.id == Payment.household)
        .where(Payment.agreement.in_(numbers) & (Payment.paid_on <= day))
        .group_by(Payment.agreement, Payment.year, Payment.household)
        .alias("paid")
    )
    sums = (fn.COUNT(Value(1)), fn.MIN(paid.c.fen), fn.MAX(paid.c.fen))
    enough = fn.COUNT(Value(1)) >= FEWEST
    same = (fn.MIN(paid.c.fen) == fn.MAX(paid.c.fen)) & (fn.MIN(paid.c.fen) > 0)
    return (
        Payment.select(paid.c.agreement, paid.c.year, *sums)
        .from_(paid)
        .group_by(paid.c.agreement, paid.c.year)
        .having(enough & same)
        .order_by(paid.c.agreement, paid.c.year)
    )


def _bases(numbers: list[str]) -> dict[str, int]:
    """Return how many different holdings there are under each agreement, 0 where none is said."""
    cells = (Share.amount, Share.shares, Share.area)
    said = cells[0].is_null(False) | cells[1].is_null(False) | cells[2].is_null(False)
    kinds = (
        Share.select(Share.agreement, *cells)
        .join(Household, on=Household.id == Share.household)
        .where(Share.agreement.in_(sorted(set(numbers))) & said)
        .distinct()
        .alias("kind")
    )
    number = kinds.c.agreement
    query = Share.select(number, fn.COUNT(Value(1)))
    return _whole(query.from_(kinds).group_by(number))
