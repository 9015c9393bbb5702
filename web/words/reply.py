"""The words of a business's reply: the kinds, the reasons, and what was said as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from markupsafe import Markup

# What a business can say, as the heading of its form.
KINDS = {
    "pays": _("会在某一天付清"),
    "paid": _("已经付了"),
    "disagrees": _("不同意"),
    "asks_help": _("需要帮助"),
}

REASONS = {
    "not_ours": _("这不是我们的协议"),
    "wrong_terms": _("协议内容登记得不对"),
    "wrong_sum": _("金额算得不对"),
    "wrong_roster": _("名单或份额不对"),
    "not_due": _("还没到约定的日子"),
    "funds": _("资金短缺"),
    "range": _("产品品种单一"),
    "technology": _("科技含量不高"),
    "chain": _("产业链短"),
    "other": _("别的原因"),
}

SENTENCES = {
    "pays": _("%(day)s以前付 %(money)s"),
    "paid": _("已经付了，凭证号 %(voucher)s"),
    "disagrees": _("不同意：%(reason)s"),
    "asks_help": _("需要帮助：%(reason)s"),
    "none": _("收回了答复"),
}


def sentence(
    row: Any,
    day: Callable[[date], str],
    money: Callable[[int], str],
    isolate: Callable[[str], str],
) -> str:
    """Say what a row says; `day`, `money` and `isolate` write its values, as markup."""
    values = {}
    if row.reply == "pays":
        values = {"day": day(row.pays_on), "money": money(row.amount)}
    elif row.reply == "paid":
        values = {"voucher": isolate(row.voucher)}
    elif row.reason:
        values = {"reason": str(REASONS[row.reason])}
    return Markup(str(SENTENCES[row.reply])) % values  # noqa: S704 — our own message
