"""A pot shared out: each member's part in whole units, which together are the pot (article 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import lcm

from rules import figure, number, step
from rules.figure import SUM, Figure
from rules.line import Step
from rules.split import floors, largest_remainder, turns
from rules.weight import Member, Weights

LOSERS = {"village": 1, "business": 2, "unassigned": 3}  # who loses equal remainders, in this order


@dataclass(frozen=True, slots=True)
class Pot:
    """A sum to share out, rounded once to 计发单位, and the steps that led to it."""

    fen: int
    unit: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A member's part of a pot in fen, with the days that its instalments depend on."""

    party: str
    number: str
    fen: int
    steps: tuple[Step, ...]
    first: date
    last: date


def share_out(pot: Pot, weights: Weights, year: int, remainder: str) -> list[Part]:
    """Return the parts; 尾差 = 留村集体 cuts every part down and leaves the rest with it."""
    parts = units(pot, weights, year, collective=remainder == "collective")
    found = [
        Part(
            member.party,
            member.number,
            fen,
            explain(pot, weights, member, fen),
            member.first,
            member.last,
        )
        for member, fen in zip(weights.members, parts, strict=True)
    ]
    left = pot.fen - sum(parts)
    if left:
        found.append(kept(pot, weights, left))
    return found


def units(pot: Pot, weights: Weights, year: int, *, collective: bool) -> list[int]:
    """Return each member's fen; what is left over in the end has no member to go to."""
    whole, *values = scaled(weights.whole, *(member.weight for member in weights.members))
    amount = pot.fen // pot.unit
    if not collective:
        parts = largest_remainder(amount, values, ranks(weights.members, year), whole)
        return [part * pot.unit for part in parts]
    parts = [part for part, _ in floors(amount, values, whole)]
    for index, member in enumerate(weights.members):
        if member.party == "village":
            parts[index] += amount - sum(parts)
            break
    return [part * pot.unit for part in parts]


def scaled(*figures: Figure) -> list[int]:
    """Return the figures' values as whole numbers in the same proportion."""
    scale = lcm(*{each.below for each in figures})
    return [each.above * (scale // each.below) for each in figures]


def ranks(members: tuple[Member, ...], year: int) -> list[int]:
    """Return who comes first among equal remainders: households in turn, then the rest."""
    weighing = [
        index
        for index, each in enumerate(members)
        if each.party == "household" and each.weight.above
    ]
    found = [len(members) + LOSERS.get(member.party, 0) for member in members]
    for index, turn in zip(weighing, turns(len(weighing), year), strict=True):
        found[index] = turn
    return found


def explain(pot: Pot, weights: Weights, member: Member, fen: int) -> tuple[Step, ...]:
    """Return the pot's steps and the member's own: its weight, its part, the unit won or lost."""
    weight = member.weight.settled()
    share = figure.money_in(pot.fen, pot.unit) * weight / weights.whole
    near = share.fen(pot.unit)
    whole = weights.whole.shown()
    part = step.in_money(
        "pot.part",
        share,
        near,
        pot.unit,
        pot=number.money(pot.fen),
        weight=weight.shown(),
        whole=whole,
    )
    steps = (*pot.steps, weigh(weights, member, whole), part)
    return steps if near == fen else (*steps, remainder(near, fen, pot.unit))


def weigh(weights: Weights, member: Member, whole: str) -> Step:
    """Return the step that says what the member weighs of the whole."""
    named = {"basis": weights.basis, "whole": whole}
    if member.filled:
        named["others"] = (weights.whole - member.weight).shown()
        return step.exactly("pot.rest", member.weight, weights.unit, **named)
    if weights.code == "pot.weight":
        named["months"] = member.weight.text.partition("×")[2].strip("()")
    if weights.day is not None:
        named["day"] = weights.day.isoformat()
    several = member.weight.rank == SUM and weights.code == "pot.weight"
    code = "pot.weight_rows" if several else weights.code
    return step.exactly(code, member.weight, weights.unit, **named)


def remainder(near: int, fen: int, unit: int) -> Step:
    """Return the step from the part rounded half up to the part paid."""
    change = figure.money_in(abs(fen - near), unit)
    base = figure.money_in(near, unit)
    if fen > near:
        return step.in_money("pot.won", base + change, fen, unit, unit=change.text)
    return step.in_money("pot.lost", base - change, fen, unit, unit=change.text)


def kept(pot: Pot, weights: Weights, left: int) -> Part:
    """Return the part that stays with a collective that is not on the roster."""
    others = figure.money_in(pot.fen - left, pot.unit)
    rest = figure.money_in(pot.fen, pot.unit) - others
    last = step.in_money(
        "pot.kept", rest, left, pot.unit, pot=number.money(pot.fen), others=others.text
    )
    first = min(member.first for member in weights.members)
    day = max(member.last for member in weights.members)
    return Part("village", "", left, (*pot.steps, last), first, day)
