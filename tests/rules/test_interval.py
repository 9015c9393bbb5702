"""Wilson's interval against values of the literature (Newcombe 1998, Statistics in Medicine 17)."""

import pytest

from rules.interval import wilson


@pytest.mark.parametrize(
    ("part", "size", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (10, 20, 0.2993, 0.7007),
        (20, 20, 0.8389, 1.0),
    ],
)
def test_the_bounds_are_the_known_ones(part, size, low, high):
    found = wilson(part, size)
    assert -0.001 < found.low / 100_000 - low <= 0.00005
    assert -0.00005 <= found.high / 100_000 - high < 0.001


def test_the_share_lies_between_its_bounds_and_mirrors():
    for size in range(1, 60):
        for part in range(size + 1):
            found, other = wilson(part, size), wilson(size - part, size)
            assert 0 <= found.low <= found.share <= found.high <= 100_000
            assert found.low + other.high == 100_000


def test_nobody_asked_has_no_share():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(("part", "size"), [(3, 2), (-1, 5)])
def test_a_part_is_a_part(part, size):
    with pytest.raises(ValueError, match="interval"):
        wilson(part, size)
