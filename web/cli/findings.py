"""The command `findings`: what is found in a place as of a day, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import click
from flask.cli import with_appcontext
from flask_babel import force_locale

from models import watch
from models.place import Place
from models.watch import Found
from web.clock import today
from web.formats import FORMATS
from web.words import finding as words

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("findings")
@click.option("--scope", default="", help="Only what lies under this administrative code.")
@click.option("--on", type=DAY, help="As of this day, from the facts dated up to it.")
@click.option("--lang", type=click.Choice(["zh", "ug"]), default="zh")
@click.option("--json", "as_json", is_flag=True)
@with_appcontext
def command(scope: str, on: datetime | None, *, lang: str, as_json: bool) -> None:
    """Print every finding, by code and subject."""
    if scope and not Place.select().where(Place.code == scope).exists():
        raise click.ClickException(f"there is no place with the code {scope}")
    found = watch.fresh(scope, on.date()) if on else watch.fresh(scope, today(), stored=True)
    with force_locale(lang):
        report = [_shape(each, lang) for each in ordered(found)]
        click.echo(json.dumps(report, ensure_ascii=False) if as_json else _plain(report))


def ordered(found: Iterable[Found]) -> list[Found]:
    """Return findings by code, subject and what tells them apart."""
    return sorted(found, key=lambda each: (each.finding.code, each.finding.subject, *_rest(each)))


def _rest(each: Found) -> tuple[Any, ...]:
    return each.finding.params, each.place, each.agreement


def _shape(each: Found, lang: str) -> dict[str, Any]:
    """Return a finding in the shape of contract.md."""
    finding = each.finding
    kind, _, number = finding.subject.partition(":")
    return {
        "code": finding.code,
        "article": finding.article,
        "subject": {"kind": kind, "number": number},
        "gap_fen": finding.gap,
        "params": dict(finding.params),
        "actor": finding.actor,
        "message": message(each, lang),
    }


def message(each: Found, lang: str) -> str:
    """Say what is wrong, in plain text."""
    finding = each.finding
    day = FORMATS[lang].day
    return words.sentence(finding.code, finding.params, finding.gap, day, isolated(lang))


def isolated(lang: str) -> Any:
    """Plain text has no markup: in right-to-left text a number stands between isolates."""
    return (lambda text: f"\u2066{text}\u2069") if lang == "ug" else str


def _plain(report: list[dict[str, Any]]) -> str:
    lines = [
        f"{each['code']}  {each['subject']['kind']} {each['subject']['number']}  {each['message']}"
        for each in report
    ]
    return "\n".join(lines)
