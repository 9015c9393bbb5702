from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.watch.county import Book, duties, industry_share, percent
from rules.watch.facts import CountyYear, Parameters

UNSET = Parameters()
LATER = date(2027, 1, 1)
CODE = "652301"


def year(number, industry, total=100_000):
    return CountyYear(CODE, number, total, industry)


def found(*rows, day=LATER):
    return {each.code: each for each in industry_share(rows, UNSET, day)}


def test_seventy_per_cent_is_reached_and_one_part_in_a_hundred_thousand_less_is_not():
    assert found(year(2025, 70_000)) == {}
    below = found(year(2025, 69_999))["county.industry_share"]
    assert (below.subject, below.weight, below.article) == ("county:652301", "must", "4")
    assert below.gap == 1
    assert dict(below.params) == {
        "year": "2025",
        "share": "69.999",
        "total": "1000.00",
        "industry": "699.99",
    }


def test_the_gap_of_a_total_that_does_not_divide_is_the_next_whole_fen():
    assert found(year(2025, 0, total=11))["county.industry_share"].gap == 8


@pytest.mark.parametrize(("number", "judged"), [(2024, False), (2025, True), (2026, True)])
def test_the_target_is_of_2025_and_after(number, judged):
    assert ("county.industry_share" in found(year(number, 1))) is judged


def test_a_year_is_judged_when_it_is_over():
    assert found(year(2025, 1), day=date(2025, 12, 31)) == {}
    assert "county.industry_share" in found(year(2025, 1), day=date(2026, 1, 1))


@pytest.mark.parametrize("row", [CountyYear(CODE, 2025), year(2025, None), year(2025, 5, total=0)])
def test_an_unknown_share_is_a_note(row):
    assert percent(row) is None
    assert found(row)["county.share_unknown"].weight == "note"
    assert found(CountyYear(CODE, 2024)) == {}


@pytest.mark.parametrize(
    ("before", "after", "rising"),
    [(71_000, 71_001, True), (71_000, 71_000, False), (72, 71, False)],
)
def test_a_share_rises_if_it_is_more_than_the_year_before(before, after, rising):
    codes = found(year(2025, before), year(2026, after))
    assert ("county.share_not_rising" not in codes) is rising


def test_not_rising_is_advice_and_names_both_years():
    finding = found(year(2025, 80_000), year(2026, 75_000))["county.share_not_rising"]
    assert finding.weight == "advice"
    assert dict(finding.params) == {"year": "2026", "share": "75", "share_before": "80"}


def test_rising_is_asked_before_2025_too_and_from_the_rules_on():
    assert "county.share_not_rising" in found(year(2023, 50_000), year(2024, 50_000))
    assert found(year(2022, 50_000), year(2023, 50_000)) == {}


def test_all_of_it_in_industry_cannot_rise_and_a_gap_between_years_says_nothing():
    assert found(year(2025, 100_000), year(2026, 100_000)) == {}
    assert found(year(2022, 90_000), year(2024, 80_000)) == {}


@given(st.integers(1, 10**12), st.integers(1, 10**12), st.data())
def test_a_share_is_below_or_not_whatever_the_sums(total, other, data):
    industry = data.draw(st.integers(0, total))
    finding = found(CountyYear(CODE, 2025, total, industry)).get("county.industry_share")
    assert (finding is None) == (10 * industry >= 7 * total)
    if finding:
        assert 10 * (industry + finding.gap) >= 7 * total > 10 * (industry + finding.gap - 1)


def owed(book, day, parameters=UNSET):
    return [(each.code, dict(each.params).get("year")) for each in duties(book, parameters, day)]


def test_a_county_owes_rules_of_its_own_from_the_day_the_text_binds():
    assert owed(Book(CODE), date(2023, 12, 31)) == []
    assert owed(Book(CODE), date(2024, 1, 1)) == [("county.no_rules", None)]
    issued = Parameters(issued_on=date(2023, 5, 12))
    assert owed(Book(CODE), date(2023, 5, 11), issued) == []
    assert owed(Book(CODE), date(2023, 5, 12), issued) == [("county.no_rules", None)]


def test_its_rules_count_from_their_day():
    book = Book(CODE, rules_from=date(2024, 6, 1))
    assert owed(book, date(2024, 5, 31)) == [("county.no_rules", None)]
    assert owed(book, date(2024, 6, 1)) == []


def test_a_review_in_every_year_that_is_over():
    book = Book(CODE, date(2023, 1, 1), reviews=(date(2024, 12, 31), date(2026, 1, 1)))
    assert owed(book, date(2025, 12, 31)) == []
    assert owed(book, date(2026, 1, 1)) == [("county.no_review", "2025")]
    assert owed(book, date(2027, 1, 1)) == [("county.no_review", "2025")]


def test_a_review_that_lies_ahead_has_not_been_held():
    book = Book(CODE, date(2023, 1, 1), reviews=(date(2024, 6, 1), date(2025, 6, 1)))
    assert owed(book, date(2025, 1, 1)) == []
    assert owed(Book(CODE, date(2023, 1, 1)), date(2025, 1, 1)) == [("county.no_review", "2024")]
