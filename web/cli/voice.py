"""Commands about recorded words: which are missing."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from web.voice import missing
from web.words.spoken import SPOKEN

command = AppGroup("voice", help="Recorded words, from which a household's sums are read out.")


@command.command("missing")
@click.option("--lang", type=click.Choice(sorted(SPOKEN)), help="Only this language.")
def missing_(lang: str | None) -> None:
    """List the recordings that are missing, with what is said in each; exit 1 where one is."""
    folder = Path(current_app.config["INSTANCE"])
    count = 0
    for each in [lang] if lang else SPOKEN:
        for path, said, why in missing(folder, each):
            click.echo(f"{path}  {said}  {why}")
            count += 1
    click.echo(f"{count} to record" if count else "all are there")
    sys.exit(bool(count))
