"""Businesses at a loss, at a standstill or in trouble; grades; parks (articles 6, 9, 16, 17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.watch.facts import Business

LOSS = Citation("16", "经营亏损的帮扶项目，要妥善整改")
STOPPED = Citation("17", "避免发生关门歇业、倒闭破产等问题，防范出现资产闲置或损失浪费")
TROUBLE = Citation("17", "要帮助其纾困解难")
GRADED = Citation("6", "自治区级以上示范农民合作社、家庭农场等优先安排扶持项目")
PARKS = Citation("9", "优先支持发展前景好、带动能力强、促进就业多的产业园区建设")
HIGH = frozenset({"region", "nation"})
FIRST = frozenset({"cooperative", "family_farm"})

KINDS = {
    kind.code: kind
    for kind in (
        Kind("business.loss", LOSS, ("agreements", "households"), actor="county"),
        Kind(
            "business.stopped",
            STOPPED,
            ("condition", "revival", "agreements", "households"),
            actor="county",
        ),
        Kind("business.trouble", TROUBLE, ("trouble", "households"), "note", "county"),
        Kind("business.graded_first", GRADED, ("grade", "others"), "advice", "county"),
    )
}


@dataclass(frozen=True, slots=True)
class Linked:
    """A business with what hangs on it on a day: standing agreements, households on their rosters.

    `proposed` are projects under review (待审) that it is to implement, `others` those of the same
    county and year that another one is to implement.
    """

    business: Business
    agreements: int = 0
    households: int = 0
    proposed: int = 0
    others: int = 0


def findings(linked: Linked) -> tuple[Finding, ...]:
    """Return the findings about one business; without agreements only its grade counts."""
    return (*_condition(linked), *_grade(linked))


def first(applicants: Iterable[Business]) -> tuple[Business, ...]:
    """Return those who come first among the qualified: 自治区级以上示范 cooperatives and farms."""
    return tuple(each for each in applicants if graded(each) and each.condition in {None, "normal"})


def graded(business: Business) -> bool:
    """Say whether article 6 puts a business first among the qualified."""
    return business.kind in FIRST and business.grade in HIGH


def _condition(linked: Linked) -> Iterator[Finding]:
    business = linked.business
    subject = f"business:{business.number}"
    if not linked.agreements:
        return
    counts: dict[str, Any] = {"agreements": linked.agreements, "households": linked.households}
    if business.condition == "loss":
        yield KINDS["business.loss"].about(subject, **counts)
    elif business.condition == "trouble":
        yield KINDS["business.trouble"].about(
            subject, trouble=business.trouble or "", households=linked.households
        )
    elif business.condition == "closed" or (
        business.condition == "idle" and business.kind != "workshop"
    ):
        revival = business.revival or "none"
        yield KINDS["business.stopped"].about(
            subject,
            weight="must" if revival == "none" else "note",
            condition=business.condition,
            revival=revival,
            **counts,
        )


def _grade(linked: Linked) -> Iterator[Finding]:
    if first((linked.business,)) and linked.others and not linked.proposed:
        yield KINDS["business.graded_first"].about(
            f"business:{linked.business.number}",
            grade=linked.business.grade,
            others=linked.others,
        )


@dataclass(frozen=True, slots=True)
class Parks:
    """Industrial parks 产业园区 of a place (article 9): figures, judged by nobody."""

    parks: int = 0
    running: int = 0
    posts: int = 0
    priority_posts: int = 0


def parks(businesses: Iterable[Business]) -> Parks:
    """Return the figures of the parks among these businesses; an empty cell adds nothing."""
    found = [each for each in businesses if each.kind == "park"]
    return Parks(
        len(found),
        sum(each.condition in {"normal", "trouble", "loss"} for each in found),
        sum(each.posts or 0 for each in found),
        sum(each.priority_posts or 0 for each in found),
    )
