"""The words of the ledger's closed lists, where a page shows them."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

WORDS = {
    "party": {
        "household": _("农户"),
        "village": _("村集体"),
        "business": _("经营主体"),
        "township": _("乡镇"),
        "county": _("县级部门"),
    },
    "stake": {
        "debt": _("债权投资"),
        "equity": _("入股"),
        "lease": _("资产租赁"),
        "own": _("农户自有"),
        "none": _("无"),
    },
    "source": {
        "linkage_fund": _("衔接资金"),
        "collective": _("集体资产"),
        "other_aid": _("其他帮扶资金"),
        "quantified_aid": _("量化到户的帮扶资金"),
        "own": _("农户自有"),
        "none": _("无"),
    },
    "year_kind": {"calendar": _("自然年"), "agreement": _("协议年")},
    "combination": {
        "add": _("保底之外再分红"),
        "offset": _("分红先抵扣保底"),
        "switch": _("见效后改为分红"),
    },
    "unit": {"fen": _("分"), "jiao": _("角"), "yuan": _("元")},
    "remainder": {"largest": _("按余数大小分到户"), "collective": _("尾数留给村集体")},
    "rent_kind": {"cash": _("现金"), "in_kind": _("实物计价")},
    "wage_unit": {
        "month": _("月"),
        "day": _("日"),
        "hour": _("小时"),
        "piece": _("件"),
    },
    "reduced_for": {"assisted": _("重点帮扶的家庭"), "all": _("全部农户")},
    "payment_form": {
        "one_card": _("一卡通"),
        "bank": _("银行转账"),
        "cash": _("现金"),
        "goods": _("实物"),
    },
    "payment_kind": {
        "guaranteed": _("保底"),
        "dividend": _("分红"),
        "rent": _("租金"),
        "order": _("货款"),
        "wage": _("工资"),
        "portion": _("分户"),
        "other": _("其他"),
    },
    "payment_type": {
        "normal": _("正常"),
        "advance": _("预付"),
        "supplement": _("补发"),
        "reversal": _("冲正"),
        "returned": _("退汇"),
        "proxy": _("代领"),
    },
    "business_kind": {
        "leading_firm": _("龙头企业"),
        "cooperative": _("农民专业合作社"),
        "family_farm": _("家庭农场"),
        "workshop": _("就业帮扶车间"),
        "collective": _("村集体经济组织"),
        "park": _("产业园区"),
        "online_shop": _("电子商务企业"),
        "service_provider": _("社会化服务组织"),
        "large_grower": _("种养大户"),
        "other": _("其他"),
    },
    "business_grade": {
        "none": _("无示范级别"),
        "county": _("县级示范"),
        "prefecture": _("州级示范"),
        "region": _("自治区级示范"),
        "nation": _("国家级示范"),
    },
    "business_condition": {
        "normal": _("正常"),
        "trouble": _("困难"),
        "idle": _("闲置"),
        "loss": _("亏损"),
        "closed": _("关停"),
    },
    "business_trouble": {
        "funds": _("资金短缺"),
        "range": _("产品品种单一"),
        "technology": _("科技含量不高"),
        "chain": _("产业链短"),
        "other": _("别的原因"),
    },
    "business_revival": {
        "none": _("还没有盘活"),
        "state_firm": _("委托国企运营"),
        "cooperative": _("合作社运营"),
        "strong_village": _("强村运营"),
        "bundle_lease": _("打包出租"),
        "lease": _("招租"),
        "sale": _("处置"),
        "capital": _("引入社会资本"),
        "mortgage": _("抵押贷款"),
    },
    # Neutral words: a household reads them behind its PIN, and nobody else does.
    "category": {
        "lifted": _("享受帮扶政策的家庭"),
        "watched": _("特别关心的家庭"),
        "other": _("农户"),
    },
    "lpr_day": {"signing": _("签订协议那天"), "start": _("协议开始那天")},
    "leave_reason": {
        "term": _("到期"),
        "request": _("自己申请"),
        "closure": _("经营主体终止"),
        "transfer": _("转让"),
        "inheritance": _("继承"),
        "split": _("分户"),
        "other": _("别的原因"),
    },
    "role": {
        "cadre": _("村干部"),
        "township": _("乡镇"),
        "county": _("县"),
        "prefecture": _("州"),
    },
}


def choice(name: str, code: str | None) -> str:
    """Return the word for a code of the list `name`, or nothing for an empty cell."""
    return str(WORDS[name].get(code, code)) if code else ""
