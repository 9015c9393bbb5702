"""The guard of the whole test run finds whoever would speak to another machine."""

from __future__ import annotations

import http.client
import socket

import pytest

from tests.loopback import Outside


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "liannong.example"])
def test_nothing_leaves_this_machine(address):
    with pytest.raises(Outside):
        http.client.HTTPConnection(address, timeout=1).request("GET", "/")


def test_a_socket_of_one_s_own_does_not_either():
    with socket.socket() as asked:
        asked.settimeout(1)
        for connect in (asked.connect, asked.connect_ex):
            with pytest.raises(Outside):
                connect(("192.0.2.1", 80))


def test_the_product_asks_for_nothing_outside_in_its_source():
    """What could ask is imported nowhere but in the tests."""
    from pathlib import Path

    root = Path(__file__).parents[2]
    sources = [
        path
        for part in ("rules", "models", "ledger", "web")
        for path in (root / part).rglob("*.py")
    ]
    assert len(sources) > 200
    for path in sources:
        text = path.read_text("utf-8")
        for means in (
            "urllib.request",
            "http.client",
            "import requests",
            "import socket",
            "smtplib",
        ):
            assert means not in text, (path, means)
