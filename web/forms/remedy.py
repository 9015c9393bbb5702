"""A remedy case as it is typed: its opening, and what happens to it. Closed lists, no prose."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from ledger.identity import kind as personal
from ledger.width import narrow
from models.caseload import Owner
from models.remedy import EFFECTS, EVIDENCE, PROGRESS, Order
from rules import remedy, wording
from web.forms import amount
from web.forms.visit import random_id
from web.words.remedy import refusal

LONGEST = 60
MOST_HOUSEHOLDS = 100_000
# A document's number, 昌农发〔2026〕12号 or PZ-2026-7: with figures, too short for a sentence.
PAPER = re.compile(r"[\w〔〕\[\]()（）/.号第 -]{1,40}")
MOST_LETTERS = 12
PROGRESSED = (
    "measure",
    "progress",
    "evidence",
    "evidence_number",
    "effect",
    "households",
    "amount",
)
SAID = ("progress", "proposed", "refused", "closed", "reopened")


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a case as it is typed."""

    id: UUID | None
    measures: Sequence[str] = ()
    owner: str = ""
    due_on: str = ""
    order: Order | None = None
    errors: Mapping[str, str] = field(default_factory=dict)


def key(owner: Owner) -> str:
    """Return how a form names somebody who can have a case."""
    return f"account:{owner.account}" if owner.account else f"office:{owner.office}"


def opening(
    sent: MultiDict[str, str], finding: Any, owners: Collection[Owner], today: date
) -> Opening:
    """Read it; `order` is what it asks for when nothing is wrong."""
    identity = random_id(sent.get("id", ""))
    chosen = tuple(
        each for each in remedy.measures(finding.code) if each in sent.getlist("measure")
    )
    named = {key(each): each for each in owners}
    owner, typed = named.get(sent.get("owner", "")), sent.get("due_on", "")[:LONGEST]
    due_on = _day(typed)
    errors = {}
    if identity is None:
        errors["form"] = stale()
    if not chosen:
        errors["measure"] = refusal("measure")
    if owner is None:
        errors["owner"] = refusal("nobody")
    if due_on is None:
        errors["due_on"] = _("请选一个日期。")
    elif fault := remedy.due_day_fault(today, due_on):
        errors["due_on"] = refusal(fault)
    order = None
    if identity and owner and due_on and not errors:
        first = "township" if owner.role == "township" else "county"
        order = Order(identity, finding.id, chosen, first, due_on, owner.account, owner.office)
    return Opening(identity, chosen, sent.get("owner", ""), typed, order, errors)


def stale() -> str:
    """Return what is said of a form whose id is lost."""
    return _("这一页放得太久了。内容都还在，请再提交一次。")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happens to a case as it is typed, and what it means by column."""

    id: UUID | None = None
    kind: str = "progress"
    typed: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def entry(sent: MultiDict[str, str], code: str) -> Entry:
    """Read an entry of a case whose finding has this code."""
    identity, what = random_id(sent.get("id", "")), sent.get("kind", "")
    typed = {name: sent.get(name, "").strip()[:LONGEST] for name in PROGRESSED}
    errors: dict[str, str] = {}
    said = _progress(typed, code, errors) if what == "progress" else {}
    if what not in SAID:
        errors["form"] = _("请按页面上的按钮提交。")
    if identity is None:
        errors["form"] = stale()
    return Entry(identity, what, typed, said, errors)


def _progress(typed: Mapping[str, str], code: str, errors: dict[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {name: typed[name] or None for name in PROGRESSED[:6]}
    if typed["measure"] not in remedy.measures(code):
        errors["measure"] = _("请选一项办法。")
    if typed["progress"] not in PROGRESS:
        errors["progress"] = _("请选办到哪一步。")
    _paper(typed, errors)
    if typed["effect"] and typed["effect"] not in EFFECTS:
        errors["effect"] = _("请从列表里选。")
    said["households"] = _households(typed, errors)
    said["amount"] = _amount(typed, errors)
    return said


def _paper(typed: Mapping[str, str], errors: dict[str, str]) -> None:
    """A kind of document and its number belong together; nothing is uploaded."""
    what, number = typed["evidence"], typed["evidence_number"]
    if what and what not in EVIDENCE:
        errors["evidence"] = _("请从列表里选。")
    elif number and not what:
        errors["evidence"] = _("请选这是什么凭据。")
    if what and not number:
        errors["evidence_number"] = _("请写文号或凭证号。")
    elif number and (not _is_number(number) or _is_personal(number)):
        errors["evidence_number"] = _("只写文号或凭证号，不写人名、证件号和账号。")


def _is_number(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    figures = any(char.isdigit() for char in text)
    return bool(PAPER.fullmatch(text)) and figures and letters <= MOST_LETTERS


def _is_personal(number: str) -> bool:
    return bool(personal(narrow(number)) or wording.about_people(number))


def _households(typed: Mapping[str, str], errors: dict[str, str]) -> int | None:
    text = narrow(typed["households"]).replace(",", "")
    if not text:
        if typed["effect"]:
            errors["households"] = _("请写有多少户得到。")
        return None
    count = int(text) if text.isdecimal() and text.isascii() else 0
    if not 0 < count <= MOST_HOUSEHOLDS:
        errors["households"] = _("户数只写数字，例如 12。")
    elif not typed["effect"]:
        errors["effect"] = _("请选给农户带来什么。")
    return count


def _amount(typed: Mapping[str, str], errors: dict[str, str]) -> int | None:
    if not typed["amount"]:
        return None
    found = amount.fen(typed["amount"])
    if found is None:
        errors["amount"] = _("金额只写数字，例如 800 或 800.50。")
    elif not typed["effect"]:
        errors["effect"] = _("请选给农户带来什么。")
    return found
