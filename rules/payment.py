"""Payments 发放 laid on the lines of the same agreement, party and year (article 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rules.facts import Payment
from rules.line import Line

FIRST = {"guaranteed": 0, "dividend": 1}  # kinds paid before all others
TAKES_BACK = frozenset({"reversal", "returned"})  # 冲正 and 退汇


@dataclass(slots=True)
class Slip:
    """A payment while it is being laid: what is left of it, and the line it last touched."""

    payment: Payment
    left: int
    last: Target | None = None


@dataclass(slots=True)
class Target:
    """A line while payments are laid on it."""

    line: Line
    laid: list[tuple[date, int]] = field(default_factory=list)
    paid: int = 0

    @property
    def short(self) -> int:
        """What is still missing, nothing where it is less than one 计发单位 of a paid line."""
        missing = (self.line.due or 0) - self.paid
        return 0 if missing <= 0 or (self.paid and missing < self.line.unit) else missing

    def take(self, slip: Slip) -> None:
        """Lay on the line as much of the slip as it needs; less than a unit over stays on it."""
        amount = min(slip.left, self.short)
        if slip.left - amount < self.line.unit:
            amount = slip.left
        self.paid += amount
        self.laid.append((slip.payment.paid_on, amount))
        slip.left -= amount

    def done(self) -> Line:
        """Return the line with what was laid on it, and the day that completed it."""
        return replace(self.line, paid=self.paid, completed_on=self.completed())

    def completed(self) -> date | None:
        """Return the day of the payment after which less than a unit was missing."""
        total = 0
        for day, amount in sorted(self.laid):
            total += amount
            if (self.line.due or 0) - total < self.line.unit:
                return day
        return None


@dataclass(frozen=True, slots=True)
class Laid:
    """The lines of one party and year with their payments, and the slips with something left."""

    lines: list[Line]
    left: list[Slip]


def lay(lines: Sequence[Line], payments: Iterable[Payment]) -> Laid:
    """Lay one party's payments of a year on its lines: by 款项 and 期次, by 期次, by due day."""
    slips, negative = netted(payments)
    targets = [Target(line) for line in lines]
    open_to = sorted((target for target in targets if target.line.due), key=by_day)
    for fits in (same_kind, same_instalment, anything):
        chosen = sorted(open_to, key=by_kind) if fits is same_instalment else open_to
        for slip in slips:
            place(slip, chosen, fits)
    found = [target.done() if target.laid else target.line for target in targets]
    return Laid(found, [slip for slip in (*slips, *negative) if slip.left])


def place(slip: Slip, targets: list[Target], fits: Callable[[Payment, Line], bool]) -> None:
    """Lay a slip on the targets that fit it, in order, until nothing is left."""
    for target in targets:
        if not slip.left:
            return
        if target.short and usable(slip.payment, target.line) and fits(slip.payment, target.line):
            target.take(slip)


def usable(payment: Payment, line: Line) -> bool:
    """Say whether a payment may be for a line: one of a plan is for that plan's lines alone."""
    if line.kind == "portion" and payment.agreement == line.ref:
        return True
    return payment.agreement == line.agreement


def same_kind(payment: Payment, line: Line) -> bool:
    """Say whether 款项 is the same, and 期次 too where both have one."""
    if payment.kind != line.kind:
        return False
    return None in (payment.instalment, line.instalment) or payment.instalment == line.instalment


def same_instalment(payment: Payment, line: Line) -> bool:
    """Say whether both have the same 期次."""
    return payment.instalment is not None and payment.instalment == line.instalment


def anything(_payment: Payment, _line: Line) -> bool:
    """Say yes: in the end a payment may be for any open line of its party and year."""
    return True


def by_day(target: Target) -> tuple[object, ...]:
    """Order lines by due day, those without one last."""
    line = target.line
    return (
        line.due_on or date.max,
        *(FIRST.get(line.kind, 2), line.kind, line.instalment or 0),
        *(line.clause, line.ref),
    )


def by_kind(target: Target) -> tuple[object, ...]:
    """Order lines so that guaranteed comes before dividend and that before others."""
    return FIRST.get(target.line.kind, 2), *by_day(target)


def order(payment: Payment) -> tuple[object, ...]:
    """Return what sorts payments, whatever order they came in."""
    key = (payment.paid_on, payment.instalment or 0, payment.kind or "", payment.voucher)
    return *key, payment.agreement, payment.type, payment.amount


def netted(payments: Iterable[Payment]) -> tuple[list[Slip], list[Slip]]:
    """Return the slips less what 冲正 and 退汇 take back, and those that found nothing to take."""
    slips: list[Slip] = []
    back: list[Slip] = []
    for each in sorted(payments, key=order):
        if each.amount < 0 or each.type in TAKES_BACK:
            back.append(Slip(each, -abs(each.amount)))
        else:
            slips.append(Slip(each, each.amount))
    by_voucher: dict[tuple[str, str], list[Slip]] = {}
    for slip in slips:
        by_voucher.setdefault((slip.payment.agreement, slip.payment.voucher), []).append(slip)
    for taken in back:
        payment = taken.payment
        take_back(taken, by_voucher.get((payment.agreement, payment.voucher), []))
    return [slip for slip in slips if slip.left], [slip for slip in back if slip.left]


def take_back(taken: Slip, slips: list[Slip]) -> None:
    """Take from the slips of a voucher, the same 款项 and 期次 first, the last one first."""
    named = (taken.payment.kind, taken.payment.instalment)
    alike = [slip for slip in slips if (slip.payment.kind, slip.payment.instalment) == named]
    for slip in (*reversed(alike), *reversed(slips)):
        amount = min(slip.left, -taken.left)
        slip.left -= amount
        taken.left += amount
