"""Money through a village collective: leases, plans and portions (articles 11 to 13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.demo.day import whole_years
from ledger.demo.deal import GOOD, Deal, sign
from ledger.demo.project import project
from ledger.demo.village import ONE, YUAN, Village

# What a collective's money is for, in hundredths; the rest is shared out.
USES = {"use_industry": 20, "use_posts": 20, "use_upkeep": 10, "use_welfare": 10}
POSTED = timedelta(days=6)
BASES = {"amount": 10_000, "shares": 12, "household": 1, "person": 6}


def lease(village: Village, members: Sequence[str]) -> Deal:
    """A leased plant whose rent goes to the collective, with a plan for each year."""
    rng = village.rng
    start, end = whole_years(village.year, 2, 1)
    yearly = rng.randrange(30, 90) * 1000 * YUAN
    number, asset = project(village, "plant", yearly * 12, year=start.year - 1)
    deal = sign(
        *(village, village.business("collective"), "share", start, end),
        habit=GOOD,
        party="village",
        party_number=village.code,
        project=number,
        stake="lease",
        source="collective",
        guaranteed_amount=yearly,
        payment_form="bank",
        due_days="11-30",
    )
    village.book.add("协议资产", agreement=deal.number, asset=asset)
    for year in range(village.year - 1, village.year + 1):
        decided = date(year, 12, 10)
        known = decided if decided <= village.today else None
        plan(village, members, Decision(year, yearly, known, agreement=deal.number))
    return deal


@dataclass(frozen=True, slots=True)
class Decision:
    """What a members' meeting decides; without `decided_on` it has not met yet.

    The first `stated` households have an amount of their own.
    """

    year: int
    received: int
    decided_on: date | None = None
    due_on: date | None = None
    agreement: str | None = None
    basis: str = ""
    unit: str | None = None
    stated: int = 0


def plan(village: Village, members: Sequence[str], decision: Decision) -> str:
    """Add a plan with its portions and return its number."""
    number = village.number("FA")
    basis = decision.basis or village.rng.choice(list(BASES))
    uses = {name: decision.received * part // 100 for name, part in USES.items()}
    village.book.add(
        "分配方案",
        number=number,
        agreement=decision.agreement,
        village=village.code,
        year=decision.year,
        received=decision.received,
        **uses,
        use_households=decision.received - sum(uses.values()),
        basis=basis,
        unit=decision.unit or village.rng.choice(("fen", "jiao", "yuan")),
        decided_on=decision.decided_on,
        posted_from=decision.decided_on,
        posted_to=decision.decided_on and decision.decided_on + POSTED,
        due_on=decision.due_on or date(decision.year + 1, 1, 20),
    )
    portions(village, members, number, basis, decision.stated)
    if decision.agreement is None:
        terms = {1: {"starts_on": date(decision.year, 1, 1)}}
        village.deals.append(Deal(village, number, terms=terms))
    return number


def portions(
    village: Village, members: Sequence[str], number: str, basis: str, stated: int
) -> None:
    """Add the households of a plan."""
    rng = village.rng
    for place, member in enumerate(members):
        own = rng.randint(1, BASES[basis]) * ONE
        village.book.add(
            "分户",
            plan=number,
            household=member,
            basis=None if place < stated or basis == "household" else own,
            amount=rng.randrange(1, 4) * 100 * YUAN if place < stated else None,
        )
