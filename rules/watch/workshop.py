"""Employment workshops 就业帮扶车间: idle ones, a new one beside them, safety, jobs (article 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.watch.facts import Business, Project

REVIVE = Citation("7", "对闲置的就业帮扶车间积极盘活，调整优化，提升经营带动能力")
NO_BLIND = Citation("7", "切实防止盲目新建等问题发生")
SAFE = Citation("7", "满足市场需求和安全条件的闲置车间、厂房")
JOBS = Citation("7", "引导就业帮扶车间吸纳更多农村劳动力特别是脱贫人口和监测对象就地就近稳定就业")
PROPOSED = frozenset({"pending", "library"})
TOWNSHIP = 9  # digits of a township's code: "beside" is within the same township
BUILDING = re.compile(r"车间|厂房")
NEW = re.compile(r"新建|建设|修建|兴建|建造")
REUSE = re.compile(r"盘活|改造|修缮|维修|闲置")

KINDS = {
    kind.code: kind
    for kind in (
        Kind("workshop.idle", REVIVE, ("revival", "safe"), actor="county"),
        Kind("workshop.new_beside_idle", NO_BLIND, ("workshop", "safe"), actor="department"),
        Kind("workshop.unsafe", SAFE, ("posts",), "advice", "county"),
        Kind("workshop.safety_unknown", SAFE, (), "note"),
    )
}


def findings(business: Business) -> tuple[Finding, ...]:
    """Return the findings about one workshop; of another business there are none.

    An idle one is a must until the ledger says how it is revived (盘活方式). A running one without
    safe conditions is advice, an empty cell a note.
    """
    return tuple(_of(business)) if business.kind == "workshop" else ()


def new_beside_idle(project: Project, workshops: Iterable[Business]) -> tuple[Finding, ...]:
    """Return the idle workshops of the same township beside which a project proposes a new one.

    Beside one that is safe it is a must, beside one of which that is unknown advice (find out
    first), beside an unsafe one, which nobody asks to revive, a note.
    """
    if project.review not in PROPOSED or not project.village or not builds(project):
        return ()
    near = project.village[:TOWNSHIP]
    return tuple(
        KINDS["workshop.new_beside_idle"].about(
            f"project:{project.number}",
            weight={True: "must", None: "advice", False: "note"}[each.safe],
            workshop=each.number,
            safe=_said(each.safe),
        )
        for each in sorted(workshops, key=lambda each: each.number)
        if idle(each) and (each.village or "")[:TOWNSHIP] == near
    )


def idle(business: Business) -> bool:
    """Say whether a business is a workshop that stands idle and is not being revived."""
    revived = business.revival not in {None, "none"}
    return business.kind == "workshop" and business.condition == "idle" and not revived


def builds(project: Project) -> bool:
    """Say whether a project's name or 建设内容 speaks of a new workshop or plant, not of reuse."""
    text = f"{project.name} {project.content or ''}"
    return bool(BUILDING.search(text) and NEW.search(text) and not REUSE.search(text))


def _of(business: Business) -> Iterator[Finding]:
    subject = f"workshop:{business.number}"
    if business.condition == "idle":
        revival = business.revival or "none"
        yield KINDS["workshop.idle"].about(
            subject,
            weight="must" if revival == "none" else "note",
            revival=revival,
            safe=_said(business.safe),
        )
    elif business.condition != "closed" and business.safe is False:
        yield KINDS["workshop.unsafe"].about(subject, posts=business.posts or 0)
    if business.safe is None and business.condition != "closed":
        yield KINDS["workshop.safety_unknown"].about(subject)


def _said(safe: bool | None) -> str:  # noqa: FBT001 — a cell of the ledger
    return {True: "yes", False: "no", None: "unknown"}[safe]


@dataclass(frozen=True, slots=True)
class Jobs:
    """Workshops of a place and their posts: `priority_posts` are held by 脱贫户 and 监测对象."""

    workshops: int = 0
    running: int = 0
    idle: int = 0
    posts: int = 0
    priority_posts: int = 0
    unsafe: int = 0
    safety_unknown: int = 0


def jobs(businesses: Iterable[Business]) -> Jobs:
    """Return the figures of the workshops among these businesses; an empty cell adds nothing."""
    found = [each for each in businesses if each.kind == "workshop"]
    return Jobs(
        workshops=len(found),
        running=sum(each.condition in {"normal", "trouble", "loss"} for each in found),
        idle=sum(each.condition == "idle" for each in found),
        posts=sum(each.posts or 0 for each in found),
        priority_posts=sum(each.priority_posts or 0 for each in found),
        unsafe=sum(each.safe is False for each in found),
        safety_unknown=sum(each.safe is None for each in found),
    )
