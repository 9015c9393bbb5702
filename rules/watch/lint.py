"""An agreement at the signing table, article by article, before it is signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rules.article import Citation
from rules.as_of import known_from
from rules.clause import Clause, begin
from rules.facts import Terms
from rules.watch import agreement, floor, lease, measure, scope, term
from rules.watch.facts import Deal
from rules.watch.floor import Reading

MODES = {mode: f"10({number})" for number, mode in enumerate(term.MODES, 1)}
WORDS = {
    "order": term.ORDER,
    "custody": term.CUSTODY,
    "share": term.SHARE,
    "land": term.RENT_MOVES,
    "work": term.WORK,
    "training": term.TRAINING,
    "service": term.SERVICE,
    "chain": term.CHAIN,
}
GUARANTEE = ("guaranteed_rate", term.GUARANTEE)
FLOORS = {"debt": agreement.RATE, "lease": agreement.LEASE}


@dataclass(frozen=True, slots=True)
class Missing:
    """A term that a clause does not state, with the words that ask for it.

    `weight` is must, reason under 原则上, or advice under 鼓励. `fields` are the columns of 协议
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
    bound = replace(deal, parameters=replace(deal.parameters, issued_on=date.min))
    day = max([on, *(max(known_from(row), begin(row)) for row in deal.terms)])
    known = scope.known(bound, day)
    clauses = [clause for clause in known if clause.last >= on] or known
    if not clauses:
        return ()
    rows = [clause.terms_on(day) for clause in clauses]
    departs = {row.clause for row in rows if row.written_reason}
    gaps = [gap for gap in term.gaps(bound, clauses, day) if not excused(gap, departs)]
    modes = {row.mode for row in rows}
    found = [stated(MODES[mode], WORDS[mode], gaps) for mode in MODES if mode in modes]
    found += [of_floors(bound, clauses, day), stated("15", term.CORE, gaps)]
    if scope.public(rows, bound.project):
        found.append(stated("18", term.MODEL, gaps))
    return tuple(found)


def excused(gap: term.Gap, departs: set[int]) -> bool:
    """Say whether a written reason already answers for a guarantee that is left out."""
    return gap.term.code == GUARANTEE[0] and gap.clause in departs


def stated(article: str, citation: Citation, gaps: Sequence[term.Gap]) -> Judgement:
    """Return how an agreement stands to an article that asks for terms."""
    missing = tuple(
        Missing(gap.clause, gap.term.code, gap.term.fields, gap.term.citation, gap.term.weight)
        for gap in gaps
        if gap.term.citation.article == article
    )
    state = "missing" if any(each.weight == "must" for each in missing) else "ok"
    return Judgement(article, state, citation, missing)


def of_floors(deal: Deal, clauses: Sequence[Clause], day: date) -> Judgement:
    """Return how an agreement stands to article 13: the guarantee it asks for, and its floors."""
    rows = [clause.terms_on(day) for clause in clauses]
    readings = tuple(floor.reading(deal, clause, day) for clause in clauses)
    unsaid: list[Missing] = []
    short: list[tuple[Terms, Reading]] = []
    for clause, row, reading in zip(clauses, rows, readings, strict=True):
        without = lacks_guarantee(deal, clause, day)
        if without and not row.written_reason:
            unsaid.append(guarantee(row))
        if without or reading.verdict == "below":
            short.append((row, reading))
        else:
            unsaid += incomparable(deal, row, reading)
    explained = bool(short) and all(row.written_reason for row, _ in short)
    state = "reason" if short and not explained else "ok"
    if any(each.weight == "must" for each in unsaid):
        state = "missing"
    gaps = [reading.gap for _, reading in short if reading.gap is not None]
    told = next((reading.stake for _, reading in short if reading.verdict == "below"), "")
    return Judgement(
        *("13", state, FLOORS.get(told, agreement.IN_PRINCIPLE), tuple(unsaid)),
        gap=max(gaps, default=None),
        explained=explained,
        readings=readings,
    )


def lacks_guarantee(deal: Deal, clause: Clause, day: date) -> bool:
    """Say whether a clause needs a guarantee and has none, or has one that is to end (转换)."""
    row = clause.terms_on(day)
    ends = scope.floored(row, deal.project) and measure.switches(row)
    return ends or agreement.without_guarantee(deal, clause, day)


def guarantee(row: Terms) -> Missing:
    """Return the guarantee that a clause leaves out without a reason."""
    return Missing(row.clause, *GUARANTEE, agreement.IN_PRINCIPLE, "reason")


def incomparable(deal: Deal, row: Terms, reading: Reading) -> list[Missing]:
    """Return what has to be written before a clause can be held against its floor."""
    if agreement.unstated(deal, row):
        return [Missing(row.clause, "stake", ("stake",), agreement.PUT_IN)]
    if reading.why != "no_figure" or reading.stake not in FLOORS:
        return []
    if reading.stake == "lease" and not lease.leased(deal):
        lacking = "asset"
    elif floor.guarantees(row):
        lacking = "principal"
    elif row.rent_price is not None and row.land_area is None:
        lacking = "land_area"
    else:  # a rent in kind has no figure until its price day
        return []
    return [Missing(row.clause, lacking, (lacking,), FLOORS[reading.stake])]
