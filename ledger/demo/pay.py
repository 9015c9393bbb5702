"""How what has fallen due was paid: slips made from the stored lines, in a second import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from ledger.demo.book import Book
from ledger.demo.deal import Deal, Fate
from ledger.demo.village import Village
from models.due import lines_of
from rules.facts import COLLECTIVE, OTHERS

PAID_FOR = frozenset({"guaranteed", "dividend", "rent", "order", "wage", "portion"})
OWN_DAYS = frozenset({"guaranteed", "rent", "portion"})  # their day was known long before
TEXTS = {
    "guaranteed": "保底收益",
    "dividend": "分红",
    "rent": "土地租金",
    "order": "货款",
    "wage": "工资",
}
TOO_MUCH = 6650  # fen
BEFORE, IN_TWO = 0.2, 0.02  # how often paid before its day, or in two parts
OLD = 400  # days after which almost everything has been paid
EARLY, LATEST = 10, 60


@dataclass(frozen=True, slots=True)
class Part:
    """One row of 发放; those of a day with the same `slip` have the same voucher."""

    amount: int
    day: date
    type: str = "normal"
    slip: int = 1
    bare: bool = False  # without 款项 and 期次


@dataclass(frozen=True, slots=True)
class Times:
    """The days on which a line could be paid."""

    first: date
    due: date
    late: date


Parts = Callable[[int, Times], list[Part]]
# Each fate of a payment, and the rows that tell it.
FATES: dict[Fate, Parts] = {
    "open": lambda _, __: [],
    "paid": lambda fen, on: [Part(fen, on.first)],
    "late": lambda fen, on: [Part(fen, on.late)],
    "short": lambda fen, on: [Part(fen * 3 // 5, on.first)],
    "over": lambda fen, on: [Part(fen + TOO_MUCH, on.first, bare=True)],
    "two": lambda fen, on: [
        Part(fen // 2, on.first),
        Part(fen - fen // 2, on.late, "supplement", 2),
    ],
    "advance": lambda fen, on: [
        Part(fen // 2, on.first, "advance"),
        Part(fen - fen // 2, on.due, slip=2),
    ],
    "proxy": lambda fen, on: [Part(fen, on.first, "proxy")],
    "bare": lambda fen, on: [Part(fen, on.first, bare=True)],
    "odd": lambda fen, on: [Part(fen - 40, on.first)],  # in whole yuan a tolerated difference
    "reversed": lambda fen, on: [
        Part(fen + TOO_MUCH, on.first),
        Part(-fen - TOO_MUCH, on.due, "reversal"),
        Part(fen, on.due, slip=2),
    ],
    "returned": lambda fen, on: [
        Part(fen, on.first),
        Part(-fen, on.due, "returned"),
        Part(fen, on.late, "supplement", 2),
    ],
}
# What happens to single households while the others are paid: in thousandths.
ODD_FATES = (("proxy", 10), ("returned", 6), ("bare", 20), ("over", 4), ("short", 8))


def slips(villages: Iterable[Village], seed: int) -> Book:
    """Return the payments of these villages' agreements up to today."""
    book = Book("演示发放")
    for village in villages:
        deals = {deal.number: deal for deal in village.deals}
        lines: dict[str, list[Any]] = {number: [] for number in deals}
        for line in lines_of(deals):
            lines[line.agreement].append(line)
        for number, deal in deals.items():
            Payer(deal, book, Random(f"{seed}/{number}")).pay(lines[number])
    return book


@dataclass
class Payer:
    """Pays what has fallen due under one agreement."""

    deal: Deal
    book: Book
    rng: Random

    @property
    def today(self) -> date:
        """The day of the demo."""
        return self.deal.village.today

    def pay(self, lines: Sequence[Any]) -> None:
        """Pay the lines: one voucher for all that is paid together on a day."""
        for (kind, day, ref), group in grouped(lines):
            fate = self.deal.fates.get((kind, day, "")) or self.fate(group[0])
            vouchers: dict[tuple[int, date], str] = {}
            for holder, own in by_holder(group):
                single = self.deal.fates.get((kind, day, holder)) or self.odd(fate)
                mine: dict[int, str] = {}  # what takes money back names the voucher that paid it
                for part in FATES[single](sum(line.due for line in own), self.times(own[-1])):
                    if part.day <= self.today and part.amount:
                        if part.amount > 0:
                            mine[part.slip] = self.voucher(vouchers, part)
                        self.add(own[0], holder, ref, part, mine[part.slip])

    def voucher(self, vouchers: dict[tuple[int, date], str], part: Part) -> str:
        """Return the voucher of what is paid on a day."""
        if (part.slip, part.day) not in vouchers:
            vouchers[part.slip, part.day] = self.deal.serial("PZ")
        return vouchers[part.slip, part.day]

    def fate(self, line: Any) -> Fate:
        """Draw how a day's payment goes, by the habit of the business."""
        habit, drawn = self.deal.habit, self.rng.random()
        if line.due_on is None:
            return "paid" if line.year < self.today.year else "open"
        late = (self.today - line.late_from).days
        if late <= 0:
            return "paid" if late >= -EARLY and drawn < BEFORE else "open"
        if drawn < habit.missing:
            return "open" if late < OLD else "late"
        if drawn < habit.missing + habit.late:
            return "late" if late > EARLY else "open"
        return "two" if drawn > 1 - IN_TWO and late > EARLY else "paid"

    def odd(self, fate: Fate) -> Fate:
        """Draw what happens to a single household where the others are paid in time."""
        drawn = self.rng.randrange(1000)
        if fate != "paid":
            return fate
        for odd, often in ODD_FATES:
            drawn -= often
            if drawn < 0:
                return odd
        return fate

    def times(self, line: Any) -> Times:
        """Return the days on which a line is paid in time and late."""
        due = line.due_on or min(date(line.year, 12, 20), self.today)
        early = timedelta(self.rng.randrange(EARLY) if line.kind in OWN_DAYS else 0)
        first = min(max(due - early, self.deal.start), self.today)
        from_day = line.late_from or due
        left = max(1, min(LATEST, (self.today - from_day).days))
        return Times(first, due, from_day + timedelta(self.rng.randint(1, left)))

    def add(self, line: Any, holder: str, ref: str, part: Part, voucher: str) -> None:
        """Add one row."""
        named = not part.bare
        self.book.add(
            "发放",
            agreement=ref or line.agreement,
            household=holder,
            year=line.year,
            instalment=line.instalment if named and line.kind not in {"order", "wage"} else None,
            kind=line.kind if named else None,
            voucher=voucher,
            type=part.type,
            amount=part.amount,
            paid_on=part.day,
            form=self.deal.terms[1].get("payment_form"),
            passbook_text=TEXTS.get(line.kind),
        )


def grouped(lines: Iterable[Any]) -> Iterator[tuple[tuple[str, date | None, str], list[Any]]]:
    """Yield what falls due together: the lines of a kind, a year and a day, or of a plan."""
    groups: dict[tuple[str, int, date | None, str], list[Any]] = {}
    for line in lines:
        if line.kind in PAID_FOR and line.due and not line.paid and line.party != "unassigned":
            ref = line.ref if line.kind == "portion" else ""
            groups.setdefault((line.kind, line.year, line.due_on, ref), []).append(line)
    for key in sorted(groups, key=str):
        yield (key[0], key[2], key[3]), groups[key]


def by_holder(lines: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Return the lines of each holder, as 发放 names it."""
    found: dict[str, list[Any]] = {}
    for line in lines:
        nameless = COLLECTIVE if line.party == "village" else OTHERS
        by_name = line.party != "village" and line.party_number
        found.setdefault(line.party_number if by_name else nameless, []).append(line)
    return sorted(found.items())
