"""One sentence for each step of an explanation (`rules.step.KINDS`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from rules.line import Step
from web.words.number import Day, Isolate, Names, filled

SENTENCES = {
    "guaranteed.rate": _(
        "%(year)s年整份协议的保底收益：本金 %(principal)s 元，每年 %(rate)s，算 %(months)s 个月"
    ),
    "guaranteed.amount": _("%(year)s年整份协议的保底收益：每年 %(amount)s 元，算 %(months)s 个月"),
    "guaranteed.pieces": _(
        "%(year)s年中条款有变更，保底收益分 %(pieces)s 段计算后相加，共 %(months)s 个月"
    ),
    "dividend.profit": _(
        "%(year)s年第 %(round)s 次分红：可分配利润 %(profit)s 元，按 %(share)s 分红"
    ),
    "dividend.loss": _("%(year)s年第 %(round)s 次：可分配利润 %(profit)s 元，没有可分的利润"),
    "dividend.offset": _("保底收益 %(guaranteed)s 元可以抵扣分红，这一次抵扣 %(deducted)s 元"),
    "dividend.per_share": _(
        "%(year)s年第 %(round)s 次：%(day)s 持有 %(shares)s 股，每股分红 %(per_share)s 元"
    ),
    "pot.weight": _("%(basis)s乘持有的 %(months)s 个月；全部合计 %(whole)s"),
    "pot.weight_year": _("这一年持有的%(basis)s；全部合计 %(whole)s"),
    "pot.weight_rows": _("先后持有的%(basis)s分别乘月数，再相加；全部合计 %(whole)s"),
    "pot.weight_on": _("%(day)s 持有的%(basis)s；全部合计 %(whole)s"),
    "pot.rest": _("%(basis)s中没有分给别家的部分：全部 %(whole)s，别家 %(others)s"),
    "pot.part": _("从总额 %(pot)s 元里按份额分：占 %(whole)s 中的 %(weight)s"),
    "pot.won": _("为了各家相加正好等于总额，这里多分 %(unit)s 元"),
    "pot.lost": _("为了各家相加正好等于总额，这里少分 %(unit)s 元"),
    "pot.kept": _("总额 %(pot)s 元减去分给别家的 %(others)s 元，余下的在这里"),
    "instalment": _(
        "一年分 %(instalments)s 次发，这是第 %(instalment)s 次：%(ratios)s 份中的 %(ratio)s 份"
    ),
    "rent.price_growth": _(
        "%(year)s年每亩租金：原来 %(price)s 元，每次上调 %(growth)s，已调 %(times)s 次"
    ),
    "rent.price_step": _(
        "%(year)s年每亩租金：原来 %(price)s 元，每次加 %(step)s 元，已加 %(times)s 次"
    ),
    "rent.area_equal": _("一共 %(area)s 亩，由 %(holders)s 户平均分"),
    "rent.cash": _("%(year)s年租金：亩数乘每亩租金，算 %(months)s 个月"),
    "rent.in_kind": _(
        "%(year)s年租金按实物折算：亩数乘每亩公斤数，乘 %(price_day)s 的价格每公斤 %(price)s 元，"
        "算 %(months)s 个月"
    ),
    "order.price_given": _("单号 %(number)s 写明的价格：每公斤 %(price)s 元"),
    "order.price_floor": _("还没有市价，按保护价：每公斤 %(floor)s 元"),
    "order.price_floor_higher": _(
        "%(day)s 的市价每公斤 %(list_price)s 元，加价 %(premium)s 元，低于保护价，"
        "按保护价 %(floor)s 元"
    ),
    "order.price_list_only": _("%(day)s 的市价每公斤 %(list_price)s 元，加价 %(premium)s 元"),
    "order.price_list": _(
        "%(day)s 的市价每公斤 %(list_price)s 元，加价 %(premium)s 元，不低于保护价 %(floor)s 元"
    ),
    "penalty": _("协议写的违约金：晚付的 %(rest)s 元，每天 %(rate)s，已经晚了 %(days)s 天"),
    "order.delivery": _("%(day)s 交售（单号 %(number)s）%(kg)s 公斤，每公斤 %(price)s 元"),
    "order.agreed": _("约定每年收购 %(kg)s 公斤，保护价每公斤 %(floor)s 元，至少是这么多"),
    "wage.settlement": _(
        "结算到 %(to_day)s：%(units)s 个单位，每个单位（%(wage_unit)s）%(wage)s 元"
    ),
    "wage.agreed": _(
        "约定每年 %(units)s 个单位，每个单位（%(wage_unit)s）%(wage)s 元，%(persons)s 人"
    ),
    "saved": _("%(year)s年服务费：正常 %(fee)s 元，减免后 %(reduced)s 元，这是省下的钱"),
    "plan.pot": _("分配方案 %(plan)s 分给各户的总额是 %(pot)s 元"),
    "plan.rest": _("分配方案 %(plan)s：总额 %(pot)s 元减去已写明的 %(stated)s 元"),
    "plan.odd": _("不足一个计发单位的零头 %(odd)s 元不分到户，另列一笔"),
    "plan.stated": _("分配方案 %(plan)s 写明这一户 %(amount)s 元"),
    "plan.weight": _("这一户的%(basis)s；全部合计 %(whole)s"),
    "stated": _("简表写明 %(year)s年应得 %(amount)s 元。这是写明的数，不是算出来的"),
    "floor.lpr": _("%(day)s 执行的一年期市场报价利率（LPR），从%(from)s起是 %(rate)s"),
    "floor.rate": _("协议约定的保底比例：每年 %(rate)s"),
    "floor.amount_rate": _("每年保底 %(amount)s 元，占本金 %(principal)s 元的百分之几"),
    "floor.least": _("按 LPR 一年至少要有的：本金 %(principal)s 元，每年 %(rate)s"),
    "floor.agreed": _("协议一年保底的：本金 %(principal)s 元，每年 %(rate)s"),
    "floor.gap": _(
        "每户一年差多少：至少 %(least)s 元减去协议的 %(agreed)s 元，由 %(households)s 户平均分"
    ),
    "lease.amount": _("协议一年付 %(amount)s 元"),
    "lease.rate": _("协议一年付的：本金 %(principal)s 元，每年 %(rate)s"),
    "lease.rent": _("协议一年的租金：%(area)s 亩，每亩 %(price)s 元"),
    "lease.least": _("各项资产到%(day)s的一年折旧费合计，租赁收益不能比它少"),
    "lease.gap": _(
        "每户一年差多少：折旧费 %(least)s 元减去协议的 %(agreed)s 元，由 %(households)s 户平均分"
    ),
    "depreciation.whole_year": _(
        "资产 %(number)s 一年的折旧：%(amount)s 元去掉残值 %(rate)s，用 %(years)s 年"
    ),
    "depreciation.in_year": _(
        "资产 %(number)s %(year)s年的折旧：%(amount)s 元去掉残值 %(rate)s，"
        "一共 %(of)s 个月，这一年算 %(months)s 个月"
    ),
    "depreciation.none": _("资产 %(number)s 到%(day)s没有折旧：已经提完，或者还没有启用"),
    "depreciation.book": _(
        "资产 %(number)s 到%(day)s的账面价值：%(amount)s 元减去折旧（残值 %(rate)s，"
        "一共 %(of)s 个月，已用 %(months)s 个月）"
    ),
    "base.cost": _("计入收益范围的资产原值合计"),
    "base.public": _("计入收益范围的公家投入合计"),
    "base.depreciation": _("计入收益范围的资产 %(year)s年折旧合计"),
    "base.book": _("计入收益范围的资产到%(day)s的账面价值合计"),
    "base.as_if": _("假如按每年 %(rate)s 算，公家投入 %(public)s 元一年的收益"),
    "fixed.share": _("公家投入 %(money)s 元，形成固定资产 %(fixed)s 元，占百分之几"),
    "buyback.appraised": _("资产 %(number)s %(day)s评估的价值：%(amount)s 元"),
    "buyback.value": _("各项资产到%(day)s的价值合计"),
    "buyback.returns": _("%(months)s 个月的保底收益，加上回购价格 %(price)s 元"),
    "buyback.cost": _("各项资产的原值合计，没有资产的按本金"),
}

BASES = {
    "amount": _("量化金额"),
    "shares": _("股数"),
    "area": _("亩数"),
    "household": _("户数"),
    "person": _("人数"),
}

WAGE_UNITS = {"month": _("月"), "day": _("日"), "hour": _("小时"), "piece": _("件")}

UNITS = {
    "yuan": _("元"),
    "yuan_months": _("元·月"),
    "shares": _("股"),
    "share_months": _("股·月"),
    "mu": _("亩"),
    "mu_months": _("亩·月"),
    "households": _("户"),
    "persons": _("人"),
    "months": _("月"),
    "yuan_per_kg": _("元/公斤"),
    "percent": "%",
}

NAMES = Names(
    {"wage_unit": WAGE_UNITS, "basis": BASES},
    percent=frozenset({"rate", "share", "growth"}),
    plain=frozenset({"year", "round", "number", "plan", "instalment", "instalments", "pieces"}),
)


def sentence(found: Step, day: Day, isolate: Isolate) -> str:
    """Return the step's sentence; `day` and `isolate` as in `web.words.number.filled`."""
    return filled(SENTENCES[found.code], found.params, NAMES, day, isolate)


def unit(code: str) -> str:
    """Return the unit of a step's value."""
    return str(UNITS.get(code, code))
