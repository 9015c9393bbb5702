"""The command `doctor`: whether everything is here that the product needs to run."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

import click
from flask import current_app

from models import health
from models.database import is_sqlite
from models.health import Finding
from web import paper
from web.clock import now
from web.config import ROOT

VENDOR = ("htmx.min.js", "weui.css", "weui.rtl.css", "naskh.woff2")
OWNER_ONLY = 0o077


@click.command("doctor")
def command() -> None:
    """Look at schema, settings, clock, disk and built files; exit 1 where something is wrong."""
    findings = list(look())
    for finding in findings:
        click.echo(f"{'ok   ' if finding.well else 'WRONG'} {finding.text}")
    wrong = sum(not finding.well for finding in findings)
    click.echo("all is well" if not wrong else f"{wrong} wrong")
    sys.exit(bool(wrong))


def look() -> Iterator[Finding]:
    """Look at one thing after the other."""
    yield from _settings()
    yield from _clock()
    yield from health.engine()
    schema = health.schema()
    yield schema
    if schema.well:
        yield health.daily(now())
        yield health.audit()
    yield from _disks()
    yield _catalogues()
    yield _vendor()
    yield _fonts()
    yield Finding(True, "LibreOffice, Chromium: only tests and pictures need them")


def _settings() -> Iterator[Finding]:
    if current_app.config["DEMO"]:
        kept = Path(current_app.config["INSTANCE"]) / "secrets.json"
        well = not kept.exists() or not kept.stat().st_mode & OWNER_ONLY
        text = "secrets: the demo's own, in instance/"
        yield Finding(well, text if well else f"secrets: others can read {kept}. chmod 600 it")
        return
    # Start-up has refused missing, short and well-known ones.
    yield Finding(True, "secrets: set")
    address = current_app.config["LIANNONG_BASE_URL"]
    well = address.startswith("https://")
    what = "" if well else ": in earnest it must be https, phones open their camera on nothing else"
    yield Finding(well, f"address in codes: {address}{what}")


def _clock() -> Iterator[Finding]:
    moment = now()
    offset = moment.strftime("%z")
    text = f"civil day: {moment.date().isoformat()}, {moment:%H:%M} in Asia/Shanghai ({offset})"
    yield Finding(offset == "+0800", text)


def _disks() -> Iterator[Finding]:
    folder = Path(current_app.config["INSTANCE"])
    if is_sqlite():
        path = unquote(current_app.config["DATABASE_URL"].removeprefix("sqlite:///"))
        folder = Path(path).absolute().parent
    if not folder.is_dir():
        yield Finding(False, f"{folder} is not there")
        return
    try:
        yield from health.disk(folder)
    except OSError as error:
        yield Finding(False, f"{folder} cannot be written: {error.strerror}")


def _catalogues() -> Finding:
    folder = Path(current_app.config["BABEL_TRANSLATION_DIRECTORIES"])
    sources = sorted(folder.glob("*/LC_MESSAGES/*.po"))
    late = [path.parts[-3] for path in sources if _older(path.with_suffix(".mo"), [path])]
    if not sources:
        return Finding(False, "catalogues: none in locales/")
    text = f"catalogues: {', '.join(late)} not compiled. Run make setup"
    return Finding(not late, text if late else "catalogues: compiled")


def _older(made: Path, sources: Iterable[Path]) -> bool:
    if not made.exists():
        return True
    return any(made.stat().st_mtime < source.stat().st_mtime for source in sources)


def _fonts() -> Finding:
    missing = " ".join(paper.missing())
    text = f"fonts: papers cannot be made. apt install {missing}" if missing else "fonts: found"
    return Finding(not missing, text)


def _vendor() -> Finding:
    missing = [name for name in VENDOR if not (ROOT / "static" / "vendor" / name).exists()]
    text = f"static/vendor: {', '.join(missing)} not built. Run make setup"
    return Finding(not missing, text if missing else "static/vendor: built")
