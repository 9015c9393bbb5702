"""Words of a printing: its states, why one is refused, and what stopped a job."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

STATES = {
    "asked": _l("等县里同意"),
    "approved": _l("县里已同意"),
    "refused": _l("县里没有同意"),
    "closed": _l("已办完"),
}
TONES = {"asked": "waiting", "approved": "received", "refused": "overdue", "closed": "plain"}
REASONS = {
    "number": _l("户数和实际不符"),
    "place": _l("选错了村"),
    "people": _l("先把户卡讲清楚，问过农户再发"),
    "later": _l("现在先不印，以后再申请"),
}
PAPERS = {"card": _l("户卡"), "slip": _l("密封信封")}
WRONGS = {
    "font": _l("服务器上缺字体，印不出来。请管理员按运行说明装好字体，再点“继续”。"),
    "unreadable": _l(
        "有二维码印出来读不出，已经停下，没有交出去。请点“继续”再试；还不行，请找管理员。"
    ),
}

WORDS = {
    "printing_state": STATES,
    "printing_reason": REASONS,
    "printing_paper": PAPERS,
    "printing_wrong": WRONGS,
}
