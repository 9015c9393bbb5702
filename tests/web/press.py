"""A village whose township and county print cards, step by step."""

from __future__ import annotations

from uuid import uuid4

from models.place import Place
from tests.web.lines import VILLAGE, add_household

HEADS = ("马兰", "王建国", "热西旦·艾合买提", "赵伟", "巴合提·努尔兰", "古丽", "马秀英")


def village(count: int = len(HEADS)) -> list:
    """Put a village of invented households into the ledger."""
    Place.create(code=VILLAGE[:9], level="township", name="榆树沟镇", parent=VILLAGE[:6])
    Place.create(code=VILLAGE, level="village", name="榆树沟村", parent=VILLAGE[:9])
    return [
        add_household(f"652301100200-{n:03}", head=HEADS[n % len(HEADS)])
        for n in range(1, count + 1)
    ]


def asked(township, which: str = "none") -> str:
    """Ask for the village's cards; return the printing's address."""
    sent = {"id": str(uuid4()), "place": VILLAGE, "which": which}
    return township.post("/printing/new", data=sent).location


def approved(township, county, which: str = "none") -> str:
    """The same, and approved."""
    address = asked(township, which)
    assert county.post(f"{address}/decide", data={"decision": "approve"}).status_code == 303
    return address


def made(township, county, which: str = "none") -> str:
    """The same, with the cards printed."""
    address = approved(township, county, which)
    assert township.post(f"{address}/card/start").status_code == 303
    return address
