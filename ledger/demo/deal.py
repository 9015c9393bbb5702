"""An agreement of the demo while its rows are being made, and how its business pays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ledger.demo.business import Business
from ledger.demo.village import Village

# What almost every agreement says alike (articles 15 and 18).
ALIKE = {
    "payment_form": "one_card",
    "entry_terms": "自愿参加，签字后从下月起受益",
    "exit_terms": "提前三十日书面提出，结清当年收益后退出",
    "liability": "逾期付款的，按日支付违约金",
    "penalty_rate": 50,
    "duties": "经营主体按期付款并公布账目，农户按约定交付土地、产品或劳动",
    "ownership": "村集体",
    "template": "2023版",
}


@dataclass(frozen=True, slots=True)
class Habit:
    """How a business pays what has fallen due: parts of 1; the rest in time."""

    late: float = 0.08
    short: float = 0.03
    missing: float = 0.05


GOOD = Habit(0, 0, 0)
USUAL = Habit()
POOR = Habit(0.3, 0.15, 0.25)
Fate = str  # of a payment: see ledger.demo.pay.FATES


@dataclass
class Deal:
    """`fates` overrule the habit for a kind of line and a due day, of all or of one household."""

    village: Village
    number: str
    business: Business | None = None
    terms: dict[int, dict[str, Any]] = field(default_factory=dict)
    habit: Habit = USUAL
    fates: dict[tuple[str, date | None, str], Fate] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)

    @property
    def start(self) -> date:
        """The first day of the agreement."""
        return min(terms["starts_on"] for terms in self.terms.values())

    @property
    def end(self) -> date | None:
        """The last day of the first clause."""
        return self.terms[1].get("ends_on")

    def clause(self, number: int, **terms: Any) -> None:
        """Add a clause; what it does not say is as in the first one."""
        shared = ("business", "party", "party_number", "starts_on", "ends_on", "signed_on")
        first = self.terms.get(1, {})
        alike = {name: first[name] for name in (*shared, "project") if name in first}
        self.terms[number] = {**alike, **terms}
        self.village.book.add("协议", number=self.number, clause=number, **self.terms[number])

    def change(self, clause: int, day: date, **terms: Any) -> None:
        """Change terms from a day on: a second row of the same clause."""
        self.terms[clause] = {**self.terms[clause], **terms}
        row = {**self.terms[clause], "in_force_from": day, "signed_on": day - timedelta(10)}
        self.village.book.add("协议", number=self.number, clause=clause, **row)

    def join(self, holder: str, clause: int = 1, **cells: Any) -> None:
        """Add a row of 受益."""
        self.village.book.add(
            "受益", agreement=self.number, clause=clause, household=holder, **cells
        )

    def fate(self, kind: str, day: date | None, what: Fate, household: str = "") -> None:
        """Say how the lines of a kind that fall due on a day are paid."""
        self.fates[kind, day, household] = what

    def serial(self, prefix: str) -> str:
        """Return the next number of a kind within the agreement."""
        self.taken[prefix] += 1
        return f"{prefix}{self.number[2:]}-{self.taken[prefix]:03d}"


def sign(
    village: Village,
    business: Business,
    mode: str,
    start: date,
    end: date | None,
    *,
    habit: Habit = USUAL,
    **terms: Any,
) -> Deal:
    """Make an agreement with its first clause."""
    deal = Deal(village, village.number("XY"), business, habit=habit)
    alike = {
        **ALIKE,
        "business": business.number,
        "party": "household",
        "mode": mode,
        "starts_on": start,
        "ends_on": end,
        "signed_on": start - timedelta(15),
        "witness": village.township,
    }
    deal.clause(1, **{**alike, **terms})
    village.deals.append(deal)
    return deal
