"""The words of a line: what it is for, how it stands, and what the witnesses said of it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

STATES = {
    "unknown": _("待确定"),
    "agreed": _("约定"),
    "none": _("没有"),
    "no_date": _("没有约定日期"),
    "to_come": _("还没到期"),
    "due_today": _("今天到期"),
    "paid": _("已收到"),
    "paid_late": _("晚到"),
    "short": _("没给够"),
    "overdue": _("逾期"),
}

KINDS = {
    "guaranteed": _("保底收益"),
    "dividend": _("按股分红"),
    "rent": _("土地租金"),
    "order": _("订单货款"),
    "wage": _("工资"),
    "saved": _("减免的服务费"),
    "training": _("技术培训"),
    "portion": _("集体分到户"),
    "stated": _("简表写明"),
    "unmatched": _("对不上的付款"),
}

MODES = {
    "order": _("订单收购"),
    "custody": _("托养托管"),
    "share": _("保底分红"),
    "land": _("土地流转"),
    "work": _("务工就业"),
    "training": _("技术培训"),
    "service": _("配套服务"),
    "chain": _("联合带动"),
}

REASONS = {
    "agreed": _("还没有交售或结算，这里只写协议约定的最低数"),
    "no_result": _("这一年的经营结果还没有确认"),
    "result_incomplete": _("经营结果还没有写完整"),
    "roster_disputed": _("登记的份额加起来超过了总数，要先核实"),
    "no_principal": _("协议写了比例，没有写本金"),
    "no_shares": _("没有写股数"),
    "before_price_day": _("还没到计价日"),
    "no_price_day": _("协议没有写计价日"),
    "no_price": _("还没有登记市价"),
    "no_rent_kg": _("协议没有写实物数量"),
    "no_rent_area": _("没有写面积"),
    "no_wage": _("协议没有写工资标准"),
    "undecided": _("成员还没有决议怎么分"),
    "plan_over": _("分配方案写的数超过了总额，要先核实"),
    "no_pot": _("分配方案没有写分户金额"),
    "not_stated": _("简表没有写应得金额"),
}

CHECKS = {
    "received": _("收到了，金额对"),
    "not_received": _("没有收到"),
    "less": _("收到了，但少了"),
    "unsure": _("说不清"),
    "explained": _("讲解了条款"),
}

NOBODY_ASKED = _("还没有核对")

ANSWERS = {
    "confirmed": _("已认账"),
    "disputed": _("有异议"),
    "none": _("待回答"),
}

DISPUTES = {
    "not_received": _("没有收到"),
    "less": _("少了"),
    "late": _("晚了"),
    "not_my_agreement": _("不是我家的协议"),
    "wrong_share": _("份额不对"),
    "other": _("别的原因"),
}

PARTIES = {
    "household": _("农户"),
    "village": _("村集体"),
    "business": _("其他股东"),
    "township": _("乡镇"),
    "county": _("县级部门"),
    "unassigned": _("没有分出去的部分"),
}


def state(code: str) -> str:
    """Return how a line stands."""
    return str(STATES[code])


def kind(code: str) -> str:
    """Return what a line is for."""
    return str(KINDS[code])


def mode(code: str) -> str:
    """Return the way of linking (art. 10)."""
    return str(MODES.get(code, code))


def reason(code: str) -> str:
    """Return why a figure is not known yet, or nothing."""
    return str(REASONS.get(code, ""))


def check(code: str | None) -> str:
    """Return the result of a check; nobody asked yet is said, not left out."""
    return str(CHECKS[code] if code else NOBODY_ASKED)


def answer(code: str) -> str:
    """Return the household's word."""
    return str(ANSWERS[code])


def dispute(code: str | None) -> str:
    """Return the reason that the household chose."""
    return str(DISPUTES[code]) if code else ""


def party(code: str) -> str:
    """Return who receives."""
    return str(PARTIES[code])
