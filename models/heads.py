"""Heads of the audit 链头, kept in a file beside the database: a tail that was cut off is missed.

Whoever can write the database cannot thereby write this file; a head that was printed is out of
reach of both.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from models import audit, secret
from models.audit import Audit

HEAD, RESTORED = "head", "restored"
LINE = re.compile(r"(head|restored) (\d{4}-\d\d-\d\d) (\d+):([0-9a-f]*) ([0-9a-f]{64})")
TEXT = re.compile(r"(\d+):([0-9a-f]{64})")


class Head(NamedTuple):
    """The last link of a day."""

    day: str
    number: int
    link: str

    def __str__(self) -> str:
        """Write it as it is printed, and as `read` takes it."""
        return f"{self.number}:{self.link}"


def of_day(on: date) -> Head | None:
    """Return the head that the chain had at the end of a day, or None before the first link."""
    query = Audit.select(Audit.number, Audit.link).where(Audit.day <= on)
    found = query.order_by(Audit.number.desc()).tuples().first()
    return Head(on.isoformat(), *found) if found else None


def current(on: date) -> Head:
    """Return the head as it is now; a copy from before there was an audit has none."""
    found = audit.last() if Audit.table_exists() else None
    return Head(on.isoformat(), *(found or (0, audit.START)))


def read(text: str) -> Head:
    """Return the head that was printed as NUMBER:LINK; ValueError where it is none."""
    found = TEXT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return Head("", int(found[1]), found[2])


def keep(file: Path, head: Head, kind: str = HEAD) -> None:
    """Add a head to the file and see to it that it outlives a power cut; the same twice adds none.

    `kind` is RESTORED after an older copy was brought back: heads of later links are void then.
    """
    said = f"{kind} {head.day} {head}"
    line = f"{said} {secret.digest('audit heads', said)}\n"
    before = file.read_text("ascii") if file.exists() else ""
    if before.endswith(line):
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        broken = "" if before.endswith("\n") or not before else "\n"
        os.write(opened, (broken + line).encode())
        os.fsync(opened)
    finally:
        os.close(opened)


def kept(file: Path) -> tuple[list[Head], list[int]]:
    """Return the heads of the file that still hold, and the lines that were changed by hand."""
    found: list[Head] = []
    wrong: list[int] = []
    for place, line in enumerate(_lines(file), 1):
        words = LINE.fullmatch(line)
        if words is None or words[5] != secret.digest("audit heads", line.rpartition(" ")[0]):
            wrong.append(place)
            continue
        head = Head(words[2], int(words[3]), words[4])
        if words[1] == RESTORED:
            found = [each for each in found if each.number <= head.number]
        found.append(head)
    return found, wrong


def _lines(file: Path) -> Iterable[str]:
    return file.read_text("utf-8", "replace").splitlines() if file.exists() else ()
