"""Commands for reviewers of translations: export a table, import it back."""

from __future__ import annotations

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from web import review

command = AppGroup("review", help="Translations: out to a reviewer, and back.")
LANGUAGE = click.option("--language", default="ug", show_default=True)


def _path(language: str) -> Path:
    folder = Path(current_app.config["BABEL_TRANSLATION_DIRECTORIES"])
    path = folder / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        raise click.ClickException(f"no catalogue of {language}")
    return path


@command.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@LANGUAGE
def export(file: Path, language: str) -> None:
    """Write every message with its translation and review state to FILE (CSV)."""
    file.write_text(review.export(review.read_catalogue(_path(language))), "utf-8")


@command.command("import")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@LANGUAGE
def import_(file: Path, language: str) -> None:
    """Take a reviewer's FILE back; rows with faults are named and change nothing."""
    path = _path(language)
    catalogue = review.read_catalogue(path)
    changed, refused = review.take(catalogue, file.read_text("utf-8"))
    review.write_catalogue(path, catalogue)
    for fault in refused:
        click.echo(f"{file.name}:{fault.row}: {fault.source}: {fault.why}")
    click.echo(f"{changed} changed, {len(refused)} refused")
