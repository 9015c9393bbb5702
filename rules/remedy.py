"""Remedies 整改: which steps fit a finding, until when, who hears of a late one, who closes it.

Articles 16 and 17 name the steps, article 7 those of idle workshops. What they leave open (及时,
when a case rises) stands in docs/interpretation.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from rules.article import Citation

RECTIFY = Citation("16", "要妥善整改")
SETTLE = Citation("16", "要及时处置")
WAYS = Citation("17", "采取打包出租、招租、处置、引入社会资本注入经营或抵押贷款等多种方式")
HELP = Citation(
    "17", "因资金短缺、产品品种单一、科技含量不高、产业链条短等造成经营困难的，要帮助其纾困解难"
)
WORKSHOP = Citation("7", "推行委托国企运营、合作社运营、强村运营等模式")

# What can be done, in the order of a form, with the words it rests on.
MEASURES = {
    "rectify": RECTIFY,
    "settle": SETTLE,
    "bundle_lease": WAYS,
    "lease": WAYS,
    "sale": WAYS,
    "capital": WAYS,
    "mortgage": WAYS,
    "state_firm": WORKSHOP,
    "cooperative": WORKSHOP,
    "strong_village": WORKSHOP,
    "help_funds": HELP,
    "help_range": HELP,
    "help_technology": HELP,
    "help_chain": HELP,
}
OF_IDLE = ("bundle_lease", "lease", "sale", "capital", "mortgage")
OF_WORKSHOP = ("state_firm", "cooperative", "strong_village")
OF_TROUBLE = ("help_funds", "help_range", "help_technology", "help_chain")
# What a finding's code says behind its dot.
NOMINAL = frozenset({"nominal", "unrelated"})
IDLE = frozenset({"idle", "underused", "stopped", "new_beside_idle"})
TROUBLE = frozenset({"loss", "trouble"})
# Findings about one household: it is informed, and never has a case.
OF_HOUSEHOLDS = frozenset({"household", "share"})

LEVELS = ("township", "county", "prefecture")
RISE_DAYS = 30  # late so many days, a case rises once more
MOST_DAYS = 366  # from its opening to its due day
MOVES = {
    "open": frozenset({"progress", "proposed", "handed"}),
    "proposed": frozenset({"progress", "refused", "closed", "handed"}),
    "closed": frozenset({"reopened"}),
}
STATE_AFTER = {
    "proposed": "proposed",
    "refused": "open",
    "closed": "closed",
    "reopened": "open",
}

Holder = tuple[UUID | None, str]  # who has a case: an account, or an office


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of staff: `scope` is the code of a township or county, `department` a county's."""

    account: UUID
    role: str
    scope: str
    department: str = ""

    def belongs_to(self, office: str) -> bool:
        """Say whether this is one of an office: a township by its code, a department by name."""
        own = self.department if self.role == "county" else self.scope
        return bool(office) and office == own


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. Its owner is an account, or an office."""

    state: str  # open proposed closed
    first: str  # the level it was opened at
    due_on: date
    owner: UUID | None = None
    office: str = ""
    proposer: UUID | None = None  # who proposed closing last
    evidence: bool = False  # since it was opened, or opened anew
    stands: bool = True  # the finding is still found
    had: frozenset[Holder] = frozenset()  # who has had it since it was opened, or opened anew


def is_offered(code: str) -> bool:
    """Say whether a finding of this code can have a case."""
    return code.partition(".")[0] not in OF_HOUSEHOLDS


def measures(code: str) -> tuple[str, ...]:
    """Return which steps fit a finding, those that the text names for it first (art. 16, 17, 7)."""
    subject, _, what = code.partition(".")
    if not is_offered(code):
        return ()
    if what in NOMINAL:
        return ("settle", "rectify")
    if what in IDLE:
        return (*OF_IDLE, *(OF_WORKSHOP if subject == "workshop" else ()), "rectify")
    if what in TROUBLE:
        return ("rectify", *OF_TROUBLE)
    return ("rectify",)


def due_day(opened_on: date, remedy_days: int | None) -> date | None:
    """Return the day until which it must be done, or None where the county has not settled 及时."""
    return None if remedy_days is None else opened_on + timedelta(days=remedy_days)


def due_day_fault(opened_on: date, due_on: date) -> str:
    """Return what is wrong with a due day: past, far, or nothing."""
    days = (due_on - opened_on).days
    return "past" if days < 0 else "far" if days > MOST_DAYS else ""


def due_day_again(opened_on: date, due_on: date, day: date) -> date:
    """Return the due day of a case that is opened anew: as many days as it had at first."""
    return day + (due_on - opened_on)


def overdue(due_on: date, day: date) -> int:
    """Return for how many days a case is late: 0 on its due day, 1 on the day after."""
    return max((day - due_on).days, 0)


def level(first: str, due_on: date, day: date) -> str:
    """Return who must look after a case: a late one rises the next day, and again after a month."""
    late = overdue(due_on, day)
    steps = 0 if not late else 1 if late <= RISE_DAYS else 2
    return LEVELS[min(LEVELS.index(first) + steps, len(LEVELS) - 1)]


def first_after(case: Case, role: str, day: date) -> str:
    """Return the level that a case counts from once somebody of this role has it.

    What the county takes on in time is the county's. A late one keeps its level, and none ever
    falls: handing a case over does not turn its clock back.
    """
    late = overdue(case.due_on, day) > 0
    return case.first if role == "township" or late else "county"


def obstacle(case: Case, kind: str, actor: Actor, day: date) -> str:
    """Return why this step cannot be taken by this person now, or nothing.

    state: not in this state. evidence: nothing shows that anything was done. owner, proposer: two
    pairs of eyes. level: it has risen above a township. ended: the finding is no longer found.
    county: who has it is the county's to change.
    """
    if kind not in MOVES[case.state]:
        return "state"
    if kind == "proposed" and not case.evidence:
        return "evidence"
    if kind == "reopened" and not case.stands:
        return "ended"
    if kind == "handed" and actor.role != "county":
        return "county"
    return _eyes(case, actor, day) if kind == "closed" else ""


def _eyes(case: Case, actor: Actor, day: date) -> str:
    had = {(case.owner, case.office), *case.had}
    if any(actor.account == owner or actor.belongs_to(office) for owner, office in had):
        return "owner"
    if actor.account == case.proposer:
        return "proposer"
    risen = level(case.first, case.due_on, day) != "township"
    return "level" if risen and actor.role == "township" else ""


def came_back(state: str, ended_on: date | None, *, stands: bool) -> bool:
    """Say whether a finding whose end was seen once is found again after its case was closed."""
    return state == "closed" and ended_on is not None and stands
