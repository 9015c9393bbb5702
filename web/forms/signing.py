"""An agreement at the signing table as it is typed: a new one, or a clause of one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from flask_babel import gettext as _

from ledger.signing import CONTRACT, Table, exists
from ledger.term import Clause, Texts, is_long, read
from models.roster import Holding
from models.signing import Draft
from web.forms.visit import random_id
from web.pages.signing_form import ASSETS, CONCEPT, OWN, names_of
from web.words import problem as words

LONGEST, LONGEST_TEXT = 400, 8000
MOST_ASSETS = 50
MOST_CLAUSES = 8
WHOLE = re.compile(r"\d{1,6}", re.ASCII)
APART = re.compile(r"[,，、;；،؛\s]+")


@dataclass(frozen=True, slots=True)
class New:
    """What a new agreement begins with, or what is wrong with it."""

    id: UUID | None
    mode: str
    number: str
    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """All clauses with what was typed for one of them; `errors` by the name of the cell."""

    turn: int
    clause: int
    clauses: tuple[Texts, ...]
    assets: tuple[str, ...]
    read: Clause
    errors: Mapping[str, str]

    def at(self, turn: int) -> Typed:
        """Return the same, to be kept over what stands at `turn`."""
        return replace(self, turn=turn)


def new(sent: Mapping[str, str]) -> New:
    """Read what a new agreement begins with: its way of linking and its number."""
    mode, number = sent.get("mode", ""), sent.get("number", "").strip()[:LONGEST]
    errors = {}
    if mode not in OWN:
        errors["mode"] = _("请选一种带动方式。")
    if not number:
        errors["number"] = _("请写协议编号。")
    elif problem := read({CONCEPT + "number": number}).problems.get(CONCEPT + "number"):
        errors["number"] = words.expected(problem)
    elif exists(number):
        errors["number"] = taken()
    return New(random_id(sent.get("id", "")), mode, number, errors)


def taken() -> str:
    """Say that the ledger has an agreement of this number."""
    return _("台账里已经有这个编号的协议。请换一个编号。")


def clause(sent: Mapping[str, str], draft: Draft) -> Typed:
    """Read the cells of one clause; what one contract has once goes to all of them."""
    place = whole(sent.get("clause", "1"))
    place = place if 1 <= place <= len(draft.clauses) else 1
    before = dict(draft.clauses[place - 1])
    mode = before[CONCEPT + "mode"]
    filled = [name.removeprefix(CONCEPT) for name in before]
    names = [name for name in names_of(mode, filled) if name != ASSETS]
    sent_texts = {CONCEPT + name: _text(sent, name) for name in names if name in sent}
    own = {name: text for name, text in {**before, **sent_texts}.items() if text}
    shared = {name: own.get(name, "") for name in CONTRACT}
    clauses = [{**each, **shared} for each in draft.clauses]
    clauses[place - 1] = own
    assets = draft.assets
    if ASSETS in sent:
        assets = tuple(filter(None, APART.split(sent[ASSETS][:LONGEST])))[:MOST_ASSETS]
    found = read(own, place)
    errors = {
        name.removeprefix(CONCEPT): words.expected(each) for name, each in found.problems.items()
    }
    kept = tuple({name: text for name, text in each.items() if text} for each in clauses)
    return Typed(whole(sent.get("turn", "")), place, kept, assets, found, errors)


def _text(sent: Mapping[str, str], name: str) -> str:
    longest = LONGEST_TEXT if is_long(CONCEPT + name) else LONGEST
    return sent[name].replace("\r\n", "\n").strip()[:longest]


def whole(text: str) -> int:
    """Return a small whole number, or -1 for anything else."""
    return int(text) if WHOLE.fullmatch(text) else -1


def as_table(typed: Typed, roster: Sequence[Holding]) -> Table:
    """Return what lies on the table with what was typed, whether it is kept or not."""
    read_all = [
        typed.read if place == typed.clause else read(texts, place)
        for place, texts in enumerate(typed.clauses, 1)
    ]
    return Table(tuple(read_all), tuple(roster), typed.assets)


# What a further clause of the same contract takes from the first; its terms are its own.
ALIKE = (
    *CONTRACT,
    *(CONCEPT + name for name in ("party", "party_number", "ends_on", "ownership", "duties")),
)


def another(first: Texts, mode: str) -> dict[str, str]:
    """Return a further clause of the same contract, with another way of linking."""
    return {**{name: first[name] for name in ALIKE if name in first}, CONCEPT + "mode": mode}
