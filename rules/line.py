"""A line: one thing due to one party in one year, with the steps that led to its figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of an explanation: its code, its numbers, a formula that ends in `value`.

    `formula` holds digits and + − × ÷ ( ) = . only; a step that merely states a number reads
    "N=N". `params` are the numbers and dates that the sentence of `code` names, as strings.
    """

    code: str
    formula: str
    value: str
    unit: str
    article: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """`due` is fen or None while unknown; `reason` says why (rules/step.py lists the reasons).

    An agreed minimum has the reason "agreed" and its figure in `at_least`; `paid` is what was laid
    on the line.
    """

    id: UUID
    agreement: str
    clause: int
    business: str
    mode: str
    kind: str
    year: int
    party: str  # household village business township county unassigned
    party_number: str
    ref: str = ""  # round, delivery number, settlement day, plan number or voucher
    instalment: int | None = None
    due_on: date | None = None
    listed_on: date | None = None  # the due day, or the year's last day where none was agreed
    due: int | None = None
    at_least: int | None = None
    saved: int | None = None
    unit: int = 1  # 计发单位 in fen: 1, 10 or 100
    reason: str = ""
    shown_from: date | None = None  # an unknown dividend is a line only from its year's end
    paid: int = 0
    completed_on: date | None = None  # the day of the payment that completed it
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What breaks a rule, or what a figure had to work around.

    `code` as in docs/policy.md, `subject` as "kind:number", `gap` fen for one household and year
    (None where no money is involved), `weight` and `actor` as in rules/finding.py.
    """

    code: str
    article: str
    subject: str
    params: tuple[tuple[str, str], ...] = ()
    gap: int | None = None
    weight: str = "must"
    actor: str = "township"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Lines and findings of one agreement as of a day; both change by themselves on `stale_on`."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    stale_on: date | None = None
