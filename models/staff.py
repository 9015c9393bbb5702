"""The administration of accounts 账号管理: who may be given one by whom, and what ends one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, IntegrityError

from models import account, activation, audit, session
from models.account import Account
from models.activation import Activation, Shown
from models.database import write
from models.scope import under

# Nobody makes an account of the own level: with a second one of the own, four eyes would be two.
UNDER = {"county": ("township", "cadre"), "prefecture": ("county",)}


class Taken(Exception):
    """Somebody else has this user name."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new account, or one that begins anew, and its code, which is shown once."""

    account: Account
    code: str


def invite(identity: UUID, today: date, *, by: UUID | None = None, **columns: Any) -> Made:
    """Make an account without a secret, and the code with which its owner sets them.

    Sent again with the same id nothing is made (Shown).
    """
    try:
        with write():
            if _is_made(identity):
                raise Shown
            made = account.create(identity=identity, password=None, today=today, **columns)
            return Made(made, activation.issue(made.id, today, activation_id=identity, by=by))
    except IntegrityError as error:
        # Two of the same sender at once: the second finds the id taken, not the name.
        raise (Shown if _is_made(identity) else Taken) from error


def _is_made(identity: UUID) -> bool:
    return Account.select().where(Account.id == identity).exists()


def reset(identity: UUID, today: date, *, sent: UUID | None = None, by: UUID | None = None) -> str:
    """Void password, second factor and recovery codes, end every sign-in, return a new code."""
    with write():
        code = activation.issue(identity, today, activation_id=sent, by=by)
        session.end_account(identity)
    return code


def disable(identity: UUID, today: date) -> None:
    """End an account's use: its next request is refused, and no code of its opens anything."""
    with write():
        account.disable(identity)
        activation.close(identity, today)
        session.end_account(identity)


def enable(identity: UUID) -> None:
    """Let an account be used again, with its own password; what it had open stays ended."""
    mine = Account.id == identity
    with write(), audit.changing(Account, mine):
        Account.update(disabled=False).where(mine).execute()


def find(identity: UUID, role: str, scope: str) -> Account | None:
    """Return an account that a member of staff of this role and scope looks after."""
    return Account.get_or_none((Account.id == identity) & _under(role, scope))


def listed(role: str, scope: str, words: str = "") -> Sequence[Any]:
    """Return the accounts that such a member of staff looks after, those with these words alone."""
    query = Account.select().where(_under(role, scope))
    if words:
        query = query.where(Account.user.contains(words.lower()) | Account.name.contains(words))
    return list(query.order_by(Account.scope, Account.user))


def waiting(accounts: Sequence[Account], today: date) -> dict[UUID, date]:
    """Return those of these accounts whose code is still to be used, with its last day."""
    query = (
        Activation.select(Activation.account, Activation.expires_on)
        .join(Account, JOIN.INNER, on=(Account.id == Activation.account))
        .where(Activation.used_on.is_null() & (Activation.expires_on >= today))
    )
    known = {each.id for each in accounts}
    return {row.account: row.expires_on for row in query if row.account in known}


def _under(role: str, scope: str) -> Any:
    return Account.role.in_(UNDER.get(role, ())) & under(Account.scope, scope)
