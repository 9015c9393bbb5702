"""Units that a heading or a cell may carry, as factors to the unit of columns.csv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from ledger.column import Column

ONE = Decimal(1)
NUMERIC = frozenset({"money", "money4", "number", "integer", "percent"})

MONEY = {
    "元": ONE,
    "圆": ONE,
    "块": ONE,
    "yuan": ONE,
    "角": Decimal("0.1"),
    "分": Decimal("0.01"),
    "百元": Decimal(100),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "万": Decimal(10_000),
    "亿元": Decimal(100_000_000),
}
WEIGHT = {
    "公斤": ONE,
    "千克": ONE,
    "kg": ONE,
    "斤": Decimal("0.5"),
    "市斤": Decimal("0.5"),
    "吨": Decimal(1000),
}
AREA = {"亩": ONE, "公顷": Decimal(15), "万亩": Decimal(10_000)}
SHARES = {"股": ONE, "万股": Decimal(10_000)}
PERCENT = {"%": ONE, "百分比": ONE, "百分数": ONE, "‰": Decimal("0.1"), "千分比": Decimal("0.1")}
Words = Mapping[str, Decimal]
# What stands before " per " in columns.csv, with the words for it.
NUMERATORS: Mapping[str, Words] = {
    "yuan": MONEY,
    "kg": WEIGHT,
    "mu": AREA,
    "shares": SHARES,
    "%": PERCENT,
    "years": dict.fromkeys(("年",), ONE),
    "households": dict.fromkeys(("户",), ONE),
    "persons": dict.fromkeys(("人", "名", "口", "个"), ONE),
    "posts": dict.fromkeys(("个", "人", "名", "岗"), ONE),
    "units": dict.fromkeys(("月", "个月", "日", "天", "小时", "时", "工日", "工时", "件"), ONE),
    # 口径数 counts money, shares, persons or households; numbers of an order count nothing
    "": {**MONEY, **SHARES, **dict.fromkeys(("人", "户", "号", "次", "期"), ONE)},
}
DENOMINATORS: Mapping[str, Words] = {
    "year": dict.fromkeys(("年", "年度"), ONE),
    "household": dict.fromkeys(("户",), ONE),
    "mu": {"亩": ONE, "公顷": 1 / Decimal(15)},
    "kg": {**dict.fromkeys(("公斤", "千克", "kg"), ONE), "斤": Decimal(2), "吨": Decimal("0.001")},
    "share": dict.fromkeys(("股",), ONE),
    "day": dict.fromkeys(("日", "天"), ONE),
}
# 工资标准 counts per what 计薪单位 says.
WAGE: Words = dict.fromkeys(("月", "日", "天", "小时", "时", "件"), ONE)
NOTES = frozenset({"", "必填", "选填", "可选", "可不填", "可空", "数字", "整数"})
PARTS = re.compile(r"[/每·.*]+")


def _names(column: Column) -> tuple[Words, list[Words]]:
    first, *rest = column.unit.split(" of ")[0].split(" per ")
    below = [DENOMINATORS[name] for name in rest]
    if column.field == "agreement.wage":
        below = [WAGE]
    return NUMERATORS[first], below


def factor(column: Column, text: str) -> Decimal | None:
    """Return what a figure under the unit `text` is multiplied with; None: not a unit of `column`.

    元/亩 under a price per mu and year is understood, 元/月 under a yearly amount is not.
    """
    above, below = _names(column)
    first, *rest = PARTS.split(text.removeprefix("单位").lstrip(":").removeprefix("人民币").lower())
    if first not in above and (first or not rest):
        return None
    result = above.get(first, ONE)
    for name in rest:
        found = next((names for names in below if name in names), None)
        if found is None:
            return None
        below = [names for names in below if names is not found]
        result *= found[name]
    return result


def known(column: Column) -> tuple[str, ...]:
    """Return the units that `column` can have, for the message about another one."""
    return tuple(_names(column)[0])
