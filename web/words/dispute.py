"""The words of disputes: what is wrong, what was done, what an office answers and why not."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from web.words import reply

# Beside those of a line (web/words/due.py) and of a check (web/words/check.py).
REASONS = {
    "leave": _("想退出这份协议"),
    "place": _("想要一个带动的岗位或项目"),
    "staff": _("工作人员的做法有问题"),
    "record": _("系统里存的有错"),
    "overdue": _("到期没有付"),
}

STATES = {
    "open": _("正在办"),
    "told": _("等您家说"),
    "closed": _("已结束"),
}
STATES_FOR_STAFF = STATES | {"told": _("等农户说")}

ABOUT = {
    "payer": _("付款"),
    "record": _("存着的内容"),
    "staff": _("工作人员"),
    "income": _("收入（只有县里能看）"),
}
ORIGINS = {"household": _("您家提出"), "overdue": _("逾期没付，系统自己立的")}

STAGES = {
    "answer": _("答复"),
    "mediate": _("调解"),
    "settle": _("处理"),
}

LEVELS = {
    "township": _("乡镇"),
    "county": _("县里"),
    "prefecture": _("县里，已上报州里"),
}

KINDS = {
    "opened": _("提出"),
    "joined": _("您家又说"),
    "answered": _("答复"),
    "refused": _("没有同意"),
    "extended": _("要多等几天"),
    "replied": _("经营主体说"),
    "taken": _("有人接手经办"),
    "returned": _("经办人交回"),
    "settled": _("您家说解决了"),
    "partly": _("您家说只解决了一部分"),
    "unsettled": _("您家说没有解决"),
    "withdrawn": _("您家收回了"),
    "reopened": _("您家要求重新办"),
    "raised": _("过期没有办，升一级"),
    "silent": _("等到日子没有回答，先结束"),
}
KINDS_FOR_STAFF = KINDS | {
    "joined": _("农户又说"),
    "taken": _("接手经办"),
    "settled": _("农户说解决了"),
    "partly": _("农户说只解决了一部分"),
    "unsettled": _("农户说没有解决"),
    "withdrawn": _("农户收回了"),
    "reopened": _("农户要求重新办"),
}

OUTCOMES = {
    "paid": _("已经付了"),
    "will_pay": _("答应在这一天以前付"),
    "corrected": _("台账已经改正"),
    "explained": _("已经当面说明"),
    "offered": _("已经提供可以选的岗位或项目"),
    "left": _("已经按协议办了退出"),
}

GROUNDS = {
    "paid_in_full": _("台账里已经付清"),
    "not_due_yet": _("还没有到约定的日子"),
    "as_agreed": _("份额和协议写的一样"),
    "not_a_party": _("您家不在这份协议的名单上"),
    "exit_terms": _("协议写的退出条件还没有到"),
    "no_place": _("现在没有合适的岗位或项目"),
    "as_papers": _("和签了字的协议、凭证写的一样"),
    "no_papers": _("还没有能证明要改的材料"),
    "by_office": _("这一项由主管部门认定，要先向它申请"),
}

GROUNDS_FOR_STAFF = GROUNDS | {"not_a_party": _("农户不在这份协议的名单上")}

DELAYS = {
    "business": _("要等经营主体回复"),
    "papers": _("要查凭证"),
    "members": _("要等成员大会决定"),
    "office": _("要和别的部门一起办"),
}

# What a business says to it, why, and who says it for the business.
REPLIES = {
    "pays": _("会在这一天以前付"),
    "paid": _("这一天已经付了"),
    "agrees": _("同意农户说的"),
    "disagrees": _("不同意"),
    "asks_help": _("需要帮助"),
}

CAUSES = reply.REASONS | {"no_post": _("现在没有岗位")}

SPEAKERS = {
    "manager": _("负责人"),
    "accountant": _("会计"),
    "staff": _("别的工作人员"),
    "letter": _("书面回复"),
}

# Why something cannot be done by this reader now (`rules.dispute.obstacle`).
REFUSALS = {
    "state": _("现在不能办这一步，别人可能刚刚办过。请看下面的经过。"),
    "level": _("这一件由县里办。"),
    "ground": _("台账和这个原因对不上，请另选一个。"),
    "late": _("已经过了期限，不能再延长。"),
    "once": _("这一步已经延长过一次。"),
    "far": _("延长的天数不能超过这一步原来的天数。"),
    "reason": _("请选一个原因。"),
    "fact": _("请选哪一项不对。"),
    "uncorrected": _("台账里的这一项还没有改。先在台账里改正，再答复。"),
    "held": _("这一件已经有人经办，看下面的“经办人”。"),
    "handler": _("这一件现在不是您经办，不用交回。"),
    "different": _("这一页已经提交过别的内容。请重新打开再办。"),
}

# As `web.word` offers them to the filter `choice`.
WORDS = {
    "dispute_state": STATES,
    "dispute_state_staff": STATES_FOR_STAFF,
    "dispute_about": ABOUT,
    "dispute_origin": ORIGINS,
    "dispute_stage": STAGES,
    "dispute_level": LEVELS,
    "dispute_kind": KINDS,
    "dispute_kind_staff": KINDS_FOR_STAFF,
    "dispute_outcome": OUTCOMES,
    "dispute_ground": GROUNDS,
    "dispute_ground_staff": GROUNDS_FOR_STAFF,
    "dispute_delay": DELAYS,
    "dispute_reply": REPLIES,
    "dispute_cause": CAUSES,
    "dispute_speaker": SPEAKERS,
    "dispute_refusal": REFUSALS,
}
