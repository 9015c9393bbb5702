from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from rules.article import contains
from rules.watch.family import Counts, Figure, families

NUMBERS = {field.name: number for number, field in enumerate(fields(Counts), 1)}


def test_there_are_three_families_in_the_order_of_the_article():
    found = families(Counts())
    assert [each.citation.phrase for each in found] == ["带得准", "带得稳", "带得久"]
    assert [each.name for each in found] == ["right", "steady", "lasting"]
    assert all(contains(each.citation) and each.citation.article == "3" for each in found)


def test_every_figure_has_a_name_of_its_own():
    figures = [figure for family in families(Counts()) for figure in family.figures]
    assert len(figures) == len({each.name for each in figures})


def test_every_count_but_the_years_is_used_once_as_a_part_or_a_base():
    figures = [figure for family in families(Counts(**NUMBERS)) for figure in family.figures]
    used = [number for each in figures for number in (each.part, each.whole)]
    assert sorted(used) == sorted(set(NUMBERS.values()) - {NUMBERS["years"]})


def test_a_figure_without_a_base_has_no_rate():
    assert Figure("in_time", 0, 0, "lines").rate is None
    assert {f.rate for family in families(Counts()) for f in family.figures} == {None}


def test_a_rate_is_never_rounded_up_to_the_whole():
    assert Figure("in_time", 999_999, 1_000_000, "lines").rate == 99_999
    assert Figure("in_time", 1_000_000, 1_000_000, "lines").rate == 100_000


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_rate_of_all_is_all_and_only_then(part, more):
    whole = part + more
    assert Figure("in_time", part, whole, "lines").rate < 100_000
    assert Figure("in_time", whole, whole, "lines").rate == 100_000


def test_money_is_said_to_be_money():
    (figure,) = [f for family in families(Counts()) for f in family.figures if f.money]
    assert figure.name == "received"
