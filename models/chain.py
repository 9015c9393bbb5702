"""Does the audit hold? Every link anew, and what it speaks of where that is still held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from models import audit
from models.audit import ERASED, REPLACED, WRITTEN, Audit, AuditHead, Entry, as_text
from models.database import Table, database, reading, write
from models.heads import Head
from models.ledger import HolderTable, LedgerTable
from models.schema import TABLES

MOST = 20  # of a kind are named
COMPUTED = "computed: `database verify` and the next survey count it anew"
# Every table is audited, or it stands here with the reason why it is not. Rows of the ledger stand
# for themselves: their import is audited, and `database verify` counts what follows from them.
UNAUDITED: dict[str, str] = {
    **dict.fromkeys(("due", "outcome", "finding", "total", "survey", "tally"), COMPUTED),
    "place": "the public list of places, loaded from its file at every start",
    "change": "what an import overwrote, for its undo; goes with the import",
    "draft_share": "a draft: signing makes it a row of the ledger",
    "session": "sign-ins of today",
    "activation": "one-time codes: what they open is noted with the account",
    "recovery": "one-time codes instead of a second factor, gone when used",
    "printing_job": "how far a job is; what it makes is noted with the cards and the slips",
    "guess": "counts of wrong guesses, gone the next day",
    "poster_scan": "one more for each anonymous opening of a page",
    "poster_answer": "one more for each anonymous answer",
    "poster_reply": "random ids that keep answers from counting twice, gone in a week",
    "audit": "the chain itself",
    "audit_head": "the end of the chain, sealed",
}


def _name(table: type[Table]) -> str:
    return table._meta.table_name  # type: ignore[attr-defined]


AUDITED = tuple(
    table
    for table in TABLES
    if _name(table) not in UNAUDITED and not issubclass(table, LedgerTable | HolderTable)
)


class Wrong(NamedTuple):
    """What is wrong, and at which link where that is known."""

    number: int | None
    text: str


@dataclass
class Verdict:
    """What verifying found; `wrong` is empty where all is well."""

    links: int = 0
    head: str = ""
    wrong: list[Wrong] = field(default_factory=list)


@dataclass
class Balance:
    """How many rows of a table should be held, and the sum of their digests."""

    rows: int = 0
    digest: int = 0


Balances = dict[str, Balance]
SIGNS = {WRITTEN: 1, REPLACED: -1, ERASED: -1}


def verify(heads: Iterable[Head] = ()) -> Verdict:
    """Compute every link anew, compare the end with `heads`, and the rows with their digests."""
    found = Verdict()
    balances: Balances = defaultdict(Balance)
    wanted: dict[int, list[Head]] = defaultdict(list)
    for head in heads:
        wanted[head.number].append(head)
    with reading():
        last = (0, audit.START)
        for number, link in _links(found, balances):
            found.links += 1
            last = (number, link)
            for head in wanted.get(number, ()):
                if head.link != link:
                    found.wrong.append(Wrong(number, f"is not the head of {head.day}"))
        found.head = f"{last[0]}:{last[1]}"
        found.wrong += _end(last, (head for some in wanted.values() for head in some))
        for table in AUDITED:
            found.wrong += _content(table, balances[_name(table)])
    return found


def _links(found: Verdict, balances: Balances) -> Iterator[tuple[int, str]]:
    """Yield number and link of every row; add what is wrong, and count what should be held."""
    before, expected = audit.START, 1
    query = Audit.select().order_by(Audit.number)
    for number, day, concept, event, rows, digest, link in database.obj.execute(query):
        entry = Entry(concept, event, rows, digest)
        if number != expected:
            found.wrong.append(Wrong(expected, f"is missing; the next one is {number}"))
        elif audit.link_after(before, number, day, entry) != link:
            text = "does not follow from the one before: edited, put in another's place or forged"
            found.wrong.append(Wrong(number, text))
        else:
            _count(balances[concept], entry)
        yield number, link
        before, expected = link, number + 1


def _count(balance: Balance, entry: Entry) -> None:
    sign = SIGNS[entry.event]
    balance.rows += sign * entry.rows
    balance.digest += sign * int(entry.digest, 16)


def _end(last: tuple[int, str], missed: Iterable[Head]) -> Iterator[Wrong]:
    row = AuditHead.select().where(AuditHead.id == audit.HEAD).namedtuples().first()
    if row is None:
        yield Wrong(None, "the head of the audit is gone")
    elif (row.number, row.link) != last:
        text = f"the audit ends at {last[0]}, its head says {row.number}: its tail was cut"
        yield Wrong(last[0] + 1, text)
    elif row.seal != (audit.seal_of(row.number, row.link) if row.number else ""):
        yield Wrong(last[0] + 1, f"the seal upon {row.number} is not ours: the tail was cut")
    for head in missed:
        if head.number > last[0]:
            text = f"the audit ends at {last[0]}, the head of {head.day} is {head.number}"
            yield Wrong(last[0] + 1, f"{text}: its tail was cut, or an older copy brought back")


def _content(table: type[Table], balance: Balance) -> Iterator[Wrong]:
    """Compare the rows of a table with what the chain says of them."""
    rows = digest = 0
    for each in audit.digests(table, audit.stored(table)):
        rows += 1
        digest += each
    if (rows, as_text(digest)) == (balance.rows, as_text(balance.digest)):
        return
    named = list(islice(_differences(table), MOST))
    yield from named
    name = _name(table)
    text = f"{name}: {rows} rows are held, {balance.rows} by the audit"
    if rows == balance.rows:
        text = f"{name}: its rows are not what was written"
    yield Wrong(None, text)


def _differences(table: type[Table]) -> Iterator[Wrong]:
    """Name rows that nothing was written of, and links whose row is gone, as far as they tell."""
    links, several = _told(table)
    name = _name(table)
    for row in audit.stored(table):
        for digest in audit.digests(table, [row]):
            known = links.pop(digest, None)
            if known is None and WRITTEN not in several:
                key = "/".join(map(str, audit.key_of(table, row)))
                yield Wrong(None, f"{name} {key}: is not what was written")
    if not several & {REPLACED, ERASED}:
        for number in sorted(links.values()):
            yield Wrong(number, f"the row of {name} that it speaks of is gone, or was changed")


def _told(table: type[Table]) -> tuple[dict[int, int], set[str]]:
    """Return the links of single rows that should be held, and which events had several rows."""
    links: dict[int, int] = {}
    several: set[str] = set()
    query = Audit.select().where(Audit.concept == _name(table)).order_by(Audit.number)
    for number, _, _, event, rows, digest, _ in database.obj.execute(query):
        if rows != 1:
            several.add(event)
        elif event == WRITTEN:
            links[_number(digest)] = number
        else:
            links.pop(_number(digest), None)
    return links, several


def _number(digest: str) -> int:
    """Return a digest as a number; one that was edited is some number that fits nothing."""
    try:
        return int(digest, 16)
    except ValueError:
        return -1


def begin() -> int:
    """Begin the chain of a database that was made before there was one; return its links."""
    with write():
        if audit.locked_head()[0] == 0:
            for table in AUDITED:
                audit.written(table, audit.stored(table))
    return Audit.select().count()


def ends_well() -> bool:
    """Say quickly whether the chain ends where its sealed head says."""
    return not list(_end(audit.last() or (0, audit.START), ()))
