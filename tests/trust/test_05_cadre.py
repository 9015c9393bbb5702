"""Rule 5: a cadre sees the lines to check and nothing that the household did or earns."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest

from models import answer, say, visit
from models.due import Due
from models.household import Household, Income
from models.visit import Check, Said
from tests.web import farm
from tests.web.matrix import MATRIX

IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


@pytest.fixture
def ours(app, household) -> UUID:
    farm.farm()
    return household


def seen(client, own_card) -> list[str]:
    """Return what a cadre gets of the village and of the household, ids left out."""
    paths = ("/visit", "/visit?show=unasked", f"/visit/check/{own_card.id}")
    found = [client.get(path) for path in paths]
    assert {each.status_code for each in found} == {200}
    return [IDS.sub("…", each.text) for each in found]


def test_a_cadre_cannot_tell_whether_the_household_answered(ours, own_card, sign_in):
    cadre = sign_in("cadre")
    line = farm.line_of(ours, "rent", 2026).id
    visit.store(uuid4(), ours, uuid4(), [Said("received", due=line)], farm.TODAY)
    before = seen(cadre, own_card)
    answer.give(ours, due=line, answer="confirmed", today=farm.TODAY)
    check = Check.get(Check.household == ours).id
    say.give(ours, check=check, answer="disputed", reason="wrong_result", today=farm.TODAY)
    assert seen(cadre, own_card) == before


def test_nor_what_it_earns_or_is_called(ours, own_card, sign_in):
    cadre = sign_in("cadre")
    before = seen(cadre, own_card)
    Income.create(
        household=ours, id=uuid4(), holder=farm.OURS, batch=uuid4(), year=2025, per_head=1,
        operating=1,
    )  # fmt: skip
    Household.update(category="lifted", low_income=True, eligible=True).execute()
    assert seen(cadre, own_card) == before


def test_nothing_the_household_does_changes_what_is_due(ours):
    def due():
        return sorted(map(repr, Due.select(Due.id, Due.due, Due.paid, Due.due_on).tuples()))

    before = due()
    for row in list(Due.select().where(Due.household == ours)):
        said = {"answer": "disputed", "reason": "not_received"}
        answer.give(ours, due=row.id, today=farm.TODAY, **said)
    assert due() == before


def test_a_check_is_no_confirmation(ours):
    """What a cadre found says nothing for the household: confirmed is what it said itself."""
    line = farm.line_of(ours, "rent", 2026).id
    visit.store(uuid4(), ours, uuid4(), [Said("received", due=line)], farm.TODAY)
    assert answer.current(ours, due=line) is None


def test_a_cadre_has_these_routes_about_households_and_no_others():
    about = {name for name, (who, concept) in MATRIX.items() if "V" in who and concept}
    # The check of a card that is shown to him, and the receipt of his own visit.
    assert about == {"dispute.show", "visit.check", "visit.done"}
