"""Signing on both kinds of database: an agreement goes into the ledger once."""

from __future__ import annotations

from time import sleep
from uuid import UUID, uuid4

import pytest

from ledger import signing as desk_of
from ledger.store import Import
from models import signing
from models.agreement import Agreement
from models.batch import Batch
from models.place import Place
from tests.models.at_once import at_once
from tests.models.conftest import run
from tests.web import desk


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")
    Place.delete().execute()  # the real ones: the desk's own follow
    desk.county()


def test_who_reads_the_draft_slowly_signs_nothing_after_another_one(monkeypatch):
    draft = signing.find(desk.lay())
    outside, turns = desk_of.outside, iter((0.5, 0))

    def slowly(*asked):
        found = outside(*asked)
        sleep(next(turns, 0))
        return found

    def sign(turn):
        sleep(0.1 * turn)
        order = Import(desk.TODAY, desk.COUNTY, UUID(int=turn + 1), batch=uuid4())
        return desk_of.sign(draft, draft.turn, order, "签约")

    monkeypatch.setattr(desk_of, "outside", slowly)
    signed = [batch for batch in at_once(sign, 2) if batch]
    assert len(signed) == 1
    assert signing.find(draft.id).batch == signed[0]
    assert Batch.select().where(Batch.account.is_null(False)).count() == 1
    assert Agreement.select().count() == 1
