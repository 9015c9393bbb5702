"""The app of tests/web, a database that the migrations made, and the pages of every reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import pytest
from flask import Flask

from ledger.demo import showcase
from models import database, schema, secret
from models.access import Access
from models.account import Account
from models.household import Household, Income
from models.ids import household_id
from tests.web import conftest as web
from tests.web.matrix import MATRIX
from tests.web.owners import Owners, owners
from tests.web.test_matrix import NUMBER, address, more, readers, routes

app, client, clock, empty, empty_url, shared = (
    web.app, web.client, web.clock, web.empty, web.empty_url, web.shared,
)  # fmt: skip
as_household, household, own_card, sign_in, staff = (
    web.as_household, web.household, web.own_card, web.sign_in, web.staff,
)  # fmt: skip

SIZE = "240"
INCOME = 76_543_21  # 76,543.21 yuan, an amount that nothing else in the demo has


class Page(NamedTuple):
    """A page as one reader got it, with the households whose number it shows."""

    endpoint: str
    reader: str  # a letter of tests/web/matrix.py
    account: str
    text: str
    shown: frozenset[str]
    noted: frozenset[str]  # households of which the page's reader had an opening noted by then


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, Any]]]:
    """The schema as the migrations make it: table → column → type and whether it must be filled."""
    path = tmp_path_factory.mktemp("schema") / "schema.db"
    opened = database.open_database(f"sqlite:///{path}")
    schema.migrate(opened)
    with closing(opened):
        names = [table._meta.table_name for table in schema.TABLES]
        return {
            name: {
                row[1]: {"type": row[2].upper(), "filled": bool(row[3] or row[5])}
                for row in opened.execute_sql(f'PRAGMA table_info("{name}")').fetchall()
            }
            for name in names
        }


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Every page of the demo as each reader gets it, once."""
    folder = tmp_path_factory.mktemp("trust")
    url = f"sqlite:///{folder / 'demo.db'}"
    demo = web.made(folder, DATABASE_URL=url, CLOCK=web.Clock())
    with demo.app_context():
        for words in (("database", "up"), ("demo", "--households", SIZE)):
            done = demo.test_cli_runner().invoke(args=words)
            assert done.exit_code == 0, done.output
        ours = showcase.VILLAGE
        theirs = next(row.village for row in Household.select() if row.village[:6] != ours[:6])
        more(ours)
        for row in list(Household.select()):
            year = {"household": row.id, "id": uuid4(), "holder": row.number, "batch": row.batch}
            Income.create(**year, year=2021, per_head=INCOME, operating=INCOME)
        found = list(_walk(demo, ours, theirs))
    database.database.obj.close()
    return found


def _walk(demo: Flask, ours: str, theirs: str) -> Iterator[Page]:
    secret.use(pepper=demo.config["LIANNONG_PEPPER"], session=demo.config["LIANNONG_SECRET"])
    owned = owners()
    known = {each.letter: each for each in reversed(readers(demo, ours, theirs))}.values()
    numbers = {row.number for row in Household.select()}
    accounts = {row.user: str(row.id) for row in Account.select()}
    for endpoint, method, names in routes(demo):
        allowed, concept = MATRIX[endpoint]
        if method != "GET" or "token" in names:
            continue
        for reader in known:
            if reader.letter not in allowed and allowed != "A":
                continue
            for key in _keys(owned, concept, reader):
                found = reader.client.get(address(demo, endpoint, method, names, key))
                if found.status_code == 200 and found.mimetype == "text/html":
                    user = "mp" if reader.letter == "P" else f"m{reader.letter}{reader.own}".lower()
                    account = accounts.get(user, "")
                    yield _page(endpoint, reader.letter, account, found.text, numbers)


def _keys(owned: dict[str, Owners], concept: str, reader: Any) -> list[str]:
    """Return an object of that kind which the reader may see, or a stand-in where there is none."""
    if concept not in owned:
        return ["10"]
    return [key for key, own in owned[concept].items() if reader.sees(own)][:1]


def _page(endpoint: str, reader: str, account: str, text: str, numbers: set[str]) -> Page:
    mine = Access.select(Access.household).where(Access.account == account) if account else ()
    noted = {row.household for row in mine}
    shown = frozenset(set(NUMBER.findall(text)) & numbers)
    known = frozenset(number for number in shown if household_id(number) in noted)
    return Page(endpoint, reader, account, text, shown, known)


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[2]
