"""Ids that hold no time of day: derived from the ledger's own keys, or random."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha1
from uuid import UUID, uuid4

NAMESPACE = UUID("6c69616e-6e6f-4e67-8000-000000000001")
PREFIX = NAMESPACE.bytes


def derive(*parts: object) -> UUID:
    """Return the id of what these parts name: the same parts give the same id on every machine.

    The parts are a table and the key of a ledger row, so a row that is imported again finds itself
    and a row of one household can be addressed without looking the household up first. It is what
    `uuid5` gives, written out because an import asks for one with every row.
    """
    name = "\x1f".join(map(str, parts)).encode()
    hashed = sha1(PREFIX + name, usedforsecurity=False).digest()
    return UUID(bytes=hashed[:16], version=5)


@lru_cache(maxsize=1 << 14)
def household_id(number: str) -> UUID:
    """Return the key of the household with this 户编码; one stands in many rows of an import."""
    return derive("household", number)


def random_id() -> UUID:
    """Return a random id, for what people make: checks, visits, answers, cards, sessions."""
    return uuid4()
