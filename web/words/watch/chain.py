"""The words of findings about joint chains (`rules/watch/chain.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {"chain.broken": _("联合带动的上一级协议断了")}

SENTENCES = {"chain.broken": _("第 %(clause)s 条款的上级协议 %(upper)s：%(broken)s。%(age)s")}

NEXT = {"chain.broken": _("乡镇请各方把这一级的协议签好、补全，再补进台账。")}

LISTS = {
    "broken": {
        "unnamed": _("没有写是哪一份"),
        "unknown": _("台账里没有这份协议"),
        "loop": _("绕了一圈又回到这份协议"),
        "ended": _("已经到期"),
        "ends_on": _("没有写期限"),
        "content": _("没有写内容"),
        "way": _("没有写方式"),
        "exit_terms": _("没有写怎样退出"),
    }
}
PLAIN = frozenset({"clause", "upper"})
