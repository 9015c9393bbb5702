"""The words of projects: what the ledger says of them, and their way through the gate (art. 16)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from web.words.watch import gate

# Closed lists of the ledger, as `web.word` offers them to the filter `choice`.
WORDS = {
    "project_kind": {
        "operating": _("经营性"),
        "public": _("公益性"),
        "household": _("到户类"),
    },
    "project_review": {
        "none": _("没有申报"),
        "pending": _("待审"),
        "library": _("入库"),
        "returned": _("退回"),
        "approved": _("批准实施"),
    },
    "asset_kind": {
        "farm_building": _("养殖场内建筑"),
        "farm_passage": _("场内通道"),
        "plant": _("厂房"),
        "greenhouse": _("大棚"),
        "cold_store": _("冷库"),
        "equipment": _("设备"),
        "livestock": _("生物资产"),
        "land_works": _("土地整治"),
        "water": _("配套水"),
        "power": _("配套电"),
        "road": _("配套路"),
        "other": _("其他"),
    },
    "asset_state": {
        "normal": _("正常"),
        "idle": _("闲置"),
        "underused": _("低效"),
        "disposed": _("已处置"),
    },
}

STEPS = {
    "applied": _("申报"),
    "library": _("审核通过，入库"),
    "returned": _("退回"),
    "approved": _("批准实施"),
}

VERDICTS = {
    "scientific": _("科学性"),
    "reasonable": _("合理性"),
    "feasible": _("可行性"),
}

ASKED = {
    "scientific": _("带动方式和受益标准有没有依据？"),
    "reasonable": _("资金、户数和收益相称吗？"),
    "feasible": _("场地、人手、市场都具备吗？"),
}

# The fields of sheet 项目 as a form asks for them.
FIELDS = {
    "number": _("项目编号"),
    "name": _("项目名称"),
    "village": _("行政村"),
    "year": _("年度"),
    "kind": _("项目类型"),
    "legacy": _("是原扶贫资产吗"),
    "industry": _("是产业项目吗"),
    "fund_central": _("中央衔接资金"),
    "fund_region": _("自治区衔接资金"),
    "fund_prefecture": _("州级衔接资金"),
    "fund_county": _("县级衔接资金"),
    "fund_bond": _("地方政府债券资金"),
    "fund_xinjiang_aid": _("援疆资金"),
    "fund_paired_aid": _("定点帮扶资金"),
    "fund_donation": _("社会捐赠资金"),
    "fund_other": _("其他资金"),
    "content": _("建设内容"),
    "department": _("主管部门"),
    "implementer": _("实施单位"),
    "approver": _("审批责任人"),
    "user_in_charge": _("使用责任人"),
    "mechanism": _("联农带农机制"),
    "expected_households": _("预期带动户数"),
    "expected_gain": _("预期户均增收"),
    "expected_jobs": _("预期岗位数"),
    "expected_purchase_kg": _("预期收购量"),
    "capacity": _("可带动户数上限"),
}

PER = {
    "expected_households": _("户"),
    "expected_gain": _("元，每户每年"),
    "expected_jobs": _("个"),
    "expected_purchase_kg": _("公斤，每年"),
    "capacity": _("户"),
}

# Why a step is refused, or cannot be taken by this reader (`ledger.gate`, `rules.admission`).
REFUSALS = {
    "state": _("这个项目现在不在这一步，别人可能刚刚办过。请看下面的经过。"),
    "county": _("审核和批准由县里办。"),
    "department": _("由项目主管部门的县级账号审核。"),
    "applicant": _("自己申报的项目，由主管部门的另一个人审核。"),
    "hands": _("录入、申报或者审核过这个项目的人不能批准，请换一个人。"),
    "missing": _("还缺下面这些，不能办这一步："),
    "verdict": _("三项都是“是”，才能入库。"),
    "nothing": _("三项都是“是”，也不缺什么。要退回，先写明哪一项不行。"),
    "exists": _("这个项目编号已经有了。请换一个编号，或者打开原来的项目。"),
    "gone": _("台账里已经没有这个项目，申报可能刚刚被撤回。"),
    "different": _("这一页已经提交过别的内容。请重新打开再办。"),
}

WORDS |= {
    "project_step": STEPS,
    "project_field": FIELDS,
    "project_per": PER,
    "gate_verdict": VERDICTS,
    "gate_asked": ASKED,
    "gate_refusal": REFUSALS,
    "gate_condition": gate.CONDITIONS,
    "gate_scope": gate.VERDICTS,
    "gate_reason": gate.REASONS,
}


def refusal(code: str) -> str:
    """Return why a step was refused."""
    return str(REFUSALS[code])
