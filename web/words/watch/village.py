"""The words of findings about villages (`rules/watch/village.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "village.no_business": _("有条件的村没有稳定的经营主体"),
    "village.no_reason": _("没有写无条件的原因"),
    "village.not_stated": _("没有登记有没有条件"),
}

SENTENCES = {
    "village.no_business": _(
        "这个村登记为有条件。现在有 %(links)s 个经营主体和它联系，稳定的一个也没有。"
    ),
    "village.no_reason": _("这个村登记为没有条件，没有写原因。"),
    "village.not_stated": _("台账没有写这个村有没有条件。现在有 %(links)s 个经营主体和它联系。"),
}

NEXT = {
    "village.no_business": _("乡镇帮这个村至少和一个经营主体建立稳定的联系，签订协议。"),
    "village.no_reason": _("乡镇把原因补进台账。"),
    "village.not_stated": _("乡镇报县里认定有没有条件，补进台账。"),
}
