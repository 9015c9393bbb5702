"""The words of what the text leaves to the county: what each parameter means, and its values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l

from models.parameter import Chosen
from web import formats
from web.words.choice import choice
from web.words.problem import fill

Isolate = Callable[[Any], str]
Day = Callable[[date], str]
PERCENT = frozenset({"residual", "income_fall"})

TITLES = {
    "issued_on": _l("细则的印发日期"),
    "lpr_day": _l("用哪一天的市场报价利率"),
    "residual": _l("资产的残值率"),
    "income_fall": _l("收入降多少算骤降"),
    "stable_years": _l("合作几年算稳定"),
    "remedy_days": _l("整改几天内完成算及时"),
    "posting_days": _l("分配方案要公示几天"),
    "query_phone": _l("公示上写的咨询电话"),
    "dispute_answer_days": _l("异议几天内答复"),
    "dispute_mediate_days": _l("异议几天内调解"),
    "dispute_settle_days": _l("异议几天内处理完"),
    "dispute_silence_days": _l("答复以后等农户几天"),
}

MEANINGS = {
    "issued_on": _l(
        "细则从印发之日起执行。手里的文件只写了2023年，没有写哪一天。这一天以前签的协议不按细则评判。"
    ),
    "lpr_day": _l(
        "债权投资的保底比例不能低于一年期市场报价利率。利率每月会变，要说定比哪一天的："
        "签订协议那天，还是协议开始那天。"
    ),
    "residual": _l(
        "资产租赁的保底收益不能低于折旧费。台账里没有写残值率的资产，按这里的比例算折旧。"
    ),
    "income_fall": _l(
        "低收入脱贫人口和监测对象的收入骤降，要及时纳入带动。比上一年少百分之多少算骤降，文件没有写。"
    ),
    "stable_years": _l(
        "有条件的村至少要和1个经营主体建立稳定的带动。协议期满几年算稳定，文件没有写。"
    ),
    "remedy_days": _l("发现的问题要及时解决。从立案起几天内办完算及时，文件没有写。"),
    "posting_days": _l("集体收益怎么分，要有规范的程序。分配方案公示几天，文件没有写。"),
    "query_phone": _l("公示、海报上要写清楚问谁。写单位的电话，不写个人的手机号。"),
    "dispute_answer_days": _l("矛盾纠纷要及时化解。农户提出以后几天内第一次答复，文件没有写。"),
    "dispute_mediate_days": _l("农户说没有解决的，要调解。几天内调解，文件没有写。"),
    "dispute_settle_days": _l("调解以后还没有解决的，由县里处理。几天内处理，文件没有写。"),
    "dispute_silence_days": _l(
        "答复以后，农户可以说解决了、部分解决或者没有解决。等几天没有回答就先结束，文件没有写。"
        "没有回答不算同意。"
    ),
}

# What follows where nothing is settled and there is no figure to fall back on.
UNSET = {
    "issued_on": _l("2023年签的协议只作对照，不评判"),
    "income_fall": _l("不判断谁的收入骤降"),
    "stable_years": _l("有协议就算"),
    "remedy_days": _l("不判断整改是否及时"),
    "posting_days": _l("有公示日期就算"),
    "query_phone": _l("纸上留空，用手写"),
}

YEARS, DAYS = _l("%(n)s 年"), _l("%(n)s 天")
SETTLED = _l("%(what)s：由县里定，从%(day)s起是：%(value)s。")
NOT_SETTLED = _l("%(what)s：文件没有写明，县里也没有另定，现在是：%(value)s。")
EXAMPLE, PER_CENT, WHOLE = (
    _l("例如 %(example)s"),
    _l("百分数，例如 %(example)s"),
    _l("整数，例如 %(example)s"),
)
HINTS = {
    "issued_on": (EXAMPLE, "2023-05-12"),
    "residual": (PER_CENT, "5"),
    "income_fall": (PER_CENT, "30"),
    "stable_years": (WHOLE, "3"),
    "remedy_days": (WHOLE, "90"),
    "posting_days": (WHOLE, "7"),
    "query_phone": (EXAMPLE, "0994-2345678"),
    "dispute_answer_days": (WHOLE, "7"),
    "dispute_mediate_days": (WHOLE, "15"),
    "dispute_settle_days": (WHOLE, "30"),
    "dispute_silence_days": (WHOLE, "30"),
}


def title(name: str) -> str:
    """Return what a parameter is called."""
    return str(TITLES[name])


def meaning(name: str) -> str:
    """Return in plain words what a parameter decides."""
    return str(MEANINGS[name])


def value(name: str, found: Any, isolate: Isolate = formats.ltr, day: Day = formats.day) -> str:
    """Return a value in the reader's language; for None, what follows from its being open.

    `isolate` and `day` write a number and a day; where they return markup, so does this.
    """
    if found is None:
        return str(UNSET[name])
    if name == "lpr_day":
        return choice("lpr_day", found)
    if name == "issued_on":
        return day(found)
    if name == "query_phone":
        return isolate(found)
    if name in PERCENT:
        return isolate(formats.percent(found))
    return fill(YEARS if name == "stable_years" else DAYS, {"n": found}, isolate)


def hint(name: str) -> str:
    """Say how a value is typed."""
    message, example = HINTS[name]
    return fill(message, {"example": example}, formats.ltr)


def note(chosen: Chosen, isolate: Isolate = formats.ltr, day: Day = formats.day) -> str:
    """Say beside a figure what the county has settled and since when, or that it has not."""
    held = value(chosen.name, chosen.value, isolate, day)
    what = title(chosen.name)
    if chosen.since is None:
        return fill(NOT_SETTLED, {}, isolate, what=what, value=held)
    return fill(SETTLED, {}, isolate, what=what, value=held, day=day(chosen.since))
