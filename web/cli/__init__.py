"""Commands: the module web/cli/<name>.py holds `command` (or `group`) of `flask <name>`."""

from __future__ import annotations

import copy
import importlib
import pkgutil
from typing import Any

import click
from flask.cli import AppGroup

from models.outage import OUTAGES, REFUSALS
from models.schema import lacks_schema


class Commands(AppGroup):
    """The app's commands, each imported when it is called: a page needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(
            {*super().list_commands(ctx), *(m.name for m in pkgutil.iter_modules(__path__))}
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in {module.name for module in pkgutil.iter_modules(__path__)}:
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"{__name__}.{cmd_name}")
        return _guarded(getattr(module, "command", None) or module.group)


def _guarded(command: click.Command) -> click.Command:
    """Return a command that ends in a sentence where the database is empty, old or away."""
    guarded, invoke = copy.copy(command), command.invoke

    def guard(ctx: click.Context) -> Any:
        try:
            return invoke(ctx)
        except (*OUTAGES, *REFUSALS) as error:
            if lacks_schema():
                raise click.ClickException(
                    "The database has no schema, or an older one: "
                    "run flask --app web database up first."
                ) from error
            if isinstance(error, OUTAGES):
                raise click.ClickException(f"The database does not answer: {error}") from error
            raise

    guarded.invoke = guard  # type: ignore[method-assign]
    return guarded
