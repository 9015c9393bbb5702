"""保底分红: guarantees and dividends of every combination and basis (articles 10(3), 13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ledger.demo.business import Business
from ledger.demo.day import whole_years
from ledger.demo.deal import POOR, Deal, sign
from ledger.demo.project import project
from ledger.demo.village import ONE, PERCENT, YUAN, Village
from rules.facts import COLLECTIVE, OTHERS

DUE_DAYS = ("12-20", "11-30", "06-30;12-20", "06-30=1;12-20=2", "次年03-31", "10-31")
CONFIRMED = (3, 15)  # of the following year


def debt(
    village: Village, members: Sequence[str], *, rest: int = 0, business: Business | None = None
) -> Deal:
    """Quantified assistance money at a fixed rate; `rest` yuan are nobody's, below 0 too many."""
    rng = village.rng
    amounts = {member: rng.randrange(5, 31) * 1000 * YUAN for member in members}
    principal = sum(amounts.values()) + rest * YUAN
    start, end = whole_years(village.year, rng.choice((1, 2)), 1)
    number, _ = project(village, "farm_building", principal, year=start.year)
    deal = sign(
        *(village, business or village.business("cooperative"), "share", start, end),
        project=number,
        stake="debt",
        source="quantified_aid",
        households=len(members),
        principal=principal,
        guaranteed_rate=rng.choice((6 * PERCENT, 5 * PERCENT, 3450, 2800)),
        due_days=rng.choice(DUE_DAYS),
    )
    for member, amount in amounts.items():
        deal.join(member, amount=amount)
    return deal


def equity(village: Village, members: Sequence[str]) -> Deal:
    """Shares with a guarantee and a dividend on top, shared with the collective and others."""
    rng = village.rng
    shares = {member: rng.randrange(1, 13) * ONE for member in members}
    held = sum(shares.values())
    shares |= {COLLECTIVE: held // 3 // ONE * ONE, OTHERS: held // 5 // ONE * ONE}
    start, end = whole_years(village.year, 2, 1)
    number, _ = project(village, "greenhouse", held * 10, year=start.year)
    deal = sign(
        *(village, village.business("cooperative"), "share", start, end),
        project=number,
        stake="equity",
        source="linkage_fund",
        shares=sum(shares.values()),
        guaranteed_amount=held // ONE * 60 * YUAN,
        profit_share=30 * PERCENT,
        record_day="12-31",
        unit="jiao",
        due_days=rng.choice(DUE_DAYS),
    )
    for holder, number in shares.items():
        deal.join(holder, shares=number)
    results(deal)
    return deal


def offset(village: Village, members: Sequence[str]) -> Deal:
    """Agreement years, two rounds a year, and only what exceeds the guarantee; in whole yuan."""
    rng = village.rng
    start = date(village.year - 2, rng.randrange(2, 8), rng.choice((1, 16)))
    deal = sign(
        *(village, village.business("leading_firm"), "share", start, end_of(start, 4)),
        stake="equity",
        source="collective",
        year_kind="agreement",
        principal=len(members) * 8000 * YUAN,
        guaranteed_rate=5 * PERCENT,
        profit_share=40 * PERCENT,
        combination="offset",
        unit="yuan",
        remainder="collective",
        due_days="12-10",
    )
    joined(deal, members, amount=8000 * YUAN)
    years = range(start.year + 1, village.year + 1)
    for year in years:
        ended = date(year, start.month, start.day)
        for part, after in enumerate((40, 90), 1):
            result(deal, year, part, ended + timedelta(after), len(members) * 700 * part)
    return deal


def switch(village: Village, members: Sequence[str]) -> Deal:
    """A guarantee until the project pays its way, and from then on a part of the profit instead."""
    start, end = whole_years(village.year, 2, 1)
    deal = sign(
        *(village, village.business("park"), "share", start, end),
        habit=POOR,
        stake="equity",
        source="linkage_fund",
        principal=500_000 * YUAN,
        guaranteed_rate=8 * PERCENT,
        profit_share=70 * PERCENT,
        combination="switch",
        pays_from_year=village.year - 1,
        due_days="12-20",
    )
    for member in members:
        deal.join(member)
    results(deal)
    return deal


def per_share(village: Village, members: Sequence[str]) -> Deal:
    """So much for each share; some leave, others take over."""
    rng = village.rng
    start, end = whole_years(village.year, 2, 1)
    deal = sign(
        *(village, village.business("online_shop"), "share", start, end),
        stake="equity",
        source="own",
        shares=len(members) * 4 * ONE,
        unit="yuan",
        due_days="04-30",
    )
    joined(deal, members, shares=4 * ONE)
    for year in range(start.year, village.year):
        if confirmed(year) <= village.today:
            deal.village.book.add(
                "经营结果",
                agreement=deal.number,
                clause=1,
                year=year,
                round=1,
                per_share=rng.randrange(60_0000, 400_0000, 100),
                confirmed_on=confirmed(year),
            )
    return deal


def joined(deal: Deal, members: Sequence[str], **cells: int) -> None:
    """Let the members join at the start, but one later, and one leave and another take over."""
    change = date(deal.village.year - 1, 5, 10)
    *most, late, leaves = members
    for member in most:
        deal.join(member, **cells)
    deal.join(late, joined_on=date(deal.village.year - 1, 3, 1), **cells)
    deal.join(leaves, left_on=change, leave_reason="transfer", **cells)
    deal.join(most[0] if most else late, joined_on=change + timedelta(1), **cells)


def confirmed(year: int) -> date:
    """Return the day on which a year's result is confirmed."""
    return date(year + 1, *CONFIRMED)


def results(deal: Deal) -> None:
    """Add the results of the years that have been confirmed; now and then a loss."""
    rng = deal.village.rng
    for year in range(deal.start.year, deal.village.year):
        day = confirmed(year)
        if day <= deal.village.today and deal.village.chance(0.9):
            loss = deal.village.chance(0.15)
            result(deal, year, 1, day, -12_000 if loss else rng.randrange(30, 180) * 500)


def result(deal: Deal, year: int, part: int, day: date, profit: int) -> None:
    """Add a round of 经营结果 of `profit` yuan, unless its day is still to come."""
    if day > deal.village.today:
        return
    loss, reserve = (0, 0) if profit <= 0 else (profit // 20, profit // 10)
    deal.village.book.add(
        "经营结果",
        agreement=deal.number,
        clause=1,
        year=year,
        round=part,
        net=(profit + loss + reserve) * YUAN,
        loss_covered=loss * YUAN,
        reserve=reserve * YUAN,
        profit=profit * YUAN,
        confirmed_on=day,
    )


def end_of(start: date, years: int) -> date:
    """Return the last day of so many years from `start`."""
    return date(start.year + years, start.month, start.day) - timedelta(1)
