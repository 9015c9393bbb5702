from datetime import date, timedelta
from uuid import UUID

import pytest

from rules import article, remedy
from rules.remedy import Actor, Case

DUE = date(2026, 3, 1)
OWNER, PROPOSER, OTHER = (UUID(int=number) for number in (1, 2, 3))
TOWN, COUNTY = "652301100", "652301"
CASE = Case("proposed", "county", DUE, owner=OWNER, proposer=PROPOSER, evidence=True)


def county(account=OTHER, department="财政局"):
    return Actor(account, "county", COUNTY, department)


def test_every_step_rests_on_words_of_the_text():
    assert {each.article for each in remedy.MEASURES.values()} == {"7", "16", "17"}
    assert all(article.contains(each) for each in remedy.MEASURES.values())


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("project.nominal", ("settle", "rectify")),
        ("project.idle", (*remedy.OF_IDLE, "rectify")),
        ("workshop.idle", (*remedy.OF_IDLE, *remedy.OF_WORKSHOP, "rectify")),
        ("project.underused", (*remedy.OF_IDLE, "rectify")),
        ("business.stopped", (*remedy.OF_IDLE, "rectify")),
        ("project.loss", ("rectify", *remedy.OF_TROUBLE)),
        ("business.trouble", ("rectify", *remedy.OF_TROUBLE)),
        ("payment.overdue", ("rectify",)),
        ("agreement.rate_below_lpr", ("rectify",)),
        ("household.no_measure", ()),
        ("share.no_area", ()),
    ],
)
def test_the_steps_that_the_text_names_for_a_finding(code, wanted):
    assert remedy.measures(code) == wanted
    assert remedy.is_offered(code) is bool(wanted)
    assert set(wanted) <= set(remedy.MEASURES)


def test_every_step_fits_some_finding():
    codes = ("project.nominal", "workshop.idle", "project.loss")
    assert {each for code in codes for each in remedy.measures(code)} == set(remedy.MEASURES)


@pytest.mark.parametrize(
    ("days", "late", "from_township", "from_county"),
    [
        (-1, 0, "township", "county"),
        (0, 0, "township", "county"),
        (1, 1, "county", "prefecture"),
        (30, 30, "county", "prefecture"),
        (31, 31, "prefecture", "prefecture"),
        (400, 400, "prefecture", "prefecture"),
    ],
)
def test_a_late_case_rises_the_next_day_and_again_after_a_month(
    days, late, from_township, from_county
):
    day = DUE + timedelta(days=days)
    assert remedy.overdue(DUE, day) == late
    assert remedy.level("township", DUE, day) == from_township
    assert remedy.level("county", DUE, day) == from_county


def test_the_due_day_follows_the_parameter_where_there_is_one():
    assert remedy.due_day(DUE, None) is None
    assert remedy.due_day(DUE, 0) == DUE
    assert remedy.due_day(DUE, 31) == date(2026, 4, 1)


@pytest.mark.parametrize(("days", "fault"), [(-1, "past"), (0, ""), (366, ""), (367, "far")])
def test_a_due_day_lies_ahead_and_within_a_year(days, fault):
    assert remedy.due_day_fault(DUE, DUE + timedelta(days=days)) == fault


def test_a_case_that_is_opened_anew_has_as_many_days_as_before():
    again = remedy.due_day_again(date(2026, 1, 1), date(2026, 1, 31), date(2026, 5, 10))
    assert again == date(2026, 6, 9)


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        ("open", {"progress", "proposed", "handed"}),
        ("proposed", {"progress", "refused", "closed", "handed"}),
        ("closed", {"reopened"}),
    ],
)
def test_what_can_be_done_depends_on_the_state(state, allowed):
    case = Case(state, "county", DUE, evidence=True)
    kinds = ("progress", "proposed", "refused", "closed", "reopened", "handed")
    found = {kind for kind in kinds if not remedy.obstacle(case, kind, county(), DUE)}
    assert found == allowed


def test_closing_is_proposed_only_with_evidence():
    case = Case("open", "county", DUE)
    assert remedy.obstacle(case, "proposed", county(), DUE) == "evidence"
    assert not remedy.obstacle(case, "progress", county(), DUE)


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        (county(OWNER), "owner"),
        (county(PROPOSER), "proposer"),
        (county(OTHER), ""),
        (Actor(OTHER, "township", TOWN), "level"),
    ],
)
def test_another_person_closes(actor, wanted):
    assert remedy.obstacle(CASE, "closed", actor, DUE) == wanted


@pytest.mark.parametrize(
    ("office", "actor", "wanted"),
    [
        ("财政局", county(), "owner"),
        ("农业农村局", county(), ""),
        (TOWN, Actor(OTHER, "township", TOWN), "owner"),
        ("652301101", Actor(OTHER, "township", TOWN), ""),
        (COUNTY, county(department=""), ""),
    ],
)
def test_nobody_of_the_office_that_has_it_closes_it(office, actor, wanted):
    case = Case("proposed", "township", DUE, office=office, proposer=PROPOSER, evidence=True)
    assert remedy.obstacle(case, "closed", actor, DUE) == wanted


@pytest.mark.parametrize("had", [(OTHER, ""), (None, "财政局")])
def test_nobody_who_had_it_before_closes_it(had):
    case = Case("proposed", "county", DUE, owner=OWNER, evidence=True, had=frozenset({had}))
    assert remedy.obstacle(case, "closed", county(OTHER), DUE) == "owner"
    assert remedy.obstacle(case, "closed", county(PROPOSER, "水利局"), DUE) == ""


def test_only_the_county_changes_who_has_it():
    case = Case("open", "township", DUE, owner=OWNER)
    assert remedy.obstacle(case, "handed", Actor(OWNER, "township", TOWN), DUE) == "county"


@pytest.mark.parametrize(
    ("first", "role", "late", "wanted"),
    [
        ("township", "township", 0, "township"),
        ("township", "county", 0, "county"),
        ("township", "county", 1, "township"),
        ("county", "township", 0, "county"),
        ("county", "township", 1, "county"),
    ],
)
def test_handing_over_never_turns_the_clock_back(first, role, late, wanted):
    case, day = Case("open", first, DUE), DUE + timedelta(days=late)
    after = remedy.first_after(case, role, day)
    assert after == wanted
    levels = [remedy.LEVELS.index(remedy.level(each, DUE, day)) for each in (first, after)]
    assert levels == sorted(levels)


def test_a_township_closes_its_own_until_the_due_day_and_not_after():
    case = Case("proposed", "township", DUE, owner=OWNER, proposer=PROPOSER, evidence=True)
    town = Actor(OTHER, "township", TOWN)
    assert remedy.obstacle(case, "closed", town, DUE) == ""
    assert remedy.obstacle(case, "closed", town, DUE + timedelta(days=1)) == "level"
    assert remedy.obstacle(case, "closed", county(), DUE + timedelta(days=1)) == ""


def test_a_case_is_opened_anew_only_while_its_finding_stands():
    case = Case("closed", "county", DUE, stands=False)
    assert remedy.obstacle(case, "reopened", county(), DUE) == "ended"


@pytest.mark.parametrize(
    ("state", "ended_on", "stands", "wanted"),
    [
        ("closed", DUE, True, True),
        ("closed", DUE, False, False),
        ("closed", None, True, False),
        ("open", DUE, True, False),
    ],
)
def test_a_finding_comes_back_if_its_end_was_seen(state, ended_on, stands, wanted):
    assert remedy.came_back(state, ended_on, stands=stands) is wanted
