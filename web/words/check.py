"""The words of a check where they differ from those of a line."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

# What a check found, in the small box of the third witness.
SHORT = {
    "received": _("收到了"),
    "not_received": _("没收到"),
    "less": _("少了"),
    "unsure": _("说不清"),
    "nobody": _("没人问"),
}

# Why a household does not agree with what was written down after a check.
DISPUTES = {
    "nobody_asked": _("没有人来问过"),
    "wrong_result": _("结果记得不对"),
    "wrong_amount": _("金额记得不对"),
    "other": _("别的原因"),
}
