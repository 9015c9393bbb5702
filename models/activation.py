"""Activation 启用: a one-time code with which a member of staff sets up the own account.

Whoever starts it hands over a sealed slip and learns neither password nor second factor. A new
code voids the earlier ones.
"""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import CharField, DateField, IntegrityError, TextField, UUIDField

from models import audit, recovery, secret
from models.account import Account, needs_factor
from models.database import Table, write
from models.ids import random_id

DAYS = 7
CODE_LETTERS = 12  # 60 bits


class Activation(Table):
    """A code; `used_on` is set once, by use or by a newer code.

    `password_hash` is the password chosen with it, until the second factor is confirmed.
    """

    id = UUIDField(primary_key=True)
    account = UUIDField(index=True)
    digest = CharField(max_length=64)
    password_hash = TextField(default="")
    issued_by = UUIDField(null=True)
    issued_on = DateField()
    expires_on = DateField()
    used_on = DateField(null=True)


class Shown(Exception):
    """The code was made already: it was shown once, to whoever made it."""


def issue(
    account: UUID, today: date, *, activation_id: UUID | None = None, by: UUID | None = None
) -> str:
    """Void the account's password and earlier codes and return a new code, known to nobody later.

    With an id that the sender made, sending it again makes no second code and voids nothing.
    """
    code = secret.random_letters(8)[:CODE_LETTERS]
    identity, mine = activation_id or random_id(), Account.id == account
    try:
        with write():
            # First, because it makes whoever else does the same wait.
            with audit.changing(Account, mine):
                Account.update(password_hash="").where(mine).execute()
            Activation.create(
                id=identity,
                account=account,
                digest=_digest(account, code),
                issued_by=by,
                issued_on=today,
                expires_on=today + timedelta(days=DAYS),
            )
            earlier = _open(account) & (Activation.id != identity)
            Activation.update(used_on=today, password_hash="").where(earlier).execute()
            recovery.forget(account)
    except IntegrityError as error:
        raise Shown from error
    return code


def find(user: str, code: str, today: date) -> Account | None:
    """Return the account that this user name and code activate; unknown names answer alike."""
    own = Account.get_or_none((Account.user == user.strip().lower()) & ~Account.disabled)
    identity = own.id if own else random_id()
    typed = _digest(identity, letters(code))
    fits = _good(identity, today) & (Activation.digest == typed)
    return own if Activation.select().where(fits).exists() else None


def of_account(account: UUID, today: date) -> Activation | None:
    """Return the account's code that can still be used."""
    return Activation.get_or_none(_good(account, today))


def begin(account: Account, today: date) -> None:
    """Begin anew for whoever shows the code: what another who had it has set up counts no more.

    The second factor gets another number, so its letters are not those that were shown before.
    """
    own = Account.id == account.id
    with write():
        with audit.changing(Account, own):
            if needs_factor(str(account.role)):
                Account.update(factor=Account.factor + 1).where(own).execute()
        Activation.update(password_hash="").where(_good(account.id, today)).execute()  # type: ignore[arg-type]


def close(account: UUID, today: date) -> None:
    """Void a code that nobody has used; call it inside a writing block."""
    Activation.update(used_on=today, password_hash="").where(_open(account)).execute()


def choose(activation: Activation, hashed: str) -> None:
    """Keep the password that was chosen until the second factor is confirmed."""
    mine = (Activation.id == activation.id) & Activation.used_on.is_null()
    with write():
        Activation.update(password_hash=hashed).where(mine).execute()


def use(activation: Activation, today: date, **columns: Any) -> bool:
    """Use the code up and give the account its columns; False when somebody else was first."""
    mine = (Activation.id == activation.id) & Activation.used_on.is_null()
    with write():
        own = Account.id == activation.account
        with audit.changing(Account, own):  # first, as in `issue`: neither waits for the other
            if Activation.update(used_on=today, password_hash="").where(mine).execute() != 1:
                return False
            Account.update(**columns).where(own).execute()
    return True


def letters(text: str) -> str:
    """Return the letters and digits of what was typed, in capitals; 0, 1 and 8 as they are meant.

    A code holds none of these three digits, so whoever types one means the letter like it.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(c for c in plain if c.isalnum()).translate(str.maketrans("018", "OIB"))


def _good(account: UUID, today: date) -> Any:
    return _open(account) & (Activation.expires_on >= today)


def _open(account: UUID) -> Any:
    return (Activation.account == account) & Activation.used_on.is_null()


def _digest(account: UUID, code: str) -> str:
    return secret.digest("activation", f"{account.hex}:{code}")
