"""Recovery codes 恢复码: ten of them stand in for the second factor, each once."""

from __future__ import annotations

from uuid import UUID

from peewee import CharField, CompositeKey, UUIDField

from models import secret
from models.database import Table, write

CODES = 10
CODE_BYTES = 5  # eight letters: 40 bits, tried by nobody without the password


class Recovery(Table):
    """A code that is not used yet; its row goes with its use."""

    account = UUIDField()
    digest = CharField(max_length=64)

    class Meta:
        primary_key = CompositeKey("account", "digest")


def renew(account: UUID) -> list[str]:
    """Make a new set and return it, known to nobody later; the codes of the old one are void."""
    codes = [secret.random_letters(CODE_BYTES) for _ in range(CODES)]
    with write():
        forget(account)
        for code in codes:
            Recovery.create(account=account, digest=_digest(account, code))
    return codes


def use(account: UUID, code: str) -> bool:
    """Use a code up; False where it is none of the account's, or was used."""
    mine = (Recovery.account == account) & (Recovery.digest == _digest(account, code))
    with write():
        return Recovery.delete().where(mine).execute() == 1


def left(account: UUID) -> int:
    """Return how many codes are not used yet."""
    return Recovery.select().where(Recovery.account == account).count()


def forget(account: UUID) -> None:
    """Void an account's codes."""
    Recovery.delete().where(Recovery.account == account).execute()


def _digest(account: UUID, code: str) -> str:
    return secret.digest("recovery", f"{account.hex}:{code}")
