"""简表: households known from one sheet alone, and some that were entered in full later."""

from __future__ import annotations

from datetime import date

from ledger.demo import head
from ledger.demo.deal import Deal
from ledger.demo.village import YUAN, Village

STATED_BY = ("share", "land", "order", "work")
ENRICHED = 2  # households of an agreement that 简表 knew first


def only(village: Village) -> None:
    """Add the households that no other sheet knows: some paid, some not, some without a figure."""
    rng = village.rng
    farm = village.business("family_farm")
    for number in village.simple:
        name = head.head(rng)
        for mode in rng.sample(STATED_BY, rng.randint(1, 2)):
            due = rng.choice((None, *[rng.randrange(4, 60) * 100 * YUAN] * 4))
            for year in (village.year - 1, village.year):
                day = date(year, 10, 31)
                paid = due if year < village.year or village.chance(0.3) else None
                known = paid is not None and day <= village.today
                village.early.add(
                    "简表",
                    household=number,
                    village=village.code,
                    head=name,
                    category=rng.choice(("lifted", "other", None)),
                    business=farm.name,
                    mode=mode,
                    year=year,
                    due=due,
                    due_on=day if due else None,
                    paid=paid if known else None,
                    paid_on=day if known else None,
                )


def enriched(deal: Deal) -> None:
    """State last year's money of some members, as the sheet said before the agreement came in."""
    village = deal.village
    year = village.year - 1
    for number, name in named(deal)[:ENRICHED]:
        village.early.add(
            "简表",
            household=number,
            village=village.code,
            head=name,
            business=deal.business.name if deal.business else "",
            mode=deal.terms[1]["mode"],
            year=year,
            due=1000 * YUAN,
            due_on=date(year, 11, 30),
            paid=1000 * YUAN,
            paid_on=date(year, 11, 28),
        )


def named(deal: Deal) -> list[tuple[str, str]]:
    """Return the last members of an agreement with the names of their heads."""
    rows = deal.village.book.rows
    heads = {row.values["household.number"]: row.values["household.head"] for row in rows["农户"]}
    members = [
        row.values["share.household"]
        for row in rows["受益"]
        if row.values["share.agreement"] == deal.number
    ]
    return [(member, heads[member]) for member in reversed(members) if member in heads]
