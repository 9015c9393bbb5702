from dataclasses import FrozenInstanceError, fields

import pytest

from rules.line import Line
from tests.rules.made import compute, share, terms


def test_lines_are_frozen():
    found = compute(terms(guaranteed_amount=1), share("H"))
    with pytest.raises(FrozenInstanceError):
        found.lines[0].paid = 5


def test_no_field_of_a_line_is_a_sentence():
    found = compute(terms(guaranteed_amount=1), share("H"))
    for field in fields(Line):
        value = getattr(found.lines[0], field.name)
        assert not isinstance(value, str) or " " not in value
