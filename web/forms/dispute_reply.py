"""What a business says to a dispute, as an office writes it down: closed lists, a sum and a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from rules.dispute import CAUSES, MONEY, REASONED, REPLIES, SPEAKERS
from web.forms import amount, day

FIELDS = ("business", "speaker", "reply", "cause", "amount_said", "reply_day")


def columns(
    typed: Mapping[str, str], errors: dict[str, str], today: date, offered: Collection[str]
) -> dict[str, Any]:
    """Return the columns of the entry; what is wrong goes into `errors` by field.

    `offered`: the numbers of the businesses to choose from where the dispute names none.
    """
    for name, allowed in (("reply", REPLIES), ("speaker", SPEAKERS)):
        if typed[name] not in allowed:
            errors[name] = _("请选一个。")
    found: dict[str, Any] = {name: typed[name] for name in ("reply", "speaker")}
    if offered:
        found["business"] = typed["business"]
        if typed["business"] not in offered:
            errors["business"] = _("请选一个。")
    if typed["reply"] in REASONED:
        found["cause"] = typed["cause"]
        if typed["cause"] not in CAUSES:
            errors["cause"] = _("请选一个。")
    return found | (_money(typed, errors, today) if typed["reply"] in MONEY else {})


def _money(typed: Mapping[str, str], errors: dict[str, str], today: date) -> dict[str, Any]:
    """What it will pay is for a day to come, what it has paid for one that has come."""
    span = (today, day.LAST) if typed["reply"] == "pays" else (day.FIRST, today)
    found = {
        "amount": amount.fen(typed["amount_said"]),
        "day_named": day.read(typed["reply_day"], *span),
    }
    if not found["amount"]:
        errors["amount_said"] = _("请写金额，例如 800 或 800.50。")
    if found["day_named"] is None:
        errors["reply_day"] = day.error(today)
    return found
