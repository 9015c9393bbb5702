"""A village's households as pages of a list, or the villages to choose from first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from web.query import at


@dataclass(frozen=True, slots=True)
class Village:
    """A village to choose, for those who see several."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class VillageList:
    """What the reader chose, and the rows of one page; `choosable`: she sees other villages too."""

    PATH: ClassVar[str]  # of the list; words are posted to its /find

    village: str = ""
    name: str = ""
    choosable: bool = False
    words: str = ""
    show: str = ""
    rows: tuple[Any, ...] = ()
    before: str | None = None
    after: str | None = None
    villages: tuple[Village, ...] = ()

    def address(self, show: str, number: int = 1) -> str:
        """Return the address of this list with another choice of rows, or another page.

        What was searched for stands in no address: with words, it is where they are posted again.
        """
        return self._at("/find" if self.words else "", show, number)

    @property
    def find(self) -> str:
        """Return where words are posted to look for in this list."""
        return self._at("/find", self.show)

    @property
    def plain(self) -> str:
        """Return the address of this list without words."""
        return self._at("", self.show)

    def page(self, rows: Sequence[Any], number: int, most: int) -> Self:
        """Return the list with `most` of the rows, those of a page; beyond the last: the last."""
        last = max(1, -(-len(rows) // most))
        number = min(max(1, number), last)
        return replace(
            self,
            rows=tuple(rows[(number - 1) * most : number * most]),
            before=self.address(self.show, number - 1) if number > 1 else None,
            after=self.address(self.show, number + 1) if number < last else None,
        )

    def _at(self, end: str, show: str, number: int = 1) -> str:
        given = {
            "village": self.village if self.choosable else "",
            "show": show,
            "page": str(number) if number > 1 else "",
        }
        return at(f"{self.PATH}{end}", given)
