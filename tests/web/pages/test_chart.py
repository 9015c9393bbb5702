"""Drawings keep to their scale, and their pieces to their whole."""

from hypothesis import given
from hypothesis import strategies as st

from web.pages.chart import HIGH, WIDE, bars, lines, stack

PARTS = st.lists(st.integers(0, 10**12), min_size=3, max_size=3)


def test_the_longest_bar_is_the_whole_width_and_the_others_their_part():
    found = bars([("a", 50, {}), ("b", 200, {"tone": "overdue"}), ("c", 0, {})])
    assert [(each.width, each.tone) for each in found] == [
        (250, "plain"),
        (WIDE, "overdue"),
        (0, "plain"),
    ]


def test_bars_of_nothing_have_no_width():
    assert [each.width for each in bars([("a", 0, {})])] == [0]
    assert bars([]) == ()


@given(PARTS)
def test_pieces_lie_one_behind_the_other_and_fill_the_whole(parts):
    received, overdue, to_come = parts
    found = stack(received=received, overdue=overdue, to_come=to_come)
    at = 0
    for piece in found:
        assert piece.start == at
        at += piece.width
    assert at == (WIDE if any(parts) else 0)
    tones = [piece.tone for piece in found]
    assert tones == [
        tone for tone, part in zip(("received", "overdue", "to-come"), parts, strict=True) if part
    ]


def test_a_line_has_a_point_above_each_year_on_one_scale_with_the_others():
    due, received = lines(to_come=[100, 400], received=[100, 0])
    assert due.tone == "to-come"
    assert due.points == ((250, 75), (750, 0))
    assert received.points == ((250, 75), (750, HIGH))
    assert received.path == "250,75 750,100"
