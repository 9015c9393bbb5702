"""Where it is noted which households had years erased early: beside the database, not in it."""

from __future__ import annotations

from pathlib import Path

from flask import current_app


def folder() -> Path:
    """Return the folder of the notes (models/erased.py)."""
    return Path(current_app.config["INSTANCE"]) / "erased"
