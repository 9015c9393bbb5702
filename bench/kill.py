"""Kill the whole server with -9 under writing load, and compare what it said with what it holds."""

from __future__ import annotations

import argparse
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.server import Server
from bench.writing import People, Write, Writer
from models import database, session
from models.account import Account
from models.answer import Answer
from models.bulk import values
from models.checklist import of_household
from models.dispute import Dispute, DisputeEntry
from models.household import Household
from models.ids import derive
from models.visit import Check, Visit
from web import create_app
from web.clock import SHANGHAI

WRITERS, LINES = 12, 2
HOUSEHOLDS = 200
PATIENCE = 60  # seconds of writing before a kill, at most
TABLES = (Visit, Check, Answer, Dispute, DisputeEntry)


def drill(folder: Path, given: argparse.Namespace) -> dict[str, Any]:
    """Kill as often as asked, then go on until as many writes as asked are acknowledged."""
    url = given.database or f"sqlite:///{folder / 'drill.db'}"
    server = Server(folder, url, "bench.server:create_app", given.workers)
    fill(server)
    people = sign_in(folder, url)
    before = held()
    database.database.obj.close()
    stop = threading.Event()
    writers = [Writer(each, server.port, stop) for each in people]
    began = time.monotonic()
    kills = storm(server, writers, given)
    stop.set()
    for writer in writers:
        writer.join()
    server.kill()
    wrote = [write for writer in writers for write in writer.acknowledged]
    return {
        "kills": kills,
        "workers": given.workers,
        "seconds": round(time.monotonic() - began),
        "acknowledged": len(wrote),
        "kinds": dict(Counter(write.kind for write in wrote)),
        "repeated": sum(writer.repeated for writer in writers),
        "refused": [each for writer in writers for each in writer.refused],
        **compare(wrote, before),
        **sound(server),
    }


def fill(server: Server) -> None:
    """Fill the empty database with the demo."""
    for words in (("database", "up"), ("demo", "--households", str(HOUSEHOLDS), "--json")):
        done = server.flask(*words)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)


def sign_in(folder: Path, url: str) -> list[People]:
    """Sign in people of some households that have lines and no dispute."""
    create_app({"INSTANCE": str(folder), "DATABASE_URL": url, "LIANNONG_DEMO": "1"})
    now = datetime.now(SHANGHAI)
    busy = set(values(Dispute.select(Dispute.household)))
    staff = {(row.role, row.scope): row.id for row in Account.select()}
    found = []
    for row in Household.select().order_by(Household.number):
        cadre = staff.get(("cadre", row.village))
        township = staff.get(("township", row.village[:9]))
        lines = tuple(each.row.id for each in of_household(row.id, now.date()))[:LINES]
        if len(lines) < LINES or not cadre or not township or row.id in busy:
            continue
        own = session.start_household(row.id, now)
        theirs = [session.start_account(each, now) for each in (cadre, township)]
        found.append(People(row.id, own, theirs[0], theirs[1], lines))
        if len(found) == WRITERS:
            break
    return found


def storm(server: Server, writers: list[Writer], given: argparse.Namespace) -> int:
    """Start and kill the server until there is enough of both, or Ctrl-C; it serves at the end."""
    kills, share = 0, max(2, given.writes // max(1, given.kills))
    server.start()
    for writer in writers:
        writer.start()
    while kills < given.kills or count(writers) < given.writes:
        try:
            wait(writers, random.randint(share // 2, 3 * share // 2 + 1))
        except KeyboardInterrupt:
            break
        if any(each.refused for each in writers):
            break
        server.kill()
        kills += 1
        server.start()
        if kills % 10 == 0:
            print(f"kill: {kills} kills, {count(writers)} acknowledged", flush=True)
    return kills


def wait(writers: list[Writer], more: int) -> None:
    """Wait until some more writes are acknowledged: so many on a slow machine as on a quick one."""
    enough, late = count(writers) + more, time.monotonic() + PATIENCE
    while count(writers) < enough and time.monotonic() < late:
        time.sleep(random.uniform(0.001, 0.02))


def count(writers: list[Writer]) -> int:
    """Return how many writes are acknowledged so far."""
    return sum(len(each.acknowledged) for each in writers)


def held() -> dict[Any, set[UUID]]:
    """Return the ids of every row that the writers add to."""
    return {table: set(values(table.select(table.id))) for table in TABLES}


def compare(wrote: Iterable[Write], before: dict[Any, set[UUID]]) -> dict[str, int]:
    """Return how many writes are lost, stored in part, and how many rows nobody asked for."""
    new = {table: ids - before[table] for table, ids in held().items()}
    checks = Counter(values(Check.select(Check.visit)))
    lost = half = 0
    wanted: dict[Any, set[UUID]] = {table: set() for table in TABLES}
    for write in wrote:
        (table, first), *rest = rows_of(write)
        for each, identity in ((table, first), *rest):
            wanted[each].add(identity)
        lost += first not in new[table]
        half += first in new[table] and (
            any(identity not in new[each] for each, identity in rest)
            or (write.kind == "check" and checks[write.id] != len(write.fields))
        )
    extra = sum(len(new[each] - wanted[each]) for each in TABLES if each is not Check)
    extra += len(new[Check]) - sum(len(each.fields) for each in wrote if each.kind == "check")
    return {"lost": lost, "half": half, "doubled": extra}


def rows_of(write: Write) -> list[tuple[Any, UUID]]:
    """Return the rows that one write makes, the one with its own id first."""
    if write.kind == "check":
        return [(Visit, write.id)]
    if write.kind == "answer":
        entry = derive("dispute", write.id)
        opens = [(Dispute, entry)] if write.fields["answer"] == "disputed" else []
        return [(Answer, write.id), (DisputeEntry, entry), *opens]
    if write.kind == "dispute":
        return [(Dispute, write.id), (DisputeEntry, write.id)]
    if write.kind == "office":
        return [(DisputeEntry, derive("answer", write.id, write.about))]
    return [(DisputeEntry, write.id)]


def sound(server: Server) -> dict[str, Any]:
    """Return what the database says of its pages, and the audit of what it holds."""
    said = server.flask("audit", "verify", "--json")
    pages = "not SQLite"
    if database.is_sqlite():
        pages = database.database.obj.execute_sql("PRAGMA integrity_check").fetchone()[0]
    return {"integrity": pages, "audit": json.loads(said.stdout)}


def bad(found: dict[str, Any]) -> bool:
    """Say whether anything is not as it must be."""
    return (
        any(found[name] for name in ("lost", "half", "doubled", "refused"))
        or found["integrity"] not in {"ok", "not SQLite"}
        or bool(found["audit"]["wrong"])
        or not found["acknowledged"]
    )
