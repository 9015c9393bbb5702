"""Accounts of staff 工作人员账号: a role, a scope, a password and, from the township up, a code."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
)
from pyotp.totp import TOTP
from pyotp.utils import strings_equal

from models import audit, secret
from models.database import Table, write
from models.guess import Slot, give_back, take
from models.ids import random_id

ROLES = ("cadre", "township", "county", "prefecture")
SCOPE_DIGITS = {"cadre": 12, "township": 9, "county": 6, "prefecture": 4}
PASSWORD_LENGTH = 8
WINDOW_SECONDS = 15 * 60
TRIES_FROM_ONE_PLACE = 10
TRIES_IN_ALL = 100
CODE_STEP_SECONDS = 30


class Account(Table):
    """A member of staff; `scope` is the administrative code whose prefix is what the account sees.

    `factor` numbers the second factor's secrets (0: none yet); the secret itself is computed from
    it and the pepper, so no copy of the database holds one. `step` is the last code's time step.
    """

    id = UUIDField(primary_key=True)
    user = CharField(max_length=40, unique=True)
    name = TextField()
    role = CharField(max_length=10)
    scope = CharField(max_length=12)
    department = TextField(null=True)
    password_hash = TextField()
    factor = IntegerField(default=0)
    step = BigIntegerField(default=0)
    disabled = BooleanField(default=False)
    created_on = DateField()


def create(
    *,
    user: str,
    name: str,
    role: str,
    scope: str,
    password: str,
    today: date,
    factor: bool | None = None,
    department: str | None = None,
) -> Account:
    """Make an account; from the township up it has a second factor unless `factor` says no."""
    _refuse_misfits(role, scope, password)
    account_id = random_id()
    with_factor = role != "cadre" if factor is None else factor
    hashed = secret.slow_hash("password", f"{account_id.hex}:{password}")
    with write():
        made = Account.create(
            id=account_id,
            user=user.strip().lower(),
            name=name,
            role=role,
            scope=scope,
            department=department,
            password_hash=hashed,
            factor=int(with_factor),
            created_on=today,
        )
        audit.created(made)
    return made


def _refuse_misfits(role: str, scope: str, password: str) -> None:
    if role not in ROLES or len(scope) != SCOPE_DIGITS[role] or not scope.isdecimal():
        raise ValueError(f"account: role {role!r} cannot have scope {scope!r}")
    if len(password) < PASSWORD_LENGTH:
        raise ValueError(f"account: a password has at least {PASSWORD_LENGTH} characters")


def totp_secret(account: Account) -> str | None:
    """Return the secret to type into an authenticator, or None for an account without one."""
    if not account.factor:
        return None
    return secret.letters(secret.keyed("factor", f"{account.id.hex}:{account.factor}")[:20])


def take_guess(user: str, source: str, now: datetime) -> tuple[Slot, Slot] | None:
    """Take a try at this user name, known or not: few from one place, more in all.

    The periods are short and the place counts apart, so nobody can shut the owner out for long.
    """
    period = int(now.timestamp()) // WINDOW_SECONDS
    name = secret.digest("tries", user.strip().lower(), "session")[:40]
    near = secret.digest("tries", f"{user.strip().lower()}\x1f{source}", "session")[:40]
    here = take(f"place:{near}", period, TRIES_FROM_ONE_PLACE)
    if here is None:
        return None
    anywhere = take(f"user:{name}", period, TRIES_IN_ALL)
    return (here, anywhere) if anywhere else None


def forgive(slots: tuple[Slot, Slot]) -> None:
    """Give the slots of a right answer back."""
    for slot in slots:
        give_back(slot)


def by_password(user: str, password: str) -> Account | None:
    """Return the account that this user name and password open; unknown names take as long."""
    account = Account.get_or_none(Account.user == user.strip().lower())
    salt = account.id.hex if account else "nobody"
    stored = account.password_hash if account else None
    right = secret.matches("password", f"{salt}:{password}", stored)
    return account if account and right and not account.disabled else None


def by_user(user: str) -> Account | None:
    """Return the account with this user name that is not disabled."""
    return Account.get_or_none((Account.user == user.strip().lower()) & ~Account.disabled)


def by_id(account_id: UUID) -> Account | None:
    """Return an account that is not disabled."""
    return Account.get_or_none((Account.id == account_id) & ~Account.disabled)


def code_opens(account: Account, code: str, now: datetime) -> bool:
    """Say whether `code` is the authenticator's of this half minute or a neighbour's, once only."""
    text = totp_secret(account)
    if text is None:
        return False
    totp = TOTP(text)
    step = int(now.timestamp()) // CODE_STEP_SECONDS
    for candidate in (step - 1, step, step + 1):
        if strings_equal(totp.generate_otp(candidate), code):
            return _use_step(account, candidate)
    return False


def _use_step(account: Account, step: int) -> bool:
    """A code that was used (or an older one) opens nothing again."""
    unused: Any = (Account.id == account.id) & (Account.step < step)
    with write():
        return Account.update(step=step).where(unused).execute() == 1


def disable(account_id: UUID) -> None:
    """Disable an account: its next request is refused, wherever it is signed in."""
    mine = Account.id == account_id
    with write(), audit.changing(Account, mine):
        Account.update(disabled=True).where(mine).execute()
