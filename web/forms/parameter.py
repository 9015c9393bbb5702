"""A county's own setting of what the text leaves open, as people type it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from ledger.cell import LANDLINE, SHORT_NUMBER
from ledger.column import Column
from ledger.day import read_date
from ledger.fault import Fault
from ledger.number import reader
from ledger.width import tight
from models.parameter import LPR_DAYS
from web import formats
from web.forms import day
from web.forms.visit import random_id
from web.words.problem import fill

LONGEST = 40
ISSUED = 2023  # the year of the document's number
Read = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed; `value` as it is stored, None for "not settled"; what is wrong by field."""

    id: UUID | None
    value: str | None = None
    day: date | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def read(name: str, sent: Mapping[str, str]) -> Typed:
    """Read the form of the parameter `name`."""
    typed = {key: sent.get(key, "")[:LONGEST].strip() for key in ("value", "from", "do")}
    errors: dict[str, str] = {}
    value = None
    if typed["do"] != "unset":
        value = READERS[name](typed["value"])
        if value is None:
            errors["value"] = ERRORS[name]()
    begin = day.read(typed["from"])
    if begin is None:
        errors["from"] = day.error(date(2026, 1, 1))
    identity = random_id(sent.get("id", ""))
    if identity is None:
        errors["form"] = _("这一页放得太久了。内容都还在，请再点一次保存。")
    return Typed(identity, value, begin, typed, errors)


def _figure(kind: str, unit: str, accepted: str) -> Read:
    """Return what reads a figure as a cell of the ledger is read: 5, 5%, ５％, 30 天."""
    read_figure = reader(Column("", "", "", kind, unit, True, False, accepted, "", (), ""))

    def read_text(text: str) -> str | None:
        found = read_figure(text)
        return None if isinstance(found, Fault) else str(found)

    return read_text


def _phone(text: str) -> str | None:
    """Return an office's telephone number; a mobile phone is somebody's own."""
    plain = tight(text)
    return plain if LANDLINE.fullmatch(plain) or SHORT_NUMBER.fullmatch(plain) else None


def _issued(text: str) -> str | None:
    found = read_date(text) if text else Fault("required")
    return None if isinstance(found, Fault) or found.year != ISSUED else found.isoformat()


READERS: Mapping[str, Read] = {
    "issued_on": _issued,
    "lpr_day": lambda text: text if text in LPR_DAYS else None,
    "residual": _figure("percent", "%", "0-100"),
    "income_fall": _figure("percent", "%", "1-100"),
    "stable_years": _figure("integer", "years", "1-30"),
    "remedy_days": _figure("integer", "units", "1-730"),
    "posting_days": _figure("integer", "units", "1-90"),
    "query_phone": _phone,
    "dispute_answer_days": _figure("integer", "units", "1-90"),
    "dispute_mediate_days": _figure("integer", "units", "1-90"),
    "dispute_settle_days": _figure("integer", "units", "1-90"),
    "dispute_silence_days": _figure("integer", "units", "1-90"),
}
ERRORS: Mapping[str, Callable[[], str]] = {
    "issued_on": lambda: fill(
        _l("文号是2023年的，请写那一年里的一天，例如 %(example)s。"),
        {"example": "2023-05-12"},
        formats.ltr,
    ),
    "lpr_day": lambda: _("请在两个里选一个。"),
    "residual": lambda: _("请写 0 到 100 之间的百分数，例如 5。"),
    "income_fall": lambda: _("请写 1 到 100 之间的百分数，例如 30。"),
    "stable_years": lambda: _("请写 1 到 30 之间的整数。"),
    "remedy_days": lambda: _("请写 1 到 730 之间的整数。"),
    "posting_days": lambda: _("请写 1 到 90 之间的整数。"),
    "query_phone": lambda: fill(
        _l("请写单位的电话，例如 %(example)s；不写个人的手机号。"),
        {"example": "0994-2345678"},
        formats.ltr,
    ),
    "dispute_answer_days": lambda: _("请写 1 到 90 之间的整数。"),
    "dispute_mediate_days": lambda: _("请写 1 到 90 之间的整数。"),
    "dispute_settle_days": lambda: _("请写 1 到 90 之间的整数。"),
    "dispute_silence_days": lambda: _("请写 1 到 90 之间的整数。"),
}
