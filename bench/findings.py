"""Findings of every county beside a plain pass over the same rows, each in a process of its own.

The pass reads every row of the tables that the findings are made of, and looks at none.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from bench.page import demo
from models import watch
from models.agreement import Agreement, Result, Training
from models.business import Business
from models.database import connect, database
from models.due import Due
from models.household import Delivery, Household, Income, Settlement, Share, Simple
from models.outcome import Outcome
from models.payment import Payment, Plan, Portion
from models.place import Village
from models.project import Asset, Lease, Project
from models.rate import County, Lpr
from web.clock import SHANGHAI

GOAL = 0.5
TABLES: tuple[Any, ...] = (
    *(Agreement, Result, Training, Business, Due, Outcome, Delivery, Household, Income),
    *(Settlement, Share, Simple, Payment, Plan, Portion, Village, Asset, Lease, Project),
    *(County, Lpr),
)
ROOT = Path(__file__).parents[1]


def measure(build: Path, given: argparse.Namespace) -> list[dict[str, Any]]:
    """Return how much longer the findings take than the pass, with seconds and memory of both."""
    url = demo(build, given.households)
    rounds = [{side: alone(side, url) for side in SIDES} for _ in range(given.rounds)]
    ratio = median(each["plain"]["seconds"] / each["findings"]["seconds"] for each in rounds)
    what = f"findings of {given.households} households, beside a plain pass over the same rows"
    return [{"what": what, "ratio": round(ratio, 2), "goal": GOAL, "rounds": rounds}]


def alone(side: str, url: str) -> dict[str, float]:
    """Run one side in a process of its own and return its figures."""
    order = [sys.executable, "-m", "bench.findings", side, url]
    done = subprocess.run(order, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def findings() -> int:
    """Find everything, and return how much there was."""
    return sum(1 for _ in watch.fresh("", today(), stored=True))


def survey() -> int:
    """Bring every county up to date, and return how many there were."""
    watch.mark("")
    return watch.all_up_to_date(today())


def plain() -> int:
    """Read every row, and return how many there were."""
    count = 0
    for table in TABLES:
        rows = database.obj.execute_sql(f'SELECT * FROM "{table._meta.table_name}"')  # noqa: S608 — our own names
        count += sum(1 for _ in rows)
    return count


SIDES: dict[str, Callable[[], int]] = {"findings": findings, "survey": survey, "plain": plain}


def today() -> Any:
    """Return the civil day."""
    return datetime.now(SHANGHAI).date()


def main() -> None:
    """Do one side and print its seconds, its peak of memory in MiB and its count, as JSON."""
    side, url = sys.argv[1:]
    connect(url)
    start = time.perf_counter()
    count = SIDES[side]()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": round(seconds, 2), "peak_mb": round(peak), "count": count}))


if __name__ == "__main__":
    main()
