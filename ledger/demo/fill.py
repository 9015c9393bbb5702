"""Fill an empty ledger with the demo: villages in chunks, each by the way of every import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from random import Random
from uuid import UUID

from ledger.demo import base, collective, land, pay, service, share, showcase, simple, work
from ledger.demo.book import Book, merged
from ledger.demo.deal import Deal
from ledger.demo.spot import Spot, villages
from ledger.demo.village import Village, settle
from ledger.problem import Problem
from ledger.store import Import, store
from models.batch import Batch
from models.ids import derive

MARK = derive("batch", "demo")  # of the first import: the sign of a database that holds the demo
HOUSEHOLDS, SEED = 400, 7
SMALLEST = 60
VILLAGES = 12  # of a small demo; a larger one has more, with about so many households each:
IN_VILLAGE = 110
CHUNK = 1000  # households that are made and stored together
OFFERS: tuple[Callable[[Village, Sequence[str]], Deal], ...] = (
    *(share.debt, land.cash, work.order, share.equity, service.service),
    *(work.workshop, share.offset, land.custody, collective.lease, land.in_kind),
    *(service.training, share.switch, land.steps, share.per_share, service.chain),
)
OFFERS_OF_A_VILLAGE = 5
JOINING = 0.45  # of a village's households, for each offer
RESTS = (0, 0, 0, 8000, -5000)  # yuan of a principal that are nobody's, or too many


@dataclass(frozen=True, slots=True)
class Demo:
    """What to make: the same numbers on the same day make the same ledger."""

    today: date
    households: int = HOUSEHOLDS
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the villages in order, and the household that shows everything."""

    villages: tuple[str, ...]
    household: str


class Unsound(RuntimeError):
    """The demo's own rows were refused: an error of this package."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems[:20])))


def fill(demo: Demo, say: Callable[[int], None] = lambda _: None) -> Made:
    """Store the demo; `say` is told how many households stand."""
    places = chosen(demo)
    _store(shared(demo, places), demo, batch=MARK)
    done = 0
    for some in in_chunks(places, demo.households):
        villages = [make(demo, place, serial, count) for serial, place, count in some]
        _store(merged("演示简表", [village.early for village in villages]), demo)
        _store(merged("演示台账", [village.book for village in villages]), demo)
        _store(pay.slips(villages, demo.seed), demo)
        done += sum(count for _, _, count in some)
        say(done)
    return Made(tuple(place.code for place in places), f"{showcase.VILLAGE[4:]}-0001")


def is_demo() -> bool:
    """Say whether the bound database holds the demo."""
    return Batch.select().where(Batch.id == MARK).exists()


def chosen(demo: Demo) -> list[Spot]:
    """Return the demo's villages, the showcase first, the others from all counties in turn."""
    if demo.households < SMALLEST:
        raise ValueError(f"demo: at least {SMALLEST} households")
    spots = villages()
    first = next(spot for spot in spots if spot.code == showcase.VILLAGE)
    by_county: dict[str, list[Spot]] = {}
    for spot in spots:
        if spot is not first:
            by_county.setdefault(spot.county, []).append(spot)
    rng = Random(f"{demo.seed}/villages")
    for own in by_county.values():
        rng.shuffle(own)
    rows = zip_longest(*by_county.values())
    rest = [spot for row in rows for spot in row if spot is not None]
    small = min(VILLAGES, demo.households // 20)
    count = min(len(spots), max(small, demo.households // IN_VILLAGE))
    return [first, *rest[: count - 1]]


def in_chunks(places: Sequence[Spot], households: int) -> Iterator[list[tuple[int, Spot, int]]]:
    """Yield some villages at a time: serial number, place and number of households."""
    own = max(showcase.SMALLEST, households // len(places))
    each, more = divmod(households - own, len(places) - 1)
    some: list[tuple[int, Spot, int]] = []
    for serial, place in enumerate(places):
        some.append((serial, place, own if not serial else each + (serial <= more)))
        if sum(count for _, _, count in some) >= CHUNK:
            yield some
            some = []
    if some:
        yield some


def make(demo: Demo, place: Spot, serial: int, count: int) -> Village:
    """Make the rows of one village."""
    village = Village(
        *(place.code, place.name, place.township, place.county, serial, demo.today),
        rng=Random(f"{demo.seed}/{place.code}"),
        book=Book("台账"),
        early=Book("简表"),
    )
    settle(village, count, {} if serial else showcase.HEADS)
    if serial:
        offers(village)
    else:
        showcase.fill(village)
    simple.only(village)
    for deal in village.deals:
        if deal.business and deal.terms[1]["party"] == "household":
            simple.enriched(deal)
            break
    return village


def offers(village: Village) -> None:
    """Add the agreements of an ordinary village: every third village has other kinds."""
    first = village.serial * OFFERS_OF_A_VILLAGE
    for place in range(first, first + OFFERS_OF_A_VILLAGE):
        offer = OFFERS[place % len(OFFERS)]
        members = village.some(JOINING)
        if offer is share.debt:
            share.debt(village, members, rest=village.rng.choice(RESTS))
        else:
            offer(village, members)


def shared(demo: Demo, places: Sequence[Spot]) -> Book:
    """Return what all share: prices, the counties' and the villages' own rows."""
    rng = Random(f"{demo.seed}/shared")
    book = Book("演示公共数据")
    base.prices(book, demo.today, rng)
    codes = [spot.code for spot in places]
    base.counties(book, sorted({code[:6] for code in codes}), demo.today, rng)
    base.villages(book, codes, rng)
    return book


def _store(book: Book, demo: Demo, batch: UUID | None = None) -> None:
    if not book.rows:
        return
    done = store(book.reading(), Import(day=demo.today, batch=batch))
    if done.problems:
        raise Unsound(done.problems)
