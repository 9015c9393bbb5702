"""A prefecture in which every finding occurs at its boundary, and its twin in which none does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ledger.read import read
from ledger.store import Import, store
from models import parameter, review, rule
from models.bulk import values
from models.due import Due
from models.ids import derive
from models.place import Place
from tests.cases.watched import (  # noqa: F401 — each registers its cases
    assets,
    land,
    money,
    places,
    projects,
    terms,
)
from tests.cases.watched.counties import COUNTIES, REVIEWS, RULES_FROM
from tests.cases.watched.spot import CASES, TODAY, Expected, Spot
from tests.ledger.build import Rows, book

MAIN = "652301"
ALL = (MAIN, *dict(COUNTIES))
FIRST = 80  # the serial of the first county's case
# What the counties have settled: from when the rules bind, and the numbers that the text leaves.
SETTLED = {
    "issued_on": "2023-03-15",
    "income_fall": "20000",
    "stable_years": "2",
    "posting_days": "7",
}


def build(*, wrong: bool) -> list[Expected]:
    """Import the prefecture, pay what has fallen due, and return what must be found."""
    spots, expected = [], []
    for spot, made in chosen():
        expected += made(spot, wrong)
        spots.append(spot)
        if not spot.rows["行政村"]:
            spot.place()
    settle(spots)
    put(together(spots) | {"行政村": table([*rows_of(spots, "行政村"), *neighbours()])})
    put({"发放": table(list(payments(spots)))})
    return sorted(expected, key=str) if wrong else []


def settle(spots: Sequence[Spot]) -> None:
    """Set the parameters of every county, and what it has done itself (art. 19)."""
    for county in ALL:
        for name, value in SETTLED.items():
            days = {"in_force_from": date(2020, 1, 1), "set_on": date(2020, 1, 1)}
            parameter.put(derive("test", county, name), county, name, value, **days)
        own = [spot for spot in spots if spot.county == county]
        rules_from = next((spot.rules_from for spot in own if spot.rules_from), RULES_FROM)
        text = rule.Content("10(3)", "1", "合同期限不少于三年。", "", "draft", rules_from)
        rule.add(derive("test", county, "rule"), county, text, TODAY, None)
        for day in next((spot.reviews for spot in own if spot.reviews), REVIEWS):
            decided = review.Content(day, "研究了联农带农机制落实情况。")
            review.decide(derive("test", county, "review"), county, decided, TODAY, None)


def chosen() -> Iterable[tuple[Spot, Any]]:
    """Yield each case with a village of its own."""
    free = villages(MAIN)
    for serial, made in enumerate(CASES, 1):
        yield Spot(serial, free[serial]), made
    for place, (county, of_county) in enumerate(COUNTIES):
        yield Spot(FIRST + place, villages(county)[place]), of_county


def villages(county: str) -> list[str]:
    """Return the villages of a county, but for those that cases take their neighbours from.

    Of each township one: what is beside is so within a township.
    """
    inside = (Place.level == "village") & Place.code.startswith(county)
    codes = values(Place.select(Place.code).where(inside).order_by(Place.code.desc()))
    return [code for code in codes if code not in money.NEIGHBOURS]


def neighbours() -> list[dict[str, Any]]:
    """The villages without any case."""
    reason = {"有条件": "否", "无条件原因": "没有可以合作的主体"}
    return [{"行政村代码": code, **reason} for code in money.NEIGHBOURS]


def rows_of(spots: list[Spot], sheet: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet of all spots."""
    return [row for spot in spots for row in spot.rows[sheet]]


def together(spots: list[Spot]) -> dict[str, Rows]:
    """Return the sheets of all spots."""
    names = {name for spot in spots for name, rows in spot.rows.items() if rows}
    return {name: table(rows_of(spots, name)) for name in sorted(names)}


def table(rows: list[dict[str, Any]]) -> Rows:
    """Return headings and rows."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return [headings, *([row.get(heading) for heading in headings] for row in rows)]


def payments(spots: list[Spot]) -> Iterable[dict[str, Any]]:
    """Yield what pays every line that has fallen due, on its day, where a case leaves it to us."""
    forms = {spot.number("XY"): spot.form for spot in spots if spot.paid}
    late = Due.due_on.is_null(False) & (Due.due_on <= TODAY) & (Due.due > 0)
    for line in Due.select().where(late & (Due.party == "household")).order_by(Due.id):
        if line.agreement in forms:
            yield {
                "协议编号": line.agreement,
                "户编码": line.party_number,
                "所属年度": line.year,
                "凭证号": f"PZ-{line.agreement}-{line.year}-{line.due_on:%m%d}",
                "实付金额": line.due / 100,
                "实付日期": line.due_on.isoformat(),
                "发放形式": forms[line.agreement],
            }


def put(sheets: dict[str, Rows]) -> None:
    """Import sheets by the way of every import; nothing may be refused."""
    done = store(read([("台账.xlsx", book(sheets))]), Import(TODAY))
    assert done.batch is not None, done.problems
    assert not done.problems, done.problems


def grouped(found: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return findings by code, to be compared in an order that shows what differs."""
    by_code: dict[str, list[Any]] = defaultdict(list)
    for each in found:
        subject = f"{each['subject']['kind']}:{each['subject']['number']}"
        by_code[each["code"]].append((subject, each["article"], each["gap_fen"]))
    return {code: sorted(rows, key=str) for code, rows in by_code.items()}
