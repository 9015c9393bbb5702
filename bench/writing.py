"""People who write: a household, its cadre and its township, each write with an id of its own.

A write that got no answer is sent again with the same id until it gets one, as a phone does.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID, uuid4

from bench.server import AWAY, Client

CREATED, SEE_OTHER = 201, 303
PATIENCE = 0.05  # seconds between two tries


@dataclass(frozen=True, slots=True)
class Write:
    """One thing to store: of which kind, where it is sent, and by whom."""

    kind: str
    id: UUID
    path: str
    fields: dict[str, str]
    cookie: str
    about: UUID  # the line, or the dispute


@dataclass(frozen=True, slots=True)
class People:
    """Who writes about one household, by the cookie of each, and the lines they write about."""

    household: UUID
    own: str
    cadre: str
    township: str
    lines: tuple[UUID, ...]


class Writer(threading.Thread):
    """One that goes on until told to stop, and then ends with no write unanswered."""

    def __init__(self, people: People, port: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.people, self.port, self.stop = people, port, stop
        self.acknowledged: list[Write] = []
        self.refused: list[str] = []
        self.repeated = 0

    def run(self) -> None:
        """Write one after the other."""
        with closing(Client(self.port)) as client:
            self._write(client)

    def _write(self, client: Client) -> None:
        for write in writes(self.people):
            if not self._deliver(client, write):
                # What was acknowledged last may arrive once more, and late.
                for again in self.acknowledged[-1:]:
                    self._deliver(client, again)
                    self.repeated += 1
            self.acknowledged.append(write)
            if self.stop.is_set() or self.refused:
                return

    def _deliver(self, client: Client, write: Write) -> bool:
        """Send it until it is answered; return whether once was enough."""
        tries = 0
        while True:
            tries += 1
            try:
                status, body = client.post(
                    write.path, {"id": str(write.id), **write.fields}, headers_of(write)
                )
            except AWAY:
                time.sleep(PATIENCE)
                continue
            if not accepted(write, status, body):
                self.refused.append(f"{write.kind}: {status}")
            self.repeated += tries > 1
            return tries == 1


def headers_of(write: Write) -> dict[str, str]:
    """Return the headers of a form of ours; the check comes from the cadre's queue."""
    accept = "application/json" if write.kind == "check" else "text/html"
    return {"Cookie": f"session={write.cookie}", "Accept": accept}


def accepted(write: Write, status: int, body: bytes) -> bool:
    """Say whether the server has acknowledged this very write."""
    if write.kind == "check":
        return status == CREATED and json.loads(body)["id"] == str(write.id)
    return status == SEE_OTHER


def writes(people: People) -> Iterator[Write]:
    """Yield what is written, for ever: the household says no, is answered, and takes it back."""
    line = people.lines[0]
    while True:
        yield _check(people)
        yield _answer(people, line, "disputed")
        opened = Write(
            "dispute",
            uuid4(),
            "/household/dispute",
            {"reason": "other", "words": "请看看我家的协议"},
            people.own,
            people.household,
        )
        yield opened
        yield _entry("office", f"/dispute/{opened.id}", people.township, opened.id, _EXPLAINED)
        path = f"/household/dispute/{opened.id}"
        yield _entry("word", path, people.own, opened.id, {"kind": "settled"})
        yield _answer(people, line, "none")


_EXPLAINED = {"kind": "answered", "outcome": "explained"}


def _check(people: People) -> Write:
    said = {f"result-{line}": "not_received" for line in people.lines}
    return Write("check", uuid4(), "/visit", said, people.cadre, people.household)


def _answer(people: People, line: UUID, word: str) -> Write:
    said = {"answer": word, "reason": "not_received" if word == "disputed" else ""}
    return Write("answer", uuid4(), f"/due/{line}/answer", said, people.own, line)


def _entry(kind: str, path: str, cookie: str, dispute: UUID, said: dict[str, str]) -> Write:
    return Write(kind, uuid4(), path, said, cookie, dispute)
