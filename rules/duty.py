"""The assessment sheet 考核评估 (art. 20): each duty of articles 3 to 21 as a part of a base.

There is no score and nothing is added up over duties. A duty whose words say 鼓励 or 支持, and a
figure that says nothing by itself, is shown and not judged.
"""

from __future__ import annotations

from dataclasses import dataclass

from rules.article import Citation

# all: the whole base. share: at least 70 per cent of it. done: at least once. found: nothing was
# found against it. figure: shown, not judged. later: nothing records it yet.
KINDS = ("all", "share", "done", "found", "figure", "later")
UNITS = ("household", "line", "agreement", "project", "village", "yuan", "business", "plan")
UNITS += ("asset", "case", "course", "meeting", "rule", "")
STATES = ("met", "open", "none", "figure", "later")
LEAST = 70  # per cent (art. 4)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty: the words it rests on, how it is judged, what its base is counted in."""

    code: str
    citation: Citation
    kind: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """How a duty stands: `part` of `whole`, in its unit; fen where that is yuan."""

    code: str
    part: int = 0
    whole: int = 0


def _duty(code: str, article: str, phrase: str, kind: str, unit: str = "") -> Duty:
    return Duty(code, Citation(article, phrase), kind, unit)


# fmt: off
DUTIES = (
    _duty("right", "3", "带得准", "figure", "household"),
    _duty("steady", "3", "带得稳", "figure", "line"),
    _duty("lasting", "3", "带得久", "figure", "agreement"),
    _duty("mechanism", "4", "原则上都要建立联农带农机制", "all", "project"),
    _duty("village", "4", "至少与1个以上经营主体建立稳定联农带农机制", "all", "village"),
    _duty("industry", "4", "用于产业发展比例达70%以上", "share", "yuan"),
    _duty("measure", "5", "符合条件的脱贫户至少享受一项产业帮扶政策", "all", "household"),
    _duty("growth", "5", "确保脱贫人口收入增速高于当地农民收入增速", "found"),
    _duty("graded", "6", "示范农民合作社、家庭农场等优先安排扶持项目", "figure", "business"),
    _duty("workshop", "7", "对闲置的就业帮扶车间积极盘活", "figure", "business"),
    _duty("collective", "8", "加强农村集体资产管理和运营", "figure", "business"),
    _duty("park", "9", "推动产业园区建设", "figure", "business"),
    _duty("terms", "10", "以多种方式与农户建立紧密型联农带农机制", "all", "agreement"),
    _duty("plan", "11", "在充分尊重成员意见的基础上", "all", "plan"),
    _duty("paid", "12", "按时足额兑现保底收益和按股分红", "all", "yuan"),
    _duty("fixed", "12", "优先形成固定资产", "figure", "asset"),
    _duty("floor", "13", "保底收益比例不低于一年期市场报价利率", "all", "agreement"),
    _duty("base", "14", "属于养殖场内建筑和场内通道应当纳入资产收益范围", "all", "asset"),
    _duty("core", "15", "进入退出机制及违约责任等核心内容", "all", "agreement"),
    _duty("effect", "16", "未明确预期成效的经营性帮扶项目，不得纳入项目库", "all", "project"),
    _duty("remedy", "16", "要妥善整改", "all", "case"),
    _duty("idle", "17", "对长期闲置和低效的项目资产", "figure", "asset"),
    _duty("signed", "18", "产权归属、联农带农模式、各方权责、违约责任等", "all", "agreement"),
    _duty("course", "18", "支持使用衔接资金开展必要的法律和经济业务培训", "figure", "course"),
    _duty("review", "19", "每年至少研究一次项目联农带农机制落实执行情况", "done", "meeting"),
    _duty("rules", "19", "制定健全完善经营性帮扶项目联农带农机制的具体实施细则", "done", "rule"),
    _duty("approver", "20", "谁审批谁负责、谁使用谁负责", "all", "project"),
    _duty("fell", "20", "及时将收入骤降的低收入脱贫人口和监测对象纳入联农带农", "all", "household"),
    _duty("dispute", "20", "及时协调化解处置经营主体与农户间矛盾纠纷", "later"),
    _duty("publicity", "21", "提高镇村干部群众联农带农政策知晓率", "later"),
)
# fmt: on
BY_CODE = {duty.code: duty for duty in DUTIES}
WITHOUT_BASE = frozenset({"done", "found", "later"})  # kinds whose figure is no part of anything


def state(line: Line) -> str:
    """Return how a duty stands: one of STATES; none where there is nothing to judge."""
    kind = BY_CODE[line.code].kind
    if kind in {"later", "done"}:
        return "later" if kind == "later" else "met" if line.part else "open"
    if not line.whole:
        return "figure" if kind == "figure" and line.part else "none"
    if kind == "found":
        return "open" if line.part else "met"
    if kind == "figure":
        return "figure"
    needed = line.whole * LEAST if kind == "share" else line.whole * 100
    return "met" if line.part * 100 >= needed else "open"
