"""Keys kept outside the database, and what is derived from them.

`pepper` keys what must survive for years: card addresses, PINs, passwords, second factors, the
audit. It can never be changed without printing every card anew. `session` keys only the sign-ins of
today: to change it signs everybody out. A copy of the database alone opens none of these.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from argon2.low_level import Type

# OWASP's smallest setting: about 40 ms here. The pepper, not the hash, guards six digits.
_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1, type=Type.ID)
_keys: dict[str, bytes] = {}


def use(*, pepper: str, session: str) -> None:
    """Take the two secrets of this process."""
    _keys["pepper"] = hashlib.sha256(pepper.encode()).digest()
    _keys["session"] = hashlib.sha256(session.encode()).digest()


def keyed(purpose: str, text: str, key: str = "pepper") -> bytes:
    """Return the 32 bytes that this text has for this purpose, under one of the two keys."""
    return hmac.digest(_keys[key], f"{purpose}\x1f{text}".encode(), "sha256")


def digest(purpose: str, text: str, key: str = "pepper") -> str:
    """Return `keyed` as text, for a column that is looked up."""
    return keyed(purpose, text, key).hex()


def letters(data: bytes) -> str:
    """Write bytes in capitals and digits (base32): what a QR code holds most briefly."""
    return base64.b32encode(data).decode().rstrip("=")


def random_letters(size: int = 16) -> str:
    """Return a new secret of `size` random bytes."""
    return letters(secrets.token_bytes(size))


def random_digits(count: int) -> str:
    """Return `count` random decimal digits."""
    return f"{secrets.randbelow(10**count):0{count}d}"


def random_of(alphabet: str, count: int) -> str:
    """Return `count` random letters of an alphabet."""
    return "".join(secrets.choice(alphabet) for _ in range(count))


def slow_hash(purpose: str, text: str) -> str:
    """Hash a secret that people choose or type: argon2id over the peppered text."""
    return _hasher.hash(keyed(purpose, text))


def matches(purpose: str, text: str, stored: str | None) -> bool:
    """Compare a typed secret with its slow hash; without one the same time is spent."""
    try:
        return _hasher.verify(stored or _nothing(), keyed(purpose, text)) and stored is not None
    except VerificationError:
        return False


_NOTHING: list[str] = []


def _nothing() -> str:
    if not _NOTHING:
        _NOTHING.append(_hasher.hash(secrets.token_bytes(32)))
    return _NOTHING[0]
