"""Every kind of finding there is, gathered from the modules that make them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from rules import finding, watch
from rules.finding import Kind


@cache
def kinds() -> dict[str, Kind]:
    """Return each kind by its code, in order; ValueError where two modules have the same code."""
    found = dict(finding.KINDS)
    for module in sorted(each.name for each in iter_modules(watch.__path__)):
        if module == "catalogue":
            continue
        own = getattr(import_module(f"{watch.__name__}.{module}"), "KINDS", {})
        if twice := found.keys() & own.keys():
            raise ValueError(f"{module} has codes that are taken: {sorted(twice)}")
        found |= own
    return dict(sorted(found.items()))
