"""An event of a household becomes rows of the ledger, as those of any import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from ledger.column import SHEETS
from ledger.read import Reading
from ledger.row import Row, complete, keys_of
from ledger.store import Import, store
from models import card
from models.batch import lock as lock_imports
from models.database import write
from models.dispute import follow
from models.event import (
    By,
    Event,
    Part,
    Refused,
    decide,
    find,
    holding,
    holdings,
    mirrored,
    neighbours,
    with_rows,
)
from models.event import parts_of as parts
from models.household import Household, Share, lock
from models.ids import household_id
from models.rebuild import rebuild
from models.scope import COUNTY_DIGITS
from rules import event as rules
from rules.event import Holding

Cells = dict[str, Any]


def reading(row: Event, whose: Any, name: str) -> Reading:
    """Return the rows that a confirmed event states; raise Refused where the ledger has moved."""
    households, rows = [], []
    if row.kind == "head":
        households.append({"household.number": whose.number, "household.head": row.head})
    elif row.kind == "recoded":
        all_of_it = neighbours(whose.village).values() if row.whole else (whose.number,)
        households += [
            {"household.number": number, "household.village": row.place} for number in all_of_it
        ]
    else:
        rows = _moved(row, whose)
        if row.kind == "split":
            households.append(_new(row, whose))
    made = Reading(files=[name])
    sheets = {"农户": households, "受益": rows}
    made.rows = {sheet: _rows(sheet, cells, name) for sheet, cells in sheets.items() if cells}
    return made


def _rows(sheet: str, cells: list[Cells], name: str) -> list[Row]:
    keys = keys_of(SHEETS[sheet])
    return [
        Row(sheet, place, name, values, complete(values, keys))
        for place, values in enumerate(cells, 1)
    ]


def _new(row: Event, whose: Any) -> Cells:
    """A new household is of the same village and, until the ledger says otherwise, alike."""
    if Household.select().where(Household.number == row.number).exists():
        raise Refused("changed")
    same = ("village", "category", "low_income", "farms", "eligible")
    cells = {f"household.{name}": getattr(whose, name) for name in same}
    return {**cells, "household.number": row.number, "household.head": row.head}


def _moved(row: Event, whose: Any) -> list[Cells]:
    held = {each.id: each for each in holdings(row.household, row.day)}  # type: ignore[arg-type]
    found: list[Cells] = []
    for part in parts(row):
        share = held.get(part.share)
        if share is None or rules.obstacle(holding(share), part.given):
            raise Refused("changed")
        found += _divided(row, whose, share, part)
    return _merged(found, row.day)


def _merged(cells: list[Cells], day: Any) -> list[Cells]:
    """Add up what one household gets of one clause on the day: the ledger has one row for it."""
    found: list[Cells] = []
    known: dict[tuple[Any, ...], Cells] = {}
    for each in cells:
        key = tuple(each[f"share.{name}"] for name in ("agreement", "clause", "household"))
        first = known.get(key) if each["share.joined_on"] == day else None
        if first is None:
            found.append(each)
            if each["share.joined_on"] == day:
                known[key] = each
            continue
        if first["share.left_on"] != each["share.left_on"]:
            raise Refused("changed")
        for name in Holding._fields:
            pair = (first[f"share.{name}"], each[f"share.{name}"])
            known_ones = [value for value in pair if value is not None]
            first[f"share.{name}"] = sum(known_ones) if known_ones else None
    return found


def _divided(row: Event, whose: Any, share: Any, part: Part) -> list[Cells]:
    """End a row on the day before, and begin what stays and what goes with the day."""
    day: Any = row.day
    if _begins(share, household_id(str(row.number)), day):
        raise Refused("changed")
    key = {"share.agreement": share.agreement, "share.clause": share.clause}
    ended = {"share.left_on": day - timedelta(days=1), "share.leave_reason": rules.LEAVES[row.kind]}  # type: ignore[index]
    first = {**key, "share.household": whose.number, "share.joined_on": share.joined_on, **ended}
    rest = {"share.left_on": share.left_on, "share.leave_reason": share.leave_reason}
    begun = {**key, "share.joined_on": day, **rest}
    stays = rules.kept(holding(share), part.given)
    found = [first, {**begun, "share.household": row.number, **_holds(part.given)}]
    if part.given != holding(share) and not stays.empty:
        found.append({**begun, "share.household": whose.number, **_holds(stays)})
    return found


def _begins(share: Any, household: UUID, day: date) -> bool:
    """Say whether a household has a row of the clause that begins with the day already."""
    same = (Share.agreement == share.agreement) & (Share.clause == share.clause)
    mine = (Share.household == household) & (Share.joined_on == day)
    return Share.select().where(same & mine).exists()


def _holds(held: Holding) -> Cells:
    return {f"share.{name}": value for name, value in held._asdict().items()}


def confirm(identity: UUID, scope: str, by: By, today: date, name: str) -> None:
    """Bring an event into the ledger with the dues that follow, once; raise Refused.

    `by` is not who entered it. The card of a household that is no more ends.
    """
    with write():
        lock_imports()  # one after the other: two may concern the same households
        row, whose = _waiting(identity, scope, by, "confirmed")
        if row is None:
            return
        moved = neighbours(whose.village) if row.whole else {}
        order = Import(today, scope[:COUNTY_DIGITS], by.account, batch=identity, keeps=False)
        done = store(reading(row, whose, name), order)
        if done.problems or done.batch is None:
            raise Refused("ledger")
        household: Any = row.household
        if not all(_ended(share, row.day) for share, _ in with_rows(row)):
            raise Refused("ledger")
        if row.kind == "recoded":
            _recode(row, moved, today)
        if row.ends:
            if _still_holds(household, row.day):
                raise Refused("changed")
            card.revoke(household, today)
        decide(row, by, today, state="confirmed", import_id=done.batch)
        if row.kind in rules.OTHER:
            _tell_other(identity, scope, str(whose.number))


def _ended(share: Any, day: Any) -> bool:
    """Say whether the ledger has ended a row as it should: else its part would be there twice."""
    return share.left_on == day - timedelta(days=1)


def _still_holds(household: Any, day: Any) -> bool:
    """Say whether a household that is to end has a part from the day on: nobody could open it."""
    later = Share.left_on.is_null() | (Share.left_on >= day)
    return Share.select().where((Share.household == household) & later).exists()


def _tell_other(identity: UUID, scope: str, number: str) -> None:
    row = find(identity, scope)
    if row is None:
        raise Refused("state")
    other = household_id(str(row.number))
    mirrored(row, other, lock([other])[0], number)


def _recode(row: Event, moved: Mapping[UUID, str], today: date) -> None:
    """What is open goes to the offices of the new code, and all who are concerned are told."""
    households: Any = {row.household, *moved}
    follow(households)
    rebuild((), households, today)
    for key, number in moved.items():
        if key != row.household:
            mirrored(row, key, str(row.place), number)


def refuse(identity: UUID, scope: str, by: By, today: date, ground: str) -> None:
    """Refuse an event with a reason, once; the ledger stays as it is."""
    with write():
        row, _ = _waiting(identity, scope, by, "refused")
        if row is not None:
            decide(row, by, today, state="refused", ground=ground)


def _waiting(identity: UUID, scope: str, by: By, state: str) -> tuple[Event | None, Any]:
    """Return an event and its household; none where the same was decided already."""
    row = find(identity, scope)
    if row is None:
        raise Refused("state")
    lock([row.household])  # type: ignore[list-item]
    row = find(identity, scope)
    if row is None or row.state not in {"entered", state}:
        raise Refused("state")
    if row.state == state:
        return None, None
    if row.account == by.account:
        raise Refused("own")
    whose = Household.select().where(Household.id == row.household).namedtuples().first()
    if whose is None:
        raise Refused("changed")
    return row, whose


def tried(row: Event, scope: str, today: date, name: str) -> bool:
    """Say whether the ledger would take an event as it stands now."""
    whose = Household.select().where(Household.id == row.household).namedtuples().first()
    try:
        found = reading(row, whose, name)
    except Refused:
        return False
    order = replace(Import(today, scope[:COUNTY_DIGITS], keeps=False), dry_run=True)
    return not store(found, order).problems
