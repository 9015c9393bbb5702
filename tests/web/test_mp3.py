"""Recordings are joined frame by frame, without what speaks of one file alone."""

from __future__ import annotations

import os

import pytest

from tests.web.sound import FRAME, LENGTH, SLOW, TAG, silent
from web import mp3


def test_tags_and_the_length_of_a_file_are_left_out():
    assert mp3.read(silent(3)).frames == FRAME * 3
    assert mp3.read(FRAME * 2).frames == FRAME * 2
    assert mp3.read(TAG + FRAME + b"APETAGEX" + bytes(24)).frames == FRAME
    assert mp3.read(SLOW * 2).form == (2, 22050, True)
    padded = FRAME[:2] + b"\x52" + FRAME[3:] + b"\0"
    assert mp3.read(padded + FRAME).frames == padded + FRAME


def test_a_last_frame_that_was_cut_off_is_left_out():
    assert mp3.read(FRAME * 2 + FRAME[:50]).frames == FRAME * 2


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"ID3", TAG, LENGTH, b"RIFF" + bytes(400), b"<html>" * 99, FRAME[:100]),
        *(FRAME + SLOW, FRAME + b"nothing" * 9, b"\xff\xfb\xf0\xc0" + bytes(400)),
        *(b"\xff\xfb\x00\xc0" + bytes(400), b"\xff\xfb\x5c\xc0" + bytes(400)),
        *(b"\xff\xeb\x50\xc0" + bytes(400), b"\xff\xfd\x50\xc0" + bytes(400)),
    ],
)
def test_what_is_no_mp3_of_one_form_is_refused(data):
    with pytest.raises(ValueError, match="mp3"):
        mp3.read(data)


def test_only_sounds_of_one_form_are_joined():
    one, two = mp3.read(FRAME), mp3.read(silent(2))
    assert mp3.join([one, two]) == FRAME * 3
    assert mp3.read(mp3.join([one, two])).frames == FRAME * 3
    for others in ([one, mp3.read(SLOW)], []):
        with pytest.raises(ValueError, match="forms"):
            mp3.join(others)


def test_a_file_is_read_anew_when_it_has_changed(tmp_path):
    path = tmp_path / "1.mp3"
    assert mp3.load(path) is None
    path.write_bytes(silent(1))
    assert mp3.load(path).frames == FRAME
    path.write_bytes(silent(2))
    os.utime(path, (1, 1))
    assert mp3.load(path).frames == FRAME * 2
    path.write_bytes(b"no sound")
    assert mp3.load(path) is None
