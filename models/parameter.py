"""Parameters: what the text of the rules leaves to the county, each dated, none overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, CharField, DateField, IntegerField, TextField, UUIDField, fn

from models import audit, stale
from models.account import Account
from models.bulk import tuples
from models.database import Table, write
from models.ids import derive
from rules.watch.facts import Parameters


class Parameter(Table):
    """One setting: in force from its day until the next of the same county and name.

    `value` is what `rules.watch.facts.Parameters` has under `name`, as text; None means not set.
    Rows are only added, so any figure can be had with the parameters of its day. Of two from the
    same day on the one with the higher `turn` holds: it corrects the other.
    """

    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    name = TextField()
    value = TextField(null=True)
    in_force_from = DateField()
    set_on = DateField()
    account = UUIDField(null=True)
    turn = IntegerField(default=1)

    class Meta:
        indexes = ((("county", "name", "in_force_from"), False),)


LPR_DAYS = ("signing", "start")


def _lpr_day(text: str) -> str:
    if text not in LPR_DAYS:
        raise ValueError(f"parameter: {text!r} is no day of the LPR")
    return text


READERS: dict[str, Callable[[str], Any]] = {
    "issued_on": date.fromisoformat,
    "lpr_day": _lpr_day,
    "residual": int,
    "income_fall": int,
    "stable_years": int,
    "remedy_days": int,
    "posting_days": int,
    "query_phone": str,
    "dispute_answer_days": int,
    "dispute_mediate_days": int,
    "dispute_settle_days": int,
    "dispute_silence_days": int,
}
NAMES = tuple(READERS)


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting as it reads; `value` as the rules have it, the default's where it is not set."""

    name: str
    value: Any
    is_set: bool
    in_force_from: date
    set_on: date
    who: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds in a county on a day; `since` is None where the county has not settled it."""

    county: str
    name: str
    value: Any
    since: date | None = None


def on(county: str, day: date) -> Parameters:
    """Return the parameters of a county as they are in force on a day."""
    return Parameters(**{name: found.value for name, found in _in_force(county, day).items()})


def chosen(county: str, name: str, day: date) -> Chosen:
    """Return what holds of one parameter on a day, and since when: to be said beside a figure."""
    found = _in_force(county, day).get(name)
    if found is None or not found.is_set:
        return Chosen(county, name, default(name))
    return Chosen(county, name, found.value, found.in_force_from)


def every(county: str, day: date) -> tuple[Chosen, ...]:
    """Return what holds of every parameter on a day."""
    found = _in_force(county, day)
    return tuple(
        Chosen(county, name, found[name].value, found[name].in_force_from)
        if name in found and found[name].is_set
        else Chosen(county, name, default(name))
        for name in NAMES
    )


def history(county: str, name: str) -> list[Setting]:
    """Return all settings of a parameter, the latest first; corrections before what they correct.

    `who` is empty for the command line.
    """
    order = (Parameter.in_force_from.desc(), Parameter.turn.desc())
    return list(_settings(Parameter.name == name, county, order))


def default(name: str) -> Any:
    """Return what holds where the county has settled nothing (docs/interpretation.md)."""
    return getattr(Parameters(), name)


def written(value: Any) -> str | None:
    """Return a value as it is stored."""
    return None if value is None else str(value)


def read_value(name: str, text: str | None) -> Any:
    """Return a value that `written` wrote."""
    return None if text is None else READERS[name](text)


def put(identity: UUID, county: str, name: str, value: str | None, **day: Any) -> bool:
    """Add a setting once, however often it is sent; `day` has in_force_from, set_on and account.

    `identity` is the sender's; with another content it is another setting. The county's findings
    are stale from now on. A value that the rules could not read raises ValueError.
    """
    if value is not None:
        READERS[name](value)
    row = {"county": county, "name": name, "value": value, **day}
    own = derive("parameter", identity, county, name, value, day["in_force_from"])
    with write():
        if Parameter.select().where(Parameter.id == own).exists():
            return False
        stale.mark(county)  # first: on PostgreSQL it makes others who set something wait
        last = Parameter.select(fn.MAX(Parameter.turn)).where(
            (Parameter.county == county) & (Parameter.name == name)
        )
        row |= {"id": own, "turn": (last.scalar() or 0) + 1}
        new = bool(Parameter.insert(row).on_conflict_ignore().as_rowcount().execute())
        if new:
            audit.created(Parameter(**row))
    return new


def _in_force(county: str, day: date) -> dict[str, Setting]:
    """Return the last setting of each parameter that is in force on a day, by name."""
    order = (Parameter.in_force_from, Parameter.turn)
    found = _settings(Parameter.in_force_from <= day, county, order)
    return {setting.name: setting for setting in found}


def _settings(where: Any, county: str, order: tuple[Any, ...]) -> Any:
    query = (
        Parameter.select(
            *(Parameter.name, Parameter.value, Parameter.in_force_from, Parameter.set_on),
            fn.COALESCE(Account.name, ""),
        )
        .join(Account, JOIN.LEFT_OUTER, on=Account.id == Parameter.account)
        .where((Parameter.county == county) & Parameter.name.in_(NAMES) & where)
        .order_by(*order)
    )
    for name, text, *rest in tuples(query):
        value = default(name) if text is None else READERS[name](text)
        yield Setting(name, value, text is not None, *rest)
