"""Every message is there in every language, well formed, with its review state."""

import re
from pathlib import Path

import pytest

from web import review
from web.words import orthography

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "locales").glob("*/LC_MESSAGES/messages.po"))
GOOD = [
    "ئۇيغۇرچە",
    "2023-يىلى 5-ئاينىڭ 12-كۈنى",
    "%(n)s ئائىلە، %(m)s كەنت",
    "سىز ئالدىڭىزمۇ؟",
    "50%تىن كۆپ",
]
BAD = [
    "کەنت",  # Persian kaf
    "یېزا",  # Persian yeh
    "كهنت",  # Arabic heh
    "ەلەم",  # a bare vowel
    "٣ كۈن",  # Arabic digits
    "ھەئە, ياق",  # a Latin comma
    "كۈن。",  # a Chinese full stop
    "مائش",  # hamza without a vowel
    "كۈن\u200f",  # an invisible mark
    "ﺎﻻ",  # presentation forms
    "كەنت 村",  # Chinese left over
]


@pytest.mark.parametrize("text", GOOD)
def test_good_uyghur_has_no_fault(text):
    assert not list(orthography.faults(text))


@pytest.mark.parametrize("text", BAD)
def test_broken_uyghur_is_found(text):
    assert list(orthography.faults(text))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_is_complete_and_well_formed(path):
    catalogue = review.read_catalogue(path)
    found = {
        message.id: faults
        for message in review.messages(catalogue)
        if (faults := list(orthography.pair_faults(message.id, message.string)))
    }
    assert not found
    assert not [message.id for message in catalogue if message.fuzzy and message.id]
    assert catalogue.num_plurals == 1


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_message_says_whether_a_native_reader_has_seen_it(path):
    catalogue = review.read_catalogue(path)
    for message in review.messages(catalogue):
        marks = [c for c in message.user_comments if c.startswith(review.MARK)]
        assert marks in ([f"{review.MARK}{s}"] for s in review.STATES), message.id


def test_there_is_a_uyghur_catalogue():
    assert [path.parts[-3] for path in CATALOGUES] == ["ug"]


def test_no_message_mixes_up_a_visit_with_an_inspection():
    for message in review.messages(review.read_catalogue(CATALOGUES[0])):
        assert not re.search("تەكشۈر|ئۆيگە كىرىش|تەربىيەلەش مەركىزى", message.string), message.id
