"""Disputes on both kinds of database: once, in turn, with a clock on the office."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from models import dispute, dispute_step, overdue, parameter, say
from models.answer import Answer
from models.dispute import Dispute, DisputeEntry
from models.dispute_step import By, Refused, Subject
from models.due import Due
from models.household import Household
from models.ids import household_id
from models.retention import purge
from models.scope import NotTheirs
from tests.models.at_once import at_once
from tests.models.conftest import run
from tests.web.lines import VILLAGE, add_due, add_household

DAY = date(2026, 11, 23)
OFFICE = By(UUID(int=1), "阿依古丽·买买提", "township")
COUNTY = By(UUID(int=2), "王建国", "county")
NEIGHBOUR = "652301100200-018"


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")


@pytest.fixture
def us() -> UUID:
    return add_household("652301100200-017")


@pytest.fixture
def line(us) -> UUID:
    return add_due(us, late_from=date(2026, 11, 11))


def begin(household, subject, reason="not_received", **given):
    return dispute_step.begin(household, subject, reason, DAY, **({"id": uuid4()} | given))


def add(household, identity, kind, day=DAY, by=None, **said):
    dispute_step.add(household, identity, said.pop("entry", uuid4()), kind, day, by=by, **said)


def state(household, identity):
    row = dispute.find(household, identity)
    return row.state, row.stage, row.level


def kinds(household, identity):
    return [each.kind for each in dispute.entries(dispute.find(household, identity))]


def test_it_is_opened_once_however_often_it_is_sent(us, line):
    same = uuid4()
    assert begin(us, Subject(line), id=same) == begin(us, Subject(line), id=same)
    assert Dispute.select().count() == DisputeEntry.select().count() == 1
    row = dispute.of_household(us)[0]
    assert (row.agreement, row.business, row.village) == ("XY-2026-1", "NC-001", VILLAGE)
    assert row.due_on == DAY + timedelta(7)


def test_another_word_on_the_same_line_joins_it(us, line):
    first = begin(us, Subject(line))
    assert begin(us, Subject(line), "less", words="只收到一半") == first
    assert dispute.find(us, first).reason == "less"
    assert kinds(us, first) == ["opened", "joined"]


def test_only_for_what_is_its_own(us, line):
    other = add_household(NEIGHBOUR)
    for subject in (Subject(line), Subject(check=uuid4()), Subject(agreement="XY-9")):
        with pytest.raises(NotTheirs):
            begin(other, subject, subject.reasons[0])
    with pytest.raises(Refused, match="reason"):
        begin(us, Subject(line), "staff")
    assert not Dispute.select().exists()


def test_many_at_once_open_exactly_one(us, line):
    found = at_once(lambda _: begin(us, Subject(line)), 16)
    assert len(set(found)) == 1
    assert Dispute.select().count() == 1
    turns = [each.turn for each in dispute.entries(dispute.find(us, found[0]))]
    assert turns == list(range(1, 17))


def test_an_answer_is_the_offices_and_its_end_the_household_s(us, line):
    one, same = begin(us, Subject(line)), uuid4()
    with pytest.raises(Refused, match="state"):
        add(us, one, "settled")
    for _ in range(2):
        add(us, one, "answered", by=OFFICE, entry=same, outcome="paid")
    with pytest.raises(Refused, match="level"):
        add(us, one, "settled", by=OFFICE)
    assert state(us, one) == ("told", "answer", "township")
    add(us, one, "partly")
    assert state(us, one) == ("open", "mediate", "township")
    add(us, one, "answered", by=OFFICE, outcome="paid")
    add(us, one, "settled")
    assert state(us, one)[0] == "closed"
    assert dispute.find(us, one).closed_on == DAY
    add(us, one, "reopened")
    assert kinds(us, one)[-2:] == ["settled", "reopened"]


def test_the_same_id_with_another_word_is_refused(us, line):
    one, same = begin(us, Subject(line)), uuid4()
    add(us, one, "answered", by=OFFICE, entry=same, outcome="paid")
    with pytest.raises(Refused, match="different"):
        add(us, one, "settled", entry=same)


def test_more_time_has_an_end(us, line):
    one = begin(us, Subject(line))
    with pytest.raises(Refused, match="far"):
        add(us, one, "extended", by=OFFICE, due_on=DAY + timedelta(15), delay="papers")
    add(us, one, "extended", by=OFFICE, due_on=DAY + timedelta(14), delay="papers")
    assert dispute.find(us, one).due_on == DAY + timedelta(14)


def test_a_county_sets_the_days(us, line):
    parameter.put(
        *(uuid4(), VILLAGE[:6], "dispute_answer_days", "3"),
        in_force_from=DAY,
        set_on=DAY,
        account=None,
    )
    assert dispute.find(us, begin(us, Subject(line))).due_on == DAY + timedelta(3)


def test_the_household_s_no_opens_one_and_its_taking_back_ends_it(us, line):
    say.give(us, due=line, answer="disputed", reason="less", today=DAY)
    row = dispute.about(us, due=line)
    assert (row.reason, row.state, row.origin) == ("less", "open", "household")
    say.give(us, due=line, answer="none", today=DAY)
    assert dispute.about(us, due=line).state == "closed"
    assert kinds(us, row.id) == ["opened", "withdrawn"]
    assert Answer.select().count() == 2


def test_what_is_overdue_opens_by_itself_rises_and_is_answered_by_the_ledger(us, line):
    assert overdue.renew(DAY) == (1, 0, 0)
    assert overdue.renew(DAY) == (0, 0, 0), "a second run changes nothing"
    row = dispute.about(us, due=line)
    assert (row.origin, row.level, row.due_on) == ("overdue", "township", DAY + timedelta(7))
    assert overdue.renew(DAY + timedelta(7)) == (0, 0, 0)
    late = DAY + timedelta(8)
    assert overdue.renew(late) == (0, 1, 0)
    assert overdue.renew(late) == (0, 0, 0)
    assert state(us, row.id) == ("open", "answer", "county")
    Due.update(paid=120_000, completed_on=late).where(Due.id == line).execute()
    overdue.renew(late)
    assert state(us, row.id)[0] == "told"
    entry = dispute.entries(dispute.about(us, due=line))[-1]
    assert (entry.outcome, entry.amount, entry.account) == ("paid", 120_000, None)
    add(us, row.id, "partly", day=late)
    overdue.renew(late)
    assert state(us, row.id) == ("open", "mediate", "county"), "her word stands against the ledger"


def test_silence_closes_what_was_answered_and_is_no_yes(us, line):
    one = begin(us, Subject(line))
    add(us, one, "answered", by=OFFICE, outcome="explained")
    assert overdue.renew(DAY + timedelta(30))[2] == 0
    assert overdue.renew(DAY + timedelta(31))[2] == 1
    assert kinds(us, one)[-1] == "silent"
    assert not Answer.select().exists()


def test_what_the_household_has_said_nobody_answers_in_the_offices_place(us, line):
    overdue.renew(DAY)
    row = dispute.about(us, due=line)
    say.give(us, due=line, answer="disputed", reason="less", today=DAY)
    Due.update(paid=120_000, completed_on=DAY).where(Due.id == line).execute()
    overdue.renew(DAY)
    assert state(us, row.id)[0] == "open"
    say.give(us, due=line, answer="none", today=DAY)
    assert state(us, row.id)[0] == "open", "it opened by itself: taking a word back ends nothing"


def test_nothing_opens_for_what_is_paid_not_due_or_within_the_unit(us):
    for columns in (
        {"paid": 120_000},
        {"paid": 119_901, "unit": 100},
        {"late_from": date(2026, 11, 23)},
        {"late_from": None},
        {"due": None},
        {"withdrawn": True},
        {"party": "village"},
        {"kind": "saved"},
    ):
        add_due(us, **({"late_from": date(2026, 11, 11), "year": 2025} | columns))
    assert overdue.renew(DAY)[0] == 0


def test_it_is_erased_with_its_claims(us, line):
    one = begin(us, Subject(line))
    purge_day = date(2031, 1, 1)
    from datetime import datetime

    from web.clock import SHANGHAI

    purge(datetime(2030, 12, 31, 1, tzinfo=SHANGHAI))
    assert dispute.find(us, one) is not None
    purge(datetime(purge_day.year, 1, 1, 1, tzinfo=SHANGHAI))
    assert dispute.find(us, one) is None
    assert not DisputeEntry.select().exists()
    assert Household.get_or_none(Household.id == household_id("652301100200-017")) is not None


def test_her_no_to_an_answer_goes_on_and_is_no_silence(us, line):
    one = begin(us, Subject(line))
    add(us, one, "answered", by=OFFICE, outcome="explained")
    assert begin(us, Subject(line), "less") == one
    assert state(us, one) == ("open", "mediate", "township")
    assert dispute.find(us, one).reason == "less"


def test_an_older_dispute_that_has_ended_keeps_no_late_payment_from_opening_its_own(us, line):
    one = begin(us, Subject(line), "wrong_share")
    assert overdue.renew(DAY)[0] == 0, "one is open already"
    add(us, one, "withdrawn")
    assert overdue.renew(DAY)[0] == 1
    assert overdue.renew(DAY)[0] == 0


def test_a_promise_that_was_not_kept_rises(us, line):
    overdue.renew(DAY)
    row = dispute.about(us, due=line)
    add(us, row.id, "answered", by=OFFICE, outcome="will_pay", amount=120_000, day_named=DAY)
    assert overdue.renew(DAY + timedelta(31)) == (0, 1, 0)
    assert state(us, row.id) == ("open", "answer", "county")
