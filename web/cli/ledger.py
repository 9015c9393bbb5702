"""Commands about the ledger: import, export, template, undo."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from flask.cli import AppGroup
from flask_babel import force_locale
from flask_babel import gettext as _
from ledger.open import Refused
from ledger.read import read
from ledger.write import export, template
from models.ledger_rows import answers, rows

from ledger.store import Import, Stored, store
from ledger.undo import CannotUndo, undo
from web.clock import today
from web.words import problem as words

group = AppGroup("ledger", help="The ledger workbook: in, out, and back.")
LANGUAGE = click.option("--lang", type=click.Choice(["zh", "ug"]), default="zh")
NOTHING, ALL, PART = 1, 0, 2


@group.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--skip-bad", is_flag=True, help="Store the good rows beside refused ones.")
@click.option("--dry-run", is_flag=True, help="Say what would be stored and store nothing.")
@click.option("--json", "as_json", is_flag=True)
@LANGUAGE
def import_(
    files: tuple[str, ...], *, skip_bad: bool, dry_run: bool, as_json: bool, lang: str
) -> None:
    """Import workbooks that may refer to one another."""
    with force_locale(lang):
        try:
            reading = read([(Path(name).name, Path(name).read_bytes()) for name in files])
        except Refused as refusal:
            report = _refusal(refusal)
            clean = False
        else:
            order = Import(day=today(), skip_bad=skip_bad, dry_run=dry_run)
            done = store(reading, order)
            report, clean = _report(done), not done.problems
        click.echo(json.dumps(report, ensure_ascii=False) if as_json else _plain(report))
    sys.exit(_status(report, clean=clean, dry_run=dry_run))


def _status(report: dict[str, Any], *, clean: bool, dry_run: bool) -> int:
    if dry_run:
        return ALL if clean else NOTHING
    if not report["stored"]:
        return NOTHING
    return ALL if clean else PART


def _refusal(refusal: Refused) -> dict[str, Any]:
    return {
        "batch": None,
        "sheets": {},
        "problems": [
            {
                "sheet": "",
                "row": 0,
                "column": "",
                "value": refusal.file,
                "expected": refusal.code,
                "message": words.refusal(refusal),
            }
        ],
        "dropped": [],
        "stored": False,
    }


def _report(done: Stored) -> dict[str, Any]:
    return {
        "batch": str(done.batch) if done.batch else None,
        "sheets": {name: asdict(verdict) for name, verdict in done.examination.sheets.items()},
        "problems": [
            {
                "sheet": found.sheet,
                "row": found.row,
                "column": found.column,
                "value": found.value,
                "expected": words.expected(found),
                "message": words.sentence(found),
            }
            for found in done.problems
        ],
        "dropped": [
            {"sheet": item.sheet, "column": item.column, "reason": words.dropped(item)}
            for item in done.dropped
        ],
        "stored": done.batch is not None,
    }


def _plain(report: dict[str, Any]) -> str:
    lines = [
        _(
            "%(sheet)s：共 %(rows)s 行，新增 %(new)s，变更 %(changed)s，相同 %(same)s，有误 %(bad)s",
            sheet=name,
            **counts,
        )
        for name, counts in report["sheets"].items()
    ]
    lines += [found["message"] for found in report["problems"]]
    lines += [f"{item['sheet']} · {item['column']}: {item['reason']}" for item in report["dropped"]]
    lines.append(
        _("已存入，批次 %(batch)s", batch=report["batch"]) if report["stored"] else _("没有存入")
    )
    return "\n".join(lines)


@group.command("export")
@click.argument("file", type=click.Path(dir_okay=False, writable=True))
def export_(file: str) -> None:
    """Write the whole ledger, with the households' answers, as one workbook."""
    Path(file).write_bytes(export(rows(), answers()))


@group.command("template")
@click.argument("file", type=click.Path(dir_okay=False, writable=True))
def template_(file: str) -> None:
    """Write an empty workbook to fill in."""
    Path(file).write_bytes(template())


@group.command("undo")
@click.argument("batch", type=click.UUID)
@LANGUAGE
def undo_(batch: UUID, lang: str) -> None:
    """Take an import back while nothing was built on it."""
    with force_locale(lang):
        try:
            undo(batch, today())
        except CannotUndo as reason:
            raise click.ClickException(words.cannot_undo(reason)) from reason
        click.echo(_("已撤回"))
