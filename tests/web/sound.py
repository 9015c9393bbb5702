"""Silent mp3 files, made of bytes."""

from __future__ import annotations

from pathlib import Path

from web.voice import file
from web.words.spoken import SPOKEN

# MPEG 1, layer 3, 64 kbit/s, 44100 Hz, mono; and the same of MPEG 2, 32 kbit/s, 22050 Hz.
FRAME = b"\xff\xfb\x50\xc0" + bytes(204)
SLOW = b"\xff\xf3\x40\xc0" + bytes(100)
TAG = b"ID3\x04\x00\x00\x00\x00\x00\x0a" + bytes(10)
LENGTH = b"\xff\xfb\x50\xc0" + bytes(17) + b"Info" + bytes(183)


def silent(frames: int = 2) -> bytes:
    """Return a file as a recorder writes it: a tag, a frame about its length, sound, a tag."""
    return TAG + LENGTH + FRAME * frames + b"TAG" + bytes(125)


def record(folder: Path, *langs: str) -> None:
    """Put a recording of each word where it is looked for; each is as long as its place."""
    for lang in langs:
        for n, word in enumerate(SPOKEN[lang]):
            path = file(folder, lang, word)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(silent(n + 1))
