"""A joint chain 联合带动, agreement by agreement up to its head (article 10(8))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rules.article import Citation
from rules.facts import Terms
from rules.finding import Kind
from rules.line import Finding
from rules.watch import scope, term
from rules.watch.facts import Deal

LINK = Citation("10(8)", "逐层逐级签订规范、合法的合作协议，明确合作期限、内容、方式以及退出等内容")
HEAD = "leading_firm"  # 以龙头企业为核心
NONE = "—"

KINDS = {
    kind.code: kind for kind in (Kind("chain.broken", LINK, ("clause", "upper", "broken", "age")),)
}


def findings(deal: Deal, uppers: Mapping[str, Sequence[Terms]], on: date) -> list[Finding]:
    """Return the broken links of one agreement to the agreements above it.

    `uppers` are the terms of agreements by number; those that 上级协议编号 leads to, step by step,
    are enough. Each link is judged once, from below.
    """
    found: dict[str, Finding] = {}
    for clause in scope.running(deal, on):
        row = clause.terms_on(on)
        if (row.mode != "chain" and not row.upstream) or (row.upstream or "") in found:
            continue
        if broken := faults(deal, row, uppers, on):
            above = uppers.get(row.upstream or "", ())
            found[row.upstream or ""] = about(deal, row, broken, agreed_on(row, broken, above))
    return list(found.values())


def agreed_on(row: Terms, broken: Sequence[str], above: Sequence[Terms]) -> date:
    """Return the day that a link's age counts from.

    What an upper agreement leaves out is as old as that agreement, where that is the older one.
    """
    if not above or set(broken) - {each.code for each in term.MODES["chain"]}:
        return row.signed_on
    return min(row.signed_on, max(each.signed_on for each in above))


def about(deal: Deal, row: Terms, broken: Sequence[str], day: date) -> Finding:
    """Return the finding of one link; where no upper agreement is named it only asks."""
    old = scope.age(day, deal.parameters)
    return KINDS["chain.broken"].about(
        f"agreement:{deal.number}",
        weight=scope.weight("must" if row.upstream else "note", old),
        age=old,
        clause=row.clause,
        upper=row.upstream or NONE,
        broken=";".join(broken),
    )


def faults(
    deal: Deal, row: Terms, uppers: Mapping[str, Sequence[Terms]], on: date
) -> tuple[str, ...]:
    """Return what breaks a link: unnamed, unknown, loop, ended, or the terms the upper one lacks.

    A leading firm is the head of a chain, and nobody stands above it.
    """
    if not row.upstream:
        head = deal.business is not None and deal.business.kind == HEAD
        return () if head else ("unnamed",)
    above = Deal(row.upstream, tuple(uppers.get(row.upstream, ())))
    if not scope.known(above, on):
        return ("unknown",)
    if returns(deal.number, row.upstream, uppers):
        return ("loop",)
    return (*ended(above, on), *lacking(above, on))


def returns(number: str, upper: str, uppers: Mapping[str, Sequence[Terms]]) -> bool:
    """Say whether the way up from an agreement comes back to it."""
    seen: set[str] = set()
    ahead = {upper}
    while ahead:
        seen |= ahead
        above = {row.upstream for each in ahead for row in uppers.get(each, ()) if row.upstream}
        ahead = above - seen
    return number in seen


def ended(above: Deal, on: date) -> tuple[str, ...]:
    """Say whether no clause of the upper agreement runs any more."""
    return () if scope.running(above, on) else ("ended",)


def lacking(above: Deal, on: date) -> tuple[str, ...]:
    """Return the terms of article 10(8) that no clause of the upper agreement states."""
    rows = [clause.terms_on(on) for clause in scope.known(above, on)]
    asked = term.MODES["chain"]
    return tuple(
        each.code for each in asked if not any(term.states(row, each, above) for row in rows)
    )
