"""The words of the page of what articles ask of offices: who acts, and where it is recorded."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

ACTORS = {
    "business": _("农业经营主体"),
    "locality": _("各地"),
    "applicant": _("项目申报单位"),
    "department": _("县级项目主管部门"),
    "bureau": _("各县市乡村振兴局"),
    "approver": _("审批的一方"),
    "user": _("使用的一方"),
    "village": _("村“两委”"),
    "resident": _("“访惠聚”驻村干部"),
}

RECORDS = {
    "finding": _("系统查出的问题"),
    "industry": _("就业、集体、园区的数字"),
    "project": _("项目审核"),
    "remedy": _("没有办完的整改"),
    "review": _("今年研究后登记的决定"),
    "ledger": _("台账导入导出"),
    "notice": _("到期提醒"),
    "rule": _("施行中的县级细则"),
    "dispute": _("异议"),
    "training": _("今年的干部培训"),
    "campaign": _("今年的宣传"),
    "exemplar": _("正在公开的先进典型"),
}
