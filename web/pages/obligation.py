"""What articles ask of offices, beside what the product records about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from rules.article import Citation
from rules.obligation import OBLIGATIONS, Obligation

# Where a record stands; {} is the article's number.
ADDRESSES = {
    "finding": "/finding?article={}",
    "industry": "/dashboard#industry",
    "project": "/project",
    "remedy": "/remedy",
    "review": "/review",
    "ledger": "/ledger",
    "notice": "/business/notices",
    "rule": "/rule",
    "dispute": "/dispute",
    "training": "/campaign",
    "campaign": "/campaign",
    "exemplar": "/exemplar",
}
# Of these, none means that nobody has recorded anything; of the others, that all is in order.
ENTERED = frozenset({"review", "rule", "training", "campaign", "exemplar"})


@dataclass(frozen=True, slots=True)
class Record:
    """Something recorded. `count` None: a page without one; no `address`: not the reader's."""

    code: str
    address: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """Words of an article, whom it names to act, what is recorded; nothing where not seen."""

    citation: Citation
    actors: tuple[str, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """The page: lines by article."""

    place: str
    articles: tuple[tuple[str, tuple[Line, ...]], ...]


def show(place: str, counts: Mapping[tuple[str, str], int], opens: Callable[[str], bool]) -> Show:
    """Return the page; `counts` by record and article, `opens` whether a record is the reader's."""
    lines = [_line(each, counts, opens) for each in OBLIGATIONS]
    grouped = groupby(lines, lambda line: line.citation.article)
    return Show(place, tuple((article, tuple(group)) for article, group in grouped))


def _line(
    each: Obligation, counts: Mapping[tuple[str, str], int], opens: Callable[[str], bool]
) -> Line:
    records = _records(each, counts, opens)
    return Line(each.citation, each.actors, tuple(records))


def _records(
    each: Obligation, counts: Mapping[tuple[str, str], int], opens: Callable[[str], bool]
) -> Iterable[Record]:
    for code in each.records:
        article = each.citation.article
        count = counts.get((code, article), counts.get((code, "")))
        if code in ENTERED and not count:
            continue
        address = ADDRESSES[code].format(article) if opens(code) else ""
        yield Record(code, address, count)
