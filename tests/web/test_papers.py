"""Every paper: figures stand in their order, fonts are in the file, no category is named."""

from __future__ import annotations

import pytest

from tests.web import glyphs, sharing
from tests.web.papers import CASES
from tests.web.printed import fonts_of, text_of
from web import paper

SHARED = "part"
CATEGORIES = ("脱贫户", "监测对象", "享受帮扶政策的家庭", "特别关心的家庭", "低收入")

OF_POLICY = {"review"}  # says what the articles ask for, in their words; no household is on it


@pytest.fixture
def signed_in(sign_in, as_household):
    """A function: a client of a member of staff, or of the household."""
    return lambda role: as_household if role == "household" else sign_in(role)


@pytest.fixture
def given(monkeypatch):
    """What the papers of this test were made of."""
    made, seen = paper.pdf, []

    def note(template, data):
        seen.append((template, data))
        return made(template, data)

    monkeypatch.setattr(paper, "pdf", note)
    return seen


def test_no_paper_is_forgotten():
    """A new template needs a case here; then all of this holds for it too."""
    assert CASES.keys() == {path.stem for path in paper.TEMPLATES.glob("*.typ")} - {SHARED}


@pytest.mark.parametrize("name", CASES)
def test_a_paper_is_in_order(name, signed_in, given, tmp_path):
    answer = CASES[name](signed_in)
    if not isinstance(answer, bytes):
        assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
        answer = answer.data
    template, data = given[-1]
    assert template == f"{name}.typ"
    text, _ = glyphs.shown(answer)
    assert glyphs.tokens(data) or glyphs.isolated(data)
    assert glyphs.torn(data, text) == set()
    file = tmp_path / "paper.pdf"
    file.write_bytes(answer)
    fonts = fonts_of(file)
    assert fonts
    assert all(fonts.values())
    assert name in OF_POLICY or not [word for word in CATEGORIES if word in text_of(file)]
    assert "ۇ" in str(data) or "ى" in str(data), "Uyghur is on it"


def test_what_nothing_isolates_is_found(signed_in, given, monkeypatch):
    """So the test above can fail."""
    monkeypatch.setattr(paper, "FIRST", "")
    monkeypatch.setattr(paper, "END", "")
    text, _ = glyphs.shown(CASES["posting"](signed_in).data)
    assert sharing.PHONE in glyphs.torn(given[-1][1], text)
