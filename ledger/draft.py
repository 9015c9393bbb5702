"""Previews: what an upload would do, kept for a day while somebody looks at it.

What is kept is what the reading child lets out, deflated: known columns of known sheets, personal
numbers masked, never the bytes that were uploaded.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from ledger import change
from ledger.change import Change
from ledger.examine import Examination, examine
from ledger.hands import corrections, undoing
from ledger.heading import shown
from ledger.open import messages
from ledger.problem import Problem, Refused
from ledger.read import Dropped, Reading, Skipped, compose
from ledger.store import Import, store, summary
from models.batch import Batch
from models.database import write

LIFE = timedelta(days=1)
FAST = 1  # zlib's level: a draft lives for a day


class SameHand(Exception):
    """Whoever brought an import would store changes of payments alone; its text is the counts."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an upload would do or did, row by row, as the preview shows it."""

    problems: Sequence[Problem] = ()
    changes: Sequence[Change] = ()
    dropped: Sequence[Dropped] = ()
    skipped: Sequence[Skipped] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An upload on its way: `reading`, then `draft` or `refused`; `storing`, then `stored`."""

    id: UUID
    state: str
    day: date
    scope: str
    account: UUID | None
    files: Sequence[str]
    counts: Mapping[str, Any] = field(default_factory=dict)
    report: Report = field(default_factory=Report)
    whole: bool = False  # its cells are still kept, so that it can be stored or marked
    undo_asked_by: UUID | None = None

    @property
    def corrections(self) -> int:
        """Return how many stored payments it changes: four eyes look at those."""
        return corrections(self.counts)

    def needs_another(self, account: UUID | None) -> bool:
        """Say whether this account, which brought it, may not store it itself."""
        return account is not None and self.account == account and self.corrections > 0

    def hand(self, account: UUID | None) -> str:
        """Return how far an account is from taking the import back, as `ledger.hands` names it."""
        return undoing(self.counts, by=self.account, asked=self.undo_asked_by, account=account)


def begin(batch: UUID, order: Import, names: Iterable[str], since: int) -> bool:
    """Note that an upload is being read; False if it was noted before (sent twice)."""
    values: dict[Any, Any] = {
        Batch.id: batch,
        Batch.state: "reading",
        Batch.day: order.day,
        Batch.account: order.account,
        Batch.scope: order.scope,
        Batch.files: json.dumps(list(map(shown, names)), ensure_ascii=False),
        Batch.counts: json.dumps({"since": since}),
    }
    with write():
        return bool(Batch.insert(values).on_conflict_ignore().as_rowcount().execute())


def read(batch: UUID, files: Sequence[tuple[str, bytes]], scope: str) -> None:
    """Read an upload and keep what it says and would do, or why it is refused."""
    kept: list[tuple[str, list[Any]]] = []
    try:
        reading = compose(_recorded(kept, files))
    except Refused as why:
        refusal = {"code": why.code, "file": why.file, "params": why.params}
        _set(batch, "reading", state="refused", counts=json.dumps({"refusal": refusal}))
        return
    found = examine(reading, scope)
    content = _pack(report(reading, found), kept)
    names = json.dumps(reading.files, ensure_ascii=False)
    _set(batch, "reading", state="draft", counts=summary(found), files=names, content=content)


def _recorded(
    kept: list[tuple[str, list[Any]]], files: Sequence[tuple[str, bytes]]
) -> Iterator[tuple[str, Iterator[Any]]]:
    """Yield what the child says of each file, keeping it on the way."""
    for name, data in files:
        said: list[Any] = []
        kept.append((shown(name), said))
        yield shown(name), _passing(said, messages(shown(name), data))


def _passing(said: list[Any], source: Iterable[Any]) -> Iterator[Any]:
    for message in source:
        said.append(message)
        yield message


def report(reading: Reading, found: Examination) -> Report:
    """Return what storing would do."""
    changes = tuple(change.of_examination(found.changed))
    return Report(tuple(found.problems), changes, tuple(reading.dropped), tuple(reading.skipped))


def load(batch: UUID) -> Draft | None:
    """Return an upload or import with its report, as far as that is still kept."""
    row = Batch.get_or_none(Batch.id == batch)
    if row is None or row.state == "discarded":
        return None
    head, body = _split(row.content)
    return Draft(
        id=row.id,
        state=row.state,
        day=row.day,
        scope=row.scope,
        account=row.account,
        files=json.loads(row.files),
        counts=json.loads(row.counts),
        report=_read_report(head),
        whole=bool(body),
        undo_asked_by=row.undo_asked_by,
    )


def with_history(found: Draft) -> Draft:
    """Return a stored import with the cells that it changed, from the history."""
    return replace(found, report=replace(found.report, changes=tuple(change.of_batch(found.id))))


def reading(batch: UUID) -> Reading | None:
    """Return what was read from the upload, or None when it is not kept any more."""
    row = Batch.get_or_none(Batch.id == batch)
    _, body = _split(row.content if row else None)
    return compose(json.loads(zlib.decompress(body))) if body else None


def claim(batch: UUID, since: int) -> bool:
    """Begin to store a draft; False if somebody else has begun."""
    return _set(batch, "draft", since, state="storing")


def keep(batch: UUID, order: Import) -> bool:
    """Store a draft; one that has become wrong meanwhile is a draft again, with a new report.

    So is one that changes payments, where the account that brought it would store it.
    """
    try:
        return _keep(batch, order)
    except SameHand as found:
        _set(batch, "storing", state="draft", counts=str(found))
        return False


def _keep(batch: UUID, order: Import) -> bool:
    found = reading(batch)
    if found is None:
        return False
    with write():
        row = Batch.get_by_id(batch)
        _, body = _split(row.content)
        done = store(found, order)
        new = report(found, done.examination)
        if done.batch is None:
            again = {"counts": summary(done.examination), "content": _join(_head(new), body)}
            _set(batch, row.state, state="draft", **again)
            return False
        counts = summary(done.examination)
        if (
            row.account is not None
            and row.account == order.account
            and corrections(json.loads(counts))
        ):
            raise SameHand(counts)
        _set(batch, "stored", content=_join(_head(new), body if new.problems else b""))
    return True


def give_up(batch: UUID) -> None:
    """Make an upload that was being stored a draft again: nothing of it was stored."""
    _set(batch, "storing", state="draft")


def discard(batch: UUID) -> bool:
    """Forget an upload that is not stored.

    The id of one that was shown stays for a day: who has it open still stores nothing else under
    it. A refused one, which nobody could store, goes.
    """
    mine = Batch.id == batch
    empty = {"state": "discarded", "content": None, "counts": "{}", "files": "[]"}
    with write():
        gone = Batch.delete().where(mine & (Batch.state == "refused")).execute()
        left = Batch.update(empty).where(mine & Batch.state.in_(("draft", "reading"))).execute()
    return bool(gone or left)


def purge(today: date) -> None:
    """Forget drafts that nobody stored, and the reports of imports, after their day."""
    old = Batch.day < today - LIFE
    unstored = old & Batch.state.in_(("draft", "reading", "refused", "discarded", "storing"))
    kept = old & Batch.content.is_null(False)
    if not Batch.select().where(unstored | kept).exists():
        return
    with write():
        Batch.delete().where(unstored).execute()
        Batch.update(content=None).where(kept).execute()


def fail(batch: UUID) -> None:
    """End an upload that could not be read through no fault of its own."""
    refusal = {"code": "failed", "file": "", "params": {}}
    _set(batch, "reading", state="refused", counts=json.dumps({"refusal": refusal}))


def _set(batch: UUID, was: str, since: int | None = None, **values: Any) -> bool:
    """Change an upload that is in a state; say whether it was."""
    with write():
        row = Batch.get_or_none((Batch.id == batch) & (Batch.state == was))
        if row is None:
            return False
        if since is not None:
            values["counts"] = json.dumps({**json.loads(row.counts), "since": since})
        Batch.update(values).where(Batch.id == batch).execute()
    return True


# The content: the length of the deflated report, the report, and the deflated cells.
LENGTH = 8


def _pack(head: Report, kept: Sequence[tuple[str, list[Any]]]) -> bytes:
    return _join(_head(head), zlib.compress(_json(kept), FAST))


def _join(head: bytes, body: bytes) -> bytes:
    return len(head).to_bytes(LENGTH, "big") + head + body


def _split(content: bytes | memoryview | None) -> tuple[bytes, bytes]:
    if not content:
        return b"", b""
    data = bytes(content)
    end = LENGTH + int.from_bytes(data[:LENGTH], "big")
    return data[LENGTH:end], data[end:]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _head(head: Report) -> bytes:
    parts = (head.problems, head.changes, head.dropped, head.skipped)
    return zlib.compress(_json([list(map(_fields, part)) for part in parts]), FAST)


def _fields(item: Any) -> list[Any]:
    return [getattr(item, name) for name in item.__slots__]


def _read_report(head: bytes) -> Report:
    if not head:
        return Report()
    problems, changes, dropped, skipped = json.loads(zlib.decompress(head))
    return Report(
        tuple(Problem(*item) for item in problems),
        tuple(Change(*item) for item in changes),
        tuple(Dropped(*item) for item in dropped),
        tuple(Skipped(*item) for item in skipped),
    )
