"""What a finding rests on: the article's own words, and the lines and payments it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.roll import Group
from rules.article import Citation, paragraphs
from web.pages.line import TONES, address, figure, standing

LATE = frozenset({"payment.overdue", "payment.short"})
MET = frozenset({"payment.over", "payment.unmatched"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A paragraph of the text, parted where the words stand that a finding rests on."""

    article: str
    before: str
    phrase: str = ""
    after: str = ""


def quotation(article: str, citation: Citation | None) -> Quotation | None:
    """Return the paragraph at an address, or None where the text has none there."""
    found = paragraphs().get(article)
    if found is None:
        return None
    if citation is None or citation.article != article or citation.phrase not in found.text:
        return Quotation(article, found.text)
    before, phrase, after = found.text.partition(citation.phrase)
    return Quotation(article, before, phrase, after)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as staff see it: a household by its number, what is due and what was paid.

    `household` is the key of whose record it is, None where the party is no household; `agreement`
    the end of the address of its agreement's lines, "" for 简表. Money is fen.
    """

    id: UUID
    household: UUID | None
    party: str
    number: str
    agreement: str
    clause: int
    kind: str
    year: int
    instalment: int | None
    ref: str
    due_on: date | None
    fen: int | None
    paid: int
    state: str
    days: int
    tone: str

    @property
    def address(self) -> str:
        """Return where the line stands among those of its agreement."""
        if not self.agreement:
            return ""
        return f"/agreement/{self.agreement}/lines?year={self.year}&line={self.id}#line-{self.id}"


def line(row: Any, today: date) -> Line:
    """Return a stored line as it stands today."""
    _, state, days = standing(row, today)
    return Line(
        id=row.id,
        household=row.household if row.party == "household" else None,
        party=row.party,
        number=row.party_number,
        agreement=address(row.agreement),
        clause=row.clause,
        kind=row.kind,
        year=row.year,
        instalment=row.instalment,
        ref=row.ref,
        due_on=row.due_on,
        fen=figure(row, state),
        paid=max(0, row.paid),
        state=state,
        days=days,
        tone=TONES[state],
    )


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment that a finding speaks of; it leads to the household's lines of that year."""

    household: UUID
    number: str
    voucher: str
    fen: int
    day: date
    form: str | None
    address: str


def payment(row: Any) -> Payment:
    """Return a payment of the ledger as staff see it."""
    to = f"/agreement/{address(row.agreement)}/lines?year={row.year}&household={row.household}"
    return Payment(*(row.household, row.holder, row.voucher, row.amount, row.paid_on, row.form, to))


def group(found: Any, params: Mapping[str, str]) -> Group | None:
    """Return the lines that a finding about money came from, or None for another finding."""
    if found.code not in LATE | MET or "year" not in params:
        return None
    alone = found.subject_kind == "plan" and not found.agreement
    plain = {
        "agreement": found.subject_number if alone else found.agreement,
        "business": found.business,
        "year": int(params["year"]),
    }
    if found.code in MET:
        return Group(
            **plain,
            kind="unmatched",
            ref=params["voucher"],
            party_number=params["household"],
        )
    return Group(
        **plain,
        village=params.get("village", found.place),
        clause=int(params["clause"]) or None,
        kind=params["due_kind"],
        due_on=date.fromisoformat(params["due_on"]),
        party=params["payee"],
    )


def concerned(lines: Sequence[Line], code: str) -> list[Line]:
    """Return those of a group's lines that a finding speaks of: what is late, or all of them."""
    states = {"payment.overdue": "overdue", "payment.short": "short"}
    return [each for each in lines if code not in states or each.state == states[code]]
