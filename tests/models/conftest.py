"""Databases of both kinds, each test with one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

from models import database
from tests.models.server import Missing, Server
from tests.web.conftest import Browser, Clock
from web import create_app

HOUSEHOLDS = 240
ROOT = Path(__file__).parents[2]
KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; where there is none, its tests fail and say why."""
    try:
        found = Server()
    except Missing as why:
        pytest.fail(str(why), pytrace=False)
    with found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=KINDS)
def kind(request) -> str:
    """Each kind of database in turn."""
    return request.param


@pytest.fixture
def url(kind: str, request, tmp_path: Path) -> str:
    """The address of an empty database."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path / 'test.db'}"
    return request.getfixturevalue("server").database()


def made(url: str, folder: Path, **settings: Any) -> Flask:
    """Make the app on a database, which is the bound one from now on."""
    if database.database.obj is not None:
        database.database.obj.close()
    given = {
        "TESTING": True,
        "INSTANCE": str(folder),
        "DATABASE_URL": url,
        "LIANNONG_PEPPER": "walnut" * 8,
        "LIANNONG_SECRET": "cotton" * 8,
        "LIANNONG_DEMO": "1",
        "LIANNONG_BASE_URL": "https://liannong.example",
        "CLOCK": Clock(),
    }
    app = create_app(given | settings)
    app.test_client_class = Browser
    return app


@pytest.fixture
def app_on(tmp_path: Path, clock: Clock):
    """A function: app_on(url) makes the app on that database."""
    yield lambda url, **settings: made(url, tmp_path, CLOCK=clock, **settings)
    database.database.obj.close()


@pytest.fixture
def app(url: str, app_on) -> Flask:
    return app_on(url)


def run(app: Flask, *words: object) -> str:
    """Run a command of the app that does what it is asked, and return what it prints."""
    done = invoke(app, *words)
    assert done.exit_code == 0, done.output or done.exception
    return done.output


def invoke(app: Flask, *words: object) -> Result:
    """Run a command of the app, in the context that `flask` gives it."""
    with app.app_context():
        return app.test_cli_runner().invoke(args=[str(word) for word in words])


def filled(url: str, folder: Path) -> dict[str, Any]:
    """Fill an empty database with the demo and return the way in for its people."""
    app = made(url, folder)
    run(app, "database", "up")
    output = run(app, "demo", "--households", HOUSEHOLDS, "--json")
    database.database.obj.close()
    return json.loads(output[output.index("{") :])


@pytest.fixture(scope="session")
def sqlite_demo(tmp_path_factory) -> tuple[Path, dict[str, Any]]:
    """A file that holds the demo, and its people."""
    folder = tmp_path_factory.mktemp("demo")
    people = filled(f"sqlite:///{folder / 'demo.db'}", folder)
    return folder / "demo.db", people


@pytest.fixture(scope="session")
def postgresql_demo(server: Server, tmp_path_factory) -> tuple[str, dict[str, Any]]:
    """The address of a database that holds the demo, and its people."""
    url = server.database()
    return url, filled(url, tmp_path_factory.mktemp("demo"))


@pytest.fixture
def demo(kind: str, request, tmp_path: Path) -> tuple[str, dict[str, Any]]:
    """The address of a copy of the demo, and its people."""
    if kind == "sqlite":
        file, people = request.getfixturevalue("sqlite_demo")
        return copied(file, tmp_path / "demo.db"), people
    url, people = request.getfixturevalue("postgresql_demo")
    return request.getfixturevalue("server").database(url), people


def copied(file: Path, to: Path) -> str:
    """Copy a database file at rest and return the address of the copy."""
    with closing(database.open_database(f"sqlite:///{file}")) as opened:
        opened.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    to.write_bytes(file.read_bytes())
    return f"sqlite:///{to}"


@pytest.fixture
def started():
    """A function that starts a program of ours; it ends with the test."""
    running: list[subprocess.Popen[str]] = []

    def start(program: str, *words: str) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                [sys.executable, "-c", program, *words],
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
                text=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()
