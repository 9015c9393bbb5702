"""The words of events: what changed in a household, on which paper, why it is refused."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

KINDS = {
    "head": _("换户主"),
    "recoded": _("村代码变更"),
    "split": _("分户"),
    "inherited": _("继承"),
    "recoded_with": _("全村的代码一起变更"),
    "split_off": _("从别的户分出来"),
    "heir": _("继承了别的户的份额"),
}
HINTS = {
    "head": _("户还是这一户，户主换了人"),
    "recoded": _("村合并了、改名了，或者换了代码"),
    "split": _("一户分成两户，份额也分"),
    "inherited": _("份额归另一户"),
}
PAPERS = {
    "register": _("户口簿"),
    "village": _("村委会证明"),
    "approval": _("区划变更的文件"),
    "deed": _("分户协议"),
    "judgment": _("法院的文书"),
    "notary": _("公证书"),
}
STATES = {
    "entered": _("等县里确认"),
    "confirmed": _("已经改了台账"),
    "refused": _("没有同意"),
}
GROUNDS = {
    "papers": _("材料不全"),
    "different": _("和材料写的不一样"),
    "none": _("没有这样的变动"),
}
MEASURES = {
    "amount": _("金额（元）"),
    "shares": _("股数"),
    "area": _("面积（亩）"),
    "persons": _("人数"),
}
REFUSALS = {
    "different": _("这一页已经提交过别的内容。请重新打开再办。"),
    "state": _("这一件已经办过了。"),
    "own": _("登记的人自己不能确认，请另一位工作人员来办。"),
    "changed": _("登记以后台账变了，这一件改不进去。"),
    "ledger": _("台账不接受这一件。请不同意，让乡镇重新登记。"),
}
WORDS = {
    "event_kind": KINDS,
    "event_hint": HINTS,
    "event_paper": PAPERS,
    "event_state": STATES,
    "event_ground": GROUNDS,
    "event_measure": MEASURES,
    "event_refusal": REFUSALS,
}
