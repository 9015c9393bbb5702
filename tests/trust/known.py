"""The frozen list of all columns that tell something of one household: known.txt."""

from __future__ import annotations

from pathlib import Path

MEANINGS = frozenset({"key", "list", "name", "digest", "computed", "own", ""})


def known() -> dict[str, dict[str, str]]:
    """Return table → column → what a text in it may hold; "" for what is no text."""
    found: dict[str, dict[str, str]] = {}
    for line in Path(__file__).with_name("known.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            table, _, columns = line.partition(": ")
            parts = (each.partition("=") for each in columns.split())
            found[table] = {name: meaning for name, _, meaning in parts}
    return found
