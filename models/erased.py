"""Households that had years erased early, noted outside the database: a restored copy lacks them.

One small file for each in a folder beside the database, with the household's id, the last year and
the civil day, sealed with the pepper: whoever can write a file there erases nothing thereby.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from peewee import OperationalError

from models import secret
from models.backup import flush

NOTE = re.compile(r"([0-9a-f]{32}) (\d{4}) (\d{4}-\d\d-\d\d) ([0-9a-f]{64})\n")


class Note(NamedTuple):
    """A household's years up to `through` were erased on a day."""

    household: UUID
    through: int
    day: date


def keep(folder: Path, note: Note) -> None:
    """Note it, so that it outlives a power cut; the earlier note of the household goes.

    A folder that cannot be written is an outage as one of the database is.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(folder, note)
    except OSError as error:
        raise OperationalError(f"{folder} cannot be written: {error.strerror}") from error


def _write(folder: Path, note: Note) -> None:
    said = f"{note.household.hex} {note.through} {note.day}"
    draft = folder / f"{note.household.hex}.partial"
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
        file.write(f"{said} {_seal(said)}\n")
    os.utime(draft, (0, 0))  # the hour is nobody's business
    flush(draft)
    draft.replace(folder / note.household.hex)
    flush(folder)


def kept(folder: Path) -> tuple[list[Note], list[Path]]:
    """Return the notes, and the files that are none of ours."""
    found, wrong = [], []
    for file in sorted(folder.glob("[0-9a-f]*")) if folder.is_dir() else ():
        words = NOTE.fullmatch(file.read_text("utf-8", "replace"))
        if words and words[4] == _seal(" ".join(words.groups()[:3])):
            found.append(Note(UUID(words[1]), int(words[2]), date.fromisoformat(words[3])))
        elif file.suffix != ".partial":
            wrong.append(file)
    return found, wrong


def drop(folder: Path, through: int) -> None:
    """Forget the notes of years that have by now been erased for everybody."""
    for note in kept(folder)[0]:
        if note.through <= through:
            (folder / note.household.hex).unlink(missing_ok=True)


def _seal(said: str) -> str:
    return secret.digest("early erasures", said)
