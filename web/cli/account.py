"""Commands about accounts: the first one of a new database, and the way back in for its owner."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import AppGroup

from models import account, place, staff
from models.account import ROLES, SCOPE_DIGITS
from models.ids import random_id
from models.staff import Taken
from web.clock import today
from web.forms.account import USER
from web.pages.account import grouped

command = AppGroup("account", help="Accounts of staff. There is none until one is made here.")


@command.command("create")
@click.option("--user", required=True, help="3 to 40 of a-z, 0-9, dot, hyphen, underscore.")
@click.option("--name", required=True, help="Shown to households beside what was done.")
@click.option("--role", required=True, type=click.Choice(ROLES))
@click.option("--scope", required=True, help="The administrative code it sees.")
@click.option("--department", help="Of a county account (art. 20).")
def create(user: str, name: str, role: str, scope: str, department: str | None) -> None:
    """Make an account and print where and with which code its owner sets it up."""
    if not USER.fullmatch(user):
        raise click.ClickException(f"{user}: not a user name (a-z, 0-9, dot, hyphen, underscore)")
    if len(scope) != SCOPE_DIGITS[role] or scope not in place.names([scope]):
        raise click.ClickException(f"{scope}: no {role}'s code of {SCOPE_DIGITS[role]} digits")
    columns = {"user": user, "name": name, "role": role, "scope": scope, "department": department}
    try:
        made = staff.invite(random_id(), today(), **columns)
    except Taken as error:
        raise click.ClickException(f"{user}: there is an account of this name") from error
    _print(user, made.code)


@command.command("reset")
@click.option("--user", required=True)
def reset(user: str) -> None:
    """Void an account's secrets, end its sign-ins, and print a new code."""
    found = account.by_user(user)
    if found is None:
        raise click.ClickException(f"{user}: no account of this name is in use")
    _print(found.user, staff.reset(found.id, today()))


def _print(user: str, code: str) -> None:
    click.echo(f"{current_app.config['LIANNONG_BASE_URL']}/activate")
    click.echo(f"user {user}  code {grouped(code)}  good for seven days, once")
