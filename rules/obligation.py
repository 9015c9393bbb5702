"""What articles 2, 6, 8, 9, 16, 17 and 19 to 21 ask of offices: no card for households says it.

Each is the article's own words, whom the article names to act, and what the product records. Most
sentences name nobody: then nobody stands here, whoever may be thought to be meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from rules.article import Citation

# Whom the articles name, in their own words.
ACTORS = {
    "business": "农业经营主体",
    "locality": "各地",
    "applicant": "项目申报单位",
    "department": "县级项目主管部门",
    "bureau": "各县市乡村振兴局",
    "approver": "谁审批",
    "user": "谁使用",
    "village": "村“两委”",
    "resident": "“访惠聚”驻村干部",
}
# What the product records. finding: what it found itself about the article.
RECORDS = (
    *("finding", "industry", "project", "remedy", "review", "ledger", "notice", "rule"),
    *("dispute", "training", "campaign", "exemplar"),
)


@dataclass(frozen=True, slots=True)
class Obligation:
    """Words of an article that ask offices for something; without records it is not seen.

    `actors`: whom the article names for it; empty where it names nobody.
    """

    citation: Citation
    actors: tuple[str, ...]
    records: tuple[str, ...] = ()


def _asked(article: str, phrase: str, actors: str = "", records: str = "") -> Obligation:
    return Obligation(Citation(article, phrase), tuple(actors.split()), tuple(records.split()))


# fmt: off
OBLIGATIONS = (
    _asked("2", "切实提高帮扶项目资金使用效果"),
    _asked("2", "带动农户增强内生发展动力，促进帮扶项目持续发展"),
    _asked("6", "引进和发展龙头企业、农民专业合作社、家庭农场等农业经营主体", "", "industry"),
    _asked("6", "鼓励农业经营主体在具备条件的村建设生产基地", "business"),
    _asked("6", "优先安排扶持项目", "", "finding project"),
    _asked("8", "深化农村集体经营性资产股份合作制改革", "", "industry"),
    _asked("8", "加强农村集体资产管理和运营", "", "industry finding"),
    _asked("8", "加快推进农村产权交易市场体系建设"),
    _asked("9", "推动产业园区建设", "locality", "industry"),
    _asked("9", "加大企业引进力度"),
    _asked("16", "未建立联农带农机制的经营性帮扶项目，不得审批实施", "", "project finding"),
    _asked("16", "编制实施方案，应明确具体的联农带农方式", "applicant", "project"),
    _asked("16", "重点审核实施方案联农带农科学性、合理性和可行性", "department", "project"),
    _asked("16", "对已经实施的帮扶项目要加强监督检查", "", "finding"),
    _asked("16", "要妥善整改", "", "remedy"),
    _asked("16", "要及时处置", "", "finding remedy"),
    _asked("17", "督促企业完善运营方案"),
    _asked("17", "要帮助其纾困解难", "", "remedy"),
    _asked("17", "提高资产运营效率和收益水平", "", "finding"),
    _asked("19", "每年至少研究一次项目联农带农机制落实执行情况", "bureau", "review"),
    _asked("19", "督促经营主体认真落实联农带农责任", "bureau", "notice finding"),
    _asked("19", "建立经营性帮扶项目联农带农台账", "bureau", "ledger"),
    _asked("19", "制定健全完善经营性帮扶项目联农带农机制的具体实施细则", "bureau", "rule"),
    _asked("20", "强化考核指挥棒作用", "", "review"),
    _asked("20", "谁审批谁负责、谁使用谁负责", "approver user", "project finding"),
    _asked("20", "及时协调化解处置经营主体与农户间矛盾纠纷", "", "dispute"),
    _asked("20", "跟踪检查帮扶措施落实成效", "village resident"),
    _asked("21", "将联农带农政策纳入乡村振兴主题培训", "", "training"),
    _asked("21", "提高镇村干部群众联农带农政策知晓率", "", "campaign"),
    _asked("21", "选树联农带农机制完善、带动效果明显、可学可用的先进典型", "", "exemplar"),
    _asked("21", "充分运用报刊、电视、广播、网络等媒体资源进行宣传"),
)
# fmt: on
