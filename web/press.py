"""The making of a printing's papers: part by part, in a thread, kept as files until they are used.

A part that is made stays made: a job that was stopped, or whose worker ended, goes on behind it.
Who works on a paper holds a lock on a file, which the system lets go when the worker ends.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Semaphore
from typing import Any
from uuid import UUID

from flask import current_app

from models import access, card, printing, printing_job, slip
from models.printing import Row
from web import finished, job, qr, wallet
from web.finished import Unreadable
from web.language import DEFAULT, speak
from web.paper import NoFont, need_fonts

# So many cards are a part: a few seconds' work, whole sheets. A slip's code is hashed slowly.
SIZES = {"card": 40 * wallet.CARDS_A_SHEET, "slip": 20 * wallet.SLIPS_A_SHEET}
FOLDER = "printing"  # in the instance's
KEPT, SLIPS_KEPT = timedelta(days=30), timedelta(days=3)
TURN = Semaphore(1)  # each worker makes one paper at a time, beside an import
PURPOSES = {"card": "print", "slip": "slip"}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made, for whom, and where its files go."""

    folder: Path  # of all printings
    printing: UUID
    paper: str
    base: str
    by: dict[str, Any]  # account, name and role of who started it
    today: date

    @property
    def own(self) -> Path:
        """Return the folder of this printing."""
        return self.folder / self.printing.hex

    def part(self, number: int) -> Path:
        """Return the file of a part."""
        return self.own / f"{self.paper}-{number:04}.pdf"

    @property
    def whole(self) -> Path:
        """Return the file of all parts."""
        return self.own / f"{self.paper}.pdf"


def folder() -> Path:
    """Return where the files of printings are."""
    return Path(current_app.config["INSTANCE"]) / FOLDER


def parts(paper: str, cards: int) -> int:
    """Return how many parts a paper of so many cards has."""
    return -(-cards // SIZES[paper])


def start(order: Order, cards: int, patience: float) -> None:
    """Make a paper, or go on with it; return when it is done or patience ends.

    One that is made already stays as it is, unless its file is gone.
    """
    order.own.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = printing_job.find(order.printing, order.paper)
    if found is not None and found.state == "done" and not order.whole.exists():
        printing_job.forget(order.printing, order.paper)
    printing_job.run(order.printing, order.paper, parts(order.paper, cards))
    job.run(lambda: work(order), patience, TURN, resumes=True)


def work(order: Order) -> None:
    """Make the parts that are missing, until somebody stops it."""
    speak(DEFAULT)
    with _alone(order):
        while (part := printing_job.next_part(order.printing, order.paper)) is not None:
            found = printing_job.find(order.printing, order.paper)
            if found is not None and part >= found.parts:
                _join(order, found.parts)
                continue
            try:
                _write(order.part(part), MAKERS[order.paper](order, part))
            except (NoFont, Unreadable) as wrong:
                why = "font" if isinstance(wrong, NoFont) else "unreadable"
                printing_job.stop(order.printing, order.paper, why)
                return
            printing_job.finish(order.printing, order.paper, part)


def _join(order: Order, count: int) -> None:
    """Make one file of the parts; where one of them is gone, let them be made anew."""
    made = [order.part(number) for number in range(count)]
    if all(path.exists() for path in made):
        _write(order.whole, finished.joined(path.read_bytes() for path in made))
    if not order.whole.exists():
        printing_job.begin_anew(order.printing, order.paper)
        return
    printing_job.end(order.printing, order.paper)
    for path in made:  # last of all: who is interrupted here has lost nothing
        path.unlink(missing_ok=True)


def _rows(order: Order, part: int) -> list[Row]:
    size = SIZES[order.paper]
    first, last = part * size + 1, (part + 1) * size
    if order.paper == "card":
        rows = printing.make_cards(order.printing, first, last, order.today)
    elif printing.is_approved(order.printing):
        # Who has another card by now has got a slip with it.
        whole = printing.rows(order.printing, first, last)
        rows = [row for row in whole if row.short_code and not row.ended_on]
    else:
        rows = []
    asked = {"purpose": PURPOSES[order.paper], "today": order.today}
    access.record(*(row.household for row in rows), **asked, **order.by)
    return rows


def _cards(order: Order, part: int) -> bytes:
    sheet = part * SIZES["card"] // wallet.CARDS_A_SHEET + 1
    return drawn(_rows(order, part), order.base, sheet)


def drawn(rows: list[Row], base: str, first_sheet: int) -> bytes:
    """Return the cards of these households as PDF; raise NoFont or Unreadable."""
    given = [
        wallet.Card(qr.card_address(base, card.token(row.card)), row.short_code or "")
        for row in rows
    ]
    return wallet.cards(given, base, first_sheet)


def _slips(order: Order, part: int) -> bytes:
    need_fonts()  # before earlier slips end
    until = order.today + timedelta(days=slip.DAYS)
    return wallet.slips(
        wallet.Slip(
            row.household_number,
            row.short_code or "",
            slip.issue(row.household, order.today),
            until,
        )
        for row in _rows(order, part)
    )


MAKERS: dict[str, Callable[[Order, int], bytes]] = {"card": _cards, "slip": _slips}


def _write(path: Path, data: bytes) -> None:
    """Put a file there whole or not at all, readable for us alone."""
    new = path.with_suffix(".new")
    new.touch(mode=0o600)
    new.write_bytes(data)
    new.replace(path)


def _alone(order: Order) -> AbstractContextManager[None]:
    """Wait until nobody else works on this paper."""
    return _locked(_lock_file(order))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def is_at_work(order: Order) -> bool:
    """Say whether somebody makes this paper now, in whichever worker of this machine."""
    if not _lock_file(order).exists():
        return False
    with _lock_file(order).open("ab") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def _lock_file(order: Order) -> Path:
    return order.own / f"{order.paper}.lock"


def remove(folder: Path, identity: UUID) -> None:
    """Delete the files of a printing and the state of its jobs, once nobody works on them."""
    own = folder / identity.hex
    for paper in printing_job.PAPERS if own.is_dir() else ():
        printing_job.stop(identity, paper)
        with _locked(own / f"{paper}.lock"):
            pass
    shutil.rmtree(own, ignore_errors=True)
    printing_job.forget(identity)


def purge(folder: Path, now: datetime) -> int:
    """Delete the files of printings that are older than a month; return of how many.

    Sealed slips, which hold codes that stand nowhere else, go after three days.
    """
    gone = 0
    for each in list(folder.iterdir()) if folder.is_dir() else ():
        identity = _named(each)
        if identity is None:
            continue
        if _is_older(each, now - KEPT):
            remove(folder, identity)
            gone += 1
        elif _is_older(each / "slip.pdf", now - SLIPS_KEPT):
            (each / "slip.pdf").unlink(missing_ok=True)
            printing_job.forget(identity, "slip")
    return gone


def _named(own: Path) -> UUID | None:
    """Return the printing whose folder this is, or None where it is no printing's."""
    try:
        return UUID(own.name)
    except ValueError:
        return None


def _is_older(path: Path, moment: datetime) -> bool:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, moment.tzinfo) < moment
    except FileNotFoundError:
        return False
