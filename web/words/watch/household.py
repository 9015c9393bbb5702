"""The words of findings about a household (`rules/watch/household.py`).

They say what the ledger lacks or the county owes, and nothing about what a household should do.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "household.no_measure": _("符合条件，还没有享受产业帮扶"),
    "household.income_fell": _("收入骤降"),
}

SENTENCES = {
    "household.no_measure": _("这一户符合产业帮扶条件，台账里还没有任何一项产业帮扶。"),
    "household.income_fell": _(
        "%(year)s年的人均纯收入比上一年下降 %(fall)s。现在享受的帮扶有 %(linked)s 项。"
    ),
}

NEXT = {
    "household.no_measure": _("乡镇向这一户说明有哪些产业帮扶；要不要参加，由这一户自己决定。"),
    "household.income_fell": _(
        "乡镇及时说明有哪些帮扶。这一户自己提出来，才一起看附近哪里可以参加。"
    ),
}

PERCENT = frozenset({"fall"})
