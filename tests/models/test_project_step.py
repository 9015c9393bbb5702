"""A project's steps on both kinds of database: one at a time, whoever takes them."""

from __future__ import annotations

from time import sleep
from uuid import UUID

import pytest

from ledger import gate
from models.batch import Batch
from models.project import Project
from models.project_step import ProjectStep
from rules.admission import Actor
from tests.ledger.gate import APPROVER, CELLS, NAMED, REVIEWER, apply, enter, now, order
from tests.models.at_once import at_once
from tests.models.conftest import run


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")


def test_a_project_is_approved_once_however_many_approve_it_at_once():
    apply()
    enter()
    hands = [Actor(UUID(int=200 + turn), "county", "财政局") for turn in range(5)]
    hands.append(REVIEWER)

    def approve(turn):
        try:
            gate.take(order("approved", hands[turn], cells=NAMED))
        except gate.Refused as why:
            return why.code
        return "approved"

    said = at_once(approve)
    assert said.count("approved") == 1
    assert said[-1] in {"hands", "state"}
    assert ProjectStep.select().where(ProjectStep.kind == "approved").count() == 1
    assert of_gate() == 3
    assert now() == "approved"


def test_the_same_application_many_times_at_once_is_one():
    sent = order("applied", APPROVER, cells=CELLS, new=True)
    other = order("applied", REVIEWER, cells=CELLS, new=True)

    def send(turn):
        try:
            gate.take(sent if turn % 2 else other)
        except gate.Refused as why:
            return why.code
        return "stored"

    said = at_once(send)
    assert said.count("stored") == 3
    assert set(said) <= {"stored", "exists"}
    assert Project.select().count() == ProjectStep.select().count() == of_gate() == 1


def test_an_application_that_is_read_slowly_is_refused_after_another_one(monkeypatch):
    slow = order("applied", REVIEWER, cells=CELLS, new=True)
    orders, is_done = (slow, order("applied", APPROVER, cells=CELLS, new=True)), gate._is_done

    def slowly(asked):
        found = is_done(asked)
        sleep(0.5 if asked is slow else 0)
        return found

    def send(turn):
        sleep(0.1 * turn)
        try:
            gate.take(orders[turn])
        except gate.Refused as why:
            return why.code
        return "stored"

    monkeypatch.setattr(gate, "_is_done", slowly)
    assert sorted(at_once(send, 2)) == ["exists", "stored"]
    assert ProjectStep.select().count() == of_gate() == 1


def of_gate():
    """How many imports came through the gate."""
    return Batch.select().where(Batch.account.is_null(False)).count()
