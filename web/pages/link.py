"""The county's pages about a business's link: issuing, replacing, ending, and the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Business:
    """Whose link it is; `address` is the end of its address."""

    number: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """The second step: what will happen, the last day that was typed, and the sender's id."""

    business: Business
    link: Any
    id: UUID | None = None
    day: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A sheet was handed out before, and is not handed out again."""

    business: Business
