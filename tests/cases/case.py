"""The published cases of published.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("published.toml")
CASES = {case["id"]: case for case in tomllib.loads(FILE.read_text("utf-8"))["case"]}


class Case:
    """A published case; its figures are read by path, so that none is typed again here."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getitem__(self, path: str) -> Any:
        found: Any = CASES[self.name]
        for name in path.split("."):
            found = found[name]
        return found
