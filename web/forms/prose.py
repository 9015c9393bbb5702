"""What staff write in prose: read as the ledger reads a text, never about people."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from ledger.column import COLUMNS, Column
from ledger.fault import Fault
from ledger.identity import kind
from ledger.problem import Problem
from ledger.text import LONG_LIMIT, read_text
from ledger.width import narrow
from rules import wording
from web import formats
from web.words import problem as words
from web.words.problem import fill

LONG, SHORT = COLUMNS["project.content"], COLUMNS["project.name"]
MOST = 2 * LONG_LIMIT  # characters that are looked at, so that a text too long is shown again
WORD = _l("这里不写人的情况。请去掉“%(word)s”。")


def read(text: str, *, required: bool, short: bool = False) -> tuple[str, str]:
    """Return the text as it is stored, and what is wrong with it or nothing."""
    found, error = read_line(text, SHORT if short else LONG, required=required)
    return found, error or (fault(found) if found else "")


def read_line(text: str, column: Column = SHORT, *, required: bool) -> tuple[str, str]:
    """Return the same of a text that may be a name: only whether it can be read and stored."""
    found = read_text(text.replace("\r\n", "\n"), column)
    if isinstance(found, Fault):
        problem = Problem(column.sheet, 0, column.heading, "", found.code, dict(found.params))
        return text, words.expected(problem, formats.ltr)
    if not found:
        return "", _("这里不能空着。") if required else ""
    return found, ""


def fault(text: str) -> str:
    """Return what must be taken out of a text: words about people, numbers that may be theirs."""
    if kind(narrow(text)) or wording.has_number_of_people(text):
        return _("这里像是电话、证件号、账号或者户编码，不能存。请删掉。")
    word = wording.about_people(text)
    return fill(WORD, {"word": word}, formats.name) if word else ""
