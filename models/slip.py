"""Sealed slips: a one-time code with which a household sets its first PIN, or a forgotten one anew.

Staff hand over the envelope and never learn the PIN. A new slip voids the earlier ones. The code is
held nowhere; one of a printing stands for at most three days in the file that is printed.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import CompositeKey, DateField, IntegrityError, TextField, UUIDField

from models import audit, secret
from models.card import digits
from models.database import Table, write
from models.household import lock
from models.ids import random_id

DAYS = 60
CODE_DIGITS = 8


class Slip(Table):
    """A slip; `used_on` is set once, by use or by a newer slip."""

    household = UUIDField()
    id = UUIDField()
    code_hash = TextField()
    issued_on = DateField()
    expires_on = DateField()
    used_on = DateField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Shown(Exception):
    """The slip was made already: its code was shown once, to whoever made it."""


def new_code() -> str:
    """Return a code for a slip whose paper is made first: one that fails voids no earlier slip."""
    return secret.random_digits(CODE_DIGITS)


def issue(
    household: UUID, today: date, slip_id: UUID | None = None, code: str | None = None
) -> str:
    """Make a slip, with a `new_code`, and return that; it is known to nobody afterwards.

    With an id that the sender made, sending it again makes no second slip and voids none.
    """
    slip_id, code = slip_id or random_id(), code or new_code()
    hashed = secret.slow_hash("slip", f"{household.hex}:{code}")
    try:
        with write():
            lock([household])  # whoever makes another slip meanwhile waits, so none is missed
            _use_up(_open(household) & (Slip.id != slip_id), today)
            made = Slip.create(
                household=household,
                id=slip_id,
                code_hash=hashed,
                issued_on=today,
                expires_on=today + timedelta(days=DAYS),
            )
            audit.created(made)
    except IntegrityError as error:
        raise Shown from error
    return code


def find(household: UUID, code: str, today: date) -> Slip | None:
    """Return the open slip with this code; take a guess before asking."""
    slip = Slip.get_or_none(_open(household) & (Slip.expires_on >= today))
    hashed = slip.code_hash if slip else None
    return slip if secret.matches("slip", f"{household.hex}:{digits(code)}", hashed) else None


def use(slip: Slip, today: date) -> bool:
    """Use a slip up; False when somebody else was first."""
    mine = _open(slip.household) & (Slip.id == slip.id)
    with write():
        return _use_up(mine, today) == 1


def _use_up(slips: Any, today: date) -> int:
    with audit.changing(Slip, slips):
        return Slip.update(used_on=today).where(slips).execute()


def _open(household: UUID):  # noqa: ANN202 — a peewee expression
    return (Slip.household == household) & Slip.used_on.is_null()
