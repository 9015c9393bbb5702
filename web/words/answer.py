"""What a household is asked about a line, and its two answers."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

# What is asked → the question, the yes, the no.
QUESTIONS = {
    "received": (_("这笔钱您家收到了吗？"), _("收到了"), _("没有收到")),
    "in_full": (_("这笔钱您家收齐了吗？"), _("收齐了"), _("没有收齐")),
    "saved": (_("这笔服务费真的少收了吗？"), _("少收了"), _("没有少收")),
    "check": (_("核对的结果对吗？"), _("对，是这样"), _("不对")),
    "explained": (_("这份协议的条款给您讲过吗？"), _("讲过了"), _("没有讲过")),
}

ASK = {name: words[0] for name, words in QUESTIONS.items()}
YES = {name: words[1] for name, words in QUESTIONS.items()}
NO = {name: words[2] for name, words in QUESTIONS.items()}
