"""Projects with what runs under them, a chunk at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from peewee import fn

from models.agreement import Result
from models.bulk import chunks, pairs, tuples
from models.business import Business
from models.household import Household, Share
from models.project import Asset, Lease, Project
from models.watch import measure, place
from models.watch.arithmetic import Arithmetic
from models.watch.deal import columns_of
from models.watch.extent import Brief, Extent
from models.watch.found import Found, dated
from models.watch.place import held
from models.watch.trace import Traces, owners
from rules.watch import facts, in_force, nominal, workshop
from rules.watch import project as rules
from rules.watch.project import Course, Joined, Seen, Use


@dataclass(frozen=True)
class Projects:
    """The projects of an extent, and what all of them share."""

    extent: Extent

    @cached_property
    def places(self) -> dict[str, str]:
        """Where projects lie: their own village, or where their agreements do."""
        extent = self.extent
        links = ((each.project, extent.places[each.number]) for each in extent.agreements.values())
        return place.through(place.of_projects(), links)

    @cached_property
    def agreements(self) -> dict[str, list[Brief]]:
        """The agreements of each project."""
        found: dict[str, list[Brief]] = defaultdict(list)
        for each in self.extent.agreements.values():
            if each.project:
                found[each.project].append(each)
        return found

    @cached_property
    def waiting(self) -> dict[str, int]:
        """How many households of a village are called for and in nothing."""
        return measure.waiting(self.extent.code, self.extent.day)

    @cached_property
    def revivals(self) -> dict[str, str]:
        """The 盘活方式 of businesses that have one."""
        some = Business.revival.is_null(False) & (Business.revival != "none")
        return pairs(Business.select(Business.number, Business.revival).where(some))

    @cached_property
    def workshops(self) -> list[facts.Business]:
        """The workshops that stand idle."""
        idle = (Business.kind == "workshop") & (Business.condition == "idle")
        query = Business.select(*columns_of(facts.Business, Business)).where(idle)
        return [facts.Business(*row) for row in tuples(query)]

    @cached_property
    def below(self) -> dict[str, int]:
        """How many agreements stand under another one in a joint chain."""
        found: dict[str, int] = defaultdict(int)
        for each in self.extent.agreements.values():
            for upper in each.upstream:
                found[upper] += 1
        return found


def findings(extent: Extent, arithmetic: Arithmetic) -> Iterator[Found]:
    """Yield what is found about projects known on the day."""
    all_ = Projects(extent)
    own = sorted(number for number, code in all_.places.items() if extent.holds(code))
    for numbers in chunks(own):
        query = Project.select(*columns_of(facts.Project, Project)).where(
            Project.number.in_(numbers) & (Project.year <= extent.day.year)
        )
        rows = [facts.Project(*row) for row in tuples(query.order_by(Project.number))]
        traces = Traces(extent, arithmetic, rows, all_.agreements)
        for seen in _seen(all_, rows):
            yield from _found(all_, seen, traces)


def _found(all_: Projects, seen: Seen, traces: Traces) -> Iterator[Found]:
    project, extent = seen.project, all_.extent
    code = all_.places[project.number]
    parameters = extent.parameters(code)
    found = [*rules.findings(seen, parameters)]
    found += workshop.new_beside_idle(project, all_.workshops)
    name = nominal.nominal(project, traces.of(project), parameters, extent.day)
    found += [name] if name is not None else []
    for each in found:
        params = dict(each.params)
        number = params.get("agreement", "")
        brief = extent.agreements.get(number)
        business = brief.business if brief else params.get("workshop", "")
        yield Found(each, params.get("village", code), number, business, dated(each))


def _seen(all_: Projects, rows: list[facts.Project]) -> Iterator[Seen]:
    numbers = [row.number for row in rows]
    courses, joined, uses = _courses(all_, numbers), _joined(all_, numbers), _uses(all_, numbers)
    for row in rows:
        yield Seen(
            row, courses[row.number], tuple(joined[row.number]), tuple(uses.get(row.number, ()))
        )


def _courses(all_: Projects, numbers: list[str]) -> dict[str, Course]:
    query = (
        Asset.select(Asset.project, Asset.state, fn.COUNT(Asset.id), fn.SUM(Asset.cost))
        .where(Asset.project.in_(numbers) & (Asset.in_use_from <= all_.extent.day))
        .group_by(Asset.project, Asset.state)
    )
    assets: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for project, state, count, cost in tuples(query):
        assets[project][state or ""] = int(count), int(cost)
    losses = _losses(numbers, all_.extent.day)
    return {n: _course(all_, n, assets.get(n, {}), losses.get(n)) for n in numbers}


def _course(
    all_: Projects,
    number: str,
    assets: dict[str, tuple[int, int]],
    loss: tuple[int, int] | None,
) -> Course:
    standing = [each for each in all_.agreements[number] if each.stands(all_.extent.day)]
    revived = (all_.revivals.get(each.business) for each in standing)
    idle, underused = assets.get("idle", (0, 0)), assets.get("underused", (0, 0))
    return Course(
        agreements=len(standing),
        assets=sum(count for count, _ in assets.values()),
        idle_assets=idle[0],
        idle_cost=idle[1],
        underused_assets=underused[0],
        underused_cost=underused[1],
        revival=next((each for each in revived if each), None),
        loss_year=loss[0] if loss else None,
        loss=loss[1] if loss else 0,
    )


def _losses(numbers: list[str], day: date) -> dict[str, tuple[int, int]]:
    """Return the last year on record and how much was lost in it, where it was a loss."""
    owner = owners(numbers)
    query = (
        Result.select(owner.c.project, Result.year, fn.SUM(Result.net))
        .join(owner, on=owner.c.number == Result.agreement)
        .where(Result.net.is_null(False) & (Result.confirmed_on <= day))
        .group_by(owner.c.project, Result.year)
        .order_by(owner.c.project, Result.year)
    )
    last = {project: (year, int(net)) for project, year, net in tuples(query)}
    return {project: (year, -net) for project, (year, net) in last.items() if net < 0}


def _joined(all_: Projects, numbers: list[str]) -> dict[str, list[Joined]]:
    """Return who else joined since the rules bind; the day is that of the project's county."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for number in numbers:
        parameters = all_.extent.parameters(all_.places[number])
        by_day[in_force.since(parameters)].append(number)
    found: dict[str, list[Joined]] = defaultdict(list)
    for since, own in by_day.items():
        owner = owners(own)
        later = fn.COALESCE(Share.joined_on, owner.c.start) >= since
        query = (
            Share.select(owner.c.project, Household.village, fn.COUNT(Share.household.distinct()))
            .join(owner, on=owner.c.number == Share.agreement)
            .join_from(Share, Household, on=Household.id == Share.household)
            .where((Household.category == "other") & held(all_.extent.day) & later)
            .group_by(owner.c.project, Household.village)
            .order_by(owner.c.project, Household.village)
        )
        for project, village, others in tuples(query):
            row = Joined(village, int(others), all_.waiting.get(village, 0))
            found[project].append(row)
    return found


def _uses(all_: Projects, numbers: list[str]) -> dict[str, list[Use]]:
    query = (
        Lease.select(Asset.project, Asset.number, Lease.agreement)
        .join(Asset, on=Asset.number == Lease.asset)
        .where(Asset.project.in_(numbers))
        .order_by(Asset.number, Lease.agreement)
    )
    found: dict[str, list[Use]] = defaultdict(list)
    for project, asset, number in tuples(query):
        brief = all_.extent.agreements.get(number)
        if brief is not None and brief.stands(all_.extent.day):
            households = sum(all_.extent.rosters.get(number, {}).values())
            links = households + all_.below.get(number, 0)
            found[project].append(Use(asset, number, brief.party, links))
    return found
