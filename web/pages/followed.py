"""What followed the findings about a business: its own word on each, and the remedy case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.concern import Concern
from models.reply import standing
from rules.remedy import is_offered
from web.pages.payer import word_on


@dataclass(frozen=True, slots=True)
class Followed:
    """By finding: the reply that counts, and the case; `asked` are those that can be answered."""

    replies: Mapping[UUID, Any]
    cases: Mapping[UUID, Any]
    asked: frozenset[UUID]

    def lacks_case(self, row: Any) -> bool:
        """Say whether a case could be opened for this finding and nobody has."""
        return is_offered(row.code) and row.ended_on is None and row.id not in self.cases


def build(concerns: Iterable[Concern], turns: Iterable[Any], cases: Mapping[UUID, Any]) -> Followed:
    """Return it; `concerns` are the matters open to the business, `turns` every word it gave.

    A finding that joined a matter after its reply has that reply too: it is one to the business.
    """
    said = standing(turns)
    of_matters = {each: word_on(one, said) for one in concerns for each in one.ids}
    words = said | {key: word for key, word in of_matters.items() if word}
    return Followed(words, cases, frozenset(of_matters))
