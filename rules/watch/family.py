"""The three families of article 3 on top of the county's page: 带得准, 带得稳, 带得久.

Each is made of named figures, a part of a base that is named too, and of the codes of the findings
that belong to it. There is no score: nothing here is added up over figures or places.
"""

from __future__ import annotations

from dataclasses import dataclass

from rules.article import Citation
from rules.number import RATE

RIGHT = Citation("3", "带得准")
STEADY = Citation("3", "带得稳")
LASTING = Citation("3", "带得久")


@dataclass(frozen=True, slots=True)
class Figure:
    """`part` of `whole`; `base` names the whole, `codes` the findings that the rest leads to.

    Counts, or fen where `money`. A base of 0 has no rate.
    """

    name: str
    part: int
    whole: int
    base: str
    codes: tuple[str, ...] = ()
    money: bool = False

    @property
    def rate(self) -> int | None:
        """The part of the base in hundred-thousandths, cut and never rounded up to a whole."""
        return self.part * RATE // self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Family:
    """One family: `name` is right, steady or lasting."""

    name: str
    citation: Citation
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What the figures of a place are made of, each a count or a sum on one day.

    Households: `eligible` 脱贫户 that qualify, and those in a measure; `linked` all households in
    something, and the 脱贫户 and 监测对象 among them; `labourless` low-income 脱贫户 without any
    labour, and those with a quantified share. Money and lines due to households by the day;
    `confirmed` of the lines that were paid. Agreements that began `years` or more ago, and those of
    them under which the household is still linked and the business runs.
    """

    eligible: int = 0
    eligible_in_measure: int = 0
    linked: int = 0
    linked_priority: int = 0
    labourless: int = 0
    labourless_with_share: int = 0
    villages: int = 0
    villages_with_business: int = 0
    due: int = 0
    received: int = 0
    lines: int = 0
    lines_in_time: int = 0
    lines_paid: int = 0
    lines_confirmed: int = 0
    agreements: int = 0
    agreements_without_floor_gap: int = 0
    years: int = 1
    old_agreements: int = 0
    old_agreements_running: int = 0
    assets: int = 0
    assets_in_use: int = 0
    projects: int = 0
    projects_without_loss: int = 0


def families(counts: Counts) -> tuple[Family, Family, Family]:
    """Return the three families of a place."""
    return right(counts), steady(counts), lasting(counts)


def right(counts: Counts) -> Family:
    """带得准: the right households first, and none left out."""
    return Family(
        "right",
        RIGHT,
        (
            Figure(
                "in_measure",
                counts.eligible_in_measure,
                counts.eligible,
                "eligible",
                ("household.no_measure", "project.others_before_eligible"),
            ),
            Figure("priority", counts.linked_priority, counts.linked, "linked"),
            Figure(
                "labourless",
                counts.labourless_with_share,
                counts.labourless,
                "labourless",
                ("agreement.labourless_left_out",),
            ),
            Figure(
                "villages",
                counts.villages_with_business,
                counts.villages,
                "qualified_villages",
                ("village.no_business",),
            ),
        ),
    )


def steady(counts: Counts) -> Family:
    """带得稳: paid in full and in time."""
    late = ("payment.overdue", "payment.short")
    floors = ("agreement.rate_below_lpr", "agreement.lease_below_depreciation")
    floors += ("agreement.no_guarantee",)
    return Family(
        "steady",
        STEADY,
        (
            Figure("received", counts.received, counts.due, "due", late, money=True),
            Figure("in_time", counts.lines_in_time, counts.lines, "lines", late),
            Figure("confirmed", counts.lines_confirmed, counts.lines_paid, "lines_paid"),
            Figure(
                "floors",
                counts.agreements_without_floor_gap,
                counts.agreements,
                "agreements",
                floors,
            ),
        ),
    )


def lasting(counts: Counts) -> Family:
    """带得久: still running after the years, nothing idle."""
    return Family(
        "lasting",
        LASTING,
        (
            Figure(
                "running",
                counts.old_agreements_running,
                counts.old_agreements,
                "old_agreements",
                ("business.stopped", "project.nominal"),
            ),
            Figure(
                "in_use",
                counts.assets_in_use,
                counts.assets,
                "assets",
                ("project.idle", "project.underused", "workshop.idle"),
            ),
            Figure(
                "without_loss",
                counts.projects_without_loss,
                counts.projects,
                "projects",
                ("project.loss", "business.loss"),
            ),
        ),
    )
