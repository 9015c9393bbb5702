"""The command `statement`: what a household or an agreement has in a year, as text or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

import click
from flask.cli import with_appcontext
from flask_babel import force_locale
from flask_babel import gettext as _

from models import statement
from models.statement import Entry, Statement
from rules.line import Step
from web.clock import today
from web.formats import FORMATS
from web.words import due as words
from web.words import step as step_words

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("statement")
@click.argument("household", required=False)
@click.option("--agreement", help="Everything due under this agreement, to everybody.")
@click.option("--year", type=int, required=True)
@click.option("--on", type=DAY, help="As of this day, from the facts dated up to it.")
@click.option("--lang", type=click.Choice(["zh", "ug"]), default="zh")
@click.option("--json", "as_json", is_flag=True)
@with_appcontext
def command(
    household: str | None,
    *,
    agreement: str | None,
    year: int,
    on: datetime | None,
    lang: str,
    as_json: bool,
) -> None:
    """Print what is due, paid and open in YEAR."""
    if bool(household) == bool(agreement):
        raise click.UsageError("HOUSEHOLD | --agreement NUMBER")
    day = on.date() if on else None
    with force_locale(lang):
        found = (
            statement.of_household(household, year, day, today=today())
            if household
            else statement.of_agreement(str(agreement), year, day, today=today())
        )
        name = "household" if household else "agreement"
        if found is None:
            what = _("没有这个户编码") if household else _("没有这份协议")
            click.echo(json.dumps({"error": what}, ensure_ascii=False) if as_json else what)
            sys.exit(1)
        report = as_dict(name, household or str(agreement), found, lang)
        click.echo(json.dumps(report, ensure_ascii=False) if as_json else _plain(report))


def as_dict(name: str, number: str, found: Statement, lang: str = "zh") -> dict[str, Any]:
    """Return a statement in the shape of contract.md."""
    totals = found.totals
    return {
        name: number,
        "year": found.year,
        "due_fen": totals.due,
        "received_fen": totals.received,
        "overdue_fen": totals.overdue,
        "to_come_fen": totals.to_come,
        "unknown": totals.unknown,
        "agreed": totals.agreed,
        "earlier_open_fen": found.earlier_open,
        "lines": [_line(entry, lang) for entry in found.entries],
    }


def _line(entry: Entry, lang: str) -> dict[str, Any]:
    row = entry.row
    return {
        "id": str(row.id),
        "agreement": row.agreement or None,
        "clause": row.clause,
        "business": entry.business,
        "mode": row.mode,
        "kind": row.kind,
        "instalment": row.instalment,
        "party": {"kind": row.party, "number": row.party_number},
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "due_fen": row.due,
        "at_least_fen": row.at_least,
        "saved_fen": row.saved,
        "paid_fen": row.paid,
        "state": entry.state,
        "days": entry.days,
        "checked": entry.checked,
        "answer": entry.answer,
        "steps": [_step(step, lang) for step in entry.steps],
    }


def _isolate(lang: str) -> Callable[[str], str]:
    """Plain text has no markup: in right-to-left text a number stands between isolates."""
    return (lambda text: f"\u2066{text}\u2069") if lang == "ug" else str


def _step(step: Step, lang: str) -> dict[str, Any]:
    return {
        "label": step_words.sentence(step, FORMATS[lang].day, _isolate(lang)),
        "formula": step.formula,
        "value": step.value,
        "unit": step_words.unit(step.unit),
        "article": step.article,
    }


def _plain(report: dict[str, Any]) -> str:
    lines = []
    for line in report["lines"]:
        amount = line["due_fen"]
        text = "—" if amount is None else f"{amount // 100}.{amount % 100:02d}"
        lines.append(
            f"{line['due_on'] or '—'}  {text:>14}  {words.state(line['state'])}  "
            f"{line['business']} · {words.kind(line['kind'])}"
        )
        lines += [f"    {step['label']}  {step['formula']}" for step in line["steps"]]
    return "\n".join(lines)
