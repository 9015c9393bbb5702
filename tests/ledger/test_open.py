"""The child: limited before it reads, told no secret, and gone whatever happens."""

import json
import subprocess
import sys
import time

import pytest

from ledger import open as opening
from ledger.child import MEMORY, SECONDS
from ledger.problem import Refused
from tests.ledger.build import honest

LIMITS = """
import sys; sys.path += sys.argv[1:]
import json, os, resource
from ledger.child import limit
limit()
names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_CORE")
print(json.dumps([resource.getrlimit(getattr(resource, n))[1] for n in names]))
print(json.dumps(sorted(os.environ)))
"""


def test_its_limits_hold_before_it_reads():
    command = [sys.executable, "-I", "-S", "-c", LIMITS, *opening._paths()]
    done = subprocess.run(
        command, capture_output=True, check=True, text=True, env=opening._environment()
    )
    limits, names = map(json.loads, done.stdout.splitlines())
    assert limits == [MEMORY, SECONDS, 0, 0]
    assert set(names) <= {"PATH", "LD_LIBRARY_PATH", "LC_CTYPE"}


def test_it_is_told_no_secret(monkeypatch):
    monkeypatch.setenv("LIANNONG_PEPPER", "invented")
    assert not {"LIANNONG_PEPPER", "LIANNONG_SECRET", "DATABASE_URL"} & set(opening._environment())


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        ("while True: pass", "file_slow"),
        ("import time; time.sleep(60)", "file_slow"),
        ("import os; os.abort()", "file_memory"),
        ("raise SystemExit(1)", "file_broken"),
        ("print('{\"dropped\": 1}')", "file_broken"),
        ("import sys; sys.stdin.read(); raise RuntimeError", "file_broken"),
        ("print('x' * 1000)", "file_broken"),
        ("print('[]')", "file_broken"),
    ],
)
def test_whatever_it_does_it_is_a_refusal(monkeypatch, code, refusal):
    monkeypatch.setattr(opening, "START", code)
    monkeypatch.setattr(opening, "PATIENCE", 1)
    begun = time.monotonic()
    with pytest.raises(Refused) as refused:
        list(opening.messages("a.xlsx", honest() * 40))
    assert refused.value.code == refusal
    assert time.monotonic() - begun < 5


def test_it_may_not_talk_without_end(monkeypatch):
    monkeypatch.setattr(opening, "START", "while True: print('{\"dropped\": 1}')")
    monkeypatch.setattr(opening, "MOST", 1000)
    with pytest.raises(Refused, match="file_memory"):
        list(opening.messages("a.xlsx", b""))


def test_no_child_is_left_when_nobody_listens_any_more(monkeypatch):
    started = []

    class Seen(subprocess.Popen):
        def __init__(self, *words, **settings):
            super().__init__(*words, **settings)
            started.append(self)

    monkeypatch.setattr(opening.subprocess, "Popen", Seen)
    said = opening.messages("a.xlsx", honest())
    next(said)
    said.close()
    assert len(started) == 1
    assert started[0].returncode is not None  # it was ended and waited for
