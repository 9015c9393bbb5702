"""One line: its figure, its four witnesses, how it was computed, and the household's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from models.statement import steps_of
from rules.step import KINDS as STEPS
from web.pages.answer import Word, word
from web.pages.line import LATE, PAID, Line, Standing, address, latest, line, standing

WIDE = 10_000_00
# Words for kinds of households: where the article has them, only its number is shown.
CATEGORIES = ("脱贫", "监测")
AGREE = {"confirmed": "received", "disputed": "overdue", "none": "plain"}
FOUND = {"received": "received", "not_received": "overdue", "less": "overdue", "unsure": "waiting"}


class Found(NamedTuple):
    """What the models know of a line."""

    household: Any
    row: Any
    payments: list[Any]
    checks: list[Any]
    answers: list[Any]
    form: str | None
    dispute: Any = None


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence of the explanation with the two sides of its formula, and what it rests on.

    `left` is empty where a step only states its number.
    """

    step: Any
    left: str
    value: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment of the same agreement and year."""

    day: date
    fen: int
    kind: str | None
    type: str | None
    form: str | None
    voucher: str
    passbook: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """A check of this line, and the household's word on it."""

    id: UUID
    day: date
    role: str | None
    result: str
    answer: str


@dataclass(frozen=True, slots=True)
class Witness:
    """The four witnesses of a line and their colours; `wide` figures need two rows."""

    due: int | None
    paid: int
    checked: str
    answer: str
    tones: tuple[str, str, str, str]
    wide: bool


@dataclass(frozen=True, slots=True)
class Show:
    """A line on its own page. Money is fen; `agreement` is the end of its address.

    `waiting` asks about the last check of it, unless the household has answered that.
    """

    line: Line
    business: str
    phone: str | None
    village_phone: str | None
    agreement: str
    tolerated: int
    due_on: date | None
    late_from: date | None
    completed_on: date | None
    days_left: int
    form: str | None
    withdrawn: bool
    contradicting: bool
    witness: Witness
    word: Word
    steps: tuple[Step, ...]
    payments: tuple[Payment, ...]
    checks: tuple[Check, ...]
    waiting: Word | None
    dispute: Any  # models.dispute.Dispute, or None


def build(found: Found, today: date, token: UUID, *, fresh: bool = False) -> Show:
    """Return the page of a line."""
    row = found.row
    at = standing(row, today)
    answers = latest(found.answers, "due")
    said, shown = answers.get(row.id), line(at, answers)
    checks = _checks([each for each in found.checks if each.due == row.id], found.answers)
    checked = checks[0].result if checks else "nobody"
    return Show(
        line=shown,
        business=row.name or row.business,
        phone=row.phone,
        village_phone=found.household.phone,
        agreement=address(row.agreement),
        tolerated=row.due - row.paid if at.state in PAID else 0,
        due_on=row.due_on,
        late_from=row.late_from,
        completed_on=row.completed_on,
        days_left=(row.due_on - today).days if row.due_on else 0,
        form=found.form,
        withdrawn=row.withdrawn,
        contradicting=_contradicting(at.state, checked, said),
        witness=witness(at, checked, shown.answer),
        word=_word(at, said, token, today, fresh=fresh),
        steps=tuple(map(step, steps_of(row.steps))),
        payments=tuple(map(_payment, found.payments)),
        checks=tuple(checks),
        waiting=_waiting(checks, token),
        dispute=found.dispute,
    )


def _word(at: Standing, said: Any, token: UUID, today: date, *, fresh: bool) -> Word:
    goes_to = f"/due/{at.row.id}/answer"
    return word(said, address=goes_to, token=token, asked=asked(at, today), fresh=fresh)


def _waiting(checks: list[Check], token: UUID) -> Word | None:
    if not checks or checks[0].answer != "none":
        return None
    goes_to = f"/check/{checks[0].id}/answer"
    return word(None, address=goes_to, token=token, asked="check", of_check=True)


def asked(at: Standing, today: date) -> str:
    """Return what the household can say yes to: nothing before money was paid or due.

    Of a training nothing is asked: whether somebody came is recorded nowhere.
    """
    row = at.row
    if row.withdrawn or row.kind == "training":
        return ""
    if row.kind == "saved":
        return "saved" if row.year <= today.year else ""
    if at.state == "short":
        return "in_full"
    return "received" if row.paid > 0 or at.state in {"due_today", "overdue"} else ""


def _contradicting(state: str, checked: str, said: Any) -> bool:
    """Say whether the ledger and the household, or a check, say opposite things."""
    answer, reason = (said.answer, said.reason) if said else ("none", None)
    if state in PAID:
        denied = answer == "disputed" and reason != "late"
        return denied or checked in {"not_received", "less"}
    return state in LATE and (answer == "confirmed" or checked == "received")


def witness(at: Standing, checked: str, answer: str) -> Witness:
    """Return the four witnesses of a line."""
    due, paid = at.row.due, max(0, at.row.paid)
    colours = (
        "waiting" if due is None else "received",
        "received" if at.state in PAID else "overdue" if at.state in LATE else "plain",
        FOUND.get(checked, "plain"),
        AGREE[answer],
    )
    return Witness(due, paid, checked, answer, colours, max(due or 0, paid) >= WIDE)


def step(found: Any) -> Step:
    """Return a stored step as a page shows it."""
    left, _, value = found.formula.rpartition("=")
    phrase = STEPS[found.code].citation.phrase if found.code in STEPS else ""
    if any(word in phrase for word in CATEGORIES):
        phrase = ""
    return Step(found, "" if left == value else left, value, phrase)


def _payment(row: Any) -> Payment:
    return Payment(
        row.paid_on, row.amount, row.kind, row.type, row.form, row.voucher, row.passbook_text
    )


def _checks(rows: list[Any], given: list[Any]) -> list[Check]:
    answers = latest(given, "check")
    return [
        Check(
            row.id,
            row.day,
            row.role,
            row.result,
            answers[row.id].answer if row.id in answers else "none",
        )
        for row in rows
    ]
