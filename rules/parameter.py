"""What the text leaves open: the words that call for a county's own choice (parameters)."""

from __future__ import annotations

from rules.article import Citation
from rules.dispute import SETTLE

# By the name of the parameter in rules.watch.facts.Parameters.
CITATIONS = {
    "issued_on": Citation("22", "本细则从印发之日起执行"),
    "lpr_day": Citation("13", "债权投资保底收益比例不低于一年期市场报价利率"),
    "residual": Citation("13", "资产租赁的保底收益应不低于资产折旧费"),
    "income_fall": Citation("20", "及时将收入骤降的低收入脱贫人口和监测对象纳入联农带农"),
    "stable_years": Citation("4", "至少与1个以上经营主体建立稳定联农带农机制"),
    "remedy_days": Citation("16", "及时发现解决存在的问题"),
    "posting_days": Citation("12", "建立规范的分配使用程序"),
    "query_phone": SETTLE,
    "dispute_answer_days": SETTLE,
    "dispute_mediate_days": SETTLE,
    "dispute_settle_days": SETTLE,
    "dispute_silence_days": SETTLE,
}
