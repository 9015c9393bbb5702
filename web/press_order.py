"""What the pages of a printing have in common: how many sheets, and how far its papers are."""

from __future__ import annotations

from uuid import UUID

from flask import current_app, g

from models import printing_job
from models.printing import Printing
from models.printing_job import PAPERS
from web import clock, press
from web.pages.printing import Job
from web.press import Order
from web.wallet import CARDS_A_SHEET


def sheets(cards: int) -> int:
    """Return on how many sheets so many cards stand."""
    return -(-cards // CARDS_A_SHEET)


def jobs(row: Printing) -> tuple[Job, ...]:
    """Return how far the papers of an approved printing are."""
    if row.state != "approved":
        return ()
    found = printing_job.of_printing(row.id)
    return tuple(_job(row.id, paper, found.get(paper)) for paper in PAPERS)


def _job(identity: UUID, paper: str, found: printing_job.PrintingJob | None) -> Job:
    if found is None:
        return Job(paper)
    if found.state == "done" and not order(identity, paper).whole.exists():
        return Job(paper)  # its file has had its time, or lies on another machine
    running = found.state == "running"
    idle = running and not press.is_at_work(order(identity, paper))
    return Job(paper, "waiting" if idle else found.state, found.parts, found.done, found.wrong)


def order(identity: UUID, paper: str) -> Order:
    """Return what the reader lets make of a printing."""
    return Order(
        press.folder(),
        identity,
        paper,
        current_app.config["LIANNONG_BASE_URL"],
        {"account": g.who.account, "name": g.who.name, "role": g.who.role},
        clock.today(),
    )
