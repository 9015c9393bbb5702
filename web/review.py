"""The review of translations: out to a reader who knows the language, and back with the verdict.

A message is a draft until a native reader has seen it. Its state stands in the catalogue, as the
comment `# review: draft` or `# review: reviewed`; a message that changes is a new draft.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from web.words import orthography

STATES = ("draft", "reviewed")
HEADINGS = ("中文", "ئۇيغۇرچە", "review", "note", "where")
MARK = "review: "


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that was not taken: its number in the file, its Chinese text, and why."""

    row: int
    source: str
    why: str


def read_catalogue(path: Path) -> Catalog:
    """Read a message catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write a message catalogue as `make messages` would."""
    with path.open("wb") as file:
        write_po(file, catalogue, width=76, omit_header=False)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages without the header."""
    return (message for message in catalogue if message.id)


def state(message: Message) -> str:
    """Return whether a native reader has seen the message."""
    for comment in message.user_comments:
        if comment.startswith(MARK) and comment.removeprefix(MARK) in STATES:
            return comment.removeprefix(MARK)
    return "draft"


def mark(message: Message, verdict: str) -> None:
    """Write the state into the message's comments."""
    others = [comment for comment in message.user_comments if not comment.startswith(MARK)]
    message.user_comments = [*others, f"{MARK}{verdict}"]


def export(catalogue: Catalog) -> str:
    """Return all messages as a table (CSV) to read and correct in any spreadsheet."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADINGS)
    for message in messages(catalogue):
        places = " ".join(sorted({place for place, _ in message.locations}))
        table.writerow([message.id, message.string, state(message), "", places])
    return "\ufeff" + out.getvalue()


def take(catalogue: Catalog, text: str) -> tuple[int, list[Fault]]:
    """Take a reviewer's table into `catalogue`; return how many changed and the rows refused.

    A row whose Chinese text is no longer there, or whose translation has a wrong letter or lost a
    placeholder, is refused and changes nothing.
    """
    changed, refused = 0, []
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    for number, row in enumerate(rows, 1):
        if number == 1 or not any(row):
            continue
        source, translation, verdict = (*row, "", "", "")[:3]
        message = catalogue.get(source) if source else None
        why = _fault(message, source, translation, verdict)
        if why or message is None:
            refused.append(Fault(number, source, why))
        elif (message.string, state(message)) != (translation, verdict):
            message.string = translation
            mark(message, verdict)
            changed += 1
    return changed, refused


def _fault(message: Message | None, source: str, translation: str, verdict: str) -> str:
    if message is None:
        return "this Chinese text is no message"
    if verdict not in STATES:
        return f"the third column must be one of: {', '.join(STATES)}"
    return "; ".join(orthography.pair_faults(source, translation))
