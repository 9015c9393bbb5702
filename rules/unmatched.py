"""Which payments are for which lines, and the lines of those that fit none (article 12)."""

from __future__ import annotations

from collections.abc import Sequence

from rules import number
from rules.draft import Draft
from rules.due_id import due_id
from rules.facts import COLLECTIVE, OTHERS, Payment
from rules.line import Line
from rules.payment import Laid, Slip, lay
from rules.plan import Source

Payee = tuple[str, str]
VILLAGE: Payee = ("village", "")


def laid(draft: Draft, payments: Sequence[Payment], source: Source) -> list[Line]:
    """Return the draft's lines with all payments laid on them, and the `unmatched` ones."""
    if not payments:
        return draft.lines
    payees = {line.party_number: payee(line) for line in draft.lines if line.party != "household"}
    numbers = {payee(line): (line.party, line.party_number) for line in draft.lines}
    paid: dict[tuple[Payee, int], list[Payment]] = {}
    for each in payments:
        paid.setdefault((payee_of(each.holder, payees), each.year), []).append(each)
    lines: dict[tuple[Payee, int], list[Line]] = {}
    for line in draft.lines:
        lines.setdefault((payee(line), line.year), []).append(line)
    found: list[Line] = []
    for key in lines.keys() | paid.keys():
        done = lay(lines.get(key, []), paid.get(key, ()))
        found += done.lines
        found += left_over(draft, done, (numbers.get(key[0], key[0]), key[1]), source)
    return found


def payee(line: Line) -> Payee:
    """Return who is paid for a line; a village's lines are 村集体's, with or without its code."""
    return VILLAGE if line.party == "village" else (line.party, line.party_number)


def payee_of(holder: str, payees: dict[str, Payee]) -> Payee:
    """Return who a payment's 户编码 names: 村集体, 其他股东, a party's number, or a household."""
    if holder == COLLECTIVE:
        return VILLAGE
    if holder == OTHERS:
        return ("business", "")
    return payees.get(holder) or ("household", holder)


def left_over(draft: Draft, done: Laid, whose: tuple[Payee, int], source: Source) -> list[Line]:
    """Return one line for each voucher that has something left, and note the finding."""
    by_voucher: dict[tuple[str, str], list[Slip]] = {}
    for slip in done.left:
        by_voucher.setdefault((slip.payment.agreement, slip.payment.voucher), []).append(slip)
    code = "payment.over" if any(line.due for line in done.lines) else "payment.unmatched"
    (party, holder), year = whose
    found = []
    for (_, voucher), slips in sorted(by_voucher.items()):
        amount = sum(slip.left for slip in slips)
        named = {"household": holder, "year": year, "voucher": voucher}
        subject = f"{party}:{holder}" if holder else ""
        draft.find(code, subject, amount=number.money(amount), **named)
        found.append(line_of(slips, amount, whose, source))
    return found


def line_of(slips: list[Slip], amount: int, whose: tuple[Payee, int], source: Source) -> Line:
    """Return the line of what a voucher paid and nothing was due for."""
    payment, (party, year) = slips[0].payment, whose
    who = ":".join(party)
    day = max(slip.payment.paid_on for slip in slips)
    return Line(
        due_id(payment.agreement, 0, who, year, kind="unmatched", ref=payment.voucher),
        *(source.agreement, source.clause, source.business, source.mode),
        *("unmatched", year, *party),
        ref=payment.voucher,
        listed_on=day,
        due=0,
        paid=amount,
        completed_on=day,
    )
