"""What is wrong with a workbook, in sentences: where, what stands there, what belongs there.

The ledger's own words (sheets, headings, choices) stay Chinese in every language: they are what the
reader looks for in the workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

from ledger.column import COLUMNS, SHEETS, Column
from ledger.problem import Problem

Isolate = Callable[[Any], str]
FIRST_STRONG, END = "\u2068", "\u2069"

# The words after "这里要": code of a problem → what was expected.
EXPECTED: Mapping[str, Any] = {
    "headings": _l("要有和模板一样的标题行"),
    "column_missing": _l("要有“%(column)s”这一列"),
    "unit": _l("单位只能是：%(units)s"),
    "required": _l("不能空着"),
    "invisible": _l("里面有看不见的字符（%(character)s），请删掉重新输入"),
    "too_long": _l("最多 %(limit)s 个字"),
    "number": _l("要写数字，例如 %(example)s"),
    "integer": _l("要写整数，例如 %(example)s"),
    "money": _l("要写数字，例如 %(example)s"),
    "sub_fen": _l("金额最多到分"),
    "decimals": _l("小数点后最多 %(limit)s 位"),
    "percent": _l("要写百分数，例如 %(example)s"),
    "range": _l("要在 %(low)s 到 %(high)s 之间"),
    "range_low": _l("不能小于 %(low)s"),
    "range_high": _l("不能大于 %(high)s"),
    "above": _l("要大于 %(low)s"),
    "date": _l("要写日期，例如 %(example)s"),
    "monthday": _l("要写月和日，例如 %(example)s"),
    "monthdays": _l("要写月和日，几个日子用分号隔开，例如 %(example)s"),
    "year": _l("要写 %(low)s 到 %(high)s 之间的年份"),
    "choice": _l("只能写：%(choices)s"),
    "yesno": _l("要写“%(yes)s”或“%(no)s”"),
    "code12": _l("要写12位数字的行政村代码"),
    "code6": _l("要写6位数字的县代码，例如 %(example)s"),
    "phone": _l("要写电话号码，例如 %(example)s"),
    "business_number": _l("要写18位统一社会信用代码，或者以 %(example)s 开头的自编号"),
    "identity": _l("这里像是身份证号，不能存。请删掉；户编码要用自己编的号"),
    "bank_number": _l("这里像是银行账号，不能存。请删掉"),
    "forbidden_word": _l("不能写“%(word)s”这类个人信息。请删掉，或换个写法"),
    "digits_lost": _l("超过15位的数字会被表格软件改掉。请把这一格设成文本，重新输入"),
    "error_cell": _l("这一格的公式出错了，请改成数字或文字"),
    "formula": _l("这一格的公式没有算出结果。请打开工作簿保存一次，或直接写数字"),
    "merged": _l("几行合并成了一格，看不出每行是多少。请取消合并，每行分别写"),
    "duplicate_key": _l("和第 %(row)s 行是同一条，内容却不一样。只留一行"),
    "duplicate_key_file": _l("和“%(file)s”第 %(row)s 行是同一条，内容却不一样。只留一行"),
    "order": _l("不能早于“%(column)s”（%(value)s）"),
    "profit": _l("要等于 %(columns)s，就是 %(yuan)s"),
    "positive": _l("要大于 0；只有 %(types)s 写负数"),
    "negative": _l("%(types)s 要写负数"),
    "party_number": _l("相对方不是农户时，这里不能空着"),
    "reference": _l("在“%(sheets)s”表和已存的台账里都找不到这个编号"),
    "event": _l("户里的变动已经改过这一格，工作簿里还是旧的。请先导出新的台账，再改"),
    "scope": _l("只能导入本地区（%(code)s）的内容"),
}

# The ledger's own words in these sentences.
OWN = {
    "yes": "是",
    "no": "否",
    "types": "冲正、退汇",
    "columns": "净利润 − 弥补亏损 − 公积公益金",
    "names": "农户、发放",
}
EXAMPLES = {
    "number": "12.35",
    "integer": "12",
    "money": "1200.00",
    "percent": "3.45",
    "date": "2024-12-20",
    "monthday": "12-31",
    "monthdays": "06-30;12-20",
    "code6": "652301",
    "phone": "0994-2345678",
    "business_number": "NC-",
}

REFUSALS: Mapping[str, Any] = {
    "failed": _l("没有读完，这是我们的问题。什么都没有存。请再传一次。"),
    "file_missing": _l("找不到“%(file)s”，或者打不开。"),
    "file_empty": _l("“%(file)s”是空文件。请重新选择。"),
    "file_large": _l("“%(file)s”超过了 %(limit_mb)s MB。请分成几个工作簿，再分别上传。"),
    "file_password": _l("“%(file)s”设了打开密码，读不出来。请去掉密码，另存后再传。"),
    "file_broken": _l("“%(file)s”不完整或已损坏。请用表格软件打开，另存一次再传。"),
    "file_bomb": _l("“%(file)s”解开后太大，不像台账，没有读。请只留台账的表，另存后再传。"),
    "file_members": _l("“%(file)s”里的部件太多，不像台账，没有读。请只留台账的表，另存后再传。"),
    "file_macros": _l("“%(file)s”带有宏，不能接收。请另存为不带宏的工作簿（.xlsx）再传。"),
    "file_entities": _l("“%(file)s”里有不允许的内容，为了安全没有读。请用表格软件另存后再传。"),
    "file_wide": _l("“%(file)s”的“%(sheet)s”表超出了第 %(limit)s 列。请删掉右边多余的列再传。"),
    "file_cells": _l("“%(file)s”的“%(sheet)s”表太大，没有读。请删掉下面和右边多余的行列再传。"),
    "file_memory": _l("“%(file)s”太大，读不了。请分成几个工作簿，再分别上传。"),
    "file_slow": _l("“%(file)s”在 %(seconds)s 秒内读不完。请分成几个工作簿，再分别上传。"),
    "file_sheets": _l("“%(file)s”里没有台账的表。表名要和空白模板上的一样，例如 %(names)s。"),
}
KINDS: Mapping[str, Any] = {
    "pdf": _l("“%(file)s”是 PDF，不是工作簿。请上传原来的表格（.xlsx）。"),
    "xls": _l("“%(file)s”是旧格式（.xls）。请用表格软件打开，另存为 .xlsx 再传。"),
    "xlsb": _l("“%(file)s”是二进制格式（.xlsb）。请用表格软件打开，另存为 .xlsx 再传。"),
    "ods": _l("“%(file)s”是 .ods 格式。请用表格软件打开，另存为 .xlsx 再传。"),
    "zip": _l("“%(file)s”是压缩包，不是工作簿。请解压后上传里面的 .xlsx。"),
    "html": _l("“%(file)s”其实是网页。请用表格软件打开，另存为 .xlsx 再传。"),
    "text": _l("“%(file)s”是文本，不是工作簿。请用表格软件打开，另存为 .xlsx 再传。"),
    "image": _l("“%(file)s”是图片，不是工作簿。请上传原来的表格（.xlsx）。"),
    "other": _l("“%(file)s”不是工作簿（.xlsx）。请用空白模板填好再传。"),
}

DROPPED: Mapping[str, Any] = {
    "forbidden": _l("这类个人信息永远不收，整列没有读"),
    "unknown": _l("台账没有这一列，没有读"),
    "duplicate": _l("同一列出现了两次，只读第一列"),
    "export_only": _l("只供导出，导入时不读"),
    "hidden": _l("隐藏的表，没有读"),
    "unknown_sheet": _l("台账没有这张表，没有读"),
}

SKIPPED: Mapping[str, Any] = {
    "total": _l("合计行"),
    "note": _l("表下面的说明行"),
    "hidden": _l("隐藏的行"),
    "heading": _l("重复的标题行"),
}

UNDO: Mapping[str, Any] = {
    "unknown": _l("没有这次导入，或者已经撤回。"),
    "later": _l("后来的导入改过这些行。请先撤回后来的那一次。"),
    "referred": _l("后来的导入用到了这些行。请先撤回后来的那一次。"),
    "checked": _l("由这次导入算出的钱，已经有人核对或答复过，不能再撤回。要改，请导入改好的表。"),
    "card": _l("这次导入的农户已经领了户卡，不能再撤回。要改，请导入改好的表。"),
}


def plain(value: Any) -> str:
    """Keep a value in its own direction where there is no markup: text, JSON, a workbook's note."""
    locale = get_locale()
    if locale is not None and locale.text_direction == "rtl":
        return f"{FIRST_STRONG}{value}{END}"
    return str(value)


def expected(problem: Problem, isolate: Isolate = plain) -> str:
    """Return what belongs where `problem` was found; markup if `isolate` returns markup."""
    code, params = _code(problem), dict(problem.params)
    column = _column(problem)
    values = {**OWN, **params, "column": problem.column, "example": EXAMPLES.get(code, "")}
    if code == "order":
        values["column"] = (
            COLUMNS[params["field"]].heading if "field" in params else params["column"]
        )
    if code == "unit":
        values["units"] = "、".join(map(str, filter(None, params["units"])))
    if code == "choice":
        names: dict[str, str] = dict(column.choices) if column else {}
        values["choices"] = "、".join(
            [names.get(str(item), str(item)) for item in params["choices"]]
        )
    if code == "profit":
        fen = params["expected_fen"]
        sign = "-" if fen < 0 else ""
        values["yuan"] = f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"
    return fill(EXPECTED[code], values, isolate)


def _code(problem: Problem) -> str:
    code, params = problem.expected, problem.params
    if code == "range" and None in (params["low"], params["high"]):
        return "range_low" if params["high"] is None else "range_high"
    if code == "duplicate_key" and params["file"] != problem.file:
        return "duplicate_key_file"
    return code


def _column(problem: Problem) -> Column | None:
    sheet = SHEETS.get(problem.sheet)
    columns = sheet.columns if sheet else ()
    return next((column for column in columns if column.heading == problem.column), None)


def sentence(problem: Problem, isolate: Isolate = plain) -> str:
    """Return one sentence: sheet, row, column, what stands there, and what belongs there."""
    values = {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
    }
    what = expected(problem, isolate)
    if problem.expected in {"headings", "column_missing"}:
        return fill(_l("“%(sheet)s”表：%(expected)s。"), values, isolate, expected=what)
    if problem.expected == "unit":
        text = _l("“%(sheet)s”表“%(column)s”的单位写的是“%(value)s”，%(expected)s。")
        return fill(text, values, isolate, expected=what)
    if not problem.value:
        text = _l("“%(sheet)s”表第 %(row)s 行“%(column)s”：%(expected)s。")
        return fill(text, values, isolate, expected=what)
    text = _l("“%(sheet)s”表第 %(row)s 行“%(column)s”写的是“%(value)s”，%(expected)s。")
    return fill(text, values, isolate, expected=what)


def refusal(code: str, file: str, params: Mapping[str, Any], isolate: Isolate = plain) -> str:
    """Return why a whole file is refused, and what to do."""
    text = KINDS[params["kind"]] if code == "file_kind" else REFUSALS[code]
    return fill(text, {**OWN, **params, "file": file}, isolate)


def workbook() -> str:
    """Return what was expected instead of a file that is refused."""
    return _("要一个台账工作簿（.xlsx）")


def dropped(column: str, reason: str) -> str:
    """Return why a column (or with an empty `column` a sheet) was not read."""
    return str(DROPPED["unknown_sheet" if reason == "unknown" and not column else reason])


def skipped(reason: str, count: int) -> str:
    """Return how many rows of a sheet were not read, and what they are."""
    return f"{SKIPPED[reason]} · {_('%(n)s 行', n=count)}"


def cannot_undo(code: str) -> str:
    """Return what stands on an import, so that it cannot be undone."""
    return str(UNDO[code])


def fill(message: Any, values: Mapping[str, Any], isolate: Isolate, **ready: str) -> str:
    """Put values, each isolated, into a message; `ready` values are so already."""
    text = str(message)
    filled = {name: isolate(value) for name, value in values.items()} | ready
    if any(isinstance(value, Markup) for value in filled.values()):
        return escape(text) % filled
    return text % filled
