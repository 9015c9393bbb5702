"""Rule 4: the card is the household's; without the PIN it opens nothing; staff never ask for it.

The PIN page and guesses: tests/web/test_card.py; slips: tests/web/test_slip.py.
"""

from __future__ import annotations

from base64 import b32decode
from uuid import uuid4

from bs4 import BeautifulSoup

from models import card, session
from models.answer import Answer
from models.card import Card
from models.dispute import Dispute
from models.visit import Visit
from tests.web import farm
from web.access import COOKIE

PIN_FIELDS = {"pin"}
BITS = 128


def test_no_card_and_no_visit_ever_and_everything_works(app, as_household, household):
    """Look-up, confirming and disputing need a sign-in, and neither a visit nor a card."""
    farm.farm()
    rent = farm.line_of(household, "rent", 2026).id
    assert as_household.get("/household").status_code == 200
    assert as_household.get(f"/due/{rent}").status_code == 200
    said = {"id": str(uuid4()), "answer": "confirmed"}
    assert as_household.post(f"/due/{rent}/answer", data=said).status_code < 400
    said = {"id": str(uuid4()), "answer": "disputed", "reason": "less"}
    assert as_household.post(f"/due/{rent}/answer", data=said).status_code < 400
    assert Answer.select().count() == 2
    assert Dispute.select().count() == 1
    assert not Visit.select().exists()
    assert not Card.select().exists()


def test_a_code_holds_128_bits_and_nothing_else(app, household, clock):
    token = card.token(card.issue(household, clock.moment.date()).id)
    raw = b32decode(token.upper() + "=" * (-len(token) % 8))
    assert len(raw) * 8 == BITS
    assert household.bytes not in raw
    assert token not in {str(value) for row in Card.select().tuples() for value in row}


def test_without_the_pin_a_card_opens_the_pin_page_alone(client, own_card, household):
    farm.farm()
    path = f"/c/{card.token(own_card.id)}"
    text = client.get(path).text
    assert "古丽娜尔" not in text
    assert farm.OURS not in text
    for inside in ("/household", "/held", "/check", "/household/dispute"):
        assert client.get(inside).status_code == 303, inside


def test_no_page_of_staff_asks_for_a_pin(pages):
    staff = [page for page in pages if page.reader in "VTCP"]
    assert len({page.endpoint for page in staff}) > 50
    for page in staff:
        fields = {each.get("name") for each in BeautifulSoup(page.text, "html.parser")("input")}
        assert not fields & PIN_FIELDS, page.endpoint


def test_a_pin_that_staff_type_opens_nothing(app, sign_in, own_card):
    path = f"/c/{card.token(own_card.id)}"
    for role in ("cadre", "township", "county"):
        client = sign_in(role)
        client.post(path, data={"pin": "402917"})
        assert client.get("/household").status_code == 404, role


def test_a_card_can_be_ended_and_replaced_at_any_time(app, household, clock):
    today = clock.moment.date()
    first = card.issue(household, today)
    old = card.token(first.id)
    second = card.issue(household, today)
    reader = app.test_client()
    assert reader.get(f"/c/{old}").status_code == 404
    assert reader.get(f"/c/{card.token(second.id)}").status_code == 200
    card.revoke(household, today)
    assert reader.get(f"/c/{card.token(second.id)}").status_code == 404
    reader.set_cookie(COOKIE, session.start_household(household, clock.moment))
    farm.farm()
    assert reader.get("/household").status_code == 200, "the card is optional"
