"""Kill writers with -9 again and again: what was acknowledged must be there, once and whole.

Three processes store visits and name each one once it is stored; all are killed at a random moment.
`make drill` writes build/drill.json. It runs on SQLite; a power cut and several machines are not
shown by it.
"""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from models import chain, database, schema, secret, visit
from models.bulk import values
from models.visit import Check, Said, Visit

BUILD = Path(__file__).parents[1] / "build"
KILLS, WRITERS = 20, 3
TODAY = date(2026, 11, 23)


def main() -> None:
    """Kill the writers many times and compare what they said with what is stored."""
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
    if sys.argv[1:2] == ["writer"]:
        write(sys.argv[2])
    BUILD.mkdir(exist_ok=True)
    url = f"sqlite:///{fresh(BUILD / 'drill.db')}"
    schema.migrate(database.connect(url))
    said: list[UUID] = []
    for _ in range(KILLS):
        said += killed(url)
    found = compare(said)
    (BUILD / "drill.json").write_text(json.dumps(found, indent=1) + "\n")
    print(json.dumps(found))
    sys.exit(bool(found["lost"] or found["half"] or found["wrong"]) or not said)


def fresh(file: Path) -> Path:
    """Return the file's path with nothing there."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    return file


def write(url: str) -> None:
    """Store visits for ever and name each one that is stored."""
    database.connect(url)
    while True:
        number = uuid4()
        visit.store(number, uuid4(), uuid4(), [Said("received", uuid4())], TODAY)
        print(number, flush=True)


def killed(url: str) -> list[UUID]:
    """Let some writers write, kill them at a random moment, and return what they named."""
    command = [sys.executable, "-m", "bench.drill", "writer", url]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(WRITERS)]
    time.sleep(random.uniform(1.0, 2.0))
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
    lines = [line for writer in writers for line in writer.communicate()[0].splitlines()]
    # The last line of a killed process may be cut.
    return [UUID(line) for line in lines if len(line) == len(str(uuid4()))]


def compare(said: list[UUID]) -> dict[str, int]:
    """Return how many visits were named, are stored, lost, or stored without their check.

    `wrong`: what of the audit does not hold.
    """
    stored = set(values(Visit.select(Visit.id)))
    checked = set(values(Check.select(Check.visit)))
    return {
        "kills": KILLS,
        "acknowledged": len(said),
        "stored": len(stored),
        "lost": len(set(said) - stored),
        "half": len(stored - checked),
        "wrong": len(chain.verify().wrong),
    }


if __name__ == "__main__":
    main()
