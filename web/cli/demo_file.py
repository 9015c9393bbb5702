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
    """The file of one database; a second database beside the first has one of its own."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self.base = config["LIANNONG_BASE_URL"]
        self.database = hashlib.sha256(config["DATABASE_URL"].encode()).hexdigest()[:16]
        first = Path(config["INSTANCE"]) / NAME
        taken = _read(first)
        free = taken is None or taken.get("database") == self.database
        self.path = first if free else first.with_name(f"demo-{self.database}.json")

    def read(self) -> dict[str, Any] | None:
        """Return what was written, its addresses under the one that is served now."""
        found = _read(self.path)
        if found is None:
            return None
        for row in (*found["cards"], *found["slips"]):
            row["url"] = f"{self.base}/c/{row['url'].rsplit('/c/', 1)[1]}"
        return found

    def write(self, found: Mapping[str, Any]) -> None:
        """Write it whole or not at all."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_name(f"{self.path.name}.{secrets.token_hex(8)}")
        text = json.dumps({**found, "database": self.database}, ensure_ascii=False, indent=1)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        draft.replace(self.path)


def _read(path: Path) -> dict[str, Any] | None:
    return json.loads(path.read_text("utf-8")) if path.exists() else None
