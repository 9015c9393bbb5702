"""The words of campaigns: the questions below a poster and their answers."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

KINDS = {
    "share": _("入股或者资产分红"),
    "custody": _("托养托管"),
    "chain": _("联合带动"),
    "order": _("按订单卖东西"),
    "land": _("土地流转"),
    "work": _("去干活挣工资"),
    "service": _("便宜一点的服务"),
    "none": _("我家没有协议"),
}
QUESTIONS = {
    "payer": _("协议里的钱或者好处，由谁给您家？"),
    "amount": _("给多少，协议里怎么定的？"),
    "day": _("什么时候给，协议里怎么定的？"),
    "once": _("联农带农，是分一次钱就算完吗？"),
    "written": _("用了帮扶资金的经营性项目，原则上要有联农带农的办法吗？"),
    "choice": _("要不要参加，由您家自己定吗？"),
    "floor": _("没有利润的一年，保底收益还要给吗？"),
    "title": _("地流转出去以后，承包权就归别人了吗？"),
    "handout": _("村集体的帮扶收益，可以简单发钱发物吗？"),
    "objection": _("提了异议，您家应得的钱会变少吗？"),
    "aware": _("五个问题都知道"),
}
# What is asked of cadres about agreements of those in their villages.
OF_CADRES = {
    "payer": _("协议里的钱或者好处，由谁给农户？"),
    "choice": _("要不要参加，由农户自己定吗？"),
    "objection": _("农户提了异议，应得的钱会变少吗？"),
}
OWN_ANSWERS = {
    "payer.business": _("企业、合作社或者别的经营主体"),
    "payer.collective": _("村集体"),
    "payer.state": _("政府或者干部"),
    "amount.fixed": _("写了一个数"),
    "amount.formula": _("写了怎么算，比如按比例、价格、面积、天数"),
    "amount.given": _("没有定，给多少算多少"),
    "day.date": _("写了日子"),
    "day.after": _("写了交货、干完活或者结算以后几天内"),
    "day.whenever": _("没有定，什么时候有钱什么时候给"),
}
PLAIN = {
    "yes": _("是"),
    "no": _("不是"),
    "unsure": _("不清楚"),
    "none": _("没有协议"),
}


def question(code: str, *, training: bool = False) -> str:
    """Return a question in words, as households or as cadres are asked."""
    return str((OF_CADRES if training else {}).get(code) or QUESTIONS[code])


def answer(code: str, question: str) -> str:
    """Return an answer to a question in words."""
    return str(OWN_ANSWERS.get(f"{question}.{code}") or PLAIN[code])
