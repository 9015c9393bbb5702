"""No test, and nothing that a test runs, speaks to another machine."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from typing import Any

NAMES = frozenset({"localhost", "", socket.gethostname()})
_connect, _connect_ex = socket.socket.connect, socket.socket.connect_ex
_resolve = socket.getaddrinfo


class Outside(AssertionError):
    """Something tried to speak to another machine."""


def guard() -> None:
    """Refuse every connection that leaves the machine, and every look-up of a name."""
    socket.socket.connect = _checked(_connect)  # type: ignore[method-assign]
    socket.socket.connect_ex = _checked(_connect_ex)  # type: ignore[method-assign]
    socket.getaddrinfo = _resolved


def _checked(call: Any) -> Any:
    def ask(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _must_be_here(address[0])
        return call(self, address)

    return ask


def _resolved(host: Any, *more: Any, **named: Any) -> Any:
    _must_be_here(host)
    return _resolve(host, *more, **named)


def _must_be_here(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host or ""
    if name in NAMES:
        return
    try:
        here = ip_address(name.partition("%")[0])
    except ValueError:
        raise Outside(f"a look-up of {name}") from None
    if not (here.is_loopback or here.is_unspecified):
        raise Outside(f"a connection to {name}")
