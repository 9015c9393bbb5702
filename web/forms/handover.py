"""A remedy case's handover as it is typed: to whom, and why, from closed lists."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from models.caseload import Owner
from models.handover import Handover
from models.remedy import REASONS
from web.forms.remedy import LONGEST, key, stale
from web.forms.visit import random_id
from web.words.remedy import refusal


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, what is wrong with it, and what it asks for when nothing is."""

    owner: str = ""
    reason: str = ""
    asked: Handover | None = None
    errors: Mapping[str, str] = field(default_factory=dict)


NOTHING = Typed()


def read(sent: MultiDict[str, str], owners: Collection[Owner]) -> Typed:
    """Read it; only those who can have the case are taken."""
    identity = random_id(sent.get("id", ""))
    typed = {name: sent.get(name, "")[:LONGEST] for name in ("owner", "reason")}
    owner = next((each for each in owners if key(each) == typed["owner"]), None)
    errors = {}
    if identity is None:
        errors["form"] = stale()
    if owner is None:
        errors["owner"] = refusal("nobody")
    if typed["reason"] not in REASONS:
        errors["reason"] = _("请选一个原因。")
    asked = None
    if identity and owner and not errors:
        asked = Handover(identity, owner, typed["reason"])
    return Typed(**typed, asked=asked, errors=errors)
