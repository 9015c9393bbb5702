"""The clock on the office, and who can do what when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import dispute as rules
from rules.dispute import Case, Days

DAY = date(2026, 11, 23)
DAYS = Days()


def opened(about="payer") -> Case:
    return rules.opened(about, DAY, DAYS)


def told() -> Case:
    return rules.after(opened(), "answered", DAY, DAYS)


@pytest.mark.parametrize(
    ("reason", "check", "about", "level"),
    [
        ("not_received", False, "payer", "township"),
        ("wrong_result", True, "staff", "county"),
        ("other", True, "staff", "county"),
        ("staff", False, "staff", "county"),
        ("place", False, "payer", "township"),
        ("record", False, "record", "township"),
    ],
)
def test_who_answers_first(reason, check, about, level):
    who = rules.about(reason, check=check)
    assert (who, rules.opened(who, DAY, DAYS).level) == (about, level)


def test_income_is_the_county_s_alone_for_ever():
    who = rules.about("record", check=False, income=True)
    case = rules.opened(who, DAY, DAYS)
    assert (who, case.level) == ("income", "county")
    assert rules.hidden(rules.after(case, "answered", DAY, DAYS))


def test_every_reason_is_in_the_closed_list():
    lists = (rules.OF_LINE, rules.OF_CHECK, rules.OF_AGREEMENT, rules.OF_HOUSEHOLD)
    lists += (rules.OF_RECORD,)
    assert set(rules.REASONS) == {rules.OVERDUE}.union(*lists)


def test_the_last_day_is_not_late_and_the_next_is():
    case = opened()
    assert rules.late(case, case.due_on) == 0
    assert rules.late(case, case.due_on + timedelta(1)) == 1
    assert rules.due_move(case, case.due_on) == ""
    assert rules.due_move(case, case.due_on + timedelta(1)) == "raised"


def test_a_missed_day_raises_by_one_level_and_gives_the_stage_its_days_again():
    case, late = opened(), DAY + timedelta(8)
    risen = rules.after(case, "raised", late, DAYS)
    assert (risen.level, risen.stage, risen.due_on) == ("county", "answer", late + timedelta(7))
    again = rules.after(risen, "raised", late + timedelta(8), DAYS)
    assert again.level == "prefecture"
    assert rules.due_move(again, again.due_on + timedelta(1)) == "", "nobody stands above"


def test_only_the_household_ends_it_and_silence_is_silence():
    case = told()
    assert case.state == "told"
    assert case.due_on == DAY + timedelta(DAYS.silence)
    for role in ("township", "county"):
        assert rules.obstacle(case, "settled", role, DAY) == "level"
    assert rules.obstacle(case, "settled", "household", DAY) == ""
    assert rules.due_move(case, case.due_on + timedelta(1)) == "silent"


@pytest.mark.parametrize("word", ["partly", "unsettled"])
def test_what_is_not_settled_goes_a_stage_further(word):
    case = rules.after(told(), word, DAY, DAYS)
    assert (case.state, case.stage, case.level) == ("open", "mediate", "township")
    case = rules.after(rules.after(case, "answered", DAY, DAYS), word, DAY, DAYS)
    assert (case.stage, case.level) == ("settle", "county")
    case = rules.after(rules.after(case, "answered", DAY, DAYS), word, DAY, DAYS)
    assert case.stage == "settle", "the last stage stays"


def test_a_level_once_reached_is_not_lost():
    risen = rules.after(opened(), "raised", DAY, DAYS)
    again = rules.after(rules.after(risen, "answered", DAY, DAYS), "partly", DAY, DAYS)
    assert (again.stage, again.level) == ("mediate", "county")


def test_a_closed_one_can_be_opened_anew_by_the_household_alone():
    case = rules.after(told(), "settled", DAY, DAYS)
    assert case.state == "closed"
    assert rules.obstacle(case, "reopened", "county", DAY) == "level"
    assert rules.after(case, "reopened", DAY, DAYS).state == "open"


@pytest.mark.parametrize(
    ("level", "role", "why"),
    [
        ("township", "township", ""),
        ("township", "county", ""),
        ("township", "cadre", "level"),
        ("county", "township", "level"),
        ("prefecture", "county", ""),
        ("prefecture", "township", "level"),
    ],
)
def test_the_office_of_the_level_answers_and_the_county_always_may(level, role, why):
    case = Case("open", "answer", level, "payer", DAY)
    assert rules.obstacle(case, "answered", role, DAY) == why


def test_about_staff_only_the_county_sees_it_until_it_has_answered():
    case = opened("staff")
    assert rules.hidden(case)
    assert rules.obstacle(case, "answered", "township", DAY) == "level"
    for word in ("withdrawn", "reopened"):
        assert rules.hidden(rules.after(case, word, DAY, DAYS)), "no office has answered"
    assert not rules.hidden(rules.after(case, "answered", DAY, DAYS))


def test_an_answer_alone_does_not_end_what_is_owed_still():
    case = told()
    later = case.due_on + timedelta(1)
    assert rules.due_move(case, later, owed=True) == "raised"
    risen = rules.after(case, "raised", later, DAYS)
    assert (risen.state, risen.level) == ("open", "county")


def test_more_time_once_a_stage_in_time_and_no_longer_than_the_stage():
    case = opened()
    assert rules.longest(case, DAYS) == case.due_on + timedelta(DAYS.answer)
    longer = rules.after(case, "extended", DAY, DAYS, case.due_on + timedelta(3))
    assert longer.due_on == case.due_on + timedelta(3)
    assert rules.obstacle(longer, "extended", "township", DAY) == "once"
    late = case.due_on + timedelta(1)
    assert rules.obstacle(case, "extended", "township", late) == "late"
    assert not rules.after(longer, "raised", late, DAYS).extended, "the next level may ask again"


ROLES = st.sampled_from(("household", "township", "county", "cadre", "clock"))


@given(st.lists(st.tuples(st.sampled_from(rules.KINDS), ROLES, st.integers(0, 40)), max_size=30))
def test_whatever_happens_it_stays_in_the_lists_and_levels_only_rise(events):
    case, day = opened(), DAY
    for kind, role, wait in events:
        day += timedelta(wait)
        before = case
        if role == "clock":
            move = rules.due_move(case, day)
            case = rules.after(case, move, day, DAYS) if move else case
        elif kind in rules.OFFICE + rules.OWN and not rules.obstacle(case, kind, role, day):
            case = rules.after(case, kind, day, DAYS)
        assert case.state in rules.STATES
        assert rules.LEVELS.index(case.level) >= rules.LEVELS.index(before.level)
        assert rules.STAGES.index(case.stage) >= rules.STAGES.index(before.stage)
        closes = before.state != "closed" and case.state == "closed"
        assert not closes or role in {"household", "clock"}, "no office closes one"
