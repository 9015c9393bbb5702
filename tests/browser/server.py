"""The product as people meet it: served by granian on a free port, in a folder of its own.

The day is always the same, so that pictures and figures can be compared; its clock runs on.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pyotp
from flask import Flask

import web
from tests import loopback
from tests.browser.canary import Marks
from tests.browser.command import Commands
from web.clock import SHANGHAI

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
HOUSEHOLDS = 60
FACTORY = "tests.browser.server:create_app"
FOLDER, AHEAD = "LIANNONG_TEST_FOLDER", "LIANNONG_TEST_AHEAD"
GRANIAN = (
    *("--interface", "wsgi", "--factory", "--no-ws", "--host", "127.0.0.1"),
    *("--workers", "1", "--blocking-threads", "4"),
    "--access-log",  # a line for each request: none may hold a secret
)
START_SECONDS, STOP_SECONDS = 60, 10


def create_app() -> Flask:
    """Return the product in the folder and at the day that the environment names."""
    loopback.guard()
    ahead = timedelta(seconds=float(os.environ[AHEAD]))
    return web.create_app(
        {"INSTANCE": os.environ[FOLDER], "CLOCK": lambda: datetime.now(SHANGHAI) + ahead}
    )


@dataclass(frozen=True)
class Account:
    """A member of staff of the demo; `totp` is the secret of the second factor, if there is one."""

    user: str
    password: str
    role: str
    scope: str
    totp: str | None = None


@dataclass(frozen=True)
class Card:
    """A household's card with the PIN that opens it."""

    household: str
    url: str
    short_code: str
    pin: str


@dataclass(frozen=True)
class Link:
    """A business's link."""

    business: str
    url: str


class Site:
    """A running server with the people of its demo."""

    def __init__(self, folder: Path, households: int = HOUSEHOLDS) -> None:
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.ahead = MORNING - datetime.now(SHANGHAI)
        self.environment = {
            **{name: value for name, value in os.environ.items() if "LIANNONG" not in name},
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"sqlite:///{folder / 'liannong.db'}",
            "LIANNONG_BASE_URL": self.base,
            "LIANNONG_DEMO": "1",
            "TMPDIR": str(folder / "tmp"),
            FOLDER: str(folder),
            AHEAD: str(self.ahead.total_seconds()),
        }
        self.folder = folder
        (folder / "tmp").mkdir()
        self.commands = Commands(self.environment)
        self.flask("database", "up")
        made = self.flask("demo", "--households", str(households), "--seed", "7", "--json")
        people: dict[str, Any] = json.loads(made)
        self.accounts = [Account(**each) for each in people["accounts"]]
        self.cards = [Card(**each) for each in people["cards"]]
        kept = json.loads((folder / "demo.json").read_text("utf-8"))
        self.links = [Link(**each) for each in kept["links"]]
        self.marks = Marks(folder / "liannong.db", people, kept)
        self.server = self._serve(folder)

    def flask(self, *words: str) -> str:
        """Run a command of the product and return what it prints."""
        done = self.commands.run(*words)
        if done["code"]:
            raise RuntimeError(f"flask {' '.join(words)}\n{done['said']}\n{done['error']}")
        return done["said"]

    def account(self, role: str, which: int = 0) -> Account:
        """Return a member of staff of that role who sees the first card's village."""
        village = f"6523{self.cards[0].household}"
        return [
            each for each in self.accounts if each.role == role and village.startswith(each.scope)
        ][which]

    def code(self, account: Account) -> str:
        """Return what the second factor's app shows now."""
        return pyotp.TOTP(account.totp or "").at(self.now())

    def now(self) -> datetime:
        """Return what the server's clock says."""
        return datetime.now(SHANGHAI) + self.ahead

    def cookie(self, who: Card | Account | Link) -> dict[str, str]:
        """Return the cookie of somebody who is signed in, as a browser keeps it."""
        named = _named(who)
        name, _, value = json.loads(self.flask("demo", "cookie", *named))["cookie"].partition("=")
        return {"name": name, "value": value, "url": self.base}

    def stop(self) -> None:
        """End the server."""
        self.commands.stop()
        self.server.terminate()
        try:
            self.server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()

    def left(self) -> list[str]:
        """Return which marks stand in what the server wrote: its log and its temporary files."""
        files = [self.folder / "server.log", *(self.folder / "tmp").rglob("*")]
        return [
            f"{path.name}: {each}"
            for path in files
            if path.is_file()
            for each in self.marks.found(path.read_bytes().decode("utf-8", "replace"))
        ]

    def _serve(self, folder: Path) -> subprocess.Popen[bytes]:
        said = (folder / "server.log").open("wb")
        server = subprocess.Popen(
            [*_tied(), BIN / "granian", *GRANIAN, "--port", str(self.port), FACTORY],
            cwd=ROOT,
            env=self.environment,
            stdout=said,
            stderr=said,
        )
        said.close()
        self._wait_for(server, folder / "server.log")
        return server

    def _wait_for(self, server: subprocess.Popen[bytes], said: Path) -> None:
        late = time.monotonic() + START_SECONDS
        while time.monotonic() < late and server.poll() is None:
            try:
                urllib.request.urlopen(self.base, timeout=5).close()
            except (URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
            else:
                return
        server.kill()
        server.wait()
        raise RuntimeError(f"The server did not start.\n{said.read_text('utf-8')}")


def _named(who: Card | Account | Link) -> tuple[str, str]:
    if isinstance(who, Link):
        return "--business", who.business
    return ("--card", who.household) if isinstance(who, Card) else ("--user", who.user)


def _tied() -> list[str]:
    """Have the system end the server even where the tests are killed, if it can do that."""
    return ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
