"""The same thing done by several threads at once, each with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from models import database


def at_once(work: Callable[[int], Any], times: int = 6) -> list[Any]:
    """Do it `times` times at once and return what each gave."""

    def alone(turn: int) -> Any:
        try:
            return work(turn)
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(alone, range(times)))
