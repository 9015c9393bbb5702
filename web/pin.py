"""Asking a household for its PIN: at its card, and again before what cannot be undone."""

from __future__ import annotations

from typing import NamedTuple

from flask_babel import gettext as _

from models import card
from models.card import Card
from models.guess import give_back
from web import clock
from web.forms.pin import is_pin


class Refusal(NamedTuple):
    """Why a PIN opens nothing, in the reader's language, and the answer's status."""

    text: str
    status: int


def refusal(found: Card, typed: str) -> Refusal | None:
    """Take one of the card's guesses of today; return None where the PIN is right."""
    pin = card.digits(typed[:40])
    if not is_pin(pin):
        return Refusal(_("密码是6位数字。"), 422)
    slot = card.take_guess(found, clock.today())
    if slot is None:
        return Refusal(too_often(), 429)
    if not card.pin_opens(found, pin):
        return Refusal(_left(slot.left), 422)
    give_back(slot)
    return None


def _left(count: int) -> str:
    if not count:
        return _("密码不对。今天不能再试了，明天再来。")
    return _("密码不对，今天还能试%(n)s次。", n=count)


def too_often() -> str:
    """Say that today's guesses are used up."""
    return _("今天错的次数太多，为了保护您家的钱，请明天再试。着急可以到乡镇换一张新户卡。")
