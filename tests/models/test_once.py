"""The same payment, and the same dispute, sent 128 times at once by four processes: one of each."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from models import chain, database
from models.answer import Answer
from models.batch import Batch
from models.dispute import Dispute, DisputeEntry
from models.payment import Payment
from models.verify import verify
from tests.ledger.build import book
from tests.ledger.county import TODAY, WHOLE
from tests.models.conftest import run
from tests.web.lines import add_due, add_household

PROCESSES, THREADS = 4, 32
# Whoever waits too long for the lock on a busy machine is told so, and sends the same again.
COMMON = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID, uuid4
from ledger import store
from ledger.read import read
from models import database, say, secret
from models.outage import OUTAGES

secret.use(pepper="walnut" * 8, session="cotton" * 8)
database.connect(sys.argv[1])
TODAY, SAME = date(2026, 11, 23), UUID(sys.argv[2])

def send(turn):
    while True:
        try:
            return once(turn)
        except OUTAGES as error:
            print(error, file=sys.stderr)
        finally:
            database.database.obj.close()
"""
ATTEND = """
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(32) as pool:
    print(sum(map(bool, pool.map(send, range(32)))), flush=True)
"""
PAY = """
reading = read([("a.xlsx", open(sys.argv[3], "rb").read())])

def once(turn):
    # Half of them are one and the same import, the others each bring the same rows.
    batch = SAME if turn % 2 else uuid4()
    return store.store(reading, store.Import(day=TODAY, batch=batch)).batch == batch
"""
DISPUTE = """
household, line = UUID(sys.argv[3]), UUID(sys.argv[4])

def once(turn):
    word = {"answer": "disputed", "reason": "not_received"}
    return say.give(household, due=line, **word, today=TODAY, id=SAME)
"""


@pytest.fixture
def at_once(started, url):
    """A function: at_once(program, *words) lets all processes begin, and adds up what they say."""

    def go(program: str, *words: object) -> int:
        database.database.obj.close()
        given = (url, str(uuid4()), *map(str, words))
        senders = [started(COMMON + program + ATTEND, *given) for _ in range(PROCESSES)]
        for sender in senders:
            assert sender.stdout.readline() == "ready\n", sender.stderr.read()
        for sender in senders:
            sender.stdin.write("go\n")
            sender.stdin.flush()
        said = [sender.communicate(timeout=150) for sender in senders]
        assert [sender.returncode for sender in senders] == [0] * PROCESSES, said
        return sum(int(out) for out, _ in said)

    return go


def test_the_same_payments_are_there_once(app, at_once, tmp_path):
    run(app, "database", "up")
    before = Batch.select().count()
    file = tmp_path / "a.xlsx"
    file.write_bytes(book(WHOLE))
    assert at_once(PAY, file) == PROCESSES * THREADS, "each is told that its import is stored"
    assert Payment.select().count() == len(WHOLE["发放"]) - 1
    assert Batch.select().count() - before == 1 + PROCESSES * THREADS // 2
    assert verify(TODAY) == [], "the dues count each payment once"
    assert not chain.verify().wrong


def test_the_same_dispute_is_there_once(app, at_once):
    run(app, "database", "up")
    us = add_household("652301100200-017")
    line = add_due(us, late_from=date(2026, 11, 11))
    assert at_once(DISPUTE, us, line) == 1, "one of them stored it"
    for table in (Answer, Dispute, DisputeEntry):
        assert table.select().count() == 1
    assert not chain.verify().wrong
