"""Recorded words that a county supplies: which are there, and a sentence of them as one sound.

They lie in the folder `voice/<language>/number` beside the secrets. Nothing is read out by a
machine: without every recording that a sentence needs there is no sentence.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from web import mp3
from web.mp3 import Sound
from web.words.spoken import SPOKEN

FOLDER = "voice"


def file(folder: Path, lang: str, word: str) -> Path:
    """Return where the recording of a word is looked for; `folder` holds the secrets."""
    return folder / FOLDER / lang / "number" / f"{word}.mp3"


def has_any(folder: str | Path, lang: str) -> bool:
    """Say whether anything was recorded at all: asked by every household's home, so it is quick."""
    return os.path.isdir(f"{folder}/{FOLDER}/{lang}/number")  # noqa: PTH112 — a Path costs more


def sentence(folder: Path, lang: str, words: Iterable[str]) -> bytes | None:
    """Return the words as one mp3, or None where one is missing or they do not fit together."""
    sounds: list[Sound] = []
    for word in words:
        sound = mp3.load(file(folder, lang, word)) if word in SPOKEN[lang] else None
        if sound is None:
            return None
        sounds.append(sound)
    try:
        return mp3.join(sounds)
    except ValueError:
        return None


def missing(folder: Path, lang: str) -> list[tuple[Path, str, str]]:
    """Return what has to be recorded: the file, what is said, and what is wrong with the file.

    The form of the first recording is the one that all others must have.
    """
    found, form = [], None
    for word, said in SPOKEN[lang].items():
        path = file(folder, lang, word)
        sound = mp3.load(path)
        form = form or (sound.form if sound else None)
        if not path.is_file():
            found.append((path, said, "missing"))
        elif sound is None:
            found.append((path, said, "not an mp3"))
        elif sound.form != form:
            found.append((path, said, "of another rate or number of channels than the first"))
    return found
