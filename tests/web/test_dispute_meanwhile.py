"""What is erased or taken back between look-up and write is not there: 404, and nothing half."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from models import dispute_handler, dispute_step, household, say
from models.answer import Answer
from models.dispute import Dispute, DisputeEntry
from models.dispute_step import Subject
from models.due import Due
from models.household import Household
from tests.web.lines import add_due, add_household
from tests.web.test_dispute import DAY, LATE, begin, send


@pytest.fixture
def us(app) -> UUID:
    return add_household("652301100200-017")


@pytest.fixture
def line(us) -> UUID:
    return add_due(us, **LATE)


@pytest.fixture
def ours(us, line) -> UUID:
    return begin(us, Subject(line))


@pytest.fixture
def meanwhile(monkeypatch):
    """A function: `gone` goes when `module` has its turn with the household."""

    def let(module, gone) -> None:
        lock = module.lock

        def late(households):
            gone.execute()
            return lock(households)

        monkeypatch.setattr(module, "lock", late)

    return let


def test_an_answer_to_one_that_is_gone(sign_in, meanwhile, ours):
    client = sign_in("township")
    meanwhile(household, Dispute.delete())
    assert send(client, ours, "answered", outcome="paid").status_code == 404
    assert DisputeEntry.select().count() == 1


def test_taking_one_that_is_gone(sign_in, meanwhile, ours):
    client = sign_in("township")
    meanwhile(dispute_handler, Dispute.delete())
    sent = {"id": str(uuid4()), "kind": "taken"}
    assert client.post(f"/dispute/{ours}/handler", data=sent).status_code == 404


def test_one_of_those_alike_that_is_gone_keeps_no_other_waiting(sign_in, meanwhile, ours):
    other = add_household("652301100200-018")
    theirs = begin(other, Subject(add_due(other, **LATE)))
    client = sign_in("township")
    meanwhile(household, Dispute.delete().where(Dispute.id == theirs))
    sent = {"outcome": "paid", "everybody": "1"}
    assert send(client, ours, "answered", **sent).status_code == 303
    assert Dispute.get().state == "told"


def test_the_household_s_word_on_what_is_gone(as_household, meanwhile, line, ours):
    meanwhile(dispute_step, Dispute.delete())
    said = {"id": str(uuid4()), "kind": "withdrawn"}
    assert as_household.post(f"/household/dispute/{ours}", data=said).status_code == 404
    meanwhile(say, Due.delete())
    said = {"id": str(uuid4()), "answer": "disputed", "reason": "less"}
    assert as_household.post(f"/due/{line}/answer", data=said).status_code == 404
    assert not Answer.select().exists()


def test_a_household_that_the_ledger_no_longer_has(as_household, us, line):
    Household.delete().execute()
    said = {"id": str(uuid4()), "reason": "place"}
    assert as_household.post("/household/dispute", data=said).status_code == 404
    said = {"id": str(uuid4()), "answer": "disputed", "reason": "less"}
    assert as_household.post(f"/due/{line}/answer", data=said).status_code == 404
    assert not Answer.select().exists()
    assert not Dispute.select().where(Dispute.opened_on == DAY).exists()
