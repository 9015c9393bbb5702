"""Accounts of staff 工作人员账号: a role, a scope, a password and, from the township up, a code."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
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
# Words of this place, with figures behind or before them: the first that somebody here would try.
CONTEXT = (
    *("liannong", "liannongtong", "changji", "changjizhou", "xinjiang", "manasi", "hutubi"),
    *("fukang", "qitai", "jimusaer", "mulei", "cunganbu", "xiangzhen", "xianji", "nongye"),
    *("nongyeju", "xiangcunzhenxing", "fupin", "bangfu", "admin", "administrator", "password"),
)
# What people here choose, and runs of one letter, which the library's 30,000 do not hold.
COMMON = Path(__file__).with_name("data") / "common_passwords.txt"
WINDOW_SECONDS = 15 * 60
TRIES_FROM_ONE_PLACE = 10
TRIES_IN_ALL = 100
CODE_STEP_SECONDS = 30
Slots = tuple[Slot, ...]


class Account(Table):
    """A member of staff; `scope` is the administrative code whose prefix is what the account sees.

    `factor` numbers the second factor's secrets (0: none yet); the secret itself is computed from
    it and the pepper, so no copy of the database holds one. `step` is the last code's time step.
    `password_hash` is empty, and opens nothing, until the owner has chosen a password.
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
    password: str | None,
    today: date,
    department: str | None = None,
    identity: UUID | None = None,
) -> Account:
    """Make an account; with a password it has, from the township up, a second factor too.

    Without one its owner sets both up (models/activation.py).
    """
    _refuse_misfits(role, scope, password)
    account_id = identity or random_id()
    hashed = password_hash(account_id, password) if password else ""
    factor = int(bool(password) and needs_factor(role))
    secrets = {"password_hash": hashed, "factor": factor}
    office = {"role": role, "scope": scope, "department": department}
    who = {"id": account_id, "user": user.strip().lower(), "name": name}
    with write():
        made = Account.create(**who, **office, **secrets, created_on=today)
        audit.created(made)
    return made


def _refuse_misfits(role: str, scope: str, password: str | None) -> None:
    if role not in ROLES or len(scope) != SCOPE_DIGITS[role] or not scope.isdecimal():
        raise ValueError(f"account: role {role!r} cannot have scope {scope!r}")
    if password is not None and len(password) < PASSWORD_LENGTH:
        raise ValueError(f"account: a password has at least {PASSWORD_LENGTH} characters")


def needs_factor(role: str) -> bool:
    """Say whether an account of this role has a second factor: from the township up."""
    return role != "cadre"


def password_hash(account_id: UUID, password: str) -> str:
    """Return what is stored of a password."""
    return secret.slow_hash("password", f"{account_id.hex}:{password}")


def change_password(account: Account, password: str) -> bool:
    """Give an account another password; False where the one it was read with is void by now."""
    hashed = password_hash(account.id, password)  # type: ignore[arg-type]
    mine = (Account.id == account.id) & (Account.password_hash == account.password_hash)
    with write(), audit.changing(Account, mine):
        return Account.update(password_hash=hashed).where(mine).execute() == 1


def weakness(user: str, password: str) -> str:
    """Return why a password is refused: short, name (it holds the user name), common; or nothing.

    No kinds of characters are asked for: length and not being a usual one is what counts.
    """
    if len(password) < PASSWORD_LENGTH:
        return "short"
    if user and user.lower() in password.lower():
        return "name"
    plain = password.lower()
    bare = "".join(filter(str.isalpha, plain))
    return "common" if plain in _common() or bare in CONTEXT else ""


@cache
def _common() -> frozenset[str]:
    # Read where a password is first chosen, and kept: no worker needs the lists before.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415

    return frozenset(FREQUENCY_LISTS["passwords"]) | {*COMMON.read_text("utf-8").split()}


def totp_secret(account: Account, factor: int | None = None) -> str | None:
    """Return the secret to type into an authenticator, or None for an account without one.

    `factor` asks for that of another number: the next one is what is being set up.
    """
    number = account.factor if factor is None else factor
    if not number:
        return None
    return secret.letters(secret.keyed("factor", f"{account.id.hex}:{number}")[:20])


def take_guess(user: str, source: str, now: datetime, browser: str = "") -> Slots | None:
    """Take a try at this user name, known or not: few from one place, more in all.

    The periods are short and the place counts apart. A browser in which the owner has signed in
    before counts for itself alone, so others can use every try up and not shut the owner out.
    """
    period = int(now.timestamp()) // WINDOW_SECONDS
    name = user.strip().lower()
    if browser:
        return _all_of(period, ("known", f"{name}\x1f{browser}", TRIES_FROM_ONE_PLACE))
    return _all_of(
        period,
        ("place", f"{name}\x1f{source}", TRIES_FROM_ONE_PLACE),
        ("user", name, TRIES_IN_ALL),
    )


def take_activation_guess(user: str, source: str, now: datetime) -> Slots | None:
    """Take a try at an activation code: few from one place, and no count in all.

    Sixty bits outlast every number of places within their seven days; a count in all could be
    used up by others.
    """
    period = int(now.timestamp()) // WINDOW_SECONDS
    name = f"{user.strip().lower()} activation"
    return _all_of(period, ("place", f"{name}\x1f{source}", TRIES_FROM_ONE_PLACE))


def _all_of(period: int, *limits: tuple[str, str, int]) -> Slots | None:
    taken = []
    for kind, subject, limit in limits:
        slot = take(f"{kind}:{secret.digest('tries', subject, 'session')[:40]}", period, limit)
        if slot is None:
            return None
        taken.append(slot)
    return tuple(taken)


def forgive(slots: Slots) -> None:
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
    step = step_of(account, code, now)
    return step is not None and _use_step(account, step)


def step_of(account: Account, code: str, now: datetime, factor: int | None = None) -> int | None:
    """Return the time step whose code this is, of this half minute or a neighbour, or None."""
    text = totp_secret(account, factor)
    if text is None:
        return None
    totp = TOTP(text)
    step = int(now.timestamp()) // CODE_STEP_SECONDS
    for candidate in (step - 1, step, step + 1):
        if strings_equal(totp.generate_otp(candidate), code):
            return candidate
    return None


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
