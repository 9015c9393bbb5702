"""Several processes serve: what ends for one has ended for all, and what is once is once."""

from __future__ import annotations

import subprocess

import pytest

from models import account, database, recovery, session, staff
from tests.models.conftest import Clock, run
from tests.web.conftest import PASSWORD

WORKERS = 3
# A process of its own, with connections of its own: each line is an address to get, or a recovery
# code to sign in with.
WORKER = """
import sys
from pathlib import Path
from tests.models.conftest import made

app = made(sys.argv[1], Path(sys.argv[2]))
client = app.test_client()
client.set_cookie("session", sys.argv[3])
print("ready", flush=True)
for line in sys.stdin:
    word = line.strip()
    if word.startswith("/"):
        answer = client.get(word)
    else:
        answer = client.post("/signin", data={"recovery": word})
    print(answer.status_code, answer.location, flush=True)
"""


@pytest.fixture
def people(app):
    """An empty database, with a function that makes an account of a role."""
    run(app, "database", "up")

    def make(role: str, scope: str):
        given = {"name": "马兰", "password": PASSWORD, "today": Clock().moment.date()}
        return account.create(user=role, role=role, scope=scope, **given)

    return make


@pytest.fixture
def serve(started, url, tmp_path):
    """A function: serve(cookie) starts the processes, each with this sign-in."""

    def start(cookie: str) -> list[subprocess.Popen[str]]:
        database.database.obj.close()
        workers = [started(WORKER, url, str(tmp_path), cookie) for _ in range(WORKERS)]
        for worker in workers:
            assert worker.stdout.readline() == "ready\n", worker.stderr.read()
        return workers

    return start


def ask(workers: list[subprocess.Popen[str]], word: str) -> list[str]:
    """Ask all of them at once and return what each answers."""
    for worker in workers:
        worker.stdin.write(f"{word}\n")
        worker.stdin.flush()
    return [worker.stdout.readline().strip() for worker in workers]


def test_a_disabled_account_is_refused_by_every_process_at_its_next_request(people, serve):
    made = people("cadre", "652301100200")
    workers = serve(session.start_account(made.id, Clock().moment))
    assert ask(workers, "/visit") == ["200 None"] * WORKERS
    staff.disable(made.id, Clock().moment.date())
    assert ask(workers, "/visit") == ["303 /signin?next=/visit"] * WORKERS
    staff.enable(made.id)
    assert ask(workers, "/visit") == ["303 /signin?next=/visit"] * WORKERS


def test_ending_all_others_ends_them_in_every_process(people, serve):
    made = people("cadre", "652301100200")
    workers = serve(session.start_account(made.id, Clock().moment))
    own = session.start_account(made.id, Clock().moment)
    session.end_others(made.id, own)
    assert ask(workers, "/visit") == ["303 /signin?next=/visit"] * WORKERS
    assert session.find(own, Clock().moment)


def test_a_recovery_code_lets_one_process_in(people, serve):
    made = people("county", "652301")
    code = recovery.renew(made.id)[0]
    workers = serve(session.start_code(made.id, Clock().moment))
    answers = ask(workers, code)
    assert sorted(answers) == ["303 /recovery"] + ["422 None"] * (WORKERS - 1)
    assert recovery.left(made.id) == recovery.CODES - 1
