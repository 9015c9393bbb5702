"""What is asked of a worklist: disputes, remedy cases. Its address, narrowed and paged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from web.query import at

SHOWN = 30  # rows on a page


@dataclass(frozen=True, slots=True)
class View:
    """What is asked of the list at `address`; `mine`: whose, a code, or "" for everybody's.

    `late`: by more than so many days; `wrong`: what was typed instead of them.
    """

    address: str
    show: str = ""
    mine: str = ""
    late: int | None = None
    words: str = ""
    number: int = 1
    wrong: str = ""

    def query(self, **change: Any) -> str:
        """Return the address of the same list with a change; a change begins at page one."""
        late = "" if self.late is None else str(self.late)
        now = {"show": self.show, "mine": self.mine, "late": late, "q": self.words}
        now |= {"page": "", **change}
        return at(self.address, now)

    @property
    def is_narrowed(self) -> bool:
        """Say whether less than everything that is open was asked for."""
        return bool(self.show or self.mine or self.words) or self.late is not None

    @property
    def offset(self) -> int:
        """Return how many rows stand on the pages before."""
        return (self.number - 1) * SHOWN

    @property
    def before(self) -> str | None:
        """Return the address of the page before; page one needs no number."""
        if self.number <= 1:
            return None
        return self.query(page="" if self.number - 1 == 1 else self.number - 1)

    def after(self, count: int) -> str | None:
        """Return the address of the next page, where `count` rows reach so far."""
        return self.query(page=self.number + 1) if self.number * SHOWN < count else None
