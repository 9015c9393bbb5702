from dataclasses import replace
from datetime import date

import pytest

from rules.watch.facts import Parameters, Village
from rules.watch.village import Link, no_business

DAY = date(2025, 6, 30)
GOOD = Village("652301100200", qualified=True)
LINK = Link("NC-1", date(2024, 7, 1), date(2027, 6, 30), "normal")
UNSET, THREE = Parameters(), Parameters(stable_years=3)


def test_a_village_with_the_conditions_needs_one_business():
    found = no_business(GOOD, [], UNSET, DAY)
    assert (found.code, found.subject) == ("village.no_business", "village:652301100200")
    assert (found.weight, found.article) == ("must", "4")
    assert dict(found.params) == {"links": "0", "years": "0"}
    assert no_business(GOOD, [LINK], UNSET, DAY) is None


def test_not_qualified_with_its_reason_is_no_finding_and_without_it_a_note():
    assert no_business(Village("V", qualified=False, reason="只有草场"), [], UNSET, DAY) is None
    for reason in (None, "", " "):
        found = no_business(Village("V", qualified=False, reason=reason), [], UNSET, DAY)
        assert (found.code, found.weight) == ("village.no_reason", "note")


def test_a_blank_is_a_note_whether_it_has_a_business_or_not():
    for links in ([], [LINK]):
        found = no_business(Village("V"), links, UNSET, DAY)
        assert (found.code, found.weight) == ("village.not_stated", "note")
        assert dict(found.params)["links"] == str(len(links))


@pytest.mark.parametrize(
    ("first", "last", "stands"),
    [
        (DAY, None, True),
        (date(2025, 7, 1), None, False),
        (date(2020, 1, 1), DAY, True),
        (date(2020, 1, 1), date(2025, 6, 29), False),
    ],
)
def test_a_link_stands_from_its_first_day_through_its_last(first, last, stands):
    found = no_business(GOOD, [Link("NC-1", first, last)], UNSET, DAY)
    assert (found is None) is stands


@pytest.mark.parametrize(
    ("condition", "counts"), [("idle", False), ("closed", False), ("loss", True)]
)
def test_a_business_that_does_not_run_links_nobody(condition, counts):
    found = no_business(GOOD, [replace(LINK, condition=condition)], UNSET, DAY)
    assert (found is None) is counts


def test_stable_is_what_the_county_says_to_the_day():
    assert no_business(GOOD, [LINK], THREE, DAY) is None
    found = no_business(GOOD, [replace(LINK, last=date(2027, 6, 29))], THREE, DAY)
    assert dict(found.params) == {"links": "1", "years": "3"}


def test_a_link_without_an_end_counts_what_it_has_lasted():
    link = Link("NC-1", date(2022, 7, 1))
    assert no_business(GOOD, [link], THREE, DAY) is None
    assert no_business(GOOD, [replace(link, first=date(2022, 7, 2))], THREE, DAY) is not None


def test_one_stable_link_among_others_is_enough():
    short = replace(LINK, last=date(2025, 12, 31))
    assert no_business(GOOD, [short, LINK], THREE, DAY) is None
