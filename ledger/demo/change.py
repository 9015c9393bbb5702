"""An event of the demo's first household: a new head, which waits for the county."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from ledger.demo.fill import Demo, Made
from models.account import Account
from models.event import By, enter
from models.ids import derive, household_id
from rules.event import first_day

LATELY = timedelta(3)
HEAD = "阿依夏木·吐尔逊"


def change(demo: Demo, made: Made, townships: Mapping[str, Account]) -> None:
    """Let the township enter it once, with the household register for its paper."""
    office = townships[made.villages[0][:9]]
    by = By(office.id, str(office.name), str(office.role))  # type: ignore[arg-type]
    day = max(demo.today - LATELY, first_day(demo.today))
    said = {"kind": "head", "day": day, "evidence": "register", "head": HEAD}
    enter(household_id(made.household), derive("demo", "event"), by, demo.today, **said)
