"""The words of findings about agreements (`rules/watch/agreement.py`), and of their terms."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "agreement.term_missing": _("协议缺少该写的内容"),
    "agreement.no_end": _("没有写到哪天结束"),
    "agreement.rate_below_lpr": _("保底比例低于市场报价利率（LPR）"),
    "agreement.lease_below_depreciation": _("租赁收益低于资产折旧费"),
    "agreement.no_guarantee": _("没有约定保底收益"),
    "agreement.no_stake": _("没有写钱是怎样投入的"),
    "agreement.labourless_left_out": _("无劳动力的家庭没有份额"),
    "agreement.buyback": _("有回购条约，两种算法都列出"),
    "agreement.households_differ": _("带动户数和名单不一样"),
    "agreement.no_witness": _("没有第三方组织签订"),
}

SENTENCES = {
    "agreement.term_missing": _("第 %(clause)s 条款没有写：%(term)s。%(age)s"),
    "agreement.no_end": _("第 %(clause)s 条款没有写合作到哪天结束。%(age)s"),
    "agreement.rate_below_lpr": _(
        "第 %(clause)s 条款每年保底 %(rate)s，低于%(day)s的一年期市场报价利率（LPR）%(lpr)s。"
        "%(age)s"
    ),
    "agreement.lease_below_depreciation": _(
        "第 %(clause)s 条款每年付 %(amount)s 元，少于所租资产到%(day)s的一年折旧费 %(least)s 元。"
        "%(age)s"
    ),
    "agreement.no_guarantee": _(
        "第 %(clause)s 条款（%(stake)s）用了公家的钱或资产，没有约定保底收益。%(age)s"
    ),
    "agreement.no_stake": _(
        "第 %(clause)s 条款用了公家的钱或资产，没有写是债权投资、入股还是资产租赁。"
    ),
    "agreement.labourless_left_out": _(
        "别的家庭有量化的份额，同村 %(households)s 户无劳动力的低收入脱贫家庭没有。%(age)s"
    ),
    "agreement.buyback": _(
        "第 %(clause)s 条款：回购价格 %(price)s 元，资产价值 %(value)s 元；"
        "保底收益加回购价格 %(whole)s 元，投入 %(cost)s 元。"
    ),
    "agreement.households_differ": _("协议写带动 %(stated)s 户，名单上有 %(listed)s 户。"),
    "agreement.no_witness": _("没有写哪个部门或乡镇以第三方身份组织签订。%(age)s"),
}

_SUPPLEMENT = _("乡镇组织双方补签这一条，再补进台账。")
_FLOOR = _("乡镇请双方补签到不低于这条线；做不到的，写明书面理由。")

NEXT = {
    "agreement.term_missing": _SUPPLEMENT,
    "agreement.no_end": _SUPPLEMENT,
    "agreement.rate_below_lpr": _FLOOR,
    "agreement.lease_below_depreciation": _FLOOR,
    "agreement.no_guarantee": _("乡镇请双方补签保底收益；做不到的，写明书面理由。"),
    "agreement.no_stake": _("乡镇核对协议原件，把投入性质补进台账。"),
    "agreement.labourless_left_out": _("村集体和成员商量，给这些家庭量化份额。"),
    "agreement.buyback": _("乡镇请双方看清两种算法，再商定回购价格，不要贱卖。"),
    "agreement.households_differ": _("乡镇核对协议和受益名单，改对不一样的地方。"),
    "agreement.no_witness": _("项目主管部门或乡镇以第三方身份组织补签，写明名称。"),
}

TERMS = {
    "asset": _("用的是哪些资产"),
    "beneficiaries": _("受益对象"),
    "content": _("合作内容"),
    "crop": _("收购的品种"),
    "crop_kg": _("收购的数量"),
    "dividend": _("保底收益或分红比例"),
    "due_days": _("兑现时限"),
    "duties": _("各方权责"),
    "ends_on": _("合作期限"),
    "entry_terms": _("怎样进入"),
    "exit_terms": _("怎样退出"),
    "fee": _("正常的服务费"),
    "floor_price": _("保护价或加价"),
    "guaranteed_rate": _("保底收益比例或金额"),
    "households": _("带动户数"),
    "land_area": _("亩数"),
    "liability": _("违约责任"),
    "ownership": _("产权归属"),
    "payment_form": _("收益或工资的发放方式"),
    "principal": _("本金"),
    "project": _("项目编号和名称"),
    "reduced_fee": _("减免后的服务费"),
    "rent_growth": _("租金怎样调整"),
    "rent_price": _("租金标准"),
    "service": _("培训或服务的内容"),
    "source": _("资金来源"),
    "stake": _("投入性质"),
    "standard": _("保底收益和按股分红标准"),
    "wage": _("工资标准"),
    "wage_unit": _("工资按月、按日、按小时还是按件"),
    "way": _("合作方式"),
    "witness": _("第三方组织单位"),
    "work_time": _("用工时间"),
}

LISTS = {
    "term": TERMS,
    "stake": {"debt": _("债权投资"), "equity": _("入股"), "lease": _("资产租赁")},
    "age": {
        "": "",
        "before_rule": _("这是细则印发以前的，只作比较，不算违反。"),
        "year_of_issue": _("这是2023年的，细则文本没有写明印发的日子，只作比较，不算违反。"),
    },
}
PERCENT = frozenset({"rate", "lpr"})
PLAIN = frozenset({"clause"})
