"""The household's page, signed in, on the real schema, beside the limit of the same stack."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from bench import limit_data, load
from models import session
from models.bulk import values
from models.database import database
from models.household import Household
from web import create_app
from web.clock import SHANGHAI

GOAL = 0.6
READERS = 2_000
PORT = 7810
ROOT = Path(__file__).parents[1]


def measure(build: Path, given: argparse.Namespace) -> list[dict[str, Any]]:
    """Return requests a second of our page over the limit's, and both servers' figures."""
    subprocess.run([str(ROOT / "setup" / "system.sh"), "bench"], check=True)
    ours = demo(build, given.households)
    bare = build / f"bench-limit-{given.households}.db"
    limit_data.make(bare, given.households)
    targets = [
        load.Target(
            "ours", "web:create_app", PORT, sign_in(build, ours), {"DATABASE_URL": ours, **DEMO}
        ),
        load.Target(
            "limit",
            "bench.limit:create_app",
            PORT + 1,
            ask(build, given.households),
            {"LIMIT_DB": str(bare)},
        ),
    ]
    found = load.run(targets, given.rounds)
    return [
        {
            "what": f"household page, {given.households} households, requests a second",
            "ratio": load.ratio(found, "ours", "limit"),
            "goal": GOAL,
            "rounds": {name: [vars_of(each) for each in rows] for name, rows in found.items()},
        }
    ]


DEMO = {"LIANNONG_DEMO": "1"}


def vars_of(figures: load.Figures) -> dict[str, float]:
    """Return one round as plain figures."""
    return {name: getattr(figures, name) for name in figures.__slots__}


def demo(build: Path, households: int) -> str:
    """Fill a demo of that size once, and return its address."""
    url = f"sqlite:///{build}/bench-{households}.db"
    environment = {**os.environ, **DEMO, "DATABASE_URL": url}
    flask = [str(Path(sys.executable).with_name("flask")), "--app", "web"]
    for command in (["database", "up"], ["demo", "--households", str(households), "--json"]):
        subprocess.run([*flask, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
    return url


def sign_in(build: Path, url: str) -> Path:
    """Sign some households in and write the requests for their pages."""
    app = create_app({"DATABASE_URL": url, "LIANNONG_DEMO": "1"})
    now = datetime.now(SHANGHAI)
    file = build / "bench-requests-ours.tsv"
    with app.app_context():
        known = sorted(values(Household.select(Household.id)))
        chosen = random.Random(11).sample(known, min(READERS, len(known)))
        lines = [f"/household\tsession={session.start_household(each, now)}" for each in chosen]
    database.obj.close()
    file.write_text("\n".join(lines) + "\n")
    return file


def ask(build: Path, households: int) -> Path:
    """Write the requests for the limit's pages."""
    dice = random.Random(11)
    file = build / "bench-requests-limit.tsv"
    lines = [f"/h/{dice.randint(1, households)}\t-" for _ in range(READERS)]
    file.write_text("\n".join(lines) + "\n")
    return file
