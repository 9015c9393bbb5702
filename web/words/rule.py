"""The words of a county's own rules."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

# What of them is listed.
SHOWS = {
    "": _("全部"),
    "now": _("施行中"),
    "later": _("还没施行"),
    "ended": _("已废止"),
    "withdrawn": _("已撤下"),
}


def show(code: str) -> str:
    """Return what is listed."""
    return str(SHOWS[code])
