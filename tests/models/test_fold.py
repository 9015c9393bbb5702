"""Searching a name finds it however the keyboard writes its letters."""

from __future__ import annotations

import pytest

from models import fold


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("نۇرگۈل ئەخمەتجان", "نۇرگۈل"),
        ("نۇرگۈل ئەخمەتجان", "ئهخمهتجان"),
        ("مېھرىگۈل قادىر", "قادير"),
        ("مېھرىگۈل قادىر", "قادیر"),
        ("كېرەم", "کېرەم"),
        ("阿卜杜热合曼·吐尔逊", "阿卜杜热合曼•吐尔逊"),
        ("阿卜杜热合曼·吐尔逊", "阿卜杜热合曼 · 吐"),
        ("Aygul Yusup", "aygul"),
        ("28207204-0012", "０００１２"[1:]),
        ("𬸚小明", "𬸚"),
        ("王建国", ""),
    ],
)
def test_one_name_in_many_spellings(name, typed):
    assert fold.holds(name, typed)


@pytest.mark.parametrize(("name", "typed"), [("王建国", "李"), ("Aygul", "aigul")])
def test_another_name_is_not_found(name, typed):
    assert not fold.holds(name, typed)


@pytest.mark.parametrize(
    "unseen", [*"\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202e\u2066"]
)
def test_what_nobody_sees_changes_no_search(unseen):
    assert fold.holds("买买提·艾力", f"买{unseen}买提{unseen}")
    assert fold.folded(f"{unseen}a{unseen}") == fold.folded("a")


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("每年不低于３．４５％的保底", "3.45%", "３．４５％"),
        ("保底 分红", "底分", "底 分"),
        ("保底分红", "\u200b分红 ", "分红"),
        ("保底分红", "租金", None),
        ("保底分红", "", None),
    ],
)
def test_the_place_of_what_was_typed_is_that_of_the_text_itself(text, typed, found):
    place = fold.find(text, typed)
    assert (None if place is None else text[slice(*place)]) == found
