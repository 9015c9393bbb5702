"""Every paper: figures stand in their order, fonts are in the file, no category is named."""

from __future__ import annotations

import pytest

from tests.web import glyphs
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
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    template, data = given[-1]
    assert template == f"{name}.typ"
    text, _ = glyphs.shown(answer.data)
    wanted, found = glyphs.tokens(data), glyphs.tokens(text)
    assert not {token: n for token, n in wanted.items() if found[token] < n}
    alone = glyphs.isolated(data)
    assert wanted or alone
    assert not {each for each in alone if each not in text.replace("\n", "")}
    file = tmp_path / "paper.pdf"
    file.write_bytes(answer.data)
    fonts = fonts_of(file)
    assert fonts
    assert all(fonts.values())
    assert name in OF_POLICY or not [word for word in CATEGORIES if word in text_of(file)]
    assert "ۇ" in str(data) or "ى" in str(data), "Uyghur is on it"
