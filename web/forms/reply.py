"""A business's reply as it is sent: what it will do or has done, and its own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from flask_babel import gettext as _

from models.reply import DISAGREES, LONGEST_REMARK, REPLIES, TROUBLES, Said
from rules.wording import about_people
from web.forms import amount, remark
from web.forms.visit import random_id

REASONS = {"disagrees": DISAGREES, "asks_help": TROUBLES}
FIELDS = ("pays_on", "amount", "voucher", "reason", "remark")
LONGEST_VOUCHER = 40
FURTHEST = timedelta(days=730)  # a promise for later is none
VOUCHER = re.compile(r"[0-9A-Za-z\u3400-\u9fff()（）〔〕\[\]/._ -]+")
# An identity number, a bank account or a mobile phone is no voucher.
PERSONAL = re.compile(r"\d{15,}|(?<!\d)1[3-9]\d{9}(?!\d)|\d{17}[Xx]")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, and what is wrong with it by field; without errors `said` is the reply."""

    id: UUID | None = None
    reply: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    said: Said | None = None


def read(sent: Mapping[str, str], today: date, names: Iterable[str]) -> Typed | None:
    """Read the form; None where it is no form of ours. `names` must not stand in own words."""
    reply = sent.get("reply", "")
    if reply not in REPLIES:
        return None
    values = {name: sent.get(name, "")[: 2 * LONGEST_REMARK] for name in FIELDS}
    values["remark"] = remark.tidy(values["remark"])
    identity = random_id(sent.get("id", ""))
    if reply == "none":
        return Typed(identity, reply, said=Said("none"))
    errors = {name: wrong for name, wrong in _errors(reply, values, today, names) if wrong}
    said = None if errors else _said(reply, values)
    return Typed(identity, reply, values, errors, said)


def _errors(
    reply: str, values: Mapping[str, str], today: date, names: Iterable[str]
) -> Iterable[tuple[str, str]]:
    if reply == "pays":
        yield "pays_on", _day_error(values["pays_on"], today)
        yield "amount", _amount_error(values["amount"])
    elif reply == "paid":
        yield "voucher", _voucher_error(_voucher(values))
    elif values["reason"] not in REASONS[reply]:
        yield "reason", _("请选一个原因。")
    yield "remark", remark.fault(values["remark"], LONGEST_REMARK, names)


def _said(reply: str, values: Mapping[str, str]) -> Said:
    own_words = values["remark"]
    if reply == "pays":
        day, fen = date.fromisoformat(values["pays_on"]), amount.fen(values["amount"])
        return Said(reply, pays_on=day, amount=fen, remark=own_words)
    if reply == "paid":
        return Said(reply, voucher=_voucher(values), remark=own_words)
    return Said(reply, reason=values["reason"], remark=own_words)


def _day_error(text: str, today: date) -> str:
    day = day_of(text)
    if day is None:
        return _("请写哪一天付，例如 2026-12-31。")
    if day < today:
        return _("这一天已经过去了。请写今天或以后的日子。")
    if day > today + FURTHEST:
        return _("这一天太远了。请写两年以内的日子。")
    return ""


def _amount_error(text: str) -> str:
    fen = amount.fen(text)
    if fen is None:
        return _("金额只写数字，例如 800 或 800.50。")
    return "" if fen else _("请写要付多少元。")


def _voucher_error(text: str) -> str:
    if not text:
        return _("请写凭证号，县里好核对。")
    if len(text) > LONGEST_VOUCHER or not VOUCHER.fullmatch(text):
        return _("凭证号最多%(n)s个字，只写字母、数字和汉字。", n=LONGEST_VOUCHER)
    if PERSONAL.search(text) or about_people(text):
        return _("这不像凭证号。这里不写电话、身份证号和银行账号。")
    return ""


def _voucher(values: Mapping[str, str]) -> str:
    return unicodedata.normalize("NFKC", values["voucher"]).strip()


def day_of(text: str) -> date | None:
    """Return the day that was typed as a browser sends it, or None."""
    try:
        return date.fromisoformat(text.strip()) if len(text.strip()) == len("2026-12-31") else None
    except ValueError:
        return None
