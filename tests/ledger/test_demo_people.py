"""The demo's staff, cards, checks and answers: made by the ways that the web uses."""

from collections import Counter
from datetime import date

import pytest

from ledger.demo import people, publicity, witness
from ledger.demo.fill import Demo
from models import account, campaign, card, database, exemplar, secret, slip
from models.access import Access
from models.account import Account
from models.answer import Answer, current
from models.card import Card
from models.due import Due
from models.ids import household_id
from models.visit import Check, Visit
from tests.ledger import demo_ledger

BASE = "https://liannong.example"


@pytest.fixture(scope="module")
def peopled(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    made = demo_ledger.made(path, households=60)
    found = people.staff(made, demo_ledger.TODAY)
    people.cards(found, made, BASE, demo_ledger.TODAY)
    people.links(found, made, BASE, demo_ledger.TODAY)
    witness.witness(Demo(demo_ledger.TODAY, 60), made, found.cadres)
    publicity.publish(Demo(demo_ledger.TODAY, 60), made, found)
    return path, made, found


@pytest.fixture
def made(peopled):
    path, made, _ = peopled
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
    database.connect(f"sqlite:///{path}")
    return made


@pytest.fixture
def found(peopled, made):
    return peopled[2]


def test_there_is_staff_of_every_role_with_a_second_factor_from_the_township_up(found):
    roles = Counter(row["role"] for row in found.accounts)
    assert set(roles) == set(account.ROLES)
    assert roles["county"] > 3
    for row in found.accounts:
        assert (row["totp"] is None) == (row["role"] == "cadre")
        assert account.by_password(row["user"], row["password"]).scope == row["scope"]


def test_the_departments_of_a_county_have_accounts_of_their_own(found):
    own = Account.select().where(Account.scope == "652328")
    assert len({row.department for row in own}) == 3


def test_passwords_are_new_each_time(found, made):
    assert len({row["password"] for row in found.accounts}) == len(found.accounts)


def test_a_card_opens_with_its_address_and_pin(found, made):
    assert found.cards[0]["household"] == made.household
    for row in found.cards:
        address, token = row["url"].rsplit("/c/", 1)
        assert address == BASE
        opened = card.by_token(token)
        assert opened.household == household_id(row["household"])
        assert opened.short_code == row["short_code"]
        assert card.pin_opens(opened, row["pin"])
        assert not card.trivial(row["pin"])


def test_one_household_has_a_sealed_slip_and_one_a_card_that_has_ended(found):
    (row,) = found.slips
    waiting = household_id(row["household"])
    assert card.of_household(waiting).pin_hash is None
    assert slip.find(waiting, row["code"], demo_ledger.TODAY)
    assert [ended.active for ended in Card.select().where(Card.revoked_on.is_null(False))] == [
        False
    ]


def test_checks_have_every_result_and_no_visit_is_without_one(made):
    checks = list(Check.select())
    results = {check.result for check in checks}
    assert results == {"received", "not_received", "less", "unsure", "explained"}
    assert {check.visit for check in checks} == {visit.id for visit in Visit.select()}
    assert {check.due for check in checks} - {None} <= {line.id for line in Due.select(Due.id)}


def test_every_visit_is_an_opening_that_the_household_sees(made):
    opened = {(row.household, row.account, row.day) for row in Access.select()}
    assert {(row.household, row.account, row.day) for row in Visit.select()} <= opened


def test_the_showcase_household_confirmed_disputed_and_took_back(made):
    household = household_id(made.household)
    answers = list(Answer.select().where(Answer.household == household))
    assert {row.answer for row in answers} == {"confirmed", "disputed", "none"}
    taken_back = next(row for row in answers if row.answer == "none")
    assert taken_back.turn == 2
    assert current(household, due=taken_back.due).answer == "none"
    assert any(row.check for row in answers)


def test_nothing_happens_after_today_or_before_the_facts(made):
    for table in (Visit, Check, Answer, Access):
        assert all(date(2026, 10, 1) < row.day <= demo_ledger.TODAY for row in table.select())


def test_a_model_case_a_campaign_and_a_training_run_with_some_scans_and_answers(made):
    county = made.villages[0][:6]
    (case,) = exemplar.shown(demo_ledger.TODAY)
    assert (case.county, exemplar.state(case, demo_ledger.TODAY)) == (county, "now")
    running = {each.kind: each for each in campaign.of_county(county)}
    assert set(running) == {"poster", "training"}
    for kind, each in running.items():
        codes = campaign.posters(each.id)
        told = campaign.answers(codes)
        aware = {answer for _, question, answer in told if question == campaign.AWARE}
        assert aware == {"yes", "no"}
        assert bool(campaign.scans(codes)) == (kind == "poster")
