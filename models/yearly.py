"""Counting what a county's yearly pack holds, from the stored totals, findings and tallies.

Who asks has the county surveyed first (`models.watch.survey.up_to_date`), so all of it is of the
same day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from peewee import JOIN, SQL, Case, fn

from models import caseload, parameter, place, review, rule, tally, total
from models.agreement import Agreement
from models.assessment import Held, sheet
from models.bulk import pairs, tuples
from models.business import Business
from models.finding import Finding, Total
from models.household import Household
from models.pack import (
    Count,
    Decided,
    Effect,
    Figures,
    Found,
    Late,
    Money,
    Own,
    Remedies,
    Setting,
)
from models.project import Project
from models.reply import Reply
from models.scope import under
from models.territory import places
from models.watch import industry

ABOUT_HOUSEHOLDS = ("household", "share")
SUMS = ("due", "received", "overdue", "to_come", "tolerated", "lines", "confirmed")
SUMS += ("unknown", "agreed")


def figures(county: str, year: int, day: date) -> Figures:
    """Return the figures of a county's year as of the day on which it was surveyed."""
    held = held_in(county, day)
    found = _findings(county, year, day)
    decided = [row for row in review.decisions(county, year) if not row.withdrawn]
    money = _money(county, year)
    rules = [row for row in rule.listed(county) if rule.state(row, day) == "now"]
    cases = _remedies(county, year, day)
    return Figures(
        *(county, place.name_of(county), year, day),
        projects=_counted(held.projects.values()),
        agreements=len(held.modes),
        modes=_counted(mode for modes in held.modes.values() for mode in modes),
        businesses=len(held.businesses),
        categories=_categories(county),
        money=money,
        late=_late(county, year),
        findings=tuple(each for each in found if each.article),
        of_households=next((each for each in found if not each.article), Found("", "")),
        remedies=cases,
        effects=tuple(Effect(*each) for each in caseload.effects(county, year)),
        replies=_replies(county, year, day),
        unanswered=_unanswered(county),
        parameters=_settings(county, day),
        rules=tuple(Own(row.article, row.number, row.in_force_from) for row in rules),
        decisions=tuple(Decided(row.met_on, row.text) for row in decided),
        industries=_industries(county, year),
        sheet=sheet(county, year, held, money, cases, len(decided), len(rules)),
    )


def held_in(county: str, day: date) -> Held:
    """Return the agreements that stand on a day, their modes and payers, and the projects."""
    query = Agreement.select(
        *(Agreement.number, Agreement.mode, Agreement.business),
        *(Agreement.starts_on, Agreement.ends_on),
    )
    rows = [row for row in tuples(query) if row[3] <= day and (row[4] is None or row[4] >= day)]
    inside = _inside("agreement", {row[0] for row in rows}, county)
    modes: dict[str, set[str]] = {}
    for number, mode, *_ in rows:
        if number in inside:
            modes.setdefault(number, set()).add(mode)
    kinds = pairs(Project.select(Project.number, Project.kind))
    own = _inside("project", kinds, county)
    return Held(
        modes=modes,
        businesses={row[2] for row in rows if row[0] in inside},
        projects={number: kind for number, kind in kinds.items() if number in own},
    )


def _inside(concept: str, numbers: Iterable[str], county: str) -> set[str]:
    found = places(concept, numbers)
    return {number for number, code in found.items() if code.startswith(county)}


def _counted(codes: Iterable[str]) -> tuple[Count, ...]:
    found = Counter(codes)
    return tuple(Count(code, number) for code, number in sorted(found.items()))


def _categories(county: str) -> tuple[Count, ...]:
    query = Household.select(Household.category, fn.COUNT(Household.id))
    query = query.where(under(Household.village, county)).group_by(Household.category)
    found = sorted((code or "", int(number)) for code, number in tuples(query))
    return tuple(Count(code, number) for code, number in found)


def _remedies(county: str, year: int, day: date) -> Remedies:
    found = caseload.counts(county, day).get(county, caseload.Counts())
    return Remedies(found.open, found.overdue, found.risen, caseload.closed_in(county, year))


def _industries(county: str, year: int) -> tuple[Count, ...]:
    found = sorted(tally.read(county, year).items())
    return tuple(Count(*each) for each in found if each[0].startswith(industry.NAMES))


def _money(county: str, year: int) -> Money:
    every = total.years(county)
    own = [each for each in every if each.year == year]
    sums = {name: sum(getattr(each, name) for each in own) for name in SUMS}
    return Money(**sums, earlier=sum(each.overdue for each in every if each.year < year))


def _late(county: str, year: int) -> tuple[Late, ...]:
    """Return the businesses that are late with money of the year, those with most first."""
    name = fn.COALESCE(fn.MAX(Business.name), Total.business)
    sums = [fn.SUM(getattr(Total, each)) for each in ("households", "due", "received", "overdue")]
    query = (
        Total.select(Total.business, name, *sums)
        .join(Business, JOIN.LEFT_OUTER, on=Business.number == Total.business)
        .where(under(Total.village, county) & (Total.year == year))
        .group_by(Total.business)
        .having(fn.SUM(Total.overdue) > 0)
        .order_by(fn.SUM(Total.overdue).desc(), Total.business)
    )
    return tuple(Late(number, called, *map(int, rest)) for number, called, *rest in tuples(query))


def _findings(county: str, year: int, day: date) -> list[Found]:
    """Return the findings of a county; those about households as one, under no article."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    about = Finding.subject_kind.in_(ABOUT_HOUSEHOLDS)
    article = Case(None, [(about, "")], Finding.article)
    weight = Case(None, [(about, "")], Finding.weight)
    chosen = {
        "open": (Finding.since <= day) & Finding.ended_on.is_null(),
        "begun": Finding.since.between(first, last) & (Finding.since <= day),
        "ended": Finding.ended_on.between(first, last) & (Finding.ended_on <= day),
    }
    sums = [fn.SUM(Case(None, [(condition, 1)], 0)) for condition in chosen.values()]
    query = Finding.select(article.alias("at"), weight.alias("heavy"), *sums)
    # By number: a server takes the lists in the two expressions for different ones.
    query = query.where(Finding.county == county).group_by(SQL("1"), SQL("2"))
    rows = [Found(at, heavy, *map(int, sums)) for at, heavy, *sums in tuples(query)]
    return [each for each in rows if each.open or each.begun or each.ended]


def _settings(county: str, day: date) -> tuple[Setting, ...]:
    return tuple(
        Setting(each.name, parameter.written(each.value), each.since)
        for each in parameter.every(county, day)
    )


def _replies(county: str, year: int, day: date) -> tuple[Count, ...]:
    """Return what businesses last said in the year about findings, by their word."""
    query = (
        Reply.select(Reply.subject, Reply.business, Reply.reply, Reply.day)
        .join(Finding, on=Finding.id == Reply.subject)
        .where((Reply.subject_kind == "finding") & (Finding.county == county))
        .where(Reply.day <= day)
        .order_by(Reply.turn)
    )
    last = {row[:2]: row[2:] for row in tuples(query)}
    said = [word for word, on in last.values() if word != "none" and on.year == year]
    return _counted(said)


def _unanswered(county: str) -> int:
    """Return how many open findings about a business have no word of it."""
    spoken = Reply.select(Reply.subject).where(
        (Reply.subject_kind == "finding") & (Reply.reply != "none")
    )
    own = (Finding.county == county) & Finding.ended_on.is_null() & (Finding.business != "")
    own &= Finding.subject_kind.not_in(ABOUT_HOUSEHOLDS)
    return Finding.select().where(own & Finding.id.not_in(spoken)).count()
