"""A page takes in nothing from elsewhere; its own fonts, icons and sound still come."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from tests.browser.phone import each_language

ADDRESS = "/explanation/2"
LENGTH = """audio => new Promise((done, failed) => {
  audio.onloadedmetadata = () => done(audio.duration);
  audio.onerror = () => failed(new Error("no sound"));
  audio.load();
})"""
FONTS = """async () => {
  await document.fonts.ready;
  return [...document.fonts].map(font => font.status);
}"""
LOST = "() => [...document.images].filter(image => !image.naturalWidth).map(image => image.src)"


@pytest.fixture
def recording(site, lang):
    """A second of silence as the recording of a card."""
    folder = Path(site.folder) / "voice" / lang
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "02.mp3"
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8_000)
        sound.writeframes(bytes(16_000))
    yield
    file.unlink()


@each_language
def test_a_page_is_isolated_and_has_its_fonts_icons_and_sound(recording, open_phone, lang):
    page = open_phone(lang)
    page.goto(ADDRESS)
    assert page.evaluate("crossOriginIsolated")
    assert page.locator("audio").evaluate(LENGTH) == 1
    assert "error" not in page.evaluate(FONTS)
    assert page.evaluate(LOST) == []
