"""A trial as a page shows it: its form, the years, one year's steps, the legal floor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from rules.line import Line
from rules.trial import Trial
from web.pages.due import Step, step
from web.pages.reading import Reading

INVESTED = (
    *("stake", "part", "principal", "guaranteed_rate", "guaranteed_amount"),
    *("profit", "profit_share", "combination", "cost", "life_years"),
)
CELLS: Mapping[str, tuple[str, ...]] = {
    "order": ("kg", "price", "floor_price", "premium"),
    "custody": INVESTED,
    "share": INVESTED,
    "land": ("land_area", "rent_price", "rent_growth", "rent_step_years"),
    "work": ("wage", "wage_unit", "units"),
    "training": (),
    "service": ("fee", "reduced_fee"),
    "chain": INVESTED,
}
CHOICES = {
    "stake": ("debt", "equity", "lease", "own"),
    "combination": ("add", "offset"),
    "wage_unit": ("month", "day", "hour", "piece"),
}
COUNTS = frozenset({"years", "rent_step_years"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form holds and what is wrong with it; `trial` is None until it can be computed."""

    mode: str
    texts: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    trial: Trial | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the form; `kind`: choice, count, date or amount."""

    name: str
    kind: str
    value: str
    error: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """What one line of a year comes to, in fen; `saved` is a fee that is not asked for."""

    kind: str
    fen: int
    saved: bool
    reason: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the trial; it is named by the year in which it ends."""

    number: int
    fen: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """The page. `address` leads here again with the same cells; `year` is the one explained."""

    mode: str
    modes: tuple[str, ...]
    cells: tuple[Cell, ...]
    years: tuple[Year, ...]
    year: Year | None
    total: int
    reading: Reading | None
    address: str


def build(asked: Asked, lines: Iterable[Line], reading: Reading | None, wanted: int | None) -> Show:
    """Return the page of a trial; `wanted` is the year to explain, else the first."""
    years = _years(lines)
    chosen = next((year for year in years if year.number == wanted), years[0] if years else None)
    return Show(
        mode=asked.mode,
        modes=tuple(CELLS),
        cells=tuple(_cell(name, asked) for name in (*CELLS[asked.mode], "years", "starts_on")),
        years=years,
        year=chosen,
        total=sum(year.fen for year in years),
        reading=reading,
        address=f"/calculator?{urlencode({'mode': asked.mode, **asked.texts})}",
    )


def _cell(name: str, asked: Asked) -> Cell:
    choices = CHOICES.get(name, ())
    date = "date" if name == "starts_on" else "amount"
    kind = "choice" if choices else "count" if name in COUNTS else date
    return Cell(name, kind, asked.texts.get(name, ""), asked.errors.get(name, ""), choices)


def _years(lines: Iterable[Line]) -> tuple[Year, ...]:
    found: dict[int, list[Figure]] = defaultdict(list)
    for line in lines:
        fen = line.saved or line.due or 0
        steps = tuple(map(step, line.steps))
        found[line.year].append(Figure(line.kind, fen, bool(line.saved), line.reason, steps))
    return tuple(
        Year(number, sum(each.fen for each in figures), tuple(figures))
        for number, figures in sorted(found.items())
    )
