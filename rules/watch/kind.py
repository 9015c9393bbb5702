"""Every kind of finding that there is."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from rules import finding, watch
from rules.finding import Kind


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind by its code: the arithmetic's, and those of all modules of the watch."""
    found = dict(finding.KINDS)
    for module in pkgutil.iter_modules(watch.__path__):
        own = importlib.import_module(f"{watch.__name__}.{module.name}")
        found.update(getattr(own, "KINDS", {}))
    return found
