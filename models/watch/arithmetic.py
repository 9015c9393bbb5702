"""What the arithmetic met, and which lines are late: as stored, or computed anew for a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from models import outcome
from models.bulk import chunks, pairs
from models.household import Household
from models.payment import Plan
from models.rebuild import outcomes, rows_of
from models.watch import line
from models.watch.extent import Extent
from models.watch.found import Found, dated
from rules.line import Finding
from rules.watch import payment
from rules.watch.payment import Group

AT_ONCE = 50  # agreements computed anew: all lines of so many are in memory at once


@dataclass(frozen=True, slots=True)
class Anew:
    """What was computed anew: sums and findings, without the lines they came from."""

    numbers: frozenset[str]
    groups: list[Group] = field(default_factory=list)
    met: list[tuple[str, Finding]] = field(default_factory=list)
    late: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Arithmetic:
    """The dues of an extent."""

    extent: Extent

    @cached_property
    def plans(self) -> dict[str, str]:
        """Where plans lie that belong to no agreement."""
        query = Plan.select(Plan.number, Plan.village).where(Plan.agreement.is_null())
        return pairs(query)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The agreements and lone plans with lines of somebody in these places."""
        extent = self.extent
        near = (n for n, roster in extent.rosters.items() if any(map(extent.holds, roster)))
        plans = (n for n, village in self.plans.items() if extent.holds(village))
        return frozenset((*extent.own, *near, *plans)) & (
            self.plans.keys() | extent.agreements.keys()
        )

    @cached_property
    def anew(self) -> Anew:
        """Compute what is not stored: for today, only what the calendar has changed."""
        day, numbers = self.extent.day, self.numbers
        if self.extent.stored:
            numbers &= outcome.waiting(day)
        found = Anew(numbers)
        plans = frozenset(self.plans)
        for part in chunks(sorted(numbers), AT_ONCE):
            new = outcomes(part, day)
            rows = rows_of(new)
            found.groups.extend(line.counted(rows, day, plans))
            found.late.update(line.late_of(rows, day))
            found.met.extend((n, each) for n, of in new.items() for each in of.findings)
        return found

    def groups(self) -> Iterator[Group]:
        """Yield the groups of late lines."""
        anew, extent = self.anew, self.extent
        yield from anew.groups
        for group in line.stored(extent.code, extent.day, only_stated=not extent.stored):
            if group.agreement not in anew.numbers:
                yield group

    def met(self) -> Iterator[tuple[str, Finding]]:
        """Yield what the arithmetic met, with the number of the agreement or plan."""
        yield from self.anew.met
        if self.extent.stored:
            for part in chunks(sorted(self.numbers - self.anew.numbers)):
                yield from outcome.findings(part)

    def late_lines(self, numbers: Iterable[str]) -> dict[str, int]:
        """Return how many lines of agreements and plans are past their grace."""
        wanted = set(numbers)
        found = {n: count for n, count in self.anew.late.items() if n in wanted}
        if self.extent.stored:
            for part in chunks(sorted(wanted - self.anew.numbers)):
                found.update(line.late_lines(part, self.extent.day))
        return found


def findings(arithmetic: Arithmetic) -> Iterator[Found]:
    """Yield what is late, and what the arithmetic met."""
    for group in arithmetic.groups():
        if (found := payment.late(group, arithmetic.extent.day)) is not None:
            yield _late(arithmetic, group, found)
    for part in chunks(arithmetic.met()):
        yield from _met(arithmetic, part)


def _late(arithmetic: Arithmetic, group: Group, found: Finding) -> Found:
    number = group.agreement
    agreement = arithmetic.extent.agreements.get(number)
    office = group.village if group.village.isdigit() and group.payee != "business" else ""
    own = arithmetic.extent.places.get(number) or arithmetic.plans.get(number, "")
    return Found(
        found,
        place=office or own,
        agreement=number if agreement else "",
        business=agreement.business if agreement else group.business,
        since=group.late_from,
    )


def _met(arithmetic: Arithmetic, part: list[tuple[str, Finding]]) -> Iterator[Found]:
    villages = _villages(each for _, each in part)
    extent = arithmetic.extent
    for number, each in part:
        agreement = extent.agreements.get(number)
        own = extent.places.get(number) or arithmetic.plans.get(number, "")
        yield Found(
            _about(each, number, arithmetic.plans),
            place=villages.get(each.subject) or own,
            agreement=number if agreement else "",
            business=agreement.business if agreement else "",
            since=dated(each, agreement.known if agreement else None),
        )


def _about(each: Finding, number: str, plans: Collection[str]) -> Finding:
    """A plan without an agreement is no agreement."""
    alone = number in plans and each.subject == f"agreement:{number}"
    return replace(each, subject=f"plan:{number}") if alone else each


def _villages(findings: Iterable[Finding]) -> dict[str, str]:
    """Return the village of each household that a finding is about, by subject."""
    numbers = {
        number
        for kind, _, number in (each.subject.partition(":") for each in findings)
        if kind == "household"
    }
    query = Household.select(Household.number, Household.village)
    return {
        f"household:{number}": village
        for part in chunks(sorted(numbers))
        for number, village in pairs(query.where(Household.number.in_(part))).items()
    }
