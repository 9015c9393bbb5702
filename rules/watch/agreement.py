"""What an agreement lacks, and where it stays below its floor (articles 10, 12, 13, 15 and 18)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules import number
from rules.article import Citation
from rules.clause import Clause
from rules.facts import Terms
from rules.finding import Kind
from rules.line import Finding
from rules.watch import asset, buyback, floor, measure, scope, term
from rules.watch.buyback import Buyback
from rules.watch.facts import Deal
from rules.watch.floor import Reading
from rules.watch.term import Gap

UNKNOWN = "—"
GUARANTEED = "guaranteed_rate"
FORMED_FROM = frozenset({"linkage_fund", "quantified_aid"})  # the money of article 12
ENDS = {"order": term.ORDER, "share": term.SHARE, "chain": term.CHAIN}

IN_PRINCIPLE = Citation("13", "原则上采取“保底收益+按股分红”或保底收益")
PUT_IN = Citation("13", "以衔接资金、集体资产投入经营主体的")
LABOURLESS = Citation("12", "量化到低收入脱贫户，特别是无劳动力脱贫家庭")
RATE = Citation("13", "债权投资保底收益比例不低于一年期市场报价利率")
LEASE = Citation("13", "资产租赁的保底收益应不低于资产折旧费")
BUYBACK = Citation("13", "有资产回购条约另外折算，确保资产总收益不贱卖")

KINDS = {
    kind.code: kind
    for kind in (
        Kind("agreement.term_missing", term.CORE, ("clause", "term", "age")),
        Kind("agreement.no_end", term.SHARE, ("clause", "age")),
        Kind("agreement.rate_below_lpr", RATE, ("clause", "rate", "lpr", "day", "age"), "reason"),
        Kind(
            "agreement.lease_below_depreciation",
            *(LEASE, ("clause", "amount", "least", "day", "age"), "reason"),
        ),
        Kind("agreement.no_guarantee", IN_PRINCIPLE, ("clause", "stake", "age"), "reason"),
        Kind("agreement.no_stake", PUT_IN, ("clause",), "note"),
        Kind("agreement.labourless_left_out", LABOURLESS, ("households", "age"), actor="village"),
        Kind("agreement.buyback", BUYBACK, ("clause", "price", "value", "whole", "cost"), "note"),
        Kind("agreement.households_differ", term.CORE, ("stated", "listed"), "note"),
        Kind("agreement.no_witness", term.WITNESS, ("age",)),
    )
}


def findings(deal: Deal, on: date) -> list[Finding]:
    """Return every finding about an agreement that runs on a day, in order of code and clause.

    It holds what `floor`, `buyback`, `asset.valuations` and the terms have to say; the arithmetic's
    own findings (no_due_day, roster_over, shares_unassigned …) come from `rules.due.outcome`.
    """
    clauses = scope.running(deal, on)
    if not clauses:
        return []
    found = [
        *of_floors(deal, clauses, on),
        *of_terms(deal, clauses, on),
        *of_whole(deal, clauses, on),
        *(bought_back(deal, each) for each in buyback.readings(deal, on)),
        *asset.valuations(deal, on),
    ]
    return sorted(found, key=lambda each: (each.code, each.subject, each.params))


def about(deal: Deal, code: str, row: Terms, /, **params: Any) -> Finding:
    """Return a finding about the agreement, weighed by the age and the reason of its terms.

    What is older than the rules owes nothing by them: it has no gap.
    """
    old = scope.age(row.signed_on, deal.parameters)
    gap, cited = params.pop("gap", None), params.pop("cited", None)
    usual = params.pop("weight", None) or KINDS[code].weight
    return KINDS[code].about(
        f"agreement:{deal.number}",
        gap=None if old else gap,
        cited=cited,
        weight=scope.weight(usual, old, row.written_reason),
        age=old,
        **params,
    )


def of_floors(deal: Deal, clauses: list[Clause], on: date) -> Iterator[Finding]:
    """Yield where article 13 asks for a guarantee, or a higher one; a lease is told of once."""
    leased = False
    for clause in clauses:
        row, reading = clause.terms_on(on), floor.reading(deal, clause, on)
        if unstated(deal, row):
            yield about(deal, "agreement.no_stake", row, clause=clause.number)
        elif without_guarantee(deal, clause, on):
            named = {"clause": clause.number, "stake": reading.stake}
            yield about(deal, "agreement.no_guarantee", row, gap=reading.gap, **named)
        elif reading.verdict == "below" and reading.stake == "debt":
            yield about(deal, "agreement.rate_below_lpr", row, **rates(reading))
        elif reading.verdict == "below" and not leased:
            leased = True
            yield about(deal, "agreement.lease_below_depreciation", row, **sums(reading))


def unstated(deal: Deal, row: Terms) -> bool:
    """Say whether money that has a floor is put in without saying how (投入性质)."""
    in_scope = scope.source(row, deal.project) in scope.FLOORED
    puts_in = bool(row.principal) or floor.guarantees(row)
    return in_scope and puts_in and scope.stake(row, deal.project) == "none"


def without_guarantee(deal: Deal, clause: Clause, on: date) -> bool:
    """Say whether a clause needs a guarantee by article 13 and has none; a lease's rent is one."""
    row = clause.terms_on(on)
    if not scope.floored(row, deal.project) or measure.guaranteed(clause, on):
        return False
    rented = row.rent_price is not None or row.rent_crop_kg is not None
    return not (rented and scope.stake(row, deal.project) == "lease")


def rates(reading: Reading) -> dict[str, Any]:
    """Return the params of a rate below the LPR."""
    return {
        "clause": reading.clause,
        "rate": number.percent(reading.figure or 0),
        "lpr": number.percent(reading.floor or 0),
        "day": reading.floor_day,
        "gap": reading.gap,
    }


def sums(reading: Reading) -> dict[str, Any]:
    """Return the params of a lease below depreciation."""
    return {
        "clause": reading.clause,
        "amount": number.money(reading.figure or 0),
        "least": number.money(reading.floor or 0),
        "day": reading.floor_day,
        "gap": reading.gap,
    }


def of_terms(deal: Deal, clauses: list[Clause], on: date) -> Iterator[Finding]:
    """Yield what is left out of the terms, each under the article that asks for it first."""
    rows = {clause.number: clause.terms_on(on) for clause in clauses}
    newest = max(rows.values(), key=lambda row: row.signed_on)
    for clause in clauses:
        if clause.open_ended:
            yield endless(deal, rows[clause.number])
    for gap in unsaid(deal, clauses, on):
        row = newest if gap.term.whole else rows[gap.clause]
        told = {"clause": gap.clause, "term": gap.term.code, "cited": gap.term.citation}
        yield about(deal, "agreement.term_missing", row, weight=gap.term.weight, **told)


def endless(deal: Deal, row: Terms) -> Finding:
    """Return the finding of a clause without an end; a note where its mode's words name no term."""
    asked = row.mode in ENDS
    cited = ENDS.get(row.mode, term.WAY_OUT)
    named = {"clause": row.clause, "weight": "must" if asked else "note"}
    return about(deal, "agreement.no_end", row, cited=cited, **named)


def unsaid(deal: Deal, clauses: list[Clause], on: date) -> list[Gap]:
    """Return the terms left out that no other code tells of, each once."""
    by_number = {clause.number: clause for clause in clauses}
    found: dict[tuple[int, str], Gap] = {}
    for gap in term.gaps(deal, clauses, on):
        key = (0 if gap.term.whole else gap.clause, gap.term.code)
        if key not in found and not said(deal, by_number[gap.clause], gap, on):
            found[key] = gap
    returns = {gap.clause for gap in found.values() if gap.term.code in {"dividend", GUARANTEED}}
    return [
        gap for gap in found.values() if gap.term is not term.STANDARD or gap.clause not in returns
    ]


def said(deal: Deal, clause: Clause, gap: Gap, on: date) -> bool:
    """Say whether another code tells of it: no_end, no_guarantee, no_witness, no_due_day.

    The arithmetic has no_due_day: it meets that wherever a guarantee is due.
    """
    code = gap.term.code
    if code == GUARANTEED:
        return without_guarantee(deal, clause, on)
    if code == "due_days":
        return measure.guaranteed(clause, on)
    return code in {"ends_on", "witness"}


def of_whole(deal: Deal, clauses: list[Clause], on: date) -> Iterator[Finding]:
    """Yield what concerns the roster and the signing of the agreement as a whole."""
    rows = [clause.terms_on(on) for clause in clauses]
    newest = max(rows, key=lambda row: row.signed_on)
    left_out, formed = deal.roster.left_out, {scope.source(row, deal.project) for row in rows}
    if left_out and deal.roster.quantified and formed & FORMED_FROM:
        yield about(deal, "agreement.labourless_left_out", newest, households=len(left_out))
    if scope.public(rows, deal.project) and not any(row.witness for row in rows):
        yield about(deal, "agreement.no_witness", newest)
    begun = [row for row in rows if row.party == "household" and row.starts_on <= on]
    stated = [row.households for row in begun if row.households is not None]
    if stated and not max(stated) <= deal.roster.households <= sum(stated):
        told = "+".join(map(str, stated))
        named = {"stated": told, "listed": deal.roster.households}
        yield about(deal, "agreement.households_differ", newest, **named)


def bought_back(deal: Deal, found: Buyback) -> Finding:
    """Return the note of a buy-back with the figures of its two readings."""
    figures = {
        "price": found.price,
        "value": found.value.against,
        "whole": found.whole.paid,
        "cost": found.whole.against,
    }
    written = {name: UNKNOWN if fen is None else number.money(fen) for name, fen in figures.items()}
    named: dict[str, Any] = {"clause": found.clause, **written}
    return KINDS["agreement.buyback"].about(f"agreement:{deal.number}", **named)
