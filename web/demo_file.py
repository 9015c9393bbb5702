"""Where the demo's way in is kept: instance/demo.json, for the eyes of this user alone."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAME = "demo.json"


class DemoFile:
    """The file of one database; that of an earlier one moves aside to demo-….json."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self.base = config["LIANNONG_BASE_URL"]
        self.database = hashlib.sha256(config["DATABASE_URL"].encode()).hexdigest()[:16]
        self.path = Path(config["INSTANCE"]) / NAME

    def read(self) -> dict[str, Any] | None:
        """Return what was written, its addresses under the one that is served now."""
        for path in (self.path, self._aside(self.database)):
            found = _read(path)
            if found is not None and found["database"] == self.database:
                for kind, names in (("c", ("cards", "slips")), ("b", ("links",))):
                    for row in (row for name in names for row in found.get(name, ())):
                        row["url"] = f"{self.base}/{kind}/{row['url'].rsplit(f'/{kind}/', 1)[1]}"
                return found
        return None

    def write(self, found: Mapping[str, Any]) -> None:
        """Write it whole or not at all."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_name(f"{self.path.name}.{secrets.token_hex(8)}")
        text = json.dumps({**found, "database": self.database}, ensure_ascii=False, indent=1)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        earlier = _read(self.path)
        if earlier is not None and earlier["database"] != self.database:
            self.path.rename(self._aside(earlier["database"]))
        draft.replace(self.path)

    def _aside(self, database: str) -> Path:
        return self.path.with_name(f"demo-{database}.json")


def _read(path: Path) -> dict[str, Any] | None:
    return json.loads(path.read_text("utf-8")) if path.exists() else None
