"""One year of one clause: its days, its terms, who holds what, and what each weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rules import month, weight
from rules.clause import Clause, Piece
from rules.facts import Share, Terms
from rules.heading import Heading
from rules.month import Year
from rules.number import UNITS
from rules.roster import Held, basis_of, held_in, merged, peak
from rules.weight import Weights


@dataclass(frozen=True)
class Season:
    """A clause in one year; `shares` are the clause's rows of the roster, in order."""

    clause: Clause
    year: Year
    shares: Sequence[Share]

    @cached_property
    def days(self) -> tuple[date, date]:
        """The first and last day of the clause in the year."""
        return self.clause.within(self.year)

    @cached_property
    def terms(self) -> Terms:
        """The terms of the year's last day."""
        return self.clause.terms_on(self.days[1])

    @cached_property
    def heading(self) -> Heading:
        """What the year's lines stand under."""
        return Heading(self.clause, self.terms, self.year)

    @property
    def unit(self) -> int:
        """计发单位 in fen."""
        return UNITS[self.terms.unit]

    @cached_property
    def pieces(self) -> list[Piece]:
        """The rows of terms that hold in the year."""
        return self.clause.pieces(*self.days)

    @cached_property
    def held(self) -> list[Held]:
        """The rows of the roster that hold in the year."""
        return held_in(self.shares, *self.days)

    @cached_property
    def weighing(self) -> list[Held]:
        """The rows that weigh in a pot; where households count alike, a day of one counts once."""
        return merged(self.held) if self.basis == "household" else self.held

    @cached_property
    def basis(self) -> str:
        """What the clause's roster is weighed by."""
        return basis_of(self.shares)

    @cached_property
    def weights(self) -> Weights:
        """The weights by months held."""
        return weight.by_months(self.clause, self.weighing, self.basis, self.days)

    @cached_property
    def dividend_weights(self) -> Weights:
        """The weights of the record day 分红基准日, else those by months held."""
        if self.terms.record_day is None:
            return self.weights
        return weight.on_day(self.clause, self.weighing, self.basis, self.days, self.record_day)

    @cached_property
    def record_day(self) -> date:
        """The record day in the year, moved into the term; without one the year's last day."""
        if self.terms.record_day is None:
            return self.days[1]
        day = month.inside(self.year, *self.terms.record_day)
        return min(max(day, self.clause.first), self.clause.last)

    @property
    def for_households(self) -> bool:
        """Say whether the party is 农户, so that the roster shares what is due."""
        return self.terms.party == "household"

    @property
    def party(self) -> tuple[str, str]:
        """The party of the clause where it is not 农户."""
        return self.terms.party, self.terms.party_number

    def takers(self) -> list[tuple[str, str]]:
        """Return who an agreed quantity, a saving or training is for: households, or the party."""
        if not self.for_households:
            return [self.party]
        found = {row.party for row in self.held}
        return sorted(each for each in found if each[0] == "household")

    def persons(self) -> dict[str, int]:
        """Return how many persons of each household work under the clause in the year."""
        rows: dict[str, list[Held]] = {}
        for row in self.held:
            rows.setdefault(row.share.holder, []).append(row)
        return {holder: peak(own, "persons", *self.days) for holder, own in rows.items()}

    def amounts(self) -> int:
        """Return the largest sum of quantified amounts held on any one day, in fen."""
        return peak(self.held, "amount", *self.days)

    @cached_property
    def pots(self) -> list[Weights]:
        """The weights of the pots that the year's terms share out among the roster."""
        if not self.for_households:
            return []
        found = [self.weights] if self.has_guarantee else []
        if self.has_dividend and not (found and self.terms.record_day is None):
            found.append(self.dividend_weights)
        return found

    @cached_property
    def disputed(self) -> Weights | None:
        """The weights that exceed the whole, if any do: then no pot of the year is known."""
        return next((each for each in self.pots if each.over), None)

    @cached_property
    def has_guarantee(self) -> bool:
        """Say whether the year has a rate or an amount, and 转换 has not put an end to it."""
        rows = [piece.terms for piece in self.pieces]
        filled = any(
            row.guaranteed_rate is not None or row.guaranteed_amount is not None for row in rows
        )
        return filled and not self.switched

    @property
    def has_dividend(self) -> bool:
        """Say whether the year shares out a profit."""
        return self.terms.profit_share is not None and not self.before_switch

    @property
    def before_switch(self) -> bool:
        """Say whether 转换 still keeps the year to its guarantee."""
        return self.switches and not self.switched

    @property
    def switched(self) -> bool:
        """Say whether 转换 has come into effect: from 见效年度 on only the dividend is due."""
        from_year = self.terms.pays_from_year
        return self.switches and from_year is not None and self.year.number >= from_year

    @property
    def switches(self) -> bool:
        """Say whether guarantee and dividend follow one another (转换)."""
        return self.terms.combination == "switch"
