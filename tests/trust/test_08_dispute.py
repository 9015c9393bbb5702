"""Rule 8: who sees a dispute at once, who only later, and that it costs nothing.

The whole table of who sees which: tests/models/test_docket.py, tests/web/test_dispute.py.
"""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from models import dispute_step, visit
from models.dispute_step import Subject
from models.due import Due
from models.payment import Payment
from models.visit import Check, Said
from tests.web import farm

OFFICES = ("cadre", "township", "county")


@pytest.fixture
def line(app, household) -> UUID:
    farm.farm()
    return farm.line_of(household, "rent", 2026).id


def sees(client, case: UUID) -> bool:
    shown = str(case) in client.get("/dispute?show=all").text
    assert (client.get(f"/dispute/{case}").status_code == 200) is shown
    return shown


def answer(client, case: UUID) -> None:
    data = {"id": str(uuid4()), "kind": "answered", "outcome": "explained"}
    assert client.post(f"/dispute/{case}", data=data).status_code in {200, 303}


def test_one_about_money_is_seen_by_township_and_village_at_once(line, household, sign_in):
    case = dispute_step.begin(household, Subject(line), "less", farm.TODAY, id=uuid4())
    assert [sees(sign_in(role), case) for role in OFFICES] == [True, True, True]


@pytest.mark.parametrize("checked_by", ["cadre", "township"])
def test_one_about_staff_is_seen_by_the_county_alone_until_it_has_answered(
    line, household, sign_in, staff, checked_by
):
    mine = uuid4()
    visit.store(mine, household, staff(checked_by).id, [Said("received", due=line)], farm.TODAY)
    check = Check.get(Check.visit == mine).id
    subject = Subject(check=check)
    case = dispute_step.begin(household, subject, "wrong_result", farm.TODAY, id=uuid4())
    cadre, township, county = map(sign_in, OFFICES)
    assert [sees(each, case) for each in (cadre, township, county)] == [False, False, True]
    answer(county, case)
    assert sees(county, case)


def test_disputing_changes_nothing_that_is_due_or_was_paid(line, household):
    def money():
        return sorted(map(repr, [*Due.select().tuples(), *Payment.select().tuples()]))

    before = money()
    for reason in ("less", "late"):
        dispute_step.begin(household, Subject(line), reason, farm.TODAY, id=uuid4())
    assert money() == before
