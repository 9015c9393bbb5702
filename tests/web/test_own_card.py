"""A household ends its own card and takes everything out, each with its PIN alone."""

from __future__ import annotations

import json

import pytest

from models import card, session
from models.access import Access
from tests.web import farm
from web.access import COOKIE

PIN = "402917"


@pytest.fixture
def phone(own_card, as_household):
    """A signed-in phone of a household with lines and a card with a PIN."""
    farm.farm()
    return as_household


def test_its_card_ends_at_once_and_every_sign_in_with_it(phone, own_card, app, clock):
    other = app.test_client()
    other.set_cookie(COOKIE, session.start_household(own_card.household, clock.moment))
    assert phone.get("/household/card").status_code == 200
    answer = phone.post("/household/card", data={"pin": PIN})
    assert answer.status_code == 200
    assert "户卡已停用" in answer.text
    assert answer.headers["Clear-Site-Data"]
    assert phone.get("/household").status_code == 303
    assert other.get("/household").status_code == 303, "the second phone too"
    assert other.get(f"/c/{card.token(own_card.id)}").status_code == 404
    assert card.of_household(own_card.household) is None


@pytest.mark.parametrize("path", ["/household/card", "/held/file"])
def test_a_wrong_pin_does_nothing_and_counts_as_a_guess(phone, path):
    for left in (4, 3, 2, 1):
        answer = phone.post(path, data={"pin": "111222"})
        assert answer.status_code == 422
        assert str(left) in answer.text
    assert phone.post(path, data={"pin": "12"}).status_code == 422
    assert phone.post(path, data={"pin": "111222"}).status_code == 422
    assert phone.post(path, data={"pin": PIN}).status_code == 429, "also the right one, today"
    assert phone.get("/household/card").status_code == 200


def test_everything_is_one_file_without_secrets(phone, own_card, clock):
    answer = phone.post("/held/file", data={"pin": PIN})
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    found = json.loads(answer.data)
    assert found["day"] == clock.moment.date().isoformat()
    assert found["tables"]["due"]
    assert found["tables"]["household"][0]["number"] == farm.OURS
    text = answer.get_data(as_text=True)
    assert card.of_household(own_card.household).pin_hash not in text
    assert farm.THEIRS not in text
    assert not Access.select().exists(), "looking at what is one's own is no opening"


def test_without_a_card_there_is_nothing_to_end(as_household):
    assert as_household.get("/household/card").status_code == 404
    assert as_household.post("/held/file", data={"pin": PIN}).status_code == 404
