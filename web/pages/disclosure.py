"""What is disclosed of a project 公告公示: where its money comes from, and what it is to bring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rules.watch.facts import Project
from web.pages.due import CATEGORIES
from web.pages.gate import Fund
from web.pages.posting import Posting
from web.pages.project import EXPECTED, Pairs, address

TEXTS = ("content", "mechanism")
PEOPLE = ("department", "approver", "implementer", "user_in_charge")


@dataclass(frozen=True, slots=True)
class Show:
    """The page and its paper; money in fen."""

    fact: Project
    place: str
    funds: tuple[Fund, ...]
    assets: tuple[Any, ...]
    posting: Posting
    phone: str
    today: date

    @property
    def address(self) -> str:
        """Return the address of the page."""
        return address(self.fact.number, "/disclosure")

    @property
    def back(self) -> str:
        """Return the page of the project."""
        return address(self.fact.number)

    @property
    def total(self) -> int:
        """Return all its money."""
        return sum(fund.fen for fund in self.funds)

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return what somebody wrote of it, as far as it names no category of households."""
        return tuple((name, text) for name, text in self._written if not names_category(text))

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return which of its texts are not printed, because they name one."""
        return tuple(name for name, text in self._written if names_category(text))

    @property
    def _written(self) -> list[tuple[str, str]]:
        return [(name, text) for name in TEXTS if (text := getattr(self.fact, name))]

    @property
    def people(self) -> Pairs:
        """Return who answers for it."""
        return tuple((name, getattr(self.fact, name) or "") for name in PEOPLE)

    @property
    def effects(self) -> Pairs:
        """Return what it is expected to bring, as far as the ledger says."""
        return tuple(
            (name, value) for name in EXPECTED if (value := getattr(self.fact, name)) is not None
        )


def names_category(text: str) -> bool:
    """Say whether a text has a word for a category of households (product.md 5, rule 6)."""
    return any(word in text for word in CATEGORIES)
