"""The words of what the arithmetic itself meets in the ledger (`rules.finding.KINDS`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "agreement.no_due_day": _("没有写兑现时限"),
    "agreement.no_principal": _("有保底比例，没有写本金"),
    "agreement.rate_and_amount": _("保底比例和保底金额都写了"),
    "agreement.no_pays_from_year": _("写了见效后改为分红，没有写见效年度"),
    "agreement.no_profit_share": _("有利润，没有写分红比例"),
    "agreement.growth_and_step": _("租金递增比例和递增额都写了"),
    "agreement.no_price_day": _("实物计租，没有写计价日"),
    "agreement.no_rent_kg": _("实物计租，没有写实物数量"),
    "agreement.no_wage": _("有务工结算，没有写工资标准"),
    "agreement.roster_over": _("名单上的份额超过了总数"),
    "agreement.shares_unassigned": _("有一部分份额不属于任何人"),
    "share.no_basis": _("受益名单里缺份额"),
    "share.no_area": _("受益名单里缺面积"),
    "result.outside_term": _("经营结果不在协议期内"),
    "result.incomplete": _("经营结果没有写完整"),
    "price.missing": _("没有登记市价"),
    "price.old": _("市价是一年以前的"),
    "plan.over": _("分配方案写明的数超过了总额"),
    "plan.no_pot": _("分配方案没有写分户金额"),
    "plan.no_due_day": _("分配方案没有写发放时限"),
    "payment.over": _("付的比应得的多"),
    "payment.unmatched": _("付款对不上应得"),
}

SENTENCES = {
    "agreement.no_due_day": _("第 %(clause)s 条款没有写哪天付钱，所以永远算不上逾期。"),
    "agreement.no_principal": _(
        "第 %(clause)s 条款写了保底比例，没有写本金。%(year)s年按量化金额最多的一天计算。"
    ),
    "agreement.rate_and_amount": _(
        "第 %(clause)s 条款从%(from)s起既写保底比例又写保底金额，现在按金额计算。"
    ),
    "agreement.no_pays_from_year": _(
        "第 %(clause)s 条款写明见效以后改为分红，没有写从哪一年起，现在一直只算保底。"
    ),
    "agreement.no_profit_share": _(
        "%(year)s年第 %(round)s 次登记了利润，第 %(clause)s 条款没有写分红比例，分红算不出来。"
    ),
    "agreement.growth_and_step": _(
        "第 %(clause)s 条款从%(from)s起租金既写递增比例又写递增额，现在按递增额计算。"
    ),
    "agreement.no_price_day": _("第 %(clause)s 条款按实物计租，没有写看哪天的市价，租金算不出来。"),
    "agreement.no_rent_kg": _("第 %(clause)s 条款按实物计租，没有写每亩多少公斤，租金算不出来。"),
    "agreement.no_wage": _("第 %(clause)s 条款有务工结算，没有写工资标准，工资算不出来。"),
    "agreement.roster_over": _(
        "第 %(clause)s 条款%(year)s年名单上的份额合计 %(held)s，超过总数 %(whole)s。"
        "这一年的保底和分红要核实以后才能算。"
    ),
    "agreement.shares_unassigned": _(
        "第 %(clause)s 条款，%(year)s年一共 %(whole)s，其中 %(rest)s 没有写是谁的。"
        "这部分收益单独列出，没有分给别人。"
    ),
    "share.no_basis": _("第 %(clause)s 条款名单上户编码 %(household)s 没有写%(basis)s，按零计算。"),
    "share.no_area": _("第 %(clause)s 条款名单上户编码 %(household)s 没有写面积，租金按零计算。"),
    "result.outside_term": _(
        "%(year)s年第 %(round)s 次经营结果不在第 %(clause)s 条款的协议期内，没有计算。"
    ),
    "result.incomplete": _(
        "%(year)s年第 %(round)s 次经营结果既没有写可分配利润，也没有写每股分红，"
        "第 %(clause)s 条款的分红算不出来。"
    ),
    "price.missing": _("第 %(clause)s 条款要用 %(crop)s 在%(day)s的市价，台账里没有。"),
    "price.old": _(
        "第 %(clause)s 条款要用 %(crop)s 在%(day)s的市价，最近登记的是%(price_day)s的，"
        "已经超过一年，现在仍用它计算。"
    ),
    "plan.over": _("方案 %(plan)s 写明分给各户的合计 %(stated)s 元，超过总额 %(pot)s 元。"),
    "plan.no_pot": _("方案 %(plan)s 没有写分户金额，没有写明金额的户算不出来。"),
    "plan.no_due_day": _("方案 %(plan)s 没有写最迟哪天发放，所以永远算不上逾期。"),
    "payment.over": _(
        "户编码 %(household)s 的%(year)s年凭证 %(voucher)s 有 %(amount)s 元超出了应得。"
    ),
    "payment.unmatched": _(
        "户编码 %(household)s 的%(year)s年凭证 %(voucher)s 付了 %(amount)s 元，没有对应的应得。"
    ),
}

_SUPPLEMENT = _("乡镇组织双方补签这一条，再补进台账。")
_CELL = _("乡镇核对协议原件，把台账这一格改对。")
_ROSTER = _("乡镇和村里核对受益名单，补齐后重新导入。")
_RESULT = _("乡镇请经营主体核对经营结果，改好后重新导入。")
_PRICE = _("县里登记这种产品的市价和来源。")
_PLAN = _("村集体核对成员决议，把分配方案补齐。")
_VOUCHER = _("经营主体核对凭证，说明是多付、付错还是补付，再改台账。")

NEXT = {
    "agreement.no_due_day": _SUPPLEMENT,
    "agreement.no_principal": _SUPPLEMENT,
    "agreement.rate_and_amount": _CELL,
    "agreement.no_pays_from_year": _SUPPLEMENT,
    "agreement.no_profit_share": _SUPPLEMENT,
    "agreement.growth_and_step": _CELL,
    "agreement.no_price_day": _SUPPLEMENT,
    "agreement.no_rent_kg": _SUPPLEMENT,
    "agreement.no_wage": _SUPPLEMENT,
    "agreement.roster_over": _ROSTER,
    "agreement.shares_unassigned": _ROSTER,
    "share.no_basis": _ROSTER,
    "share.no_area": _ROSTER,
    "result.outside_term": _RESULT,
    "result.incomplete": _RESULT,
    "price.missing": _PRICE,
    "price.old": _PRICE,
    "plan.over": _PLAN,
    "plan.no_pot": _PLAN,
    "plan.no_due_day": _PLAN,
    "payment.over": _VOUCHER,
    "payment.unmatched": _VOUCHER,
}
