"""The words of remedy cases: the steps of articles 16, 17 and 7, what was done, what it brought."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

MEASURES = {
    "rectify": _("整改"),
    "settle": _("及时处置"),
    "bundle_lease": _("打包出租"),
    "lease": _("招租"),
    "sale": _("处置资产"),
    "capital": _("引入社会资本注入经营"),
    "mortgage": _("抵押贷款"),
    "state_firm": _("委托国企运营"),
    "cooperative": _("合作社运营"),
    "strong_village": _("强村运营"),
    "help_funds": _("资金短缺：帮助解决资金"),
    "help_range": _("产品品种单一：帮助增加品种"),
    "help_technology": _("科技含量不高：帮助改进技术"),
    "help_chain": _("产业链短：帮助延长产业链"),
}

STATES = {
    "open": _("正在整改"),
    "proposed": _("等人销号"),
    "closed": _("已销号"),
}

LEVELS = {
    "township": _("乡镇在办"),
    "county": _("县里在管"),
    "prefecture": _("已上报州里"),
}

KINDS = {
    "opened": _("开始整改"),
    "progress": _("进展"),
    "proposed": _("申请销号"),
    "refused": _("没有同意销号"),
    "closed": _("销号"),
    "reopened": _("重新整改"),
    "raised": _("逾期，升一级"),
    "handed": _("换人负责"),
}

# Why a case goes to somebody else.
REASONS = {
    "left": _("原来负责的人调走了"),
    "not_theirs": _("不归原来的人或单位管"),
    "stalled": _("一直没有进展"),
    "duties": _("分工有调整"),
}

PROGRESS = {
    "begun": _("已经开始"),
    "going": _("正在办"),
    "done": _("办完了"),
    "failed": _("这条路走不通"),
}

EVIDENCE = {
    "agreement": _("新协议或补充协议"),
    "contract": _("租赁、处置或借款合同"),
    "voucher": _("发放凭证"),
    "minutes": _("会议纪要"),
    "acceptance": _("验收报告"),
    "posting": _("公示"),
    "letter": _("公文或函件"),
}

EFFECTS = {
    "paid": _("补发到户"),
    "guarantee": _("保底补上或提高"),
    "work": _("增加务工"),
    "order": _("增加订单收购"),
    "rent": _("资产重新有租金"),
    "joined": _("新带动"),
    "kept": _("保住原来的收益"),
}

# Why something is refused, or cannot be done by this reader (`models.remedy`, `rules.remedy`).
REFUSALS = {
    "state": _("现在不能办这一步，别人可能刚刚办过。请看下面的经过。"),
    "evidence": _("申请销号以前，先写一条有凭据的进展。"),
    "owner": _("负责整改的人和单位不能自己销号，以前负责过的也不能。请别的人来办。"),
    "proposer": _("申请销号的人不能自己销号，请别的人来办。"),
    "level": _("已经逾期，升到县里，由县里销号。"),
    "ended": _("台账里已经没有这个问题了。"),
    "finding": _("这个问题不开整改。"),
    "taken": _("这个问题已经有人开始整改了。"),
    "measure": _("请至少选一项办法。"),
    "nobody": _("请选谁来负责。"),
    "past": _("期限不能早于今天。"),
    "far": _("期限最长一年。"),
    "county": _("换谁负责，由县里决定。"),
    "same": _("已经是由他负责，不用换。"),
    "different": _("这一页已经提交过别的内容。请重新打开再办。"),
}

# As `web.word` offers them to the filter `choice`.
WORDS = {
    "measure": MEASURES,
    "remedy_state": STATES,
    "remedy_level": LEVELS,
    "remedy_kind": KINDS,
    "remedy_progress": PROGRESS,
    "evidence": EVIDENCE,
    "effect": EFFECTS,
    "remedy_refusal": REFUSALS,
    "handover": REASONS,
}


def refusal(code: str) -> str:
    """Return why something was refused."""
    return str(REFUSALS[code])
