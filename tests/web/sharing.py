"""An invented collective that shares out: a plan, and as many households as fill some sheets."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from models.database import write
from models.due import Due
from models.household import Household
from models.ids import derive, household_id
from models.parameter import Parameter
from models.payment import Plan, Portion
from models.place import Place
from models.rebuild import rebuild
from tests.web import farm

PLAN = "分-2026/3"
ADDRESS = "/plan/" + quote(PLAN, safe="")
PHONE = "0994-2345678"
POT = 61_234_57  # fen: not to be divided evenly
TOWN = farm.VILLAGE[:9]
COUNTY = farm.VILLAGE[:6]
HEADS = (
    "古丽娜尔·艾合买提",
    "王建国",
    "阿卜杜热合曼·买买提依明·托合提",
    "马秀英",
    "ئايگۈل مەمتىمىن",
)


def number(n: int) -> str:
    """Return the number of the n-th household."""
    return f"{farm.VILLAGE}-{n:03}"


def share(households: int = 31, **columns: Any) -> None:
    """Add the plan with its dues: each household's basis is its place in the list."""
    given = {
        "number": PLAN,
        "village": farm.VILLAGE,
        "year": 2026,
        "received": 100_000_00,
        "use_posts": 20_000_00,
        "use_upkeep": 18_765_43,
        "use_households": POT,
        "basis": "person",
        "unit": "fen",
        "decided_on": date(2026, 11, 20),
        "posted_from": date(2026, 11, 21),
        "posted_to": date(2026, 11, 28),
        "due_on": date(2026, 12, 31),
    } | columns
    with write():
        for code, level, name in (
            (COUNTY, "county", "昌吉市"),
            (TOWN, "township", "六工镇"),
            (farm.VILLAGE, "village", "十三户村"),
        ):
            Place.create(code=code, level=level, name=name, parent=code[:4])
        farm.add(Plan, **given)
        for n in range(1, households + 1):
            add_household(number(n), HEADS[n % len(HEADS)])
            farm.add(Portion, holder=number(n), plan=PLAN, basis=(n % 6 + 1) * 10_000)
        rebuild({PLAN}, (), farm.TODAY)


def add_household(name: str, head: str, village: str = farm.VILLAGE) -> None:
    """Add a household to the ledger."""
    key = household_id(name)
    farm.add(Household, id=key, number=name, village=village, head=head, category="lifted")


def settle(name: str, value: str) -> None:
    """Let the county settle what the text leaves open."""
    day = date(2026, 1, 1)
    Parameter.create(
        id=derive("test", name), county=COUNTY, name=name, value=value,
        in_force_from=day, set_on=day,
    )  # fmt: skip


def amounts() -> dict[str, int]:
    """Return what each household has of the plan, fen by number, from its stored line."""
    rows = Due.select().where((Due.ref == PLAN) & (Due.party == "household"))
    return {row.party_number: row.due for row in rows}
