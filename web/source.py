"""Where a request comes from, for counting wrong guesses; it is stored nowhere as it is."""

from __future__ import annotations

from flask import request
from flask_babel import gettext as _


def source() -> str:
    """Return the network a request comes from: a whole IPv6 prefix counts as one place."""
    address = request.remote_addr or ""
    return ":".join(address.split(":")[:4]) if ":" in address else address


def too_many() -> str:
    """Say that a place has used its tries of this quarter of an hour up."""
    return _("试的次数太多。请过15分钟再试。")
