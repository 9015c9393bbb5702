"""Checks of the demo's cadres and answers of its households, by the ways that the web uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from ledger.demo.fill import Demo, Made
from models import access, say, visit
from models.account import Account
from models.due import lines_of
from models.ids import household_id, random_id
from models.statement import agreements_of, state_of
from models.visit import Check, Said

FIRST, SECOND = timedelta(-30), timedelta(-3)  # the days of the showcase household's visits
SPEAKING = 0.5  # of the lines that were checked
VISITED = 8  # households of each village with a cadre
RECEIVED = ("paid", "paid_late")
MISSING = ("overdue", "short")


def witness(demo: Demo, made: Made, cadres: Mapping[str, Account]) -> None:
    """Store visits of these cadres, and what the households say of lines and of checks."""
    showcase(demo, household_id(made.household), cadres[made.villages[0]])
    for code, cadre in cadres.items():
        rng = Random(f"{demo.seed}/visits/{code}")
        for place in range(2, VISITED + 2):
            ordinary(demo, household_id(f"{code[4:]}-{place:04d}"), cadre, rng)


def showcase(demo: Demo, household: UUID, cadre: Account) -> None:
    """Show every result of a check and every answer to one household."""
    lines = Lines(household, demo.today)
    rent, missing = lines.one("rent", RECEIVED), lines.one("guaranteed", MISSING)
    short, late = lines.one("wage", MISSING), lines.one("order", RECEIVED)
    first = [Said("received", rent.id, slip=True), Said("explained", agreement=missing.agreement)]
    visited(household, cadre, demo.today + FIRST, first)
    second = [Said("not_received", missing.id), Said("less", short.id, amount=short.paid)]
    visited(household, cadre, demo.today + SECOND, [*second, Said("unsure", late.id)])
    days = [demo.today + SECOND, demo.today]
    speak(household, rent.id, ["confirmed"], days)
    speak(household, missing.id, ["disputed"], days, "not_received")
    speak(household, late.id, ["confirmed", "none"], days)
    about_checks(household, demo.today)


def about_checks(household: UUID, today: date) -> None:
    """Confirm the first kind of check, and dispute that anybody was sure."""
    checks = Check.select().where(Check.household == household).order_by(Check.result)
    for check in checks:
        if check.result == "received":
            say.give(household, check=check.id, answer="confirmed", today=today)
        elif check.result == "unsure":
            said, why = "disputed", "wrong_result"
            say.give(household, check=check.id, answer=said, reason=why, today=today)


def ordinary(demo: Demo, household: UUID, cadre: Account, rng: Random) -> None:
    """Check a line or two of a household, which has a word to say to some of them."""
    lines = Lines(household, demo.today)
    checked = [*lines.of(RECEIVED)[:1], *lines.of(MISSING)[:1]]
    if not checked:
        return
    said = [Said(result(line), line.id, amount=part(line)) for line in checked]
    visited(household, cadre, demo.today + SECOND, said)
    for line in checked:
        if rng.random() < SPEAKING:
            found = result(line)
            word = "confirmed" if found == "received" else "disputed"
            speak(household, line.id, [word], [demo.today], found)


def result(line: Any) -> str:
    """Return what a check of a line finds."""
    if line.paid >= line.due:
        return "received"
    return "less" if line.paid else "not_received"


def part(line: Any) -> int | None:
    """Return what arrived where it was less than was due."""
    return line.paid if result(line) == "less" else None


def visited(household: UUID, cadre: Account, day: date, said: Sequence[Said]) -> None:
    """Store one visit with its checks, and that the cadre opened the list for it."""
    access.record(
        household,
        account=cadre.id,
        name=cadre.name,
        role=cadre.role,
        purpose="check",
        today=day,
    )
    visit.store(random_id(), household, cadre.id, said, day)


def speak(
    household: UUID,
    line: UUID,
    words: Iterable[str],
    days: Iterable[date],
    reason: str | None = None,
) -> None:
    """Answer a line, and take the answer back where a second word follows."""
    for word, day in zip(words, days, strict=False):
        given = reason if word == "disputed" else None
        say.give(household, due=line, answer=word, reason=given, today=day)


class Lines:
    """The household's lines with their states on the day of the demo, the latest first."""

    def __init__(self, household: UUID, today: date) -> None:
        rows = [row for row in lines_of(agreements_of(household)) if row.household == household]
        rows = [row for row in rows if row.due and row.kind != "stated"]
        rows.sort(key=lambda row: (row.due_on or date(row.year, 12, 31), str(row.id)), reverse=True)
        self.rows = [(row, state_of(row, today)[0]) for row in rows]

    def of(self, states: Sequence[str]) -> list[Any]:
        """Return the lines that are in one of these states."""
        return [row for row, state in self.rows if state in states]

    def one(self, kind: str, states: Sequence[str]) -> Any:
        """Return the latest line of a kind that is in one of these states."""
        return next(row for row in self.of(states) if row.kind == kind)
