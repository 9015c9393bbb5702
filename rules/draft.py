"""The lines and findings of an agreement while they are being put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rules.article import Citation
from rules.due_day import for_holder, of_year
from rules.due_id import due_id
from rules.finding import finding
from rules.heading import Heading
from rules.line import Finding, Line
from rules.owed import Owed, split


@dataclass(frozen=True, slots=True)
class Draft:
    """Collects lines and findings of one agreement."""

    agreement: str
    lines: list[Line] = field(default_factory=list)
    findings: set[Finding] = field(default_factory=set)

    def find(
        self, code: str, subject: str = "", cited: Citation | None = None, /, **params: Any
    ) -> None:
        """Note a finding, about the agreement where nothing else is said."""
        subject = subject or f"agreement:{self.agreement}"
        self.findings.add(finding(code, subject, cited, **params))

    def add(self, heading: Heading, kind: str, party: tuple[str, str], **values: Any) -> None:
        """Add one line; `values` are the fields of the line that its kind fills."""
        clause, terms, year = heading.clause.number, heading.terms, heading.year
        found = Line(
            due_id(
                *(self.agreement, clause, ":".join(party), year.number),
                kind=kind,
                ref=values.get("ref", ""),
                instalment=values.get("instalment"),
            ),
            *(self.agreement, clause, terms.business, terms.mode, kind, year.number, *party),
            unit=heading.unit,
            **{"listed_on": values.get("due_on") or year.last, **values},
        )
        self.lines.append(found)

    def add_yearly(self, heading: Heading, kind: str, owed: Iterable[Owed]) -> None:
        """Add the instalments of what each party has for the year."""
        instalments = of_year(heading.terms.due_days, heading.year)
        for each in owed:
            if not instalments:
                self.find("agreement.no_due_day", clause=heading.clause.number)
            own = for_holder(instalments, each.first, each.last)
            for dated in split(each, own, heading.unit):
                self.add(
                    *(heading, kind, (each.party, each.number)),
                    instalment=dated.number,
                    due_on=dated.day,
                    due=dated.fen,
                    reason=each.reason,
                    steps=dated.steps,
                )
