"""The command `daily`: what must be done once a day, soon after midnight."""

from __future__ import annotations

import click

from ledger import draft
from models import caseload, erased, erasure, overdue, retention, watch
from models.database import write
from models.rebuild import refresh
from web import press
from web.cli.audit import keep_head
from web.clock import now
from web.erased import folder


@click.command("daily")
def command() -> None:
    """Renew what the calendar has changed, erase what has had its time, survey the counties."""
    moment = now()
    with write():
        renewed = refresh(moment.date())
    draft.purge(moment.date())
    gone = {name: count for name, count in retention.purge(moment).items() if count}
    erased.drop(folder(), erasure.erased_through())
    press.purge(press.folder(), moment)
    surveyed = watch.all_up_to_date(moment.date())
    click.echo(f"{renewed} agreements renewed, {surveyed} counties surveyed")
    # After the survey: a finding that has come back opens its case anew.
    raised, reopened = caseload.renew(moment.date())
    click.echo(f"{raised} remedy cases raised, {reopened} opened anew")
    opened, risen, silent = overdue.renew(moment.date())
    click.echo(f"{opened} disputes opened, {risen} raised, {silent} closed by silence")
    words = ", ".join(f"{name} {count}" for name, count in gone.items())
    click.echo(f"erased: {words or 'nothing'}")
    keep_head(moment.date())
