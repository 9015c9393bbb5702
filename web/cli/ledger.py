"""Commands about the ledger: import, export, template, undo."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from flask.cli import AppGroup
from flask_babel import force_locale
from flask_babel import gettext as _

from ledger.content import answers, rows
from ledger.guard import PACKED
from ledger.problem import Problem, Refused
from ledger.read import Skipped, read
from ledger.store import Import, Stored, store
from ledger.undo import CannotUndo, undo
from ledger.write import export, template
from models import watch
from models.outage import OUTAGES
from web.clock import today
from web.words import problem as words

group = AppGroup("ledger", help="The ledger workbook: in, out, and back.")
LANGUAGE = click.option("--lang", type=click.Choice(["zh", "ug"]), default="zh")
OUTPUT = click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
ALL, NOTHING, PART = 0, 1, 2
Report = dict[str, Any]


@group.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--skip-bad", is_flag=True, help="Store the good rows beside refused ones.")
@click.option("--dry-run", is_flag=True, help="Say what would be stored and store nothing.")
@click.option("--json", "as_json", is_flag=True)
@LANGUAGE
def import_(
    files: tuple[Path, ...], *, skip_bad: bool, dry_run: bool, as_json: bool, lang: str
) -> None:
    """Import workbooks that may refer to one another."""
    order = Import(day=today(), skip_bad=skip_bad, dry_run=dry_run)
    with force_locale(lang):
        try:
            reading = read([(file.name, _bytes(file)) for file in files])
        except Refused as refusal:
            report, clean = _refused(refusal), False
        else:
            done = store(reading, order)
            report, clean = _report(done, several=len(files) > 1), not done.problems
            report["dropped"] += _skipped(reading.skipped)
        click.echo(json.dumps(report, ensure_ascii=False) if as_json else _plain(report))
    if report["stored"]:
        _survey()
    sys.exit(_status(report, clean=clean, dry_run=dry_run))


def _survey() -> None:
    """Bring the findings up to date once the ledger's change is acknowledged and stands."""
    sys.stdout.flush()
    try:
        watch.all_up_to_date(today())
    except OUTAGES as error:
        click.echo(f"findings are not up to date yet: {error}", err=True)


def _bytes(file: Path) -> bytes:
    """Return what a file holds, and of one that is too large only so much that it is refused."""
    try:
        with file.open("rb") as opened:
            return opened.read(PACKED + 1)
    except OSError as error:
        raise Refused("file_missing", file.name) from error


def _status(report: Report, *, clean: bool, dry_run: bool) -> int:
    if dry_run:
        return ALL if clean else NOTHING
    if not report["stored"]:
        return NOTHING
    return ALL if clean else PART


def _refused(refusal: Refused) -> Report:
    problem = {
        "sheet": "",
        "row": 0,
        "column": "",
        "value": refusal.file,
        "expected": words.workbook(),
        "message": words.refusal(refusal.code, refusal.file, refusal.params),
    }
    return {"batch": None, "sheets": {}, "problems": [problem], "dropped": [], "stored": False}


def _report(done: Stored, *, several: bool) -> Report:
    return {
        "batch": str(done.batch) if done.batch else None,
        "sheets": {name: asdict(verdict) for name, verdict in done.examination.sheets.items()},
        "problems": [_problem(found, several=several) for found in done.problems],
        "dropped": [
            {
                "sheet": item.sheet,
                "column": item.column,
                "reason": words.dropped(item.column, item.reason),
            }
            for item in done.dropped
        ],
        "stored": done.batch is not None,
    }


def _skipped(rows: Sequence[Skipped]) -> list[dict[str, str]]:
    """Return what was not read because it is hidden: it may be more than a total or a note."""
    found = Counter(row.sheet for row in rows if row.reason == "hidden")
    return [
        {"sheet": sheet, "column": "", "reason": words.skipped("hidden", count)}
        for sheet, count in found.items()
    ]


def _problem(found: Problem, *, several: bool) -> dict[str, Any]:
    """Return a problem; of several workbooks the sentence names the one."""
    place = f"{words.plain(found.file)}: " if several else ""
    return {
        "sheet": found.sheet,
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "expected": words.expected(found),
        "message": place + words.sentence(found),
    }


def _plain(report: Mapping[str, Any]) -> str:
    lines = [
        _(
            "%(sheet)s：共 %(rows)s 行，新增 %(new)s，变更 %(changed)s，"
            "不变 %(same)s，有误 %(bad)s",
            sheet=words.plain(name),
            **counts,
        )
        for name, counts in report["sheets"].items()
        if counts["rows"]
    ]
    lines += [found["message"] for found in report["problems"]]
    for item in report["dropped"]:
        place = " · ".join(words.plain(name) for name in (item["sheet"], item["column"]) if name)
        lines.append(f"{place}: {item['reason']}")
    stored = _("已存入，批次 %(batch)s", batch=report["batch"]) if report["stored"] else ""
    return "\n".join([*lines, stored or _("没有存入")])


@group.command("export")
@OUTPUT
def export_(file: Path) -> None:
    """Write the whole ledger, with the households' answers, as one workbook."""
    _write(file, export(rows(), answers(today())), mode=0o600)


@group.command("template")
@OUTPUT
def template_(file: Path) -> None:
    """Write an empty workbook to fill in."""
    _write(file, template(), mode=0o644)


def _write(file: Path, data: bytes, mode: int) -> None:
    """Write a file that only those may read whom it concerns."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as target:
            target.write(data)
    except OSError as error:
        raise click.FileError(str(file), error.strerror) from error


@group.command("undo")
@click.argument("batch", type=click.UUID)
@LANGUAGE
def undo_(batch: UUID, lang: str) -> None:
    """Take an import back while nothing was built on it."""
    with force_locale(lang):
        try:
            undo(batch, today())
        except CannotUndo as reason:
            click.echo(words.cannot_undo(reason.code), err=True)
            sys.exit(NOTHING)
        click.echo(_("已经撤回"))
    _survey()
