"""Work that takes seconds: done in a thread of its own while the reader waits on a page."""

from __future__ import annotations

from collections.abc import Callable
from threading import Semaphore, Thread

from flask import Flask, current_app

from models.database import database

PATIENCE = 3.0  # seconds in which most work is done, so that no page has to ask for patience
# Each worker does one such piece at a time: reading a workbook may take 400 MiB.
TURN = Semaphore(1)


def run(
    work: Callable[[], None],
    patience: float = PATIENCE,
    turn: Semaphore = TURN,
    *,
    resumes: bool = False,
) -> bool:
    """Do `work` in its turn, and say whether it was done within `patience` seconds.

    It goes on otherwise. `resumes`: it can be taken up again, so a server that ends does not wait.
    """
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 — Flask's documented way
    thread = Thread(target=_run, args=(app, work, turn), daemon=resumes)
    thread.start()
    thread.join(patience)
    return not thread.is_alive()


def _run(app: Flask, work: Callable[[], None], turn: Semaphore) -> None:
    with turn, app.app_context():
        try:
            work()
        except Exception:
            app.logger.exception("job failed")
        finally:
            database.obj.close()
