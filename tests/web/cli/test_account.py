"""The commands of accounts: the first one of a database that has none."""

from __future__ import annotations

import pytest

from models.account import Account
from models.activation import Activation
from models.place import load_places
from tests.web.conftest import PASSWORD

GIVEN = {"user": "zhou", "name": "周", "role": "prefecture", "scope": "6523"}


@pytest.fixture
def run(app):
    """A function: run("create", user="zhou") gives the result of the command."""
    load_places()

    def invoke(what, **options):
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        with app.app_context():
            return app.test_cli_runner().invoke(args=["account", what, *words])

    return invoke


def code_of(result):
    return result.output.partition("code ")[2].partition("  ")[0]


def test_a_new_database_has_no_account(app):
    assert not Account.select().exists()


def test_the_first_account_is_made_and_its_owner_sets_it_up(run, client):
    result = run("create", **GIVEN)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("https://liannong.example/activate\nuser zhou  code ")
    sent = {"user": "zhou", "code": code_of(result)}
    assert client.post("/activate", data=sent).location == "/activate"
    assert client.post("/signin", data={"user": "zhou", "password": ""}).status_code == 422


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"user": "Z"}, "not a user name"),
        ({"scope": "652301"}, "no prefecture's code of 4 digits"),
        ({"scope": "9999"}, "no prefecture's code"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(run, change, said):
    result = run("create", **(GIVEN | change))
    assert (result.exit_code, said in result.output) == (1, True)
    assert not Account.select().exists()


def test_a_name_is_given_once(run):
    run("create", **GIVEN)
    again = run("create", **GIVEN)
    assert (again.exit_code, "there is an account" in again.output) == (1, True)


def test_a_reset_gives_a_new_code_and_voids_the_password(run, staff, client):
    staff("cadre", user="yuan")
    result = run("reset", user="yuan")
    assert result.exit_code == 0
    sent = {"user": "yuan", "password": PASSWORD}
    assert client.post("/signin", data=sent).status_code == 422
    assert client.post("/activate", data={"user": "yuan", "code": code_of(result)}).location
    assert Activation.select().count() == 1


def test_a_reset_of_nobody_is_refused(run):
    result = run("reset", user="nobody")
    assert (result.exit_code, "no account" in result.output) == (1, True)
