"""What is disclosed of a project 公告公示: where its money comes from, and what it is to bring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rules.watch.facts import Project
from web.pages.gate import Fund
from web.pages.posting import Posting
from web.pages.project import EXPECTED, Pairs, address

TEXTS = ("content", "mechanism")
WRITTEN = ("name", *TEXTS)
# What needy households are or were called, in both languages.
CATEGORIES = (
    *("脱贫", "贫困", "建档立卡", "低保", "五保", "特困", "边缘易致贫", "边缘户"),
    *("监测户", "监测对象", "监测帮扶", "监测人口"),
    *("نامرات", "كۆزىتىلىدىغان ئائىلە", "تۆۋەن كاپالەت"),
)
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
    left_out: tuple[str, ...] = ()  # of WRITTEN: what names a category of households, or one

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
    def name(self) -> str:
        """Return what it is called; its number where its name is left out."""
        return self.fact.number if "name" in self.left_out else self.fact.name

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return what somebody wrote of it, without what is left out."""
        written = ((name, getattr(self.fact, name)) for name in TEXTS)
        return tuple((name, text) for name, text in written if text and name not in self.left_out)

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
