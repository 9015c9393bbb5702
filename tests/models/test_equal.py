"""PostgreSQL gives what SQLite gives, to the byte."""

import json
import re

import pytest

from ledger.content import answers, rows
from models import database, session
from models.agreement import Agreement
from models.household import Household
from models.ids import household_id
from models.payment import Plan
from tests.models.conftest import copied, run
from web.access import COOKIE

pytestmark = pytest.mark.postgresql
CHOSEN = 25
RANDOM = re.compile(
    r'(?<=name="id" value=")[^"]+|(?<=name="csrf_token" value=")[^"]+'
    r'|(?<="/check/)[^"/]+|(?<=/dispute/)[^"/]+'
)


@pytest.fixture
def both(app_on, sqlite_demo, postgresql_demo, server, tmp_path):
    """A function: both(ask) returns what `ask` of an app returns on each database."""
    addresses = (copied(sqlite_demo[0], tmp_path / "demo.db"), server.database(postgresql_demo[0]))

    def ask(question):
        said = []
        for address in addresses:
            said.append(question(app_on(address)))
            database.database.obj.close()
        return said

    return ask


def some(table):
    numbers = sorted({row.number for row in table.select(table.number)})
    return numbers[:: max(1, len(numbers) // CHOSEN)]


def test_statements_of_households(both):
    def ask(app):
        asked = [(number, year) for number in some(Household) for year in (2025, 2026)]
        return [run(app, "statement", number, "--year", year, "--json") for number, year in asked]

    sqlite, postgresql = both(ask)
    assert sqlite == postgresql
    assert sum(len(json.loads(text)["lines"]) for text in sqlite) > CHOSEN


def test_statements_of_agreements_and_plans(both):
    def ask(app):
        numbers = [*some(Agreement), *some(Plan)]
        given = [("--year", year, "--json") for year in (2025, 2026)]
        said = [run(app, "statement", "--agreement", n, *more) for n in numbers for more in given]
        day = ("--year", 2025, "--on", "2025-12-31", "--json")
        return said + [run(app, "statement", "--agreement", number, *day) for number in numbers]

    sqlite, postgresql = both(ask)
    assert sqlite == postgresql


def test_exports(both, clock):
    def ask(_):
        today = clock.moment.date()
        return {name: list(found) for name, found in rows().items()}, list(answers(today))

    sqlite, postgresql = both(ask)
    assert sqlite == postgresql


def test_pages_of_households(both, clock):
    """Only the ids of forms, checks and disputes are random."""

    def ask(app):
        pages = []
        for number in some(Household):
            phone = app.test_client()
            phone.set_cookie(COOKIE, session.start_household(household_id(number), clock.moment))
            for year in (2025, 2026):
                page = phone.get(f"/household?year={year}")
                assert page.status_code == 200
                pages.append(RANDOM.sub("", page.text))
            for address in sorted(
                set(re.findall(r'href="(/(?:due|agreement)/[^"#?]+)', page.text))
            ):
                found = phone.get(address)
                assert found.status_code == 200, address
                pages.append(RANDOM.sub("", found.text))
        return pages

    sqlite, postgresql = both(ask)
    assert sqlite == postgresql
