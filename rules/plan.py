"""A distribution plan 分配方案: what a collective shares out among households (article 11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules import figure, number, step
from rules.draft import Draft
from rules.due_id import due_id
from rules.facts import Plan, Portion
from rules.line import Line, Step
from rules.number import UNITS
from rules.pot import Pot, share_out
from rules.weight import Member, Weights

ONE = 10_000  # an empty 口径数, in ten-thousandths
BASIS_UNITS = {"amount": "yuan", "shares": "shares", "household": "households", "person": "persons"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where lines that belong to no clause stand: the agreement's first clause, business and mode.

    A plan without an agreement has its own number for it, and nothing else.
    """

    agreement: str
    clause: int = 0
    business: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Has:
    """What a party has of a plan: fen and steps, or the reason why it is not known."""

    party: tuple[str, str]
    fen: int | None
    steps: tuple[Step, ...] = ()
    reason: str = ""


def lines(draft: Draft, plan: Plan, source: Source) -> None:
    """Add a line for each household of a plan; they are unknown until the members have decided."""
    if plan.due_on is None:
        draft.find("plan.no_due_day", f"plan:{plan.number}", plan=plan.number)
    portions = sorted(plan.portions, key=lambda portion: portion.household)
    for each in parts(draft, plan, portions):
        add(draft, plan, source, each)


def parts(draft: Draft, plan: Plan, portions: list[Portion]) -> list[Has]:
    """Return what each household has: the stated amounts, and its part of what they leave."""
    open_rows = [each for each in portions if each.amount is None]
    if reason := obstacle(draft, plan, portions):
        return [Has(household(each), None, (), reason) for each in portions]
    found = [stated(plan, each, each.amount) for each in portions if each.amount is not None]
    if plan.pot is not None:
        return found + rest(plan, plan.pot, portions, open_rows)
    if open_rows:
        draft.find("plan.no_pot", f"plan:{plan.number}", plan=plan.number)
    return found + [Has(household(each), None, (), "no_pot") for each in open_rows]


def household(portion: Portion) -> tuple[str, str]:
    """Return the party of a portion."""
    return ("household", portion.household)


def obstacle(draft: Draft, plan: Plan, portions: Sequence[Portion]) -> str:
    """Return why no figure of the plan is known, or nothing."""
    if plan.decided_on is None:
        return "undecided"
    given = sum(each.amount or 0 for each in portions)
    if plan.pot is None or given <= plan.pot:
        return ""
    named = {"pot": number.money(plan.pot), "stated": number.money(given)}
    draft.find("plan.over", f"plan:{plan.number}", plan=plan.number, **named)
    return "plan_over"


def stated(plan: Plan, portion: Portion, fen: int) -> Has:
    """Return the amount that the decision states."""
    amount, unit = figure.money_in(fen, UNITS[plan.unit]), UNITS[plan.unit]
    named = {"plan": plan.number, "amount": number.money(fen)}
    return Has(household(portion), fen, (step.in_money("plan.stated", amount, fen, unit, **named),))


def rest(
    plan: Plan, amount: int, portions: Sequence[Portion], open_rows: Sequence[Portion]
) -> list[Has]:
    """Return who shares what the stated amounts leave of the pot, to the last fen.

    Stated amounts need not be whole units: what then is less than one is nobody's.
    """
    given, unit = sum(each.amount or 0 for each in portions), UNITS[plan.unit]
    whole = sum(map(written, open_rows))
    rounded = number.half_up(amount, unit) if whole else amount
    left = max(rounded, given) - given
    odd = left % unit if whole else left
    steps = [explain(plan, max(rounded, given) if given else amount, given, left)]
    found = [Has(household(each), 0) for each in open_rows]
    if whole:
        shown = [*steps, odd_step(left, odd, unit)] if odd else steps
        pot = Pot(left - odd, unit, tuple(shown))
        shared = share_out(pot, weights_of(plan, open_rows, whole), plan.year, "largest")
        found = [Has((part.party, part.number), part.fen, part.steps) for part in shared]
    if odd and whole:
        steps.append(kept_step(left, odd))
    return [*found, Has(("unassigned", ""), odd, tuple(steps))] if odd else found


def odd_step(left: int, odd: int, unit: int) -> Step:
    """Return the step that takes off what is less than a unit."""
    whole = figure.money_in(left, 1) - figure.money_in(odd, 1)
    return step.in_money("plan.odd", whole, left - odd, unit, odd=number.money(odd))


def kept_step(left: int, odd: int) -> Step:
    """Return the step to what is less than a unit."""
    others = number.money(left - odd)
    rest = figure.money_in(left, 1) - figure.money_in(left - odd, 1)
    return step.in_money("pot.kept", rest, odd, 1, pot=number.money(left), others=others)


def weights_of(plan: Plan, open_rows: Sequence[Portion], whole: int) -> Weights:
    """Return the weights of the rows without a stated amount: their 口径数, of its sum."""
    members = tuple(
        Member(*household(each), figure.quantity(written(each)), date.min, date.max)
        for each in open_rows
    )
    basis, total = plan.basis or "household", figure.quantity(whole)
    return Weights(members, total, total.value, basis, BASIS_UNITS[basis], "plan.weight")


def written(portion: Portion) -> int:
    """Return the portion's 口径数 in ten-thousandths; empty is 1."""
    return ONE if portion.basis is None else portion.basis


def explain(plan: Plan, amount: int, given: int, fen: int) -> Step:
    """Return the step of the pot, less the stated amounts if there are any."""
    unit = 1 if fen % UNITS[plan.unit] else UNITS[plan.unit]
    if not given:
        pot = number.money(amount)
        return step.in_money("plan.pot", figure.money(amount), fen, unit, plan=plan.number, pot=pot)
    found = figure.money(amount) - figure.money(given)
    named = {"pot": number.money(amount), "stated": number.money(given)}
    return step.in_money("plan.rest", found, fen, unit, plan=plan.number, **named)


def add(draft: Draft, plan: Plan, source: Source, has: Has) -> None:
    """Add one line of the plan; its id names the plan alone: an agreement may come later."""
    found = Line(
        due_id("", 0, ":".join(has.party), plan.year, kind="portion", ref=plan.number),
        *(source.agreement, source.clause, source.business, source.mode),
        *("portion", plan.year, *has.party),
        ref=plan.number,
        due_on=plan.due_on,
        listed_on=plan.due_on or date(plan.year, 12, 31),
        due=has.fen,
        unit=UNITS[plan.unit],
        reason=has.reason,
        steps=has.steps,
    )
    draft.lines.append(found)
