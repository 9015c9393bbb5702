"""Every page in both languages: its direction, its width, its figures, what is tapped on it."""

from __future__ import annotations

import pytest

from tests.browser.measure import measure
from tests.browser.scene import SCENES, Scene
from tests.browser.walk import endpoints

PAGES = sorted({*endpoints(), *SCENES})
DIRECTIONS = {"zh": "ltr", "ug": "rtl"}
LETTERS = {"zh": 18, "ug": 20}


@pytest.fixture(
    scope="module", params=[(name, lang) for name in PAGES for lang in DIRECTIONS], ids="-".join
)
def found(request, kept_phone, site, readers, addresses):
    """What is wrong with one page in one language: it is opened once for all that is asked."""
    name, lang = request.param
    if name not in SCENES and name not in addresses:
        pytest.fail(f"no link leads to {name}")
    scene = SCENES.get(name) or Scene(addresses[name].role, addresses[name].address)
    with kept_phone.use(
        lang, cookies=readers.cookies(scene.role), meant=("403", "404", "410")
    ) as page:
        scene.play(page, site)
        return measure(page)


def test_a_page_says_its_language_and_its_direction(found):
    lang, direction = found["root"]
    assert direction == DIRECTIONS[lang]


def test_text_is_as_large_as_older_eyes_need(found):
    assert found["letters"] == LETTERS[found["root"][0]]


def test_the_title_in_the_browser_is_plain_text(found):
    assert found["title"]
    assert "<" not in found["title"]


def test_no_two_parts_of_a_page_have_one_name(found):
    assert found["twice"] == []


def test_the_privacy_notice_is_one_tap_away(found):
    assert found["notice"]


@pytest.mark.parametrize("how", ["at 320", "at 320, text doubled", "at large", "at elder"])
def test_nothing_sticks_out_sideways_or_stays_under_the_bar(found, how):
    assert found[how] == []


def test_the_digits_of_every_figure_stand_in_their_order(found):
    assert found["order"] == []


def test_no_sentence_is_torn_apart(found):
    assert found["parted"] == []


def test_what_is_tapped_is_as_large_as_a_finger(found):
    assert found["target"] == []


def test_a_main_action_is_as_large_as_a_thumb(found):
    assert found["action"] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(found, theme):
    assert found[theme] == []


def test_signs_that_point_along_the_reading_turn_with_it(found):
    assert found["mirror"] == []
