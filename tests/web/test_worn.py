"""A card is read when it is turned, out of focus or dirty; and not when it is worse than that."""

from __future__ import annotations

import pytest

from bench import worn
from web import qr, wallet
from web.language import DEFAULT, speak

BASE = "https://liannong.example"


@pytest.fixture(scope="module")
def cards():
    return [
        wallet.Card(qr.card_address(BASE, f"{n:02}" * 13), f"{n:08}")
        for n in range(wallet.CARDS_A_SHEET * 4)
    ]


@pytest.fixture
def pdf(app, cards):
    with app.app_context():
        speak(DEFAULT)
        return wallet.cards(cards, BASE)


@pytest.mark.parametrize("wear", ["", "turn", "blur", "smudge"])
def test_every_code_is_read(pdf, cards, wear):
    assert sorted(worn.texts(pdf, wear)) == sorted(card.address for card in cards)


def test_a_larger_spot_hides_a_code(pdf, monkeypatch):
    monkeypatch.setattr(worn, "SMUDGE", 0.4)
    assert worn.texts(pdf, "smudge") == []


def test_what_is_far_out_of_focus_is_not_read(pdf, monkeypatch):
    monkeypatch.setattr(worn, "BLURS", 400)
    assert worn.texts(pdf, "blur") == []
