"""A dispute as it is typed: a household's reason and own words, an office's answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from models.dispute import LONGEST_WORDS
from rules.dispute import DELAYS, GROUNDS, OUTCOMES
from web.forms import amount, day, dispute_reply, remark
from web.forms.visit import random_id

LONGEST = 40
NEEDS_DAY = "will_pay"


@dataclass(frozen=True, slots=True)
class Said:
    """What a household says, and what is wrong with it by field."""

    id: UUID | None
    reason: str = ""
    kind: str = ""
    words: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


def said(sent: Mapping[str, str]) -> Said:
    """Read a household's form. Its words are its own; long numbers and the like are refused."""
    words = remark.tidy(sent.get("words", ""))
    identity = random_id(sent.get("id", ""))
    errors = {}
    if fault := remark.fault(words, LONGEST_WORDS):
        errors["words"] = fault
    if identity is None:
        errors["form"] = stale()
    return Said(identity, sent.get("reason", ""), sent.get("kind", ""), words, errors)


def stale() -> str:
    """Return what is said of a form whose id is lost."""
    return _("这一页放得太久了。内容都还在，请再提交一次。")


@dataclass(frozen=True, slots=True)
class Answer:
    """An office's answer: `columns` of the entry, `due_on` of an extension."""

    id: UUID | None = None
    kind: str = ""
    columns: Mapping[str, Any] = field(default_factory=dict)
    due_on: date | None = None
    everybody: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def answer(sent: Mapping[str, str], today: date, offered: Collection[str] = ()) -> Answer:
    """Read an office's form: a kind, its reason from a closed list, a sum and a day.

    `offered`: the businesses one of which must be named as saying something.
    """
    names = ("kind", "outcome", "ground", "delay", "amount", "day", "due_on")
    names += dispute_reply.FIELDS
    typed = {name: sent.get(name, "")[:LONGEST].strip() for name in names}
    errors: dict[str, str] = {}
    columns: dict[str, Any] = {}
    due_on = None
    if typed["kind"] == "answered":
        columns = _outcome(typed, errors, today)
    elif typed["kind"] == "refused":
        columns["ground"] = _chosen(typed, errors, "ground", GROUNDS)
    elif typed["kind"] == "replied":
        columns = dispute_reply.columns(typed, errors, today, offered)
    elif typed["kind"] == "extended":
        columns["delay"] = _chosen(typed, errors, "delay", DELAYS)
        due_on = day.read(typed["due_on"], today)
        if due_on is None:
            errors["due_on"] = day.error(today)
    identity = random_id(sent.get("id", ""))
    if identity is None:
        errors["form"] = stale()
    everybody = sent.get("everybody") == "1"
    return Answer(identity, typed["kind"], columns, due_on, everybody, typed, errors)


def _chosen(typed: Mapping[str, str], errors: dict[str, str], name: str, allowed: Any) -> str:
    if typed[name] not in allowed:
        errors[name] = _("请选一个。")
    return typed[name]


def _outcome(typed: Mapping[str, str], errors: dict[str, str], today: date) -> dict[str, Any]:
    outcome = _chosen(typed, errors, "outcome", OUTCOMES)
    columns: dict[str, Any] = {"outcome": outcome}
    if outcome == NEEDS_DAY:
        columns["day_named"] = day.read(typed["day"], today)
        columns["amount"] = amount.fen(typed["amount"])
        if columns["day_named"] is None:
            errors["day"] = day.error(today)
        if not columns["amount"]:
            errors["amount"] = _("请写金额，例如 800 或 800.50。")
    return columns
