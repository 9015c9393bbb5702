"""The words of findings about projects (`rules/watch/project.py`, `rules/watch/nominal.py`)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

TITLES = {
    "project.no_mechanism": _("没有联农带农机制"),
    "project.no_effect": _("没有明确预期成效"),
    "project.no_approver": _("没有写明谁负责"),
    "project.idle": _("资产闲置"),
    "project.underused": _("资产低效"),
    "project.loss": _("项目经营亏损"),
    "project.others_before_eligible": _("先带动了其他农户"),
    "project.unrelated": _("资产的用途要说明"),
    "project.nominal": _("像是挂名帮扶，请核实"),
}

SENTENCES = {
    "project.no_mechanism": _("审核结论：%(review)s。台账没有写明用哪种方式带动农户。"),
    "project.no_effect": _("审核结论：%(review)s。还缺：%(lacking)s。"),
    "project.no_approver": _("还没有写明：%(unnamed)s。"),
    "project.idle": _("闲置资产 %(assets)s 项，原值 %(cost)s 元。盘活方式：%(revival)s。"),
    "project.underused": _("低效资产 %(assets)s 项，原值 %(cost)s 元。"),
    "project.loss": _("%(year)s年登记的经营结果是亏损 %(loss)s 元。"),
    "project.others_before_eligible": _(
        "这个村有 %(others)s 户其他农户加入，同村还有 %(waiting)s 户符合条件的脱贫户和监测对象"
        "没有参加任何项目。"
    ),
    "project.unrelated": _(
        "资产 %(asset)s 由协议 %(agreement)s 使用，收款的是经营主体，没有联系任何农户或村集体。"
    ),
    "project.nominal": _("名单上 %(households)s 户，从%(since)s起。需要说明：%(evidence)s。"),
}

NEXT = {
    "project.no_mechanism": _(
        "主管部门请申报单位写明具体的联农带农方式；没有写明以前，不入库，不批准。"
    ),
    "project.no_effect": _("主管部门请申报单位补写预期带动户数和一项可以衡量的年度成效。"),
    "project.no_approver": _("主管部门写明审批责任人和使用责任人。"),
    "project.idle": _(
        "主管部门定出盘活方式（打包出租、招租、处置、引入社会资本或抵押贷款），开始整改。"
    ),
    "project.underused": _("主管部门研究怎样提高这些资产的运营效率和收益。"),
    "project.loss": _("主管部门和经营主体找出亏损原因，商定整改办法。"),
    "project.others_before_eligible": _(
        "乡镇把可以参加的项目告诉这些家庭；参加不参加，由各家自己决定。"
    ),
    "project.unrelated": _("主管部门请使用资产的一方说明，资产怎样用于帮扶。"),
    "project.nominal": _("主管部门逐条核实：属实的及时处置，不属实的补齐台账。"),
}

LISTS = {
    "review": {
        "": _("没有登记"),
        "pending": _("待审"),
        "library": _("入库"),
        "returned": _("退回"),
        "approved": _("批准实施"),
    },
    "lacking": {
        "households": _("预期带动户数"),
        "effect": _("一项可以衡量的年度成效（户均增收、岗位数或收购量）"),
    },
    "unnamed": {"approver": _("审批责任人"), "user": _("使用责任人")},
    "revival": {
        "none": _("还没有"),
        "state_firm": _("委托国企"),
        "cooperative": _("合作社运营"),
        "strong_village": _("强村运营"),
        "bundle_lease": _("打包出租"),
        "lease": _("招租"),
        "sale": _("处置"),
        "capital": _("引入社会资本"),
        "mortgage": _("抵押贷款"),
    },
    "evidence": {
        "no_agreement": _("写了要带动，一年以上没有签协议"),
        "no_payment": _("到期的钱从来没有付过"),
        "no_result": _("约定了分红，一年以上没有登记经营结果"),
        "no_delivery": _("约定了收购，一年以上没有交售"),
        "no_work": _("约定了务工，一年以上没有结算"),
        "no_training": _("约定了培训，一年以上没有培训记录"),
        "no_roster": _("协议没有受益名单"),
        "equal_round": _("份额不一样，却付了一样的整数"),
        "over_capacity": _("带动户数超过了项目的上限"),
    },
}

PLAIN = frozenset({"village"})
