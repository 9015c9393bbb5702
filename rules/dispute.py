"""Disputes 异议: who must act, until when, what each side can do, and how one ends (article 20).

The text says 及时协调化解处置 and names no days; they are the county's (docs/interpretation.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rules.article import Citation

SETTLE = Citation("20", "及时协调化解处置经营主体与农户间矛盾纠纷")

# What a household can choose, by what it is about; one word of its own may stand beside it.
OF_LINE = ("not_received", "less", "late", "not_my_agreement", "wrong_share", "other")
OF_CHECK = ("nobody_asked", "wrong_result", "wrong_amount", "other")
OF_AGREEMENT = ("not_my_agreement", "wrong_share", "leave", "other")
OF_HOUSEHOLD = ("place", "staff", "other")
OF_RECORD = ("record",)  # something held about it is wrong: which, is the choice
OVERDUE = "overdue"  # nobody said so: the due day has passed
REASONS = tuple(
    dict.fromkeys((*OF_LINE, *OF_CHECK, *OF_AGREEMENT, *OF_HOUSEHOLD, *OF_RECORD, OVERDUE))
)

STAGES = ("answer", "mediate", "settle")
# Whom or what one is about, and who besides the county sees it; about staff all once answered.
SEEN_BY: dict[str, tuple[str, ...]] = {
    "payer": ("cadre", "township"),
    "record": ("township",),
    "staff": (),
    "income": (),
}
ABOUT = tuple(SEEN_BY)
LEVELS = ("township", "county", "prefecture")
OFFICE_OF = {"township": "township", "county": "county", "prefecture": "county"}  # who acts there
LEVEL_OF = {"answer": "township", "mediate": "township", "settle": "county"}
STATES = ("open", "told", "closed")  # the office must act; the household's word is awaited

OFFICE = ("answered", "refused", "extended")
OWN = ("settled", "partly", "unsettled", "withdrawn", "reopened")
CLOCK = ("raised", "silent")  # nobody did it: a day has passed
NOTED = ("replied",)  # the business's own word, as an office wrote it down: nothing moves
HANDLED = ("taken", "returned")  # who of the office looks after it: nothing moves either
STAYS = (*NOTED, *HANDLED)
KINDS = ("opened", "joined", *OFFICE, *STAYS, *OWN, *CLOCK)
MOVES = {
    "open": frozenset({"answered", "refused", "extended", "withdrawn", *STAYS}),
    "told": frozenset({"settled", "partly", "unsettled", "withdrawn", "returned", *NOTED}),
    "closed": frozenset({"reopened"}),
}

# What an office can say: that something is done, why it refuses, why it needs longer.
OUTCOMES = ("paid", "will_pay", "corrected", "explained", "offered", "left")
GROUNDS: dict[str, Citation] = {
    "paid_in_full": Citation("12", "按时足额兑现保底收益和按股分红"),
    "not_due_yet": Citation("10(3)", "保底收益比例、收益发放形式、分红兑现时限"),
    "as_agreed": Citation("15", "明确联农带农数量、方式、保底收益和按股分红标准"),
    "not_a_party": Citation("15", "指导项目主体、农户与经营主体签订规范的合作协议"),
    "exit_terms": Citation("15", "进入退出机制及违约责任等核心内容"),
    "no_place": Citation("20", "及时将收入骤降的低收入脱贫人口和监测对象纳入联农带农"),
}
# Why a record is not corrected.
FOR_RECORD: dict[str, Citation] = {
    "as_papers": Citation("15", "指导项目主体、农户与经营主体签订规范的合作协议"),
    "no_papers": Citation("19", "建立经营性帮扶项目联农带农台账"),
    "by_office": Citation("5", "重点对脱贫人口和监测对象进行带动帮扶"),
}
GROUNDS = GROUNDS | FOR_RECORD
DELAYS = ("business", "papers", "members", "office")
# What a business can say, why, and who says it for it.
REPLIES = ("pays", "paid", "agrees", "disagrees", "asks_help")
MONEY = frozenset({"pays", "paid"})  # said with a sum and a day
REASONED = frozenset({"disagrees", "asks_help"})
CAUSES = (
    *("not_ours", "wrong_terms", "wrong_sum", "wrong_roster", "not_due", "no_post"),
    *("funds", "range", "technology", "chain", "other"),
)
SPEAKERS = ("manager", "accountant", "staff", "letter")


@dataclass(frozen=True, slots=True)
class Days:
    """What a county gives each stage, and the household after an answer, in days."""

    answer: int = 7
    mediate: int = 15
    settle: int = 30
    silence: int = 30

    def of(self, stage: str) -> timedelta:
        """Return the time of a stage."""
        return timedelta(days=getattr(self, stage))


@dataclass(frozen=True, slots=True)
class Case:
    """A dispute as it stands. `due_on`: the office's last day, or the household's in told."""

    state: str
    stage: str
    level: str
    about: str  # of ABOUT
    due_on: date
    extended: bool = False  # in this stage
    answered: bool = False  # by an office, once


def about(reason: str, *, check: bool, income: bool = False) -> str:
    """Say whom a dispute is about: the payer, or a member of staff (product rule 8).

    Or what: a record, which is no matter of the village, or income, the county's alone (rule 11).
    """
    if check or reason == "staff":
        return "staff"
    if reason not in OF_RECORD:
        return "payer"
    return "income" if income else "record"


def opened(who: str, day: date, days: Days) -> Case:
    """Return a new dispute: one about a payer is the township's, one about staff the county's."""
    level = "township" if "township" in SEEN_BY[who] else "county"
    return Case("open", "answer", level, who, day + days.of("answer"))


def hidden(case: Case) -> bool:
    """Say whether only the county may see it: about staff and not answered yet, or income."""
    return case.about == "income" or (case.about == "staff" and not case.answered)


def late(case: Case, day: date) -> int:
    """Return how many days the office is late: 0 on its last day."""
    return max((day - case.due_on).days, 0) if case.state == "open" else 0


def obstacle(case: Case, kind: str, role: str, day: date) -> str:
    """Return why `role` cannot do this now, or nothing.

    state: not in this state. level: another office's. late, once: no more time is given.
    """
    if kind not in MOVES[case.state]:
        return "state"
    if (kind in OWN) != (role == "household"):
        return "level"
    if kind in (*OFFICE, *NOTED) and role != "county" and (role != case.level or hidden(case)):
        return "level"
    if kind in HANDLED and role != OFFICE_OF[case.level]:
        return "level"
    if kind == "extended":
        return "late" if late(case, day) else "once" if case.extended else ""
    return ""


def longest(case: Case, days: Days) -> date:
    """Return the last day that an extension can give: as long again as the stage has."""
    return case.due_on + days.of(case.stage)


def after(case: Case, kind: str, day: date, days: Days, due_on: date | None = None) -> Case:
    """Return how a dispute stands after this; `due_on` is an extension's new day."""
    if kind in {"answered", "refused"}:
        due_on = day + timedelta(days=days.silence)
        return replace(case, state="told", due_on=due_on, answered=True)
    if kind == "extended":
        return replace(case, due_on=due_on or case.due_on, extended=True)
    if kind in {"partly", "unsettled", "reopened"}:
        return _next(case, day, days)
    if kind in STAYS:
        return case
    if kind == "raised":
        level = LEVELS[min(LEVELS.index(case.level) + 1, len(LEVELS) - 1)]
        due_on = day + days.of(case.stage)
        return replace(case, state="open", level=level, due_on=due_on, extended=False)
    return replace(case, state="closed")


def _next(case: Case, day: date, days: Days) -> Case:
    """What is not settled goes on: one stage further, at least at that stage's office."""
    stage = STAGES[min(STAGES.index(case.stage) + 1, len(STAGES) - 1)]
    level = max(case.level, LEVEL_OF[stage], key=LEVELS.index)
    due_on = day + days.of(stage)
    return replace(case, state="open", stage=stage, level=level, due_on=due_on, extended=False)


def due_move(case: Case, day: date, *, owed: bool = False) -> str:
    """Return what the clock does today: raise what is late, close what was met with silence.

    `owed`: it is about money that is late still, so an answer alone does not end it.
    """
    if day <= case.due_on:
        return ""
    if case.state == "told":
        return "raised" if owed else "silent"
    return "raised" if case.state == "open" and case.level != LEVELS[-1] else ""
