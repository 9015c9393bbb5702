"""A county's duties: money for industry, its own rules, the yearly review (articles 4 and 19)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rules import number
from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.watch.facts import CountyYear, Parameters
from rules.watch.in_force import first_year, since

SHARE = Citation("4", "到2025年中央衔接推进乡村振兴补助资金用于产业发展比例达70%以上")
RISING = Citation("4", "逐年稳步提高帮扶资金用于产业发展的比例")
RULES = Citation("19", "制定健全完善经营性帮扶项目联农带农机制的具体实施细则")
REVIEW = Citation("19", "每年至少研究一次项目联农带农机制落实执行情况")
BY = 2025
LEAST = 70  # per cent

KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "county.industry_share", SHARE, ("year", "share", "total", "industry"), actor="county"
        ),
        Kind(
            "county.share_not_rising", RISING, ("year", "share", "share_before"), "advice", "county"
        ),
        Kind("county.share_unknown", SHARE, ("year",), "note", "county"),
        Kind("county.no_rules", RULES, (), actor="county"),
        Kind("county.no_review", REVIEW, ("year",), actor="county"),
    )
}


def industry_share(
    rows: Sequence[CountyYear], parameters: Parameters, day: date
) -> tuple[Finding, ...]:
    """Return the findings about one county's central money in years that are over on a day.

    From 2025 on at least 70 %; in every year under the rules more than in the year before, unless
    all of it goes into industry. The second is advice: the text speaks of all assistance money and
    the ledger holds the central one.
    """
    years = {row.year: row for row in rows if row.year < day.year}
    found = [_share(row) for row in years.values() if row.year >= BY]
    found += [
        _rising(years[year - 1], row)
        for year, row in years.items()
        if year - 1 in years and year >= first_year(parameters)
    ]
    return tuple(each for each in found if each is not None)


def percent(row: CountyYear) -> str | None:
    """Return the share of central money in industry, cut to three decimals; None where unknown."""
    if not row.central_total or row.central_industry is None:
        return None
    return number.percent(row.central_industry * number.RATE // row.central_total)


def _share(row: CountyYear) -> Finding | None:
    share = percent(row)
    subject = f"county:{row.code}"
    if share is None:
        return KINDS["county.share_unknown"].about(subject, year=row.year)
    total, industry = row.central_total or 0, row.central_industry or 0
    wanted = -(-total * LEAST // 100)
    if industry >= wanted:
        return None
    return KINDS["county.industry_share"].about(
        subject,
        gap=wanted - industry,
        year=row.year,
        share=share,
        total=number.money(total),
        industry=number.money(industry),
    )


def _rising(before: CountyYear, row: CountyYear) -> Finding | None:
    share, earlier = percent(row), percent(before)
    if share is None or earlier is None:
        return None
    now = (row.central_industry or 0) * (before.central_total or 0)
    then = (before.central_industry or 0) * (row.central_total or 0)
    if now > then or row.central_industry == row.central_total:
        return None
    return KINDS["county.share_not_rising"].about(
        f"county:{row.code}", year=row.year, share=share, share_before=earlier
    )


@dataclass(frozen=True, slots=True)
class Book:
    """What a county has done under article 19: rules of its own, and the days of its reviews."""

    code: str
    rules_from: date | None = None
    reviews: tuple[date, ...] = ()


def duties(book: Book, parameters: Parameters, day: date) -> tuple[Finding, ...]:
    """Return what a county owes by article 19: its own rules, a review in every year that is over.

    The running year is not judged before its end.
    """
    return tuple(_duties(book, parameters, day))


def _duties(book: Book, parameters: Parameters, day: date) -> Iterator[Finding]:
    subject = f"county:{book.code}"
    if day >= since(parameters) and (book.rules_from is None or book.rules_from > day):
        yield KINDS["county.no_rules"].about(subject)
    held = {each.year for each in book.reviews if each <= day}
    for year in range(first_year(parameters), day.year):
        if year not in held:
            yield KINDS["county.no_review"].about(subject, year=year)
