"""Rule 11: income is for the county's articles 5 and 20 alone, and every look at it is noted."""

from __future__ import annotations

import ast
import re

import pytest

from models.access import Access
from models.finding import OF_INCOME
from tests.trust.conftest import INCOME
from tests.web import farm
from tests.web.findings import found, places, surveyed
from tests.web.lines import add_household

# Modules that may ask for incomes, each with its reason.
READERS = {
    "ledger/content.py": "sheet 收入 in the county's own export",
    "ledger/target.py": "which table a sheet is stored in",
    "ledger/demo/people.py": "the demo",
    "models/assessment.py": "the article 5 figure of a whole county",
    "models/leaving.py": "erases them earlier where the household asks",
    "models/retention.py": "erases them",
    "models/schema.py": "the list of tables",
    "models/watch/county.py": "sums of groups, article 5",
    "models/watch/household.py": "a sudden fall, article 20",
}
PERCENT = "41.5"


@pytest.fixture
def fallen(app):
    """A finding about a household whose income fell, which is the county's alone."""
    places()
    surveyed()
    add_household(farm.OURS)
    params = {"year": "2025", "fall": PERCENT, "linked": "0"}
    return found("household.income_fell", f"household:{farm.OURS}", params=params)


def test_no_page_of_anybody_but_the_household_and_the_county_has_an_amount(pages):
    amount = re.compile(r"76,?543|7654321")
    assert str(INCOME) == "7654321"
    seen = {page.reader for page in pages if amount.search(page.text)}
    assert seen <= {"H", "C"}
    assert "H" in seen, "the household reads its own"


def test_the_township_has_no_finding_about_income(fallen, sign_in):
    township, county = sign_in("township"), sign_in("county")
    assert OF_INCOME == ("household.income_fell",)
    for path in ("/finding", f"/finding?subject=household:{farm.OURS}", "/finding?state=ended"):
        assert str(fallen) not in township.get(path).text
    assert township.get(f"/finding/{fallen}").status_code == 404
    assert str(fallen) in county.get("/finding").text
    assert PERCENT in county.get(f"/finding/{fallen}").text


def test_neither_has_the_village_nor_the_prefecture(fallen, sign_in):
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get(f"/finding/{fallen}").status_code == 404


def test_looking_at_one_is_noted_for_the_household(fallen, sign_in):
    sign_in("county").get(f"/finding/{fallen}")
    assert [row.purpose for row in Access.select()] == ["finding"]


def test_taking_incomes_out_is_noted_for_every_household(fallen, sign_in):
    sign_in("county").post("/ledger/export", data={"reason": "export_report"})
    assert {row.purpose for row in Access.select()} == {"export_report"}
    assert Access.select().count() == 1


def test_only_these_modules_ask_for_incomes(root):
    asking = set()
    for folder in ("models", "ledger", "web"):
        for path in (root / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and "Income" in {n.name for n in node.names}:
                    asking.add(str(path.relative_to(root)))
    assert asking <= READERS.keys(), asking - READERS.keys()
