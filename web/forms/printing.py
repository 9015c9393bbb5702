"""What is asked of a printing: its place, for whom; why it is refused; which sheets again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from models.card import digits
from models.printing import REASONS
from web.forms.visit import random_id, uuid

MOST_SHEETS = 40  # that are made again while somebody waits


@dataclass(frozen=True, slots=True)
class Asked:
    """Where and for whom cards are asked for; `id` made by the sender."""

    id: UUID | None
    place: str
    renew: bool


def read(sent: Mapping[str, str], known: Collection[str]) -> Asked:
    """Read it; a place that is not among `known` is none."""
    place = sent.get("place", "")
    return Asked(
        random_id(sent.get("id", "")), place if place in known else "", sent.get("which") == "all"
    )


def decision(sent: Mapping[str, str]) -> tuple[str, str | None, str]:
    """Return approve or refuse, the reason, and what is wrong."""
    if sent.get("decision") == "approve":
        return "approve", None, ""
    reason = sent.get("reason", "")
    return "refuse", reason, "" if reason in REASONS else _("请选一个。")


def households(sent: MultiDict[str, str]) -> list[UUID]:
    """Return the households that were ticked."""
    return [found for text in sent.getlist("household") if (found := uuid(text)) is not None]


def sheets(asked: Mapping[str, str], last: int) -> tuple[int, int, str]:
    """Return the first and last sheet to be made again, and what is wrong."""
    ends = [_number(asked.get(name, "")) for name in ("from", "to")]
    if not 1 <= ends[0] <= ends[1] <= last:
        return 0, 0, _("请填第几张到第几张，从 1 到 %(n)s。", n=f"\u2066{last}\u2069")
    if ends[1] - ends[0] >= MOST_SHEETS:
        return 0, 0, _("一次最多重印 %(n)s 张。", n=f"\u2066{MOST_SHEETS}\u2069")
    return ends[0], ends[1], ""


def _number(text: str) -> int:
    plain = digits(text)
    return int(plain) if plain.isdecimal() and len(plain) <= 5 else 0  # noqa: PLR2004 — sheets
