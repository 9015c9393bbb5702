"""Groups under five are hidden, and so is what would give them away."""

from itertools import product

import pytest

from web.pages.suppression import LEAST, few, hidden, telling


@pytest.mark.parametrize(("size", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_group_under_five_is_few_and_nobody_is_not(size, small):
    assert few(size) is small


@pytest.mark.parametrize(
    ("part", "whole", "tells"),
    [(0, 9, False), (9, 9, False), (4, 9, True), (5, 9, True), (5, 10, False)],
)
def test_a_part_tells_of_few_by_itself_or_by_what_is_left(part, whole, tells):
    assert telling(part, whole) is tells


def test_where_one_is_hidden_the_next_smallest_is_too():
    assert hidden([3, 20, 8]) == {0, 2}
    assert hidden([20, 8, 9]) == frozenset()
    assert hidden([0, 3]) == {1}


def test_what_is_hidden_is_together_no_small_group():
    assert hidden([1, 2, 30, 7]) == {0, 1, 3}


def test_what_is_hidden_for_another_reason_gives_nothing_away_either():
    assert hidden([0, 9, 20], {0}) == {0, 1}
    assert hidden([9, 8, 20], {0, 1}) == {0, 1}


def test_no_small_group_follows_from_the_sum_and_what_is_shown():
    for sizes in product(range(7), repeat=4):
        unsaid = hidden(sizes)
        assert all(n in unsaid for n, size in enumerate(sizes) if few(size))
        rest = sum(sizes[n] for n in unsaid)
        everyone = all(n in unsaid for n, size in enumerate(sizes) if size)
        assert not unsaid or everyone or (len(unsaid) > 1 and rest >= LEAST), sizes
