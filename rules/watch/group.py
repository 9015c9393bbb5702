"""How a group's income grows (article 5): a figure of the group, never of a household."""

from __future__ import annotations

from dataclasses import dataclass

from rules import number
from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.watch.facts import Parameters
from rules.watch.in_force import binds

GROWTH = Citation("5", "确保脱贫人口收入增速高于当地农民收入增速")
OPERATING = Citation("5", "从事农业生产的脱贫户经营性收入逐年提高")
SMALLEST = 5  # a smaller group gives no figure at all (product.md 5.7)

KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "group.income_growth",
            GROWTH,
            ("year", "households", "growth", "farmers_growth"),
            actor="county",
        ),
        Kind("group.operating_income", OPERATING, ("year", "households", "growth"), actor="county"),
    )
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Sums over the households of a group that have a figure for both years, in fen.

    `income_growth`: 人均纯收入 of 脱贫户; `operating_income`: 经营性收入 of those that farm
    (从事农业生产). The same households in both years: nobody's coming or going is taken for growth.
    """

    county: str
    year: int
    households: int
    before: int
    after: int


def income_growth(
    pair: Pair, farmers_before: int | None, farmers_after: int | None, parameters: Parameters
) -> Finding | None:
    """Return the finding where a group's income grew no faster than the county's farmers' did."""
    if not known(pair) or not farmers_before or farmers_after is None:
        return None
    if pair.after * farmers_before > farmers_after * pair.before or not binds(
        pair.year, parameters
    ):
        return None
    return KINDS["group.income_growth"].about(
        f"group:{pair.county}",
        year=pair.year,
        households=pair.households,
        growth=growth(pair.before, pair.after),
        farmers_growth=growth(farmers_before, farmers_after),
    )


def operating_income(pair: Pair, parameters: Parameters) -> Finding | None:
    """Return the finding where the operating income of farming 脱贫户 did not rise."""
    if not known(pair) or pair.after > pair.before or not binds(pair.year, parameters):
        return None
    return KINDS["group.operating_income"].about(
        f"group:{pair.county}",
        year=pair.year,
        households=pair.households,
        growth=growth(pair.before, pair.after),
    )


def known(pair: Pair) -> bool:
    """Say whether a group is large enough to speak of, and had an income to grow from."""
    return pair.households >= SMALLEST and pair.before > 0


def growth(before: int, after: int) -> str:
    """Return the growth in per cent with two decimals, below 0 for a fall."""
    return number.fixed((after - before) * 100, before, 2)
