"""Many guess at the PINs of a few cards at once: across workers, a kill -9 and clocks that jump.

Never are more than five guesses a day counted for a card. What is over the limit is refused before
it is hashed: the server of this drill notes each time that it hashes a PIN, and for which card.
"""

from __future__ import annotations

import argparse
import os
import random
import threading
import time
from collections import Counter
from contextlib import closing
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask import Flask

import web
from bench.server import AWAY, FOLDER, Client, Server
from models import card, database, schema, secret
from web.clock import SHANGHAI

CLIENTS, WORKERS, CARDS = 16, 4, 4
PIN = "402917"
AHEAD, HASHED = "ahead", "hashed"
PAUSE = 0.02  # seconds between two looks


def create_app() -> Flask:
    """Return the product with a clock that a file sets forward, noting every PIN it hashes."""
    folder = Path(os.environ[FOLDER])

    def clock() -> datetime:
        return datetime.now(SHANGHAI) + timedelta(days=int((folder / AHEAD).read_text()))

    app = web.create_app({"INSTANCE": str(folder), "CLOCK": clock})
    noted = os.open(folder / HASHED, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    matches = secret.matches

    def noting(purpose: str, text: str, stored: str | None) -> bool:
        os.write(noted, f"{purpose} {text.partition(':')[0]} {clock().date()}\n".encode())
        return matches(purpose, text, stored)

    secret.matches = noting
    return app


class Guesser(threading.Thread):
    """One client that guesses at the cards in turn, whatever it is told."""

    def __init__(self, port: int, addresses: list[str], guesses: int) -> None:
        super().__init__(daemon=True)
        self.port, self.addresses, self.guesses = port, addresses, guesses
        self.told: Counter[int] = Counter()

    def run(self) -> None:
        """Guess again and again; who is not answered guesses once more."""
        with closing(Client(self.port)) as client:
            for turn in range(self.guesses):
                wrong = f"{random.randrange(10**6):06d}"
                address = self.addresses[turn % len(self.addresses)]
                pin = wrong if wrong != PIN else "402918"
                self.told[until_answered(client, address, pin)] += 1


def until_answered(client: Client, address: str, pin: str) -> int:
    """Guess until the server answers; return the answer's status."""
    while True:
        try:
            return client.post(address, {"pin": pin})[0]
        except AWAY:
            time.sleep(PAUSE)


def drill(
    folder: Path, given: argparse.Namespace, clients: int = CLIENTS, workers: int = WORKERS
) -> dict[str, Any]:
    """Return how many were told what, and how often a PIN was hashed."""
    url = given.database or f"sqlite:///{folder / 'pin.db'}"
    server = Server(folder, url, "bench.pin:create_app", workers)
    (folder / AHEAD).write_text("0")
    addresses = issue(folder, url)
    began = time.monotonic()
    server.start()
    each = given.guesses * workers
    guessers = [Guesser(server.port, addresses, each) for _ in range(clients)]
    storm(server, guessers, each * clients)
    before = hashed(folder)
    last = right(server, addresses)
    server.kill()
    told = sum((guesser.told for guesser in guessers), Counter())
    return {
        "clients": clients,
        "workers": workers,
        "cards": CARDS,
        "seconds": round(time.monotonic() - began),
        "guesses": sum(told.values()),
        "answers": {str(status): count for status, count in sorted(told.items())},
        "hashed": sum(before.values()),
        "most_a_day": max(before.values()),
        "days": len({day for _, day in before}),
        "right_pin_told": last,
        "hashed_after": sum(hashed(folder).values()) - sum(before.values()),
    }


def storm(server: Server, guessers: list[Guesser], count: int) -> None:
    """Let all guess; kill the server, then set its clock a day forward, and back."""
    for guesser in guessers:
        guesser.start()
    after(guessers, count // 4)
    server.kill()
    server.start()
    for quarters, day in ((2, "1"), (3, "0")):
        after(guessers, count * quarters // 4)
        # A new file in place of the old: no clock ever reads half of one.
        (server.folder / "next").write_text(day)
        (server.folder / "next").replace(server.folder / AHEAD)
    for guesser in guessers:
        guesser.join()


def issue(folder: Path, url: str) -> list[str]:
    """Give some households a card with a PIN, and return the cards' addresses."""
    given = {"INSTANCE": str(folder), "DATABASE_URL": url, "LIANNONG_DEMO": "1"}
    web.create_app(given)
    schema.migrate(database.database.obj)
    addresses = []
    for _ in range(CARDS):
        made = card.issue(uuid4(), datetime.now(SHANGHAI).date())
        card.set_pin(made, PIN)
        addresses.append(f"/c/{card.token(made.id)}")  # type: ignore[arg-type]
    database.database.obj.close()
    return addresses


def after(guessers: list[Guesser], count: int) -> None:
    """Wait until all of them together have guessed so often."""
    while sum(sum(each.told.values()) for each in guessers) < count:
        if not any(each.is_alive() for each in guessers):
            return
        time.sleep(PAUSE)


def hashed(folder: Path) -> Counter[tuple[str, str]]:
    """Return how often a PIN was hashed, by card and civil day."""
    lines = (folder / HASHED).read_text().splitlines()
    return Counter((line.split()[1], line.split()[2]) for line in lines)


def right(server: Server, addresses: list[str]) -> list[int]:
    """Try the right PIN now that every guess is used up; return the answers' statuses."""
    with closing(Client(server.port)) as client:
        return sorted({client.post(address, {"pin": PIN})[0] for address in addresses})


def bad(found: dict[str, Any]) -> bool:
    """Say whether more was tried than may be, or less was found out than should be."""
    return (
        found["most_a_day"] > card.WRONG_GUESSES_A_DAY
        or found["days"] != len(("today", "tomorrow"))
        or found["right_pin_told"] != [HTTPStatus.TOO_MANY_REQUESTS]
        or found["hashed_after"] != 0
        or bool(set(found["answers"]) - {"422", "429"})
    )
