"""The words of findings about what a collective does with its income."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "collective.no_decision": _("分配方案没有成员决议"),
    "collective.handout": _("收益只分到户，没有别的用途"),
    "collective.posted_short": _("公示天数不够"),
    "collective.own_labour": _("用工不全是本村劳动力"),
    "collective.no_priority": _("用工里没有脱贫户和监测对象"),
}

SENTENCES = {
    "collective.no_decision": _("%(year)s年的方案要分给各户 %(amount)s 元，没有登记决议日期。"),
    "collective.handout": _(
        "%(year)s年到账 %(received)s 元，分给各户 %(amount)s 元（分配口径：%(plan_basis)s），"
        "没有用于产业基础设施、公益性岗位、运营维护或公益事业。"
    ),
    "collective.posted_short": _("公示了 %(days)s 天，县里要求至少 %(wanted)s 天。"),
    "collective.own_labour": _(
        "%(year)s年结算的用工里，本村 %(own)s 户，外村 %(outside)s 户；"
        "其中脱贫户和监测对象 %(priority)s 户。"
    ),
    "collective.no_priority": _(
        "%(year)s年结算的用工里有本村 %(own)s 户，没有一户是脱贫户或监测对象。"
    ),
}

NEXT = {
    "collective.no_decision": _("村集体先由成员决议，登记决议日期，再发放。"),
    "collective.handout": _("村集体和成员商量，把一部分收益用在产业和公益事业上。"),
    "collective.posted_short": _("村集体补足公示天数，登记起止日期。"),
    "collective.own_labour": _("村集体写明为什么用外村劳动力；以后用工，先问本村愿意来的人。"),
    "collective.no_priority": _("村集体以后用工，先问本村愿意来的脱贫户和监测对象。"),
}

LISTS = {
    "plan_basis": {
        "": _("没有登记"),
        "amount": _("量化金额"),
        "shares": _("股数"),
        "household": _("户"),
        "person": _("人"),
    },
}
