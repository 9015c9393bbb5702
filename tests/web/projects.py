"""An application for a project as a form sends it, and who has to do with it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import uuid4

from bs4 import BeautifulSoup

from tests.ledger.county import VILLAGE
from tests.ledger.gate import NUMBER, OURS

ADDRESS = "/project/" + quote(NUMBER)
OTHER_TOWN, OTHER_COUNTY = "652301002", "652302"
TYPED = {
    "number": NUMBER,
    "name": "北门村冷库",
    "village": VILLAGE,
    "year": "2026",
    "kind": "operating",
    "legacy": "",
    "industry": "yes",
    "fund_central": "100 万元",
    "department": OURS,
    "implementer": "三工镇政府",
    "mechanism": "保底收益加按股分红，签订协议",
    "expected_households": "20",
    "expected_gain": "800.00",
}
# Three verdicts with their reasons.
VERDICTS = {
    name: value
    for each in ("scientific", "reasonable", "feasible")
    for name, value in ((each, "yes"), (f"{each}_reason", "有依据，可以做"))
}


def page(response: Any) -> BeautifulSoup:
    """Return the page of an answer."""
    return BeautifulSoup(response.data, "html.parser")


def sent(**change: Any) -> dict[str, Any]:
    """Return a form with an id of its own."""
    return {"id": str(uuid4())} | change


def typed_in(shown: BeautifulSoup) -> dict[str, str]:
    """Return what a form holds, as a browser would send it."""
    kept = {each["name"]: each.get("value", "") for each in shown.select("main input[name]")}
    kept |= {each["name"]: each.text for each in shown.select("main textarea[name]")}
    for each in shown.select("main select[name]"):
        chosen = each.select_one("option[selected]")
        kept[each["name"]] = chosen["value"] if chosen else ""
    return kept
