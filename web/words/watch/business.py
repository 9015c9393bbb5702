"""The words of findings about businesses (`rules/watch/business.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "business.loss": _("经营主体亏损"),
    "business.stopped": _("经营主体停业"),
    "business.trouble": _("经营主体有困难"),
    "business.graded_first": _("示范主体可以优先安排"),
}

SENTENCES = {
    "business.loss": _("经营状况登记为亏损。它有 %(agreements)s 份协议，联系 %(households)s 户。"),
    "business.stopped": _(
        "经营状况登记为%(condition)s，盘活方式：%(revival)s。"
        "它有 %(agreements)s 份协议，联系 %(households)s 户。"
    ),
    "business.trouble": _("困难原因：%(trouble)s。它联系 %(households)s 户。"),
    "business.graded_first": _(
        "这个主体的示范级别是%(grade)s，经营正常。这一年有 %(others)s 个待审项目，都不是它的。"
    ),
}

NEXT = {
    "business.loss": _("县里和经营主体商定整改办法，并跟踪到期应付的钱。"),
    "business.stopped": _("县里定出盘活或处置办法，保住农户应得的钱。"),
    "business.trouble": _("县里按困难原因帮它纾困解难。"),
    "business.graded_first": _("县里审核项目时，在符合条件的主体里优先考虑它。"),
}

LISTS = {
    "condition": {
        "normal": _("正常"),
        "trouble": _("困难"),
        "idle": _("闲置"),
        "loss": _("亏损"),
        "closed": _("关停"),
    },
    "trouble": {
        "": _("没有登记"),
        "funds": _("资金短缺"),
        "range": _("品种单一"),
        "technology": _("科技含量低"),
        "chain": _("产业链短"),
        "other": _("其他"),
    },
    "grade": {"region": _("自治区级"), "nation": _("国家级")},
}
