"""Recordings joined to one: an mp3 file is a row of frames, and frames of several play as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# Of a frame's head: versions 1, 2 and 2.5 of MPEG, only their layer 3.
VERSIONS = {3: 1, 2: 2, 0: 3}
SYNC, MASK, LAYER_3 = 0xFF, 0b11100110, 0b11100010  # eleven ones, and the layer below them
KBITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {1: (44100, 48000, 32000), 2: (22050, 24000, 16000), 3: (11025, 12000, 8000)}
MONO = 3
HEAD, TAG_HEAD, TAG_FOOT = 4, 10, 0x10
# A first frame with one of these holds no sound: it says how long the file alone was.
LENGTHS = (b"Xing", b"Info", b"VBRI")
LENGTH_WITHIN = 48
ENDS = (b"TAG", b"APETAGEX")
KEPT = 256  # recordings: all of both languages


@dataclass(frozen=True, slots=True)
class Sound:
    """The frames of a file, without its tags; only those of one `form` can be joined."""

    form: tuple[int, int, bool]
    frames: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """A frame's form, and its length in bytes with the head."""

    form: tuple[int, int, bool]
    length: int


def read(data: bytes) -> Sound:
    """Return the sound of an mp3 file. Raise ValueError where it is none, or of several forms."""
    at = _after_tag(data)
    start, form = at, None
    while at + HEAD <= len(data) and not data.startswith(ENDS, at):
        head = _head(data[at : at + HEAD])
        if form is not None and head.form != form:
            raise ValueError("an mp3 of several forms")
        if at + head.length > len(data):
            break
        if form is None and any(each in data[at : at + LENGTH_WITHIN] for each in LENGTHS):
            start = at + head.length
        form = head.form
        at += head.length
    if form is None or start >= at:
        raise ValueError("no mp3")
    return Sound(form, data[start:at])


def join(sounds: Iterable[Sound]) -> bytes:
    """Return several sounds as one file. Raise ValueError where their forms differ."""
    sounds = list(sounds)
    if len({sound.form for sound in sounds}) != 1:
        raise ValueError("mp3 files of different forms")
    return b"".join(sound.frames for sound in sounds)


def load(path: Path) -> Sound | None:
    """Return the sound of a file, or None where there is none that can be read."""
    try:
        found = path.stat()
        return _load(path, found.st_mtime_ns, found.st_size)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=KEPT)
def _load(path: Path, _changed: int, _size: int) -> Sound:
    return read(path.read_bytes())


def _after_tag(data: bytes) -> int:
    """Return where the first frame begins: after a tag ID3v2, seven bits a byte its length."""
    if not data.startswith(b"ID3") or len(data) < TAG_HEAD:
        return 0
    length = 0
    for byte in data[6:TAG_HEAD]:
        length = length << 7 | byte & 0x7F
    return TAG_HEAD + length + (TAG_HEAD if data[5] & TAG_FOOT else 0)


def _head(head: bytes) -> Head:
    if head[0] != SYNC or head[1] & MASK != LAYER_3:
        raise ValueError("no frame of an mp3")
    try:
        version = VERSIONS[head[1] >> 3 & 3]
        per_second = RATES[version][head[2] >> 2 & 3]
        kbits = KBITS[min(version, 2)][head[2] >> 4]
    except (KeyError, IndexError):
        raise ValueError("no frame of an mp3") from None
    if not kbits:
        raise ValueError("an mp3 of free rate")
    samples = 144 if version == 1 else 72  # an eighth of those in a frame
    length = samples * kbits * 1000 // per_second + (head[2] >> 1 & 1)
    return Head((version, per_second, head[3] >> 6 == MONO), length)
