"""A PostgreSQL server of the tests' own: its data in a temporary folder, gone when it stops."""

from __future__ import annotations

import getpass
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Self

PROGRAMS = Path("/usr/lib/postgresql")  # where Debian and Ubuntu keep each version's programs
MISSING = (
    "These tests need PostgreSQL, and its program initdb is not here. "
    "Install it with: apt-get install postgresql"
)
# Nothing of a test has to outlive a power cut.
QUICK = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB"
    " -c max_connections=200"
)


class Missing(RuntimeError):
    """PostgreSQL is not installed; the text says how to."""


class Server:
    """A running server: on a free port of this machine, with a password, no rights to anybody."""

    def __init__(self) -> None:
        self.programs = programs()
        self.owner = "postgres" if os.geteuid() == 0 else getpass.getuser()
        self.folder = Path(tempfile.mkdtemp(prefix="liannong-postgresql-"))
        self.password = secrets.token_hex(16)
        self.port = _free_port()
        self.databases = 0

    def __enter__(self) -> Self:
        word = self.folder / "password"
        word.write_text(self.password)
        if os.geteuid() == 0:
            owner = pwd.getpwnam(self.owner)
            for path in (self.folder, word):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        try:
            self._run("initdb", "--username=liannong", f"--pwfile={word}", "--no-sync",
                      "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8",
                      f"--pgdata={self.folder / 'data'}")  # fmt: skip
            self._control("start", "-o", self._options())
        except BaseException:
            shutil.rmtree(self.folder)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._control("stop", "--mode=immediate")
        shutil.rmtree(self.folder)

    def database(self, like: str = "template0") -> str:
        """Make an empty database, or a copy of one at rest, and return its address."""
        self.databases += 1
        name = f"test_{self.databases}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE {like.rpartition('/')[2]}", self.url("postgres"))
        return self.url(name)

    def url(self, name: str) -> str:
        """Return the address of a database."""
        return f"postgresql://liannong:{self.password}@127.0.0.1:{self.port}/{name}"

    def ask(self, statement: str, url: str) -> str:
        """Let psql run a statement, as a person at the server would, and return what it prints."""
        program = [str(self.programs / "psql"), "-XAtq", "-v", "ON_ERROR_STOP=1"]
        done = subprocess.run(
            [*program, "-d", url, "-c", statement],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def _options(self) -> str:
        return f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.folder} {QUICK}"

    def _control(self, what: str, *arguments: str) -> None:
        log = self.folder / "log"
        data = self.folder / "data"
        self._run("pg_ctl", what, "-w", "-s", "-D", str(data), "-l", str(log), *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of the server's as its owner: PostgreSQL refuses to run as root."""
        done = subprocess.run(
            [*self._as_owner(), str(self.programs / program), *arguments],
            check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            cwd=self.folder,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")

    def _as_owner(self) -> list[str]:
        return ["runuser", "-u", self.owner, "--"] if os.geteuid() == 0 else []


def programs() -> Path:
    """Return the folder of the newest version's programs."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    if own := shutil.which("initdb"):
        return Path(own).parent
    raise Missing(MISSING)


def _free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return opened.getsockname()[1]
