"""What a county as a whole does: cases in counties whose figures no other case counts in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tests.cases.watched.places import incomes
from tests.cases.watched.spot import TODAY, Expected, Spot

# What a county has done under article 19 where nothing is wrong: the rules bind since March 2023.
RULES_FROM = date(2023, 3, 15)
REVIEWS = (date(2024, 12, 2), date(2025, 6, 10))

County = Callable[[Spot, bool], list[Expected]]


def year(spot: Spot, number: int, industry: float | None, **cells: object) -> None:
    """Add the county's figures of a year."""
    row = {"县代码": spot.county, "年度": number, "中央衔接资金总额": 10000}
    spot.add("县指标", row | {"其中用于产业": industry}, dict(cells))


def seventy_per_cent(spot: Spot, wrong: bool) -> list[Expected]:
    """69.99 % of 10,000 yuan lacks one yuan."""
    year(spot, 2025, 6999 if wrong else 7000)
    return [("county.industry_share", f"county:{spot.county}", "4", 1_00)]


def not_rising(spot: Spot, wrong: bool) -> list[Expected]:
    year(spot, 2024, 7500)
    year(spot, 2025, 7500 if wrong else 7500.01)
    return [("county.share_not_rising", f"county:{spot.county}", "4", None)]


def unknown(spot: Spot, wrong: bool) -> list[Expected]:
    year(spot, 2025, None if wrong else 7000)
    return [("county.share_unknown", f"county:{spot.county}", "4", None)]


def income_growth(spot: Spot, wrong: bool) -> list[Expected]:
    """3.00 % is no faster than 3.00 %; one fen more is."""
    year(spot, 2024, 7000, 农民人均可支配收入=20000)
    year(spot, 2025, 7000.01, 农民人均可支配收入=20600)
    incomes(spot, "人均纯收入", 10300 if wrong else 10300.01)
    return [("group.income_growth", f"group:{spot.county}", "5", None)]


def operating_income(spot: Spot, wrong: bool) -> list[Expected]:
    """50,000 after 50,000 did not rise."""
    incomes(spot, "经营性收入", 8800 if wrong else 8800.01)
    return [("group.operating_income", f"group:{spot.county}", "5", None)]


def graded_first(spot: Spot, wrong: bool) -> list[Expected]:
    """A 自治区级 cooperative, while the county's project under review is another one's."""
    spot.business(示范级别="自治区级" if wrong else "州级")
    spot.project(审核结论="待审", 实施单位="别的合作社")
    return [("business.graded_first", f"business:{spot.number('NC')}", "6", None)]


def rules_from_tomorrow(spot: Spot, wrong: bool) -> list[Expected]:
    """Rules that are in force from today on are there today."""
    spot.rules_from = TODAY + timedelta(days=1) if wrong else TODAY
    return [("county.no_rules", f"county:{spot.county}", "19", None)]


def reviewed_a_day_late(spot: Spot, wrong: bool) -> list[Expected]:
    """The last day of the year is one of it; the first of the next is not."""
    spot.reviews = (REVIEWS[0], date(2026, 1, 1) if wrong else date(2025, 12, 31))
    return [("county.no_review", f"county:{spot.county}", "19", None)]


COUNTIES: tuple[tuple[str, County], ...] = (
    ("652302", seventy_per_cent),
    ("652323", not_rising),
    ("652324", unknown),
    ("652325", income_growth),
    ("652327", operating_income),
    ("652328", graded_first),
    ("652324", rules_from_tomorrow),
    ("652328", reviewed_a_day_late),
)
