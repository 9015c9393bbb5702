"""What a business owes, in sums: equal to what its households' lines say, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models import database, owing, schema
from models.due import Due
from models.ids import household_id
from models.statement import of_agreement
from tests.web import farm, firm

TODAY = firm.TODAY


@pytest.fixture(autouse=True)
def ledger(app):
    schema.migrate(database.database.obj)
    firm.firm()


def of(number=firm.COOPERATIVE, today=TODAY, **given):
    return owing.of_business(number, today, **given)


def one(agreement, year, due_on, kind="guaranteed", **given):
    (found,) = [
        each
        for each in of(**given)
        if (each.agreement, each.year, each.due_on, each.kind) == (agreement, year, due_on, kind)
    ]
    return found


def test_lines_of_one_day_are_one_sum():
    june = one(farm.SHARES, 2026, date(2026, 6, 30))
    assert (june.parties, june.waiting, june.due, june.received, june.rest) == (
        2,
        1,
        1200_00,
        600_00,
        600_00,
    )
    assert owing.state_of(june, TODAY) == ("short", (TODAY - date(2026, 6, 30)).days)
    december = one(farm.SHARES, 2026, date(2026, 12, 11))
    assert (december.waiting, december.rest) == (2, 1200_00)
    assert owing.state_of(december, TODAY) == ("to_come", 0)


def test_the_sums_of_an_agreement_are_those_of_its_statement():
    for year in (2024, 2025, 2026):
        mine = [each for each in of() if (each.agreement, each.year) == (farm.SHARES, year)]
        expected = of_agreement(farm.SHARES, year, today=TODAY).totals
        assert owing.totals(mine, TODAY) == replace(expected, saved=0)


def test_a_difference_below_the_unit_of_payment_is_paid():
    firm.deal(holders=firm.SIX[:2], unit="yuan", due_days="11-02")
    farm.pay(firm.MANY, 2026, 1199_50, date(2026, 11, 1), holder=firm.SIX[0])
    farm.pay(firm.MANY, 2026, 1199_00, date(2026, 11, 1), holder=firm.SIX[1])
    firm.renew(firm.MANY)
    found = one(firm.MANY, 2026, date(2026, 11, 2))
    assert (found.rest, found.waiting, found.tolerated) == (1_00, 1, 50)


def test_too_much_for_one_household_pays_nothing_for_another():
    firm.deal(holders=firm.SIX[:2], due_days="11-02")
    farm.pay(firm.MANY, 2026, 5000_00, date(2026, 11, 1), holder=firm.SIX[0])
    firm.renew(firm.MANY)
    assert one(firm.MANY, 2026, date(2026, 11, 2)).rest == 1200_00


def test_what_is_not_known_yet_is_counted_and_not_summed():
    unknown = [each for each in of(today=date(2027, 1, 5)) if each.unknown]
    # Of 2025 there is a result; of the other years that have ended there is none.
    assert [(each.kind, each.year, each.due, each.parties) for each in unknown] == [
        ("dividend", 2024, 0, 2),
        ("dividend", 2026, 0, 2),
    ]
    assert owing.state_of(unknown[0], date(2027, 1, 5))[0] == "unknown"
    assert owing.totals(unknown, date(2027, 1, 5)).unknown == 4


def test_a_day_of_rest_gives_grace_and_stays_the_due_day():
    firm.deal(due_days="11-21")  # a Saturday
    found = one(firm.MANY, 2026, date(2026, 11, 21))
    assert owing.state_of(found, date(2026, 11, 22)) == ("due_today", 0)
    assert owing.state_of(found, date(2026, 11, 23)) == ("due_today", 0)
    assert owing.state_of(found, date(2026, 11, 24)) == ("overdue", 1)


def test_a_scope_sees_its_own_villages_only():
    firm.household("652302001200-001", "外村人", firm.ELSEWHERE)
    firm.deal(holders=[*firm.SIX[:2], "652302001200-001"])
    day = date(2026, 12, 23)
    assert one(firm.MANY, 2026, day).parties == 3
    assert one(firm.MANY, 2026, day, scope="652301").parties == 2
    assert one(firm.MANY, 2026, day, scope=firm.ELSEWHERE).due == 1200_00
    assert of(scope="652328") == []


def test_what_is_nobody_s_or_withdrawn_or_another_s_to_pay_is_left_out():
    before = of()
    common = {"household": household_id("x"), "village": firm.VILLAGE, "clause": 1, "unit": 1}
    common |= {
        "agreement": farm.SHARES,
        "business": firm.COOPERATIVE,
        "mode": "share",
        "year": 2026,
    }
    common |= {"party_number": "", "ref": "", "reason": "", "paid": 0, "steps": "[]", "due": 5_00}
    for number, odd in enumerate(
        (
            {"party": "unassigned", "kind": "guaranteed"},
            {"party": "household", "kind": "guaranteed", "withdrawn": True},
            {"party": "household", "kind": "portion"},
            {"party": "household", "kind": "saved", "due": None, "saved": 5_00},
            {"party": "household", "kind": "unmatched", "due": 0, "paid": 5_00},
            {"party": "household", "kind": "rent", "shown_from": TODAY + timedelta(1)},
        )
    ):
        Due.create(**(common | {"id": farm.derive("odd", number)} | odd))
    assert of() == before


def test_whom_a_business_owes_is_known_for_refusing_their_names_only():
    found = owing.people(firm.COOPERATIVE)
    assert {farm.OURS, "王建国"} <= set(found)
    assert firm.HEADS[0] not in found
