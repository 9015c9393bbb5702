"""The command `demo`: fills an empty database once, and says again how to sign in."""

import json
import stat
from datetime import date, datetime
from pathlib import Path

import pytest

from models import database, owing, session
from models.household import Household
from models.ids import household_id, random_id
from web import create_app
from web.clock import SHANGHAI

CARD = {"household", "url", "short_code", "pin"}
ACCOUNT = {"user", "password", "totp", "role", "scope"}
SIZE = ["--households", "60"]


def app_in(folder: Path, **given):
    return create_app(
        {
            "TESTING": True,
            "INSTANCE": str(folder),
            "DATABASE_URL": f"sqlite:///{folder / 'demo.db'}",
            "LIANNONG_DEMO": "1",
            "LIANNONG_BASE_URL": "https://liannong.example",
            **given,
        }
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="module")
def first(folder):
    """What the first run printed."""
    done = app_in(folder).test_cli_runner().invoke(args=["demo", *SIZE, "--json"])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def run(folder, first):
    app = app_in(folder)
    yield lambda *args: app.test_cli_runner().invoke(args=["demo", *args])
    database.database.obj.close()


def test_its_json_has_accounts_and_cards_and_nothing_else(first):
    found = json.loads(first)
    assert set(found) == {"accounts", "cards"}
    assert all(set(row) == ACCOUNT for row in found["accounts"])
    assert all(set(row) == CARD for row in found["cards"])
    assert all(row["url"].startswith("https://liannong.example/c/") for row in found["cards"])


def test_a_second_run_prints_the_same_and_adds_nothing(run, first):
    before = Household.select().count()
    assert run("--json").stdout == first
    assert Household.select().count() == before


def test_only_its_owner_can_read_the_file(run, folder):
    file = folder / "demo.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text())["slips"]


def test_it_prints_accounts_and_one_card_with_its_code(run, first):
    printed = run().stdout
    for row in json.loads(first)["accounts"]:
        assert row["user"] in printed
        assert row["password"] in printed
    card = json.loads(first)["cards"][0]
    assert card["url"] in printed
    assert card["pin"] in printed
    assert "█" in printed


def test_it_prints_the_link_of_a_business_that_owes(run, folder):
    (row,) = json.loads((folder / "demo.json").read_text())["links"]
    assert row["url"].startswith("https://liannong.example/b/")
    assert row["url"] in run().stdout
    assert owing.of_business(row["business"], date.today())


def test_the_address_is_the_one_that_is_served_now(folder, first):
    app = app_in(folder, LIANNONG_BASE_URL="http://127.0.0.1:8000/")
    found = json.loads(app.test_cli_runner().invoke(args=["demo", "--json"]).stdout)
    assert found["cards"][0]["url"].startswith("http://127.0.0.1:8000/c/")
    assert "http://127.0.0.1:8000/b/" in app.test_cli_runner().invoke(args=["demo"]).stdout


def test_a_cookie_signs_a_household_an_account_or_a_business_in(run, first, folder):
    found = json.loads(first)
    business = json.loads((folder / "demo.json").read_text())["links"][0]["business"]
    number, user = found["cards"][0]["household"], found["accounts"][0]["user"]
    signed = {}
    for option, value in (("--card", number), ("--user", user), ("--business", business)):
        name, _, token = json.loads(run("cookie", option, value).stdout)["cookie"].partition("=")
        assert name == "__Host-session"
        signed[option] = session.find(token, datetime.now(SHANGHAI))
    assert signed["--card"].household == household_id(number)
    assert signed["--user"].user == user
    assert signed["--business"].business == business


@pytest.mark.parametrize(
    "args",
    [
        *(("--card", "28207204-9999"), ("--user", "nobody"), ("--business", "NC-404"), ()),
        *(("--card", "1", "--user", "2"), ("--user", "1", "--business", "2")),
    ],
)
def test_a_cookie_for_nobody_is_refused(run, args):
    assert run("cookie", *args).exit_code != 0


def test_a_ledger_of_ones_own_gets_no_demo(tmp_path):
    app = app_in(tmp_path)
    runner = app.test_cli_runner()
    assert runner.invoke(args=["database", "up"]).exit_code == 0
    number = "652301100200-001"
    row = {"id": household_id(number), "batch": random_id(), "number": number}
    Household.create(**row, village="652301100200", head="王")
    assert runner.invoke(args=["demo"]).exit_code == 3
    assert runner.invoke(args=["demo", "cookie", "--card", number]).exit_code != 0
    assert Household.select().count() == 1


def test_in_earnest_there_is_no_demo(tmp_path):
    secrets = {"LIANNONG_PEPPER": "kq8Zt2" * 8 + "aB3", "LIANNONG_SECRET": "Wm5Rx9" * 8 + "cD4"}
    secrets = {name: value + "efghij" for name, value in secrets.items()}
    app = app_in(tmp_path, LIANNONG_DEMO="0", **secrets)
    assert app.test_cli_runner().invoke(args=["demo"]).exit_code == 1


def test_a_second_database_has_a_file_of_its_own(folder, first):
    other = app_in(folder, DATABASE_URL=f"sqlite:///{folder / 'other.db'}")
    done = other.test_cli_runner().invoke(args=["demo", *SIZE, "--json"])
    assert json.loads(done.stdout)["accounts"] != json.loads(first)["accounts"]
    assert len(list(folder.glob("demo*.json"))) == 2
    assert app_in(folder).test_cli_runner().invoke(args=["demo", "--json"]).stdout == first
