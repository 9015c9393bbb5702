"""The lines of the assessment sheet 考核评估: what stands for each duty in a county's year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from models import course, finding, tally
from models.bulk import tuples, values
from models.business import Business
from models.finding import Finding
from models.household import Household, Income
from models.pack import Money, Remedies
from models.payment import Plan
from models.project import Asset
from models.rate import County
from models.scope import under
from rules.duty import DUTIES, Line
from rules.watch import family

GRADES = ("region", "nation")
GRADED = ("cooperative", "family_farm")
NOT_RUNNING = ("idle", "closed")
FLOORS = tuple(
    code
    for each in family.steady(family.Counts()).figures
    if each.name == "floors"
    for code in each.codes
)
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """What a county has on a day: agreements with their modes, who pays, projects and kinds."""

    modes: Mapping[str, set[str]] = field(default_factory=dict)
    businesses: set[str] = field(default_factory=set)
    projects: Mapping[str, str] = field(default_factory=dict)


def sheet(
    county: str,
    year: int,
    held: Held,
    money: Money,
    cases: Remedies,
    *done: int,
) -> tuple[Line, ...]:
    """Return a line for every duty; `done`: how many decisions of the year, and rules in force."""
    broken = _broken(county)
    found = {
        **_of_tallies(county, year),
        **_of_agreements(held, broken),
        **_of_projects(held, broken),
        **_of_businesses(held),
        **_of_county(county, year),
        "plan": _kept(_plans(county, year), broken["11", "plan"]),
        "paid": (min(money.received + money.tolerated, _by_now(money)), _by_now(money)),
        "remedy": (cases.open - cases.overdue + cases.closed, cases.open + cases.closed),
        "course": (course.totals(course.Choice(county, year))[0], 0),
        "review": (done[0], 0),
        "rules": (done[1], 0),
    }
    return tuple(Line(duty.code, *found.get(duty.code, (0, 0))) for duty in DUTIES)


def _by_now(money: Money) -> int:
    return money.due - money.to_come


def _broken(county: str) -> Mapping[tuple[str, str], set[str]]:
    """Return what has an open finding of weight must, by article number and kind of subject."""
    where = (Finding.county == county) & Finding.ended_on.is_null() & (Finding.weight == "must")
    where &= Finding.subject_kind != "household"
    query = Finding.select(Finding.article, Finding.subject_kind, Finding.subject_number).distinct()
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, kind, number in tuples(query.where(where)):
        found[article.partition("(")[0], kind].add(number)
    return found


def _kept(every: set[str], broken: set[str]) -> Pair:
    return len(every - broken), len(every)


def _of_tallies(county: str, year: int) -> dict[str, Pair]:
    """The counts that the survey keeps, and what findings say is missing of them."""
    of = Counter(tally.read(county, year))
    codes: Counter[str] = Counter()
    fallen: Counter[str] = Counter()
    for each in finding.counts(county):
        codes[each.code] += each.findings
        if each.code == "household.income_fell":
            fallen[each.weight] += each.findings
    below = finding.agreements_with(county, FLOORS)
    return {
        "right": (of["linked_priority"], of["linked"]),
        "steady": (of["lines_in_time"], of["lines"]),
        "lasting": (of["old_agreements_running"], of["old_agreements"]),
        "village": (max(0, of["villages"] - codes["village.no_business"]), of["villages"]),
        "measure": (max(0, of["eligible"] - codes["household.no_measure"]), of["eligible"]),
        "floor": (max(0, of["agreements"] - below), of["agreements"]),
        "base": (max(0, of["assets"] - codes["asset.must_be_in_base"]), of["assets"]),
        "idle": (of["assets_in_use"], of["assets"]),
        "fell": (fallen["note"], fallen["note"] + fallen["must"]),
        "growth": (codes["group.income_growth"], int(_has_incomes(county, year))),
    }


def _has_incomes(county: str, year: int) -> bool:
    inside = Household.select(Household.id).where(under(Household.village, county))
    return Income.select().where((Income.year == year) & Income.household.in_(inside)).exists()


def _of_agreements(held: Held, broken: Mapping[tuple[str, str], set[str]]) -> dict[str, Pair]:
    every = set(held.modes)
    articles = {"terms": "10", "core": "15", "signed": "18"}
    return {code: _kept(every, broken[at, "agreement"]) for code, at in articles.items()}


def _of_projects(held: Held, broken: Mapping[tuple[str, str], set[str]]) -> dict[str, Pair]:
    every = {number for number, kind in held.projects.items() if kind == "operating"}
    missing = (Finding.code == "project.no_mechanism") & Finding.ended_on.is_null()
    without = set(values(Finding.select(Finding.subject_number).where(missing)))
    assets = tuples(Asset.select(Asset.project, Asset.fixed))
    fixed = [is_fixed for project, is_fixed in assets if project in every]
    return {
        "mechanism": _kept(every, without),
        "effect": _kept(every, broken["16", "project"]),
        "approver": _kept(every, broken["20", "project"]),
        "fixed": (sum(is_fixed is True for is_fixed in fixed), len(fixed)),
    }


def _of_businesses(held: Held) -> dict[str, Pair]:
    """Those with an agreement that stands: their kinds, grades and conditions."""
    chosen = (Business.number, Business.kind, Business.grade, Business.condition)
    rows = [row for row in tuples(Business.select(*chosen)) if row[0] in held.businesses]
    kinds = Counter(row[1] for row in rows)
    graded = [row for row in rows if row[1] in GRADED and row[2] in GRADES]
    running = [row for row in rows if row[1] == "workshop" and row[3] not in NOT_RUNNING]
    return {
        "graded": (len(graded), sum(kinds[kind] for kind in GRADED)),
        "workshop": (len(running), kinds["workshop"]),
        "collective": (kinds["collective"], len(rows)),
        "park": (kinds["park"], len(rows)),
    }


def _of_county(county: str, year: int) -> dict[str, Pair]:
    query = County.select(County.central_industry, County.central_total)
    row = query.where((County.code == county) & (County.year == year)).tuples().first()
    if row is None or None in row:
        return {"industry": (0, 0)}
    return {"industry": (row[0], row[1])}


def _plans(county: str, year: int) -> set[str]:
    inside = under(Plan.village, county) & (Plan.year == year)
    return set(values(Plan.select(Plan.number).where(inside)))
