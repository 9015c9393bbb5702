"""How far the making of a printing's papers has come, part by part, so that it can be resumed.

Who makes them holds a lock of the machine meanwhile (web/press.py), so a job that is running and
has nobody at work was interrupted.
"""

from __future__ import annotations

from uuid import UUID

from peewee import Check, CompositeKey, IntegerField, TextField, UUIDField

from models.database import Table, write

PAPERS = ("card", "slip")
STATES = ("running", "stopped", "done")
WRONGS = ("font", "unreadable")  # what stopped it, where nobody did


class PrintingJob(Table):
    """One paper of a printing: `done` of its `parts` are made. Deleted with the files."""

    printing = UUIDField()
    paper = TextField()
    state = TextField()
    parts = IntegerField()
    done = IntegerField(default=0)
    wrong = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("printing", "paper")
        constraints = (
            Check(f"paper IN {PAPERS!r}"),
            Check(f"state IN {STATES!r}"),
            Check(f"wrong IS NULL OR wrong IN {WRONGS!r}"),
            Check("done BETWEEN 0 AND parts"),
        )


def _is(identity: UUID, paper: str):  # noqa: ANN202 — a peewee expression
    return (PrintingJob.printing == identity) & (PrintingJob.paper == paper)


def find(identity: UUID, paper: str) -> PrintingJob | None:
    """Return the job of a paper, where it was begun."""
    return PrintingJob.get_or_none(_is(identity, paper))


def of_printing(identity: UUID) -> dict[str, PrintingJob]:
    """Return the jobs of a printing by their papers."""
    found = PrintingJob.select().where(PrintingJob.printing == identity)
    return {job.paper: job for job in found}


def run(identity: UUID, paper: str, parts: int) -> None:
    """Begin a job, or let one that was stopped go on behind its last part."""
    with write():
        begun = PrintingJob.insert(printing=identity, paper=paper, state="running", parts=parts)
        begun.on_conflict_ignore().execute()
        stopped = _is(identity, paper) & (PrintingJob.state == "stopped")
        PrintingJob.update(state="running", wrong=None).where(stopped).execute()


def next_part(identity: UUID, paper: str) -> int | None:
    """Return the part to be made next, from 0; None where the job ended or was stopped."""
    job = find(identity, paper)
    return job.done if job is not None and job.state == "running" else None


def finish(identity: UUID, paper: str, part: int) -> None:
    """Note that a part is made."""
    mine = _is(identity, paper) & (PrintingJob.done == part)
    with write():
        PrintingJob.update(done=PrintingJob.done + 1).where(mine).execute()


def end(identity: UUID, paper: str) -> None:
    """Note that all of it is made."""
    whole = _is(identity, paper) & (PrintingJob.done == PrintingJob.parts)
    with write():
        PrintingJob.update(state="done").where(whole).execute()


def begin_anew(identity: UUID, paper: str) -> None:
    """Let a job that is running begin with its first part."""
    with write():
        PrintingJob.update(done=0).where(_is(identity, paper)).execute()


def stop(identity: UUID, paper: str, wrong: str | None = None) -> None:
    """Let a job stop behind the part that is being made."""
    mine = _is(identity, paper) & (PrintingJob.state == "running")
    with write():
        PrintingJob.update(state="stopped", wrong=wrong).where(mine).execute()


def forget(identity: UUID, paper: str | None = None) -> None:
    """Delete the jobs of a printing, or one of them, so that it can begin anew."""
    mine = PrintingJob.printing == identity
    if paper is not None:
        mine &= PrintingJob.paper == paper
    with write():
        PrintingJob.delete().where(mine).execute()
