"""Whom to tell of a due day: from the thirtieth and the seventh day before it on, and not after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models import database, notice, schema
from models.agreement import Agreement
from models.business import Business
from models.due import Due
from models.notice import Notice
from tests.web import farm, firm

DAY = date(2027, 3, 20)  # a Saturday


@pytest.fixture(autouse=True)
def ledger(app):
    schema.migrate(database.database.obj)
    firm.firm()
    firm.deal(due_days="03-20", starts_on=date(2027, 1, 1), in_force_from=date(2027, 1, 1),
              ends_on=date(2027, 12, 31))  # fmt: skip


def of(on, county=firm.COUNTY):
    return [each for each in notice.notices(county, on) if each.due_on == DAY]


def give(pending, day, county=firm.COUNTY):
    return notice.give(
        *(county, pending.business, pending.due_on, pending.stage),
        account=firm.ACCOUNT,
        given_on=day,
    )


@pytest.mark.parametrize(
    ("before", "stage"),
    [(31, None), (30, 30), (29, 30), (8, 30), (7, 7), (6, 7), (1, 7), (0, 7), (-1, None)],
)
def test_the_days_are_exact_also_before_a_day_of_rest(before, stage):
    found = of(DAY - timedelta(before))
    assert [each.stage for each in found] == ([stage] if stage else [])
    for each in found:
        assert (each.days, each.since) == (before, DAY - timedelta(stage))
        assert (each.parties, each.agreements, each.rest) == (6, 1, 7200_00)


def test_the_thirtieth_day_is_counted_over_a_leap_day():
    assert notice.stage_of(date(2028, 3, 15), date(2028, 2, 14)) == 30
    assert notice.stage_of(date(2028, 3, 15), date(2028, 2, 13)) is None
    assert notice.stage_of(date(2027, 3, 15), date(2027, 2, 13)) == 30


def test_a_notice_is_noted_once_for_each_stage():
    (first,) = of(DAY - timedelta(30))
    assert give(first, DAY - timedelta(30))
    assert not give(first, DAY - timedelta(29))
    assert Notice.select().count() == 1
    (told,) = of(DAY - timedelta(20))
    assert told.given_on == DAY - timedelta(30)
    (second,) = of(DAY - timedelta(7))
    assert (second.stage, second.given_on) == (7, None)
    assert give(second, DAY - timedelta(5))
    assert of(DAY - timedelta(5))[0].given_on == DAY - timedelta(5)


def test_what_is_paid_before_drops_out():
    for holder in firm.SIX[:5]:
        farm.pay(firm.MANY, 2027, 1200_00, date(2027, 2, 1), holder=holder)
    firm.renew(firm.MANY, on=date(2027, 2, 2))
    (found,) = of(DAY - timedelta(30))
    assert (found.parties, found.rest) == (1, 1200_00)
    farm.pay(firm.MANY, 2027, 1200_00, date(2027, 2, 1), holder=firm.SIX[5])
    firm.renew(firm.MANY, on=date(2027, 2, 2))
    assert of(DAY - timedelta(30)) == []


def test_a_due_day_that_moves_takes_its_notice_with_it():
    (first,) = of(DAY - timedelta(30))
    give(first, DAY - timedelta(30))
    Agreement.update(due_days="05-31").where(Agreement.number == firm.MANY).execute()
    firm.renew(firm.MANY)
    on = DAY - timedelta(10)
    assert of(on) == []
    moved = date(2027, 5, 31)
    found = [
        each
        for each in notice.notices(firm.COUNTY, moved - timedelta(30))
        if (each.due_on, each.business) == (moved, firm.COOPERATIVE)
    ]
    assert [each.given_on for each in found] == [None]


def test_days_of_one_business_are_one_notice_and_others_stand_apart():
    firm.deal("CH-7", "03-20", firm.SIX[:2], starts_on=date(2027, 1, 1),
              in_force_from=date(2027, 1, 1), ends_on=date(2027, 12, 31))  # fmt: skip
    firm.deal("CH-8", "03-20", firm.SIX[:1], starts_on=date(2027, 1, 1), business=firm.FARM,
              in_force_from=date(2027, 1, 1), ends_on=date(2027, 12, 31))  # fmt: skip
    found = {each.business: each for each in of(DAY - timedelta(3))}
    own = found[firm.COOPERATIVE]
    assert (own.agreements, own.parties, own.rest) == (2, 6, 9600_00)
    assert found[firm.FARM].rest == 1200_00


def test_a_county_tells_of_its_own_villages_only():
    firm.household("652302001200-001", "外村人", firm.ELSEWHERE)
    firm.deal("CH-9", "03-20", ["652302001200-001"], starts_on=date(2027, 1, 1),
              in_force_from=date(2027, 1, 1), ends_on=date(2027, 12, 31))  # fmt: skip
    on = DAY - timedelta(7)
    assert [each.rest for each in of(on)] == [7200_00]
    assert [each.rest for each in of(on, "652302")] == [1200_00]
    (own,) = [each for each in notice.of_business(firm.COOPERATIVE, on) if each.due_on == DAY]
    assert own.rest == 8400_00
    give(of(on)[0], on)
    assert of(on, "652302")[0].given_on is None
    assert notice.of_business(firm.COOPERATIVE, on)[0].given_on == on


def test_a_county_s_list_looks_dues_up_by_business_and_day(kind):
    if kind != "sqlite":
        pytest.skip("the plan of SQLite")
    rows = Due.select().where(Due.business.in_(["a", "b"]) & Due.due_on.between(DAY, DAY))
    sql, values = rows.sql()
    plan = Due._meta.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    assert "due_business_due_on" in plan[0][-1]


def test_a_business_that_the_ledger_does_not_know_is_told_nothing():
    Business.delete().execute()
    assert of(DAY - timedelta(7)) == []
