"""Load on pages: each server on one core, the load on another, the targets in turn."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
RESULT = re.compile(r"RESULT (\S+) (\S+) (\S+) (\d+) (\d+)")
CONNECTIONS = 4


@dataclass(frozen=True, slots=True)
class Target:
    """A page to load: where it is served, and the file of its requests (path, tab, cookie)."""

    name: str
    app: str
    port: int
    requests: Path
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """One round: requests a second, milliseconds at half and at 99 %, failures, bytes."""

    rate: float
    half: float
    most: float
    failed: int
    size: int


def run(targets: Sequence[Target], rounds: int, seconds: int = 3) -> dict[str, list[Figures]]:
    """Load each target in each round; the first round warms up and does not count."""
    found: dict[str, list[Figures]] = {target.name: [] for target in targets}
    with servers(targets):
        for number in range(rounds + 1):
            for target in targets:
                figures = load(target, seconds if number else 1)
                if number:
                    found[target.name].append(figures)
    return found


def ratio(found: Mapping[str, Sequence[Figures]], ours: str, limit: str) -> float:
    """Return the middle of the rounds' own ratios."""
    pairs = zip(found[ours], found[limit], strict=True)
    return round(median(mine.rate / its.rate for mine, its in pairs), 3)


@contextmanager
def servers(targets: Sequence[Target]) -> Iterator[None]:
    """Serve every target while the block runs."""
    running = [start(target) for target in targets]
    try:
        for target in targets:
            wait(target)
        yield
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(10)


def start(target: Target) -> subprocess.Popen[bytes]:
    """Start a server of one worker with one thread on the first core."""
    granian = Path(sys.executable).with_name("granian")
    command = [
        *pinned(0),
        *(str(granian), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(target.port)),
        *("--workers", "1", "--blocking-threads", "1", "--log-level", "error"),
        *(("--factory",) if "create_app" in target.app else ()),
        target.app,
    ]
    environment = {**os.environ, **target.environment, "PYTHONPATH": str(HERE.parent)}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )


def wait(target: Target) -> None:
    """Wait until the first request is answered."""
    path, cookie = target.requests.read_text().splitlines()[0].split("\t")
    asked = urllib.request.Request(f"http://127.0.0.1:{target.port}{path}")
    asked.add_header("Cookie", cookie)
    for _ in range(100):
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310 — the same
                if answer.status == 200:  # noqa: PLR2004 — OK
                    return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"{target.name} does not answer {path}")


def load(target: Target, seconds: int) -> Figures:
    """Ask for the target's pages as quickly as four connections can."""
    out = subprocess.run(
        [
            *pinned(1),
            *("wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / "load.lua")),
            *(f"http://127.0.0.1:{target.port}", "--", str(target.requests)),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = RESULT.search(out)
    if found is None:
        raise RuntimeError(out)
    rate, half, most, failed, size = found.groups()
    return Figures(float(rate), float(half), float(most), int(failed), int(size))


def pinned(core: int) -> list[str]:
    """Return what keeps a program on one core."""
    return ["taskset", "-c", str(core)] if shutil.which("taskset") else []
