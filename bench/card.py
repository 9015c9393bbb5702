"""Wallet cards: how many a second, beside the stock drawing of codes; are all read back."""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from statistics import median
from typing import Any

import qrcode
from qrcode.constants import ERROR_CORRECT_Q
from qrcode.image.svg import SvgPathImage

from bench.form import timed
from bench.worn import texts
from web import create_app, finished, paper, qr, wallet
from web.language import DEFAULT, speak
from web.press import SIZES

BASE = "https://liannong.example"
CARDS, CODES = 5_000, 40
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
A_SECOND, TIMES = 100, 5
WEARS = ("", "turn", "blur", "smudge")


def measure(build: Path, given: argparse.Namespace) -> list[dict[str, Any]]:
    """Return cards a second of CPU, the drawing's ratio, and the parts that can be read."""
    dice = random.Random(7)
    cards = [
        wallet.Card(
            qr.card_address(BASE, "".join(dice.choices(LETTERS, k=26))),
            f"{dice.randrange(10**8):08}",
        )
        for _ in range(CARDS)
    ]
    app = create_app({"INSTANCE": str(build / "bench-card"), "DATABASE_URL": "sqlite://"})
    with app.app_context():
        speak(DEFAULT)
        paper.missing()  # looks for the fonts once
        made: list[bytes] = []
        seconds = timed(lambda: made.extend(parts(cards)))
        whole = finished.joined(made)
    return [
        {
            "what": f"{CARDS} cards as PDF, cards a second of one core",
            "ratio": round(CARDS / seconds, 1),
            "goal": A_SECOND,
        },
        drawn([card.address for card in cards[:CODES]], given.rounds),
        *(read(whole, cards, wear) for wear in WEARS),
    ]


def parts(cards: list[wallet.Card]) -> list[bytes]:
    """Return the cards as the product makes them: in parts, not yet read back."""
    size = SIZES["card"]
    return [
        wallet.laid_out(cards[start : start + size], BASE, 1 + start // wallet.CARDS_A_SHEET)
        for start in range(0, len(cards), size)
    ]


def drawn(addresses: list[str], rounds: int) -> dict[str, Any]:
    """Draw the same codes with the library's own SVG and with ours, in turn."""
    ratios = []
    for _ in range(rounds):
        stock = timed(lambda: [_stock(address) for address in addresses])
        ours = timed(lambda: [qr.svg(code) for code in qr.drawn_alike(addresses)])
        ratios.append(stock / ours)
    return {"what": "codes as SVG, beside qrcode", "ratio": round(median(ratios), 1), "goal": TIMES}


def _stock(address: str) -> bytes:
    made = qrcode.make(address, image_factory=SvgPathImage, error_correction=ERROR_CORRECT_Q)
    return made.to_string()


def read(pdf: bytes, cards: list[wallet.Card], wear: str) -> dict[str, Any]:
    """Return which part of the codes is read after some wear."""
    known = {card.address for card in cards}
    return {
        "what": f"codes read in 150 dpi{', ' + wear if wear else ''}",
        "ratio": len(known & set(texts(pdf, wear))) / len(known),
        "goal": 1,
    }
