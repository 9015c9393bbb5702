"""The app on a database of its own, with its clock in hand, and people signed in."""

from __future__ import annotations

import shutil
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from models import account, card, database, secret, session
from models.account import Account
from models.card import Card
from models.ids import household_id
from models.schema import TABLES
from web import create_app
from web.access import COOKIE
from web.clock import SHANGHAI

VILLAGE = "652301100200"
SCOPES = {"cadre": VILLAGE, "township": VILLAGE[:9], "county": VILLAGE[:6], "prefecture": "6523"}
PASSWORD = "walnut-cotton-9"


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **spans: float) -> None:
        self.moment += timedelta(**spans)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table and no row, made once and copied for each test."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    database.connect(f"sqlite:///{path}")
    with database.write():  # one wait for the disk, not one for each table
        database.database.obj.create_tables(TABLES)
    database.database.obj.close()
    return path


class Browser(FlaskClient):
    """A browser of today: it says that a form comes from the page that it was on."""

    def __init__(self, *given, **more) -> None:
        super().__init__(*given, **more)
        self.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"


def made(folder: Path, **given) -> Flask:
    """An app as this folder's tests want it: its files lie in `folder`."""
    settings = {
        "TESTING": True,
        "INSTANCE": str(folder),
        "DATABASE_URL": "sqlite://",
        "LIANNONG_DEMO": "1",
        "LIANNONG_BASE_URL": "https://liannong.example",
        "SURVEY_PATIENCE": 30,
    }
    app = create_app(settings | given)
    app.test_client_class = Browser
    return app


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app that tests take turns with: making one costs more than most tests."""
    return made(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def empty_url(tmp_path: Path, empty: Path):
    """The address of a database with every table and no row, until its test's work is done."""
    others = set(threading.enumerate())
    yield f"sqlite:///{shutil.copy(empty, tmp_path / 'test.db')}"
    for job in set(threading.enumerate()) - others:  # else it writes into the next test's file
        job.join()
    database.database.obj.close()


@pytest.fixture
def app(shared: Flask, empty_url: str, tmp_path: Path, clock: Clock):
    """The app on an empty database, with its clock in hand."""
    settings = dict(shared.config)
    shared.config.update(INSTANCE=str(tmp_path), DATABASE_URL=empty_url, CLOCK=clock)
    secret.use(pepper=settings["LIANNONG_PEPPER"], session=settings["LIANNONG_SECRET"])
    database.connect(empty_url)
    yield shared
    shared.config.clear()
    shared.config.update(settings)


@pytest.fixture
def new_app(empty_url: str, tmp_path: Path, clock: Clock) -> Flask:
    """An app of the test's own, for one that adds routes."""
    return made(tmp_path, DATABASE_URL=empty_url, CLOCK=clock)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def household(app: Flask):
    """The key of an invented household, as g.who.household has it."""
    return household_id("652301100200-017")


@pytest.fixture
def own_card(app: Flask, household, clock: Clock) -> Card:
    """The household's card with the PIN 402917."""
    issued = card.issue(household, clock.moment.date())
    card.set_pin(issued, "402917")
    return card.of_household(household)


@pytest.fixture
def as_household(app: Flask, household, clock: Clock) -> FlaskClient:
    """A phone on which the household is signed in."""
    phone = app.test_client()
    phone.set_cookie(COOKIE, session.start_household(household, clock.moment))
    return phone


@pytest.fixture
def staff(app: Flask, clock: Clock):
    """A function: staff("county") makes an account with that role and its scope."""

    def make(role: str, scope: str | None = None, **columns) -> Account:
        user = columns.pop("user", f"{role}{Account.select().count()}")
        given = {"name": "阿依古丽·买买提", "password": PASSWORD, "today": clock.moment.date()}
        return account.create(
            user=user, role=role, scope=scope or SCOPES[role], **(given | columns)
        )

    return make


@pytest.fixture
def sign_in(app: Flask, staff, clock: Clock):
    """A function: sign_in("cadre") returns a client signed in with that role."""

    def make(role: str, scope: str | None = None) -> FlaskClient:
        client = app.test_client()
        client.set_cookie(COOKIE, session.start_account(staff(role, scope).id, clock.moment))
        return client

    return make


@pytest.fixture
def statements(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements sent to the database."""
    sent: list[str] = []
    run = database.database.obj.execute_sql

    def note(sql, *rest, **more):
        sent.append(sql)
        return run(sql, *rest, **more)

    monkeypatch.setattr(database.database.obj, "execute_sql", note)
    return sent


@pytest.fixture
def colleague(app: Flask, staff, clock: Clock):
    """A function: colleague("county", department="财政局") returns a client with its account."""

    def make(role: str, scope: str | None = None, **columns) -> FlaskClient:
        client = app.test_client()
        made = staff(role, scope, **columns)
        client.set_cookie(COOKIE, session.start_account(made.id, clock.moment))
        client.account = made.id
        return client

    return make
