"""Who looks after a dispute: one account of the office where it stands, until it moves on."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from models import account, chain, dispute, dispute_handler, docket, overdue
from models.database import write
from models.dispute import Dispute, DisputeEntry
from models.dispute_handler import Held
from models.dispute_step import By, Refused, Subject
from models.docket import Wanted
from models.household import Household
from tests.models.at_once import at_once
from tests.models.conftest import run
from tests.models.test_dispute import DAY, add, begin
from tests.web.lines import VILLAGE, add_due, add_household

SCOPES = {"township": VILLAGE[:9], "county": VILLAGE[:6]}


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")


@pytest.fixture
def us() -> UUID:
    return add_household("652301100200-017")


@pytest.fixture
def line(us) -> UUID:
    return add_due(us, late_from=date(2026, 11, 11))


def somebody(name: str, role: str = "township") -> By:
    made = account.create(
        user=uuid4().hex, name=name, role=role, scope=SCOPES[role], password=None, today=DAY
    )
    return By(made.id, name, role)


def change(identity, kind, by, sent=None, alike=()):
    row = Dispute.get(Dispute.id == identity)
    dispute_handler.change([row, *alike], sent or uuid4(), kind, by, DAY)


def handler(identity) -> str:
    found = dispute_handler.of(Dispute.get(Dispute.id == identity))
    return found.name if found else ""


def handled() -> list[str]:
    rows = DisputeEntry.select().where(DisputeEntry.account.is_null(False))
    return [row.kind for row in rows.order_by(DisputeEntry.turn)]


def test_it_is_taken_once_however_often_it_is_sent_and_given_back(us, line):
    one, first, second = begin(us, Subject(line)), somebody("李明"), somebody("热娜")
    same = uuid4()
    for _ in range(3):
        change(one, "taken", first, same)
    assert (handler(one), handled()) == ("李明", ["taken"])
    assert dispute_handler.held(first.account) == Held(1, DAY + timedelta(7))
    for kind, why in (("taken", "held"), ("returned", "handler")):
        with pytest.raises(Refused, match=why):
            change(one, kind, second)
    with pytest.raises(Refused, match="different"):
        change(one, "taken", second, same)
    change(one, "returned", first)
    change(one, "taken", first, same)
    assert handler(one) == "", "what was sent before takes nothing anew"
    change(one, "taken", second)
    assert handled() == ["taken", "returned", "taken"]
    assert dispute_handler.held(first.account) == Held()
    assert not chain.verify().wrong


def test_of_many_at_once_exactly_one_has_it(us, line):
    one = begin(us, Subject(line))
    people = [somebody(f"乡干部{number}") for number in range(8)]

    def take(turn: int) -> str:
        try:
            change(one, "taken", people[turn])
        except Refused as why:
            return f"{why.code}: {handler(one)}"
        return handler(one)

    found = at_once(take, len(people))
    holder = handler(one)
    assert sorted(found) == sorted([holder, *[f"held: {holder}"] * 7])
    assert handled() == ["taken"]
    assert not chain.verify().wrong


def test_the_same_sent_many_times_at_once_is_one_entry(us, line):
    one, by, same = begin(us, Subject(line)), somebody("李明"), uuid4()
    at_once(lambda _: change(one, "taken", by, same), 8)
    assert (handler(one), handled()) == ("李明", ["taken"])


def test_only_the_office_where_it_stands_takes_it(us, line):
    one, county = begin(us, Subject(line)), somebody("王建国", "county")
    with pytest.raises(Refused, match="level"):
        change(one, "taken", county)
    overdue.renew(DAY + timedelta(8))
    with pytest.raises(Refused, match="level"):
        change(one, "taken", somebody("李明"))
    overdue.renew(DAY + timedelta(40))
    change(one, "taken", county)
    assert Dispute.get().level == "prefecture", "the county goes on with what has risen"
    assert handler(one) == "王建国"


def test_nobody_has_it_any_more_once_it_has_risen_or_ended(us, line):
    one, by = begin(us, Subject(line)), somebody("李明")
    change(one, "taken", by)
    add(us, one, "answered", by=by, outcome="explained")
    assert handler(one) == "李明", "the household's word is awaited"
    with pytest.raises(Refused, match="state"):
        change(one, "taken", somebody("热娜"))
    add(us, one, "unsettled")
    assert handler(one) == "李明", "the same office goes on"
    add(us, one, "answered", by=by, outcome="explained")
    add(us, one, "unsettled")
    assert (Dispute.get().level, Dispute.get().handler) == ("county", None)
    county = somebody("王建国", "county")
    change(one, "taken", county)
    add(us, one, "withdrawn")
    assert (Dispute.get().state, Dispute.get().handler) == ("closed", None)


def test_a_missed_day_takes_it_from_whoever_had_it(us, line):
    one, by = begin(us, Subject(line)), somebody("李明")
    change(one, "taken", by)
    overdue.renew(DAY + timedelta(8))
    assert Dispute.get(Dispute.id == one).handler is None


def test_it_limits_nobody(us, line):
    one = begin(us, Subject(line))
    change(one, "taken", somebody("李明"))
    add(us, one, "answered", by=somebody("热娜"), outcome="paid")
    assert dispute.find(us, one).state == "told"


def test_from_a_disabled_account_anybody_of_the_office_takes_it_over(us, line):
    one, first, second = begin(us, Subject(line)), somebody("李明"), somebody("热娜")
    change(one, "taken", first)
    account.disable(first.account)
    assert handler(one) == ""
    assert len(docket.listed(Wanted(*office(), mine="none"), DAY, 30)) == 1
    change(one, "taken", second)
    assert handler(one) == "热娜"


def office(role: str = "township") -> tuple[str, str]:
    return role, SCOPES[role]


def test_households_of_one_payment_are_taken_together_and_are_one_row(us, line):
    for number in ("652301100200-018", "652301100200-019"):
        add_due(add_household(number), late_from=date(2026, 11, 11))
    overdue.renew(DAY)
    (row,) = docket.listed(Wanted(*office()), DAY, 30)
    first, second = somebody("李明"), somebody("热娜")
    alike = docket.alike(Dispute.get(Dispute.id == row.id), *office())
    change(alike[0].id, "taken", second)
    change(row.id, "taken", first, alike=alike)
    rows = docket.listed(Wanted(*office()), DAY, 30)
    assert sorted((each.handler, each.households) for each in rows) == [("李明", 2), ("热娜", 1)]
    assert docket.count(Wanted(*office()), DAY) == 2
    own = docket.listed(Wanted(*office(), mine="own", account=first.account), DAY, 30)
    assert [each.households for each in own] == [2]
    assert docket.listed(Wanted(*office(), mine="none"), DAY, 30) == []
    change(
        row.id, "returned", first, alike=docket.alike(Dispute.get(Dispute.id == row.id), *office())
    )
    assert [handler(each.id) for each in alike].count("热娜") == 1
    (free,) = docket.listed(Wanted(*office(), mine="none"), DAY, 30)
    assert free.households == 2


@pytest.mark.parametrize(
    ("village", "keeps"), [("652301100201", "李明"), ("652301101200", ""), ("652302100200", "")]
)
def test_in_another_township_another_office_has_it(us, line, village, keeps):
    one = begin(us, Subject(line))
    change(one, "taken", somebody("李明"))
    Household.update(village=village).where(Household.id == us).execute()
    with write():
        dispute.follow([us])
    assert (Dispute.get().village, handler(one)) == (village, keeps)
