"""How what a business owes stands, in the words of the one who pays."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

STATES = {
    "unknown": _("待确定"),
    "agreed": _("只约定了最低数"),
    "no_date": _("没有约定日期"),
    "to_come": _("还没到期"),
    "due_today": _("今天到期"),
    "paid": _("已付清"),
}
LATE = {
    "short": _("没付够，逾期 %s 天"),
    "overdue": _("逾期 %s 天"),
}
