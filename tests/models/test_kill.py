"""A process that is killed while it stores, and several that store at once."""

from __future__ import annotations

import os
import signal
import time

from models import chain, database
from models.verify import verify
from models.visit import Visit
from tests.ledger.build import book
from tests.ledger.county import TODAY, WHOLE, changed
from tests.models.conftest import run
from tests.models.test_both import everything

# Stops where the rows are written and the dues are not.
HALF = """
import sys, time
from datetime import date
from ledger import store
from ledger.read import read
from models import database, secret

def stop(*_):
    print("half", flush=True)
    time.sleep(60)

secret.use(pepper="walnut" * 8, session="cotton" * 8)
database.connect(sys.argv[1])
store.rebuild = stop
reading = read([("a.xlsx", open(sys.argv[2], "rb").read())])
store.store(reading, store.Import(day=date(2026, 11, 23)))
"""
WRITER = """
import sys
from datetime import date
from uuid import uuid4
from models import database, secret, visit
from models.visit import Said

secret.use(pepper="walnut" * 8, session="cotton" * 8)
database.connect(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for _ in range(50):
    visit.store(uuid4(), uuid4(), uuid4(), [Said("received", uuid4())], date(2026, 11, 23))
"""


def test_who_is_killed_while_storing_has_stored_nothing(app, url, started, tmp_path):
    run(app, "database", "up")
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    first.write_bytes(book(WHOLE))
    second.write_bytes(book(changed("协议", 1, "保底比例", 7)))
    run(app, "ledger", "import", first)
    before = everything()
    database.database.obj.close()
    half = started(HALF, url, str(second))
    assert half.stdout.readline() == "half\n", half.stderr.read()
    os.kill(half.pid, signal.SIGKILL)
    half.wait()
    assert everything() == before
    assert verify(TODAY) == []
    run(app, "ledger", "import", second)
    assert everything() != before
    assert verify(TODAY) == []
    assert not chain.verify().wrong


def test_four_writers_wait_for_one_another(app, url, started):
    run(app, "database", "up")
    database.database.obj.close()
    writers = [started(WRITER, url) for _ in range(4)]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n", writer.stderr.read()
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    end = time.monotonic() + 60
    for writer in writers:
        _, said = writer.communicate(timeout=end - time.monotonic())
        assert (writer.returncode, said) == (0, "")
    assert Visit.select().count() == 200
    assert not chain.verify().wrong
