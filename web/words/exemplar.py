"""The words of a county's model cases."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

# What of them is listed.
SHOWS = {
    "": _("全部"),
    "now": _("公开中"),
    "later": _("还没公开"),
    "ended": _("不再作典型"),
    "withdrawn": _("已撤下"),
}
