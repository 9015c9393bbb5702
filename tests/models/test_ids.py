"""Ids are the same on every machine, and the standard's."""

from uuid import uuid5

from hypothesis import given
from hypothesis import strategies as st

from models.ids import NAMESPACE, derive


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.integers() | st.dates()))
def test_a_derived_id_is_a_version_5_of_the_joined_parts(parts):
    assert derive(*parts) == uuid5(NAMESPACE, "\x1f".join(map(str, parts)))
