"""Commands: the module web/cli/<name>.py holds `command` (or `group`) of `flask <name>`."""

from __future__ import annotations

import importlib
import pkgutil

import click
from flask.cli import AppGroup


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
        return getattr(module, "command", None) or module.group
