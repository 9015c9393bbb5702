"""The product as `make run` serves it, in a folder of its own, to be killed and started again."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask

import web

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
FOLDER = "LIANNONG_DRILL_FOLDER"
START_SECONDS, ANSWER_SECONDS, STOP_SECONDS = 120, 60, 20
AWAY = (OSError, http.client.HTTPException)  # what a client meets where nothing is served


def create_app() -> Flask:
    """Return the product with its own files in the folder that the environment names."""
    return web.create_app({"INSTANCE": os.environ[FOLDER]})


class Server:
    """A granian of several workers, which end with it: all of them are one process group."""

    def __init__(
        self, folder: Path, url: str, app: str, workers: int, settings: Mapping[str, str] = {}
    ) -> None:
        self.folder, self.app, self.workers = folder, app, workers
        self.port = free_port()
        self.environment = {
            **{name: value for name, value in os.environ.items() if "LIANNONG" not in name},
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": url,
            "LIANNONG_DEMO": "1",
            FOLDER: str(folder),
            **settings,
        }
        self.log = folder / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    def flask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the product and return what it said."""
        command = [str(BIN / "flask"), "--app", self.app, *words]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )

    def start(self) -> None:
        """Serve, and return when the first request is answered."""
        command = [
            *(str(BIN / "granian"), "--interface", "wsgi", "--factory", "--no-ws"),
            *("--host", "127.0.0.1", "--port", str(self.port), "--log-level", "error"),
            *("--workers", str(self.workers), "--blocking-threads", "4", self.app),
        ]
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        late = time.monotonic() + START_SECONDS
        while not answers(self.port):
            if time.monotonic() > late or self.process.poll() is not None:
                raise RuntimeError(self.log.read_text("utf-8")[-2000:])
            time.sleep(0.05)

    def kill(self) -> None:
        """End the server and every worker; -9 leaves none of them a moment to put things right."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(STOP_SECONDS)
            self.process = None


def answers(port: int) -> bool:
    """Say whether anything is served there, if only that the database is away."""
    try:
        with closing(Client(port)) as client:
            return bool(client.get("/policy"))
    except AWAY:
        return False


class Client:
    """One client and its connection."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
        """Ask for a page; return its status and body."""
        return self._ask("GET", path, None, headers or {})

    def post(
        self, path: str, fields: Mapping[str, str], headers: Mapping[str, str] | None = None
    ) -> tuple[int, bytes]:
        """Send a form; return the answer's status and body."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields), {**kind, **(headers or {})})

    def close(self) -> None:
        """Hang up."""
        self.connection.close()

    def _ask(
        self, method: str, path: str, body: str | None, headers: Mapping[str, str]
    ) -> tuple[int, bytes]:
        try:
            self.connection.request(method, path, body, dict(headers))
            answer = self.connection.getresponse()
            return answer.status, answer.read()
        except AWAY:
            self.connection.close()
            raise


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
