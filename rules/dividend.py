"""The dividend 分红 of a year, round by round (articles 10(3) and 13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules import figure, number, step
from rules.draft import Draft
from rules.due_day import following
from rules.facts import Result
from rules.figure import Figure
from rules.line import Step
from rules.pot import Pot, share_out
from rules.season import Season
from rules.weight import ordered


@dataclass(frozen=True, slots=True)
class Due:
    """What one party has of a round: fen and steps, or the reason why it is not known."""

    party: str
    number: str
    fen: int | None
    steps: tuple[Step, ...] = ()
    reason: str = ""


def lines(draft: Draft, season: Season, results: Sequence[Result], guaranteed: Pot | None) -> None:
    """Add the lines of the year's rounds, or the one that waits for its result.

    `guaranteed` is the year's guaranteed pot, which 抵扣 uses up once over the rounds in order.
    """
    if season.before_switch:
        return
    if not results:
        if season.has_dividend:
            waiting(draft, season)
        return
    offset = season.has_guarantee and season.terms.combination == "offset"
    left = (guaranteed.fen if guaranteed else None) if offset else 0
    for result in results:
        found, used = round_of(draft, season, result, left)
        left = None if left is None else left - used
        due_on = following(season.terms.due_days, result.confirmed_on)
        if due_on is None and found:
            draft.find("agreement.no_due_day", clause=season.clause.number)
        for each in found:
            draft.add(
                *(season.heading, "dividend", (each.party, each.number)),
                ref=str(result.round),
                instalment=result.round,
                due_on=due_on,
                due=each.fen,
                steps=each.steps,
                reason=each.reason,
            )


def waiting(draft: Draft, season: Season) -> None:
    """Add the unknown line of a year without a result, to be shown from the year's end."""
    for each in unknown(season, "no_result"):
        draft.add(
            *(season.heading, "dividend", (each.party, each.number)),
            ref="1",
            instalment=1,
            reason=each.reason,
            shown_from=season.year.last,
        )


def unknown(season: Season, reason: str, steps: tuple[Step, ...] = ()) -> list[Due]:
    """Return a line without a figure for each party."""
    if not season.for_households:
        return [Due(*season.party, None, steps, reason)]
    members = season.dividend_weights.members
    return [Due(member.party, member.number, None, steps, reason) for member in members]


def round_of(
    draft: Draft, season: Season, result: Result, left: int | None
) -> tuple[list[Due], int]:
    """Return the parts of one round, and what it used of the year's guaranteed pot."""
    named = {"clause": season.clause.number, "year": result.year, "round": result.round}
    if result.per_share is not None:
        return per_share(draft, season, result), 0
    if result.profit is None:
        draft.find("result.incomplete", **named)
        return unknown(season, "result_incomplete"), 0
    if not season.has_dividend:
        draft.find("agreement.no_profit_share", **named)
        return [], 0
    if left is None:
        return unknown(season, "no_principal"), 0
    pot, used = profit_pot(season, result, result.profit, left)
    return parts(season, pot), used


def parts(season: Season, pot: Pot) -> list[Due]:
    """Return what each party has of a round's pot."""
    if not season.for_households:
        return [Due(*season.party, pot.fen, pot.steps)]
    if season.disputed:
        return unknown(season, "roster_disputed", pot.steps)
    year, remainder = season.year.number, season.terms.remainder
    shared = share_out(pot, season.dividend_weights, year, remainder)
    return [Due(part.party, part.number, part.fen, part.steps) for part in shared]


def profit_pot(season: Season, result: Result, profit: int, left: int) -> tuple[Pot, int]:
    """Return the pot of a round by share of profit, and what was deducted from it."""
    unit, share = season.unit, season.terms.profit_share or 0
    named = {"year": result.year, "round": result.round, "profit": number.money(profit)}
    if profit > 0:
        found = figure.money(profit) * figure.percent(share)
        fen = found.fen(unit)
        first = step.in_money(
            "dividend.profit", found, fen, unit, share=number.percent(share), **named
        )
    else:
        fen = 0
        first = step.in_money("dividend.loss", figure.money_in(0, unit), 0, unit, **named)
    used = min(fen, left)
    if not used:
        return Pot(fen, unit, (first,)), 0
    rest = figure.money_in(fen, unit) - figure.money_in(used, unit)
    second = step.in_money(
        *("dividend.offset", rest, fen - used, unit),
        guaranteed=number.money(left),
        deducted=number.money(used),
    )
    return Pot(fen - used, unit, (first, second)), used


def per_share(draft: Draft, season: Season, result: Result) -> list[Due]:
    """Return what each holder has by its shares on the record day, else the year's last day."""
    if not season.for_households:
        shares = season.clause.terms_on(season.record_day).shares
        if shares is None:
            return [Due(*season.party, None, (), "no_shares")]
        return [by_shares(season, result, season.party, figure.quantity(shares))]
    day, found = season.record_day, {}
    for row in season.held:
        shares = row.share.shares
        if shares is None and row.share.holder == row.party[1]:
            draft.find(
                "share.no_basis",
                f"household:{row.share.holder}",
                clause=season.clause.number,
                household=row.share.holder,
                basis="shares",
            )
        own = found.setdefault(row.share.holder, (row.party, []))
        if shares is not None and row.first <= day <= row.last:
            own[1].append(figure.quantity(shares))
    return [
        by_shares(season, result, party, figure.total(figures))
        for party, figures in (found[holder] for holder in ordered(found))
    ]


def by_shares(season: Season, result: Result, party: tuple[str, str], shares: Figure) -> Due:
    """Return one holder's shares times the amount, rounded half up to the unit."""
    each = figure.quantity(result.per_share or 0)
    found = shares * each
    fen = found.fen(season.unit)
    made = step.in_money(
        *("dividend.per_share", found, fen, season.unit),
        year=result.year,
        round=result.round,
        day=season.record_day.isoformat(),
        shares=shares.shown(),
        per_share=each.text,
    )
    return Due(*party, fen, (made,))
