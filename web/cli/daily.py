"""The command `daily`: what must be done once a day, soon after midnight."""

from __future__ import annotations

import click

from ledger import draft
from models import caseload, retention
from models.database import write
from models.rebuild import refresh
from web.clock import now


@click.command("daily")
def command() -> None:
    """Renew what the calendar has changed, and erase what has had its time."""
    moment = now()
    with write():
        renewed = refresh(moment.date())
    draft.purge(moment.date())
    click.echo(f"{renewed} agreements renewed")
    raised, reopened = caseload.renew(moment.date())
    click.echo(f"{raised} remedy cases raised, {reopened} opened anew")
    gone = {name: count for name, count in retention.purge(moment).items() if count}
    words = ", ".join(f"{name} {count}" for name, count in gone.items())
    click.echo(f"erased: {words or 'nothing'}")
