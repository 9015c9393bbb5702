"""Where a request comes from, for counting wrong guesses; it is stored nowhere as it is."""

from __future__ import annotations

from flask import request


def source() -> str:
    """Return the network a request comes from: a whole IPv6 prefix counts as one place."""
    address = request.remote_addr or ""
    return ":".join(address.split(":")[:4]) if ":" in address else address
