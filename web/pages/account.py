"""Accounts of staff, as the office above them sees them: no secret of anybody's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

SHOWN = 50  # accounts in a list


@dataclass(frozen=True, slots=True)
class Row:
    """An account; `until`: the last day of its code.

    `state`: active, waiting (for its code to be used), blank (no code to use) or disabled.
    """

    id: UUID
    user: str
    name: str
    role: str
    place: str
    department: str
    state: str
    until: date | None
    created_on: date


@dataclass(frozen=True, slots=True)
class Index:
    """The accounts with the words searched for; how many are not shown."""

    words: str
    rows: tuple[Row, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class New:
    """A new account: the places to choose from in groups, and what was typed."""

    groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    with_department: bool
    typed: Any


@dataclass(frozen=True, slots=True)
class Show:
    """One account, or the second step before something is done to it with the sender's id."""

    account: Row
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip to be printed. Without `secret` it was shown before, and is not shown again."""

    account: Row
    site: str
    secret: str
    until: date


def row(account: Any, places: Mapping[str, str], waiting: Mapping[UUID, date]) -> Row:
    """Return an account as lists show it."""
    until = waiting.get(account.id)
    state = "active" if account.password_hash else "waiting" if until else "blank"
    return Row(
        account.id,
        account.user,
        account.name,
        account.role,
        places.get(account.scope, account.scope),
        account.department or "",
        "disabled" if account.disabled else state,
        until,
        account.created_on,
    )


def grouped(code: str, size: int = 4) -> str:
    """Return a code in groups, as it is read aloud."""
    return " ".join(code[start : start + size] for start in range(0, len(code), size))


@dataclass(frozen=True, slots=True)
class Places:
    """Where an account can be made, as (code, name) in named groups."""

    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @property
    def codes(self) -> frozenset[str]:
        """Return the codes of all of them."""
        return frozenset(code for _name, pairs in self.groups for code, _place in pairs)


def by_township(
    townships: Iterable[tuple[str, str]], villages: Collection[tuple[str, str]]
) -> Places:
    """Return each township with its villages, both as (code, name)."""
    return Places(
        tuple(
            (name, ((code, name), *(pair for pair in villages if pair[0].startswith(code))))
            for code, name in townships
        )
    )
