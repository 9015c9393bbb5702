"""Commands about the database: bring it up to date, back it up, bring it back, verify it."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from ledger import lpr
from models import audit, backup, chain, erased, heads, leaving, schema
from models.database import database, write
from models.place import load_places
from models.rebuild import refresh
from models.verify import verify
from web.cli.audit import heads_file, keep_head
from web.clock import today
from web.erased import folder

command = AppGroup("database", help="The database: up to date, backed up, restored, verified.")
FILE = click.Path(dir_okay=False, path_type=Path)


@command.command("up")
def up() -> None:
    """Bring schema, places, LPR and dues up to date; a second run changes nothing."""
    schema.migrate(database.obj)
    _begin_audit()
    with write():
        load_places()
    lpr.load(today())
    with write():
        renewed = refresh(today())
    _erase_again()
    click.echo(f"database is up to date; {renewed} agreements renewed")


def _begin_audit() -> None:
    """Begin the audit of a database from before there was one; one that was emptied stays so."""
    kept, _ = heads.kept(heads_file())
    if any(head.number for head in kept) and not audit.last():
        click.echo(f"the audit is empty, yet {heads_file()} has a head of it: see audit verify")
    else:
        chain.begin()


def _erase_again() -> None:
    """Erase what households had had erased since the copy was made that the database now is."""
    notes, wrong = erased.kept(folder())
    for file in wrong:
        click.echo(f"{file} is not ours: nothing is erased by it")
    if gone := leaving.again(notes, today()):
        click.echo(f"erased again what households had asked for: {gone} rows")


@command.command("backup")
@click.argument("file", type=FILE)
def backup_(file: Path) -> None:
    """Write a consistent copy to FILE while the server goes on."""
    try:
        backup.backup(current_app.config["DATABASE_URL"], file)
    except backup.Failed as error:
        raise click.ClickException(f"no copy was made: {error}") from error
    keep_head(today())
    click.echo(f"copied to {file}")


@command.command("restore")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
def restore_(file: Path) -> None:
    """Replace the database by the copy in FILE. Stop the server first."""
    try:
        backup.restore(current_app.config["DATABASE_URL"], file)
    except backup.Failed as error:
        raise click.ClickException(f"nothing was changed: {error}") from error
    keep_head(today(), heads.RESTORED)
    if not schema.pending(database.obj):  # else `database up` does it
        _erase_again()
    click.echo(
        f"restored from {file}; now run: flask --app web database up && flask --app web daily"
    )


@command.command("verify")
def verify_() -> None:
    """Check the pages, the schema, and every stored due against a fresh count."""
    wrong = verify(today())
    for line in wrong:
        click.echo(line)
    click.echo("nothing wrong" if not wrong else f"{len(wrong)} wrong")
    sys.exit(bool(wrong))
