"""Prose that staff type about a project or its case: never about people (product.md 5.1)."""

from __future__ import annotations

from flask_babel import gettext as _

from ledger.identity import kind
from ledger.width import narrow
from rules import wording


def fault(text: str) -> str:
    """Return what must be taken out of a text, or nothing."""
    if kind(narrow(text)) or wording.has_number_of_people(narrow(text)):
        return _("这里像是电话、证件号、账号或者户编码。请删掉，这里只写项目。")
    if word := wording.about_people(text):
        return _("这里只写项目，不写人的情况。请去掉“%(word)s”。", word=word)
    return ""
