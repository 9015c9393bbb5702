"""What the template says at each heading. The workbook is Chinese, as its headings are."""

from __future__ import annotations

from ledger.column import Column
from ledger.number import limits

UNITS = {
    "yuan": "元",
    "yuan per year": "元/年",
    "yuan per household per year": "元/户·年",
    "yuan per mu": "元/亩",
    "yuan per mu per year": "元/亩·年",
    "yuan per kg": "元/公斤",
    "yuan per share": "元/股",
    "kg": "公斤",
    "kg per year": "公斤/年",
    "kg per mu per year": "公斤/亩·年",
    "kg per household per year": "公斤/户·年",
    "mu": "亩",
    "shares": "股",
    "households": "户",
    "persons": "人",
    "posts": "个",
    "years": "年",
    "%": "%",
    "% per year": "%/年",
    "% per day": "%/日",
    "% of distributable profit": "%",
}
TYPES = {
    "text": "文字",
    "choice": "从下拉列表中选",
    "yesno": "填 是 或 否",
    "date": "日期，如 2024-12-20",
    "monthday": "月-日，如 12-20",
    "monthdays": "月-日，多个用分号隔开，可带比例和次年，如 06-30=2;次年03-31=1",
    "year": "年份，如 2024",
    "money": "金额，最多两位小数",
    "money4": "单价，最多四位小数",
    "number": "数字，最多四位小数",
    "percent": "百分数，如 3.45 表示 3.45%，最多三位小数",
    "integer": "整数",
    "code12": "12 位行政村代码",
    "code6": "6 位县代码",
    "phone": "一个电话号码",
}
# Where columns.csv says what an empty cell means, or what must not be filled in.
NOTES = {
    "project.village": "县级项目不填",
    "asset.public_money": "不填即全部原值",
    "asset.residual": "不填即 5%",
    "business.number": "统一社会信用代码，或以 NC- 开头的自编号",
    "agreement.clause": "不填即 1",
    "agreement.in_force_from": "条款变更另起一行，填变更生效日；不填即开始日期",
    "agreement.party_number": "村或乡镇、县代码，或主体编号；相对方是农户时不填",
    "agreement.year_kind": "不填即自然年",
    "agreement.combination": "不填即叠加",
    "agreement.unit": "不填即分",
    "agreement.remainder": "不填即最大余数",
    "agreement.rent_step_years": "不填即 1",
    "agreement.reduced_for": "不填即脱贫户和监测对象",
    "household.number": "村里自编的编码，不用任何证件上的号码",
    "household.workers": "不填即不清楚，0 即无劳动力",
    "share.clause": "不填即 1",
    "share.household": "户编码，或 村集体、其他股东",
    "share.joined_on": "不填即协议开始日期",
    "share.persons": "不填即 1",
    "share.left_on": "持有的最后一天",
    "result.clause": "不填即 1",
    "result.round": "不填即 1",
    "delivery.clause": "不填即 1",
    "settlement.clause": "不填即 1",
    "portion.basis": "不填即 1",
    "payment.agreement": "协议编号或方案编号",
    "payment.household": "户编码；付给集体或主体时填 村集体 或主体编号",
    "payment.type": "不填即正常；冲正和退汇填负数",
}


def heading(column: Column) -> str:
    """Return the heading with its unit."""
    unit = UNITS.get(column.unit)
    return f"{column.heading}({unit})" if unit else column.heading


def hint(column: Column) -> str:
    """Return what to fill in below a heading."""
    parts = ["必填" if column.required else "可不填", TYPES[column.type]]
    low, high, above = limits(column)
    if column.accepted and column.type not in ("choice", "yesno"):
        parts.append(f"大于 {low}" if above else f"{low} 到 {high}" if high else f"不小于 {low}")
    if column.reference:
        parts.append(f"与“{column.reference}”表中的编号一致")
    if column.field in NOTES:
        parts.append(NOTES[column.field])
    return "；".join(parts)
