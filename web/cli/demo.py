"""The command `demo`: an invented ledger for an empty database, and the way in for its people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup, with_appcontext
from qrcode import QRCode

from ledger import lpr
from ledger.demo import change, desk, fill, people, publicity, quarrel, settled, witness
from models import account, household, link, schema, session, watch
from models.account import Account
from models.agreement import Agreement
from models.database import database
from models.household import Household
from models.ids import household_id
from models.place import load_places
from models.scope import COUNTY_DIGITS
from web import access, cookie
from web.clock import now, today
from web.demo_file import DemoFile
from web.qr import card_address

NOT_OURS = 3  # exit status: the database holds a ledger that is not the demo
UNFINISHED = "The demo was not filled to its end. Remove the database and run this again."
FOREIGN = "The database holds a ledger of its own; the demo is for an empty one."
IN_EARNEST = "This is no demo (LIANNONG_DEMO): nothing was changed."


@click.group("demo", cls=AppGroup, invoke_without_command=True)
@click.option(
    "--households",
    type=click.IntRange(fill.SMALLEST, clamp=True),
    default=fill.HOUSEHOLDS,
    help=f"How many; {fill.SMALLEST} at least.",
)
@click.option("--seed", type=int, default=fill.SEED, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
@with_appcontext
def command(context: click.Context, *, households: int, seed: int, as_json: bool) -> None:
    """Fill an empty database with invented people, or say again how to sign in."""
    if context.invoked_subcommand:
        return
    if not current_app.config["DEMO"]:
        raise click.ClickException(IN_EARNEST)
    schema.migrate(database.obj)
    file = DemoFile(current_app.config)
    if _is_empty():
        found = _fill(fill.Demo(today(), households, seed), file)
    elif not fill.is_demo():
        click.echo(FOREIGN, err=True)
        sys.exit(NOT_OURS)
    elif (found := file.read()) is None:
        raise click.ClickException(UNFINISHED)
    if as_json:
        click.echo(json.dumps({name: found[name] for name in ("accounts", "cards")}))
    else:
        _print(found)


def _is_empty() -> bool:
    return not any(table.select().exists() for table in (Household, Agreement, Account))


def _fill(demo: fill.Demo, file: DemoFile) -> dict[str, Any]:
    load_places()
    lpr.load(demo.today)
    made = fill.fill(demo, lambda done: click.echo(f"{done} households", err=True))
    found = people.staff(made, demo.today)
    base = current_app.config["LIANNONG_BASE_URL"]
    people.cards(found, made, base, demo.today)
    people.links(found, made, base, demo.today)
    witness.witness(demo, made, found.cadres)
    quarrel.quarrel(demo, made, found.townships)
    change.change(demo, made, found.townships)
    desk.lay(made, found.townships, demo.today)
    desk.hold(made, found.townships, demo.today)
    settled.settle(made.villages[0][:COUNTY_DIGITS], demo.today)
    publicity.publish(demo, made, found)
    watch.all_up_to_date(demo.today)
    file.write(people.shown(found))
    return file.read() or {}


def _print(found: Mapping[str, Any]) -> None:
    """Print the accounts, and one card as its household holds it."""
    for row in found["accounts"]:
        totp = f"  TOTP {row['totp']}" if row["totp"] else ""
        click.echo(f"{row['role']:<11}{row['scope']:<13}{row['user']:<16}{row['password']}{totp}")
    card = found["cards"][0]
    code = QRCode(border=2)
    code.add_data(card_address(*card["url"].rsplit("/c/", 1)))
    code.print_ascii(out=sys.stdout, invert=True)
    click.echo(f"{card['url']}\nPIN {card['pin']}  code {card['short_code']}")
    for row in found.get("links", ()):
        click.echo(f"business {row['business']}  {row['url']}")


@command.command("cookie")
@click.option("--card", "number", help="Sign this household in.")
@click.option("--user", help="Sign this account in.")
@click.option("--business", help="Let this business in through its link.")
def cookie_(number: str | None, user: str | None, business: str | None) -> None:
    """Sign somebody of the demo in and print the cookie that a browser would hold."""
    if sum(map(bool, (number, user, business))) != 1:
        raise click.UsageError("--card HOUSEHOLD | --user NAME | --business NUMBER")
    if not current_app.config["DEMO"] or not fill.is_demo():
        raise click.ClickException(FOREIGN)
    token = _signed_in(number, user, business)
    name = cookie.full_name(
        access.COOKIE, secure=current_app.config["LIANNONG_BASE_URL"].startswith("https:")
    )
    click.echo(json.dumps({"cookie": f"{name}={token}"}))


def _signed_in(number: str | None, user: str | None, business: str | None) -> str:
    if number:
        return _household(number)
    return _account(user) if user else _business(str(business))


def _business(number: str) -> str:
    found = link.of_business(number, today())
    if found is None:
        raise click.ClickException(f"no link of {number}")
    return session.start_business(found.id, now())


def _household(number: str) -> str:
    if household.by_id(household_id(number)) is None:
        raise click.ClickException(f"no household {number}")
    return session.start_household(household_id(number), now())


def _account(user: str) -> str:
    found = account.by_user(user)
    if found is None:
        raise click.ClickException(f"no account {user}")
    return session.start_account(found.id, now())
