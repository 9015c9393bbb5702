"""The words of the signing table: how a cell is filled, how a draft ends, kinds of courses."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from web import model_text

# What is to be typed, or chosen; the unit stands first.
HINTS = {
    "number": _("自己编，台账里没有用过的"),
    "business": _("填编号，可以按名称找"),
    "project": _("没有用公家的钱，就空着"),
    "signed_on": _("打算哪天签，就写哪天"),
    "upstream": _("联合带动：上一级的协议"),
    "principal": _("元"),
    "shares": _("股"),
    "guaranteed_rate": _("每年百分之几，例如 %(example)s"),
    "guaranteed_amount": _("元，每年。比例和金额只填一个"),
    "profit_share": _("占可分配利润的百分之几"),
    "pays_from_year": _("选“见效后改为分红”时才填"),
    "record_day": _("月-日，例如 %(example)s；空着就按持有的月数"),
    "land_area": _("亩"),
    "rent_price": _("元，每亩每年"),
    "rent_growth": _("每次上调百分之几"),
    "rent_step_amount": _("元，每亩。和百分比只填一个"),
    "rent_step_years": _("几年调一次，空着就是每年"),
    "rent_crop": _("实物计价时填，例如小麦"),
    "rent_crop_kg": _("公斤，每亩每年"),
    "rent_price_day": _("月-日，按这一天的市价折算"),
    "crop_kg": _("公斤，每户每年"),
    "floor_price": _("元，每公斤"),
    "premium": _("元，每公斤"),
    "wage": _("元"),
    "work_time": _("每年多少，单位同计薪单位"),
    "fee": _("元，每户每年"),
    "reduced_fee": _("元，每户每年"),
    "due_days": _("月-日，几个日子用分号隔开：%(example)s。第二年才付，写 %(next)s"),
    "households": _("户"),
    "party_number": _("不是农户时填：村、乡镇或主体的编号"),
    "penalty_rate": _("每晚一天，百分之几"),
    "written_reason": _("低于第十三条的下限时，写明为什么"),
    "buyback_price": _("元"),
    "assets": _("资产编号，几个用逗号隔开"),
    "witness": _("第十八条：主管部门或者乡镇；没有项目可以空着"),
    "template": _("第十八条：现行的是 %(version)s"),
}
EXAMPLES = {
    "guaranteed_rate": {"example": "6"},
    "record_day": {"example": "12-31"},
    "due_days": {"example": "06-30;12-20", "next": "次年03-31"},
    "template": {"version": model_text.VERSION},
}
# Lists whose empty cell means something.
EMPTY = {
    "year_kind": _("自然年"),
    "combination": _("保底之外再分红"),
    "unit": _("分"),
    "remainder": _("按余数大小分到户"),
    "reduced_for": _("重点帮扶的家庭"),
}
STATES = {
    "draft": _("正在谈"),
    "signed": _("已签"),
    "given_up": _("不签了"),
    "undone": _("签后撤回"),
}
GROUPS = {
    "head": _("哪一份协议"),
    "10": _("怎么带动"),
    "13": _("投入、保底和分红"),
    "15": _("带动谁，怎么进退，违约怎么办"),
    "18": _("产权、权责和第三方"),
    "more": _("工作簿里还写了这些"),
}
# A cell that is no column of the agreement's own sheet.
BESIDE = {"assets": _("用了哪些资产")}
TOPICS = {
    "contract": _("合同和签约"),
    "land": _("土地流转的法律"),
    "rights": _("农户和集体的权益"),
    "income": _("收益怎么分配"),
    "finance": _("财务和记账"),
    "asset": _("资产管理和评估"),
    "market": _("市场和经营"),
    "risk": _("风险防范和纠纷调解"),
    "policy": _("联农带农细则"),
    "other": _("其他法律或经济业务"),
}
