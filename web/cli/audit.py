"""Commands about the audit: verify it, and its head of a day, to be printed."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from models import chain, heads
from models.chain import MOST, Wrong
from models.heads import Head
from web.clock import today

command = AppGroup("audit", help="The audit: verified, and its head of a day.")


class Printed(click.ParamType):
    """A head as `audit head` prints it."""

    name = "NUMBER:LINK"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Head:
        """Return the head, or refuse what is none."""
        try:
            return heads.read(value)
        except ValueError:
            self.fail("a head is a number, a colon and 64 of 0-9 and a-f", param, ctx)


@command.command("verify")
@click.option("--head", "printed", type=Printed(), multiple=True, help="A head that was printed.")
@click.option("--json", "as_json", is_flag=True)
def verify_(printed: tuple[Head, ...], *, as_json: bool) -> None:
    """Compute every link anew and compare what is held with it; exit 1 where something is wrong."""
    kept, changed = heads.kept(heads_file())
    found = chain.verify([*kept, *(head._replace(day="paper") for head in printed)])
    found.wrong += [Wrong(None, f"line {line} of {heads_file()} is not ours") for line in changed]
    if as_json:
        wrong = [each._asdict() for each in found.wrong]
        click.echo(json.dumps({"links": found.links, "head": found.head, "wrong": wrong}))
    else:
        for number, text in found.wrong[:MOST]:
            click.echo(text if number is None else f"audit {number}: {text}")
        click.echo(f"{found.links} links, head {found.head}")
        click.echo(f"{len(found.wrong)} wrong" if found.wrong else "nothing wrong")
    sys.exit(bool(found.wrong))


@command.command("head")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Of this day; today without it.")
def head_(on: datetime | None) -> None:
    """Print the last number and link of a day: on paper they are out of everybody's reach."""
    found = heads.of_day(on.date() if on else today())
    if found is None:
        raise click.ClickException("the audit has no link up to that day")
    click.echo(f"{found.day} {found}")


def heads_file() -> Path:
    """Return the file of the heads, in the folder of the secrets and not in the database."""
    return Path(current_app.config["INSTANCE"]) / "heads.txt"


def keep_head(on: date, kind: str = heads.HEAD) -> None:
    """Keep the head as it is now; a folder that cannot be written is a sentence."""
    try:
        heads.keep(heads_file(), heads.current(on), kind)
    except OSError as error:
        raise click.FileError(str(heads_file()), error.strerror) from error
