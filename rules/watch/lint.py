"""An agreement at the signing table, article by article, before it is signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.article import Citation
from rules.watch.facts import Deal
from rules.watch.floor import Reading


@dataclass(frozen=True, slots=True)
class Missing:
    """A term that a clause does not state, with the words that ask for it.

    `weight` is must, or advice where the words are under 鼓励. `fields` are the columns of 协议
    any one of which states it; project, roster, asset stand for what the ledger has elsewhere.
    """

    clause: int
    term: str
    fields: tuple[str, ...]
    citation: Citation
    weight: str = "must"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an agreement stands to one article: 10(1) to 10(8) as its modes demand, 13, 15 and 18.

    `state` is ok, reason (原则上: a written reason is asked for) or missing. `explained` says that
    a reason is written for what falls short; the state is then ok and `gap` stays. `gap` is the
    shortfall in fen for one household and year, the largest of the clauses. `readings` are those
    of article 13. Advice stands in `missing` and leaves the state ok.
    """

    article: str
    state: str
    citation: Citation
    missing: tuple[Missing, ...] = ()
    gap: int | None = None
    explained: bool = False
    readings: tuple[Reading, ...] = ()


def judge(deal: Deal, on: date) -> tuple[Judgement, ...]:
    """Return a judgement for each article, as if signed under the rules, whatever its day.

    Article 18 is there only where public money or a project stands behind the agreement.
    """
    raise NotImplementedError
