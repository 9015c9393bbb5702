"""Cases and steps on both kinds of database: once, in turn, closed by another, opened anew."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from models import caseload, remedy
from models.caseload import Counts, Effect, Wanted
from models.finding import Finding
from models.ids import random_id
from models.remedy import By, Order, Refused, Remedy, RemedyEntry
from models.retention import purge
from rules.remedy import Actor
from tests.models.at_once import at_once
from tests.models.conftest import run

TODAY = date(2026, 11, 23)
DUE = date(2026, 12, 20)
TOWN = "652301100"
OWNER = By(Actor(UUID(int=1), "township", TOWN), "阿依古丽·买买提")
COUNTY = By(Actor(UUID(int=2), "county", TOWN[:6], "农业农村局"), "王建国")
OTHER = By(Actor(UUID(int=3), "county", TOWN[:6], "财政局"), "李明")
PAPER = {"evidence": "voucher", "evidence_number": "PZ-2026-7"}


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")


def found(code="payment.overdue", **columns):
    """Put a finding into the table and return its id."""
    given = {
        "county": TOWN[:6],
        "place": TOWN + "200",
        "article": "12",
        "weight": "must",
        "actor": "business",
        "subject_kind": "agreement",
        "subject_number": "XY-1",
        "agreement": "XY-1",
        "business": "NC-1",
        "params": "[]",
        "since": TODAY,
    }
    return Finding.create(id=random_id(), code=code, **(given | columns)).id


def begin(finding=None, **change):
    given = {"id": uuid4(), "finding": finding or found(), "measures": ("rectify",)}
    given |= {"first": "township", "due_on": DUE, "owner": OWNER.actor.account}
    asked = Order(**(given | change))
    return remedy.begin(asked, OWNER, TODAY)


def add(case, kind, by=OWNER, day=TODAY, **said):
    remedy.add(case, said.pop("id", uuid4()), kind, by, day, **said)


def kinds(case):
    return [each.kind for each in remedy.entries(case)]


def refused(case, kind, by=OWNER, day=TODAY):
    with pytest.raises(Refused) as why:
        add(case, kind, by, day)
    return why.value.code


def test_the_whole_walk_of_a_case():
    finding = found()
    case = begin(finding)
    assert remedy.of_finding(finding).id == case
    add(case, "progress", measure="rectify", progress="begun")
    assert refused(case, "proposed") == "evidence"
    add(case, "progress", progress="done", effect="paid", households=7, amount=840_000, **PAPER)
    add(case, "proposed")
    assert refused(case, "closed") == "owner"
    add(case, "closed", COUNTY)
    assert remedy.find(case).closed_on == TODAY
    Finding.update(ended_on=TODAY).where(Finding.id == finding).execute()
    assert caseload.renew(TODAY) == (0, 0)
    assert remedy.find(case).ended_on == TODAY
    Finding.update(ended_on=None).where(Finding.id == finding).execute()
    day = TODAY + timedelta(days=100)
    assert caseload.renew(day) == (0, 1)
    again = remedy.find(case)
    assert (again.state, again.due_on, again.closed_on) == ("open", day + (DUE - TODAY), None)
    assert refused(case, "proposed", day=day) == "evidence"  # the old paper counts no more
    assert kinds(case) == [
        *("opened", "progress", "progress", "proposed", "closed", "reopened"),
    ]
    assert remedy.entries(case)[-1].account is None


def test_an_opening_is_stored_once_and_a_finding_has_one_case():
    finding, key = found(), uuid4()
    for _ in range(2):
        assert begin(finding, id=key) == key
    assert kinds(key) == ["opened"]
    with pytest.raises(Refused, match="taken"):
        begin(finding)
    with pytest.raises(Refused, match="different"):
        begin(found(), id=key)


@pytest.mark.parametrize(
    ("columns", "change", "code"),
    [
        ({"code": "household.no_measure"}, {}, "finding"),
        ({"code": "share.no_area"}, {}, "finding"),
        ({"ended_on": TODAY}, {}, "ended"),
        ({}, {"measures": ()}, "measure"),
        ({}, {"measures": ("mortgage",)}, "measure"),
        ({}, {"due_on": TODAY - timedelta(days=1)}, "past"),
        ({}, {"due_on": TODAY + timedelta(days=367)}, "far"),
        ({}, {"owner": None}, "nobody"),
        ({}, {"office": TOWN}, "nobody"),
    ],
)
def test_what_the_rules_do_not_offer_is_not_opened(columns, change, code):
    with pytest.raises(Refused, match=code):
        begin(found(**columns), **change)
    assert not Remedy.select().exists()


def test_an_entry_is_stored_once_and_its_id_belongs_to_it():
    case, key = begin(), uuid4()
    for _ in range(2):
        add(case, "progress", id=key, progress="begun")
    assert kinds(case) == ["opened", "progress"]
    with pytest.raises(Refused, match="different"):
        add(case, "progress", COUNTY, id=key, progress="begun")


def test_there_is_no_case_without_its_finding():
    with pytest.raises(Refused, match="finding"):
        begin(UUID(int=9))


def test_a_case_is_closed_once_however_many_close_it_at_once():
    case = begin()
    add(case, "progress", progress="done", **PAPER)
    add(case, "proposed")

    def close(turn):
        by = By(Actor(UUID(int=100 + turn), "county", TOWN[:6], "财政局"), "某人")
        try:
            add(case, "closed", by)
        except Refused as why:
            return why.code
        return "closed"

    assert sorted(at_once(close)) == ["closed", *["state"] * 5]
    assert kinds(case).count("closed") == 1


def test_an_entry_sent_many_times_at_once_is_stored_once():
    case, key = begin(), uuid4()
    at_once(lambda _: add(case, "progress", id=key, progress="begun"))
    assert kinds(case) == ["opened", "progress"]


def test_a_late_case_rises_once_a_level_and_a_closed_one_does_not():
    case, closed = begin(), begin()
    add(closed, "progress", progress="done", **PAPER)
    add(closed, "proposed")
    add(closed, "closed", COUNTY)
    steps = [(0, 0, "township"), (1, 1, "county"), (30, 0, "county"), (31, 1, "prefecture")]
    for late, raised, level in steps:
        for count in (raised, 0):
            assert caseload.renew(DUE + timedelta(days=late)) == (count, 0)
        assert remedy.find(case).level == level
    assert kinds(case) == ["opened", "raised", "raised"]
    assert [each.level for each in remedy.entries(case)[1:]] == ["county", "prefecture"]


def test_the_daily_command_raises_what_is_late(app, clock):
    case = begin(due_on=TODAY)
    clock.forward(days=1)
    assert "1 remedy cases raised, 0 opened anew" in run(app, "daily")
    assert "0 remedy cases raised" in run(app, "daily")
    assert remedy.find(case).level == "county"


def test_a_township_does_not_close_what_has_risen():
    case = begin()
    add(case, "progress", progress="done", **PAPER)
    add(case, "proposed")
    neighbour = By(Actor(UUID(int=8), "township", TOWN), "某人")
    assert refused(case, "closed", neighbour, DUE + timedelta(days=1)) == "level"
    assert refused(case, "reopened", COUNTY) == "state"


def test_a_closed_case_is_opened_anew_only_while_the_finding_stands():
    finding = found()
    case = begin(finding)
    add(case, "progress", progress="done", **PAPER)
    add(case, "proposed")
    add(case, "closed", COUNTY)
    add(case, "reopened", OTHER)
    assert remedy.find(case).state == "open"
    Finding.update(ended_on=TODAY).where(Finding.id == finding).execute()
    add(case, "progress", progress="done", **PAPER)
    add(case, "proposed")
    add(case, "closed", COUNTY)
    assert refused(case, "reopened", OTHER) == "ended"


@pytest.fixture
def four():
    """Two cases of a township, one of its neighbour, one of another county."""
    return [
        begin(due_on=TODAY),
        begin(owner=None, office="财政局"),
        begin(found(place="652301101200")),
        begin(found(county="652302", place="652302001001")),
    ]


def test_the_list_is_narrowed(four):
    first, second, third, elsewhere = four

    def seen(**wanted):
        day = TODAY + timedelta(days=5)
        return [each.id for each in caseload.listed(Wanted(**wanted), day, 10)]

    assert seen(scope=TOWN) == [first, second]
    assert set(seen(scope=TOWN[:6])) == {first, second, third}
    assert seen(scope=TOWN, mine=OTHER.actor) == [second]
    assert seen(scope=TOWN[:6], mine=COUNTY.actor) == []
    assert seen(scope=TOWN[:6], late=4) == [first]
    assert seen(scope=TOWN[:6], late=5) == []
    assert set(seen(scope="6523", business="NC-1")) == {first, second, third, elsewhere}
    assert seen(scope="6523", business="NC") == []
    add(first, "progress", progress="done", **PAPER)
    add(first, "proposed")
    add(first, "closed", COUNTY)
    assert seen(scope=TOWN) == [second]
    assert seen(scope=TOWN, states=()) == [second, first]


def test_what_is_counted_for_the_year(four):
    first = four[0]
    add(first, "progress", progress="done", effect="paid", households=3, amount=100, **PAPER)
    add(first, "progress", progress="done", effect="paid", households=2)
    add(first, "proposed")
    add(first, "closed", COUNTY)
    late = DUE + timedelta(days=31)
    assert caseload.counts("6523", late) == {
        "652301": Counts(open=2, overdue=2, risen=2, closed=0),
        "652302": Counts(open=1, overdue=1, risen=1, closed=0),
    }
    assert caseload.counts(TOWN, TODAY) == {"652301": Counts(1, 0, 0, 1)}
    assert caseload.closed_in(TOWN[:6], 2026) == 1
    assert caseload.closed_in(TOWN[:6], 2025) == 0
    assert caseload.effects("6523", 2026) == [Effect("paid", 1, 5, 100)]
    assert caseload.effects("6523", 2025) == []


def test_a_closed_case_goes_after_three_years(clock):
    case, kept = begin(), begin()
    add(case, "progress", progress="done", **PAPER)
    add(case, "proposed")
    add(case, "closed", COUNTY)
    clock.forward(days=3 * 365 - 30)
    assert not purge(clock.moment)["remedy"]
    clock.forward(days=60)
    assert purge(clock.moment)["remedy"] == 1
    assert {each.remedy for each in RemedyEntry.select()} == {kept}
