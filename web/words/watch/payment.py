"""The words of findings about payments (`rules/watch/payment.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "payment.overdue": _("到期一分没付"),
    "payment.short": _("到期没有付足"),
    "payment.voucher_twice": _("同一张凭证用了两次"),
    "payment.wage_in_kind": _("用实物发工资"),
}

SENTENCES = {
    "payment.overdue": _(
        "%(year)s年的%(due_kind)s应在%(due_on)s付清，已经晚了 %(days)s 天。"
        "%(payee)s共 %(households)s 家，应付 %(due)s 元，一分也没有付。"
    ),
    "payment.short": _(
        "%(year)s年的%(due_kind)s应在%(due_on)s付清，已经晚了 %(days)s 天。"
        "%(payee)s共 %(households)s 家，应付 %(due)s 元，付了 %(paid)s 元，还差 %(gap)s 元。"
    ),
    "payment.voucher_twice": _(
        "凭证 %(voucher)s：%(twice)s。涉及 %(households)s 家、%(amount)s 元，"
        "最早在%(first_on)s，最晚在%(last_on)s。"
    ),
    "payment.wage_in_kind": _(
        "%(year)s年有 %(households)s 家的工资用实物发放，折合 %(amount)s 元，"
        "最近一次在%(last_on)s。协议要写明工资发放方式；按劳动法，工资用货币支付。"
    ),
}

_PAY = _("付款方补付，在发放表里登记；乡镇催办，直到付清。")

NEXT = {
    "payment.overdue": _PAY,
    "payment.short": _PAY,
    "payment.voucher_twice": _("付款方核对凭证，重复登记的在台账里冲正。"),
    "payment.wage_in_kind": _("经营主体改用货币发工资；乡镇核对用工合同里的工资发放方式。"),
}

LISTS = {
    "due_kind": {
        "guaranteed": _("保底"),
        "dividend": _("分红"),
        "rent": _("租金"),
        "order": _("货款"),
        "wage": _("工资"),
        "portion": _("分户"),
        "stated": _("简表写明的钱"),
    },
    "payee": {
        "household": _("农户"),
        "village": _("村集体"),
        "business": _("经营主体"),
        "township": _("乡镇"),
        "county": _("县级部门"),
    },
    "twice": {
        "days": _("写了不同的付款日"),
        "rows": _("同一家的同一笔钱登记了两次"),
    },
}

PLAIN = frozenset({"village"})
