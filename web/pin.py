"""Asking a household for its PIN: at its card, and again before what cannot be undone."""

from __future__ import annotations

from typing import NamedTuple

from flask_babel import gettext as _

from models import card
from models.card import Card
from models.guess import Slot, give_back
from web import clock
from web.forms.pin import is_pin
from web.source import source


class Refusal(NamedTuple):
    """Why a PIN opens nothing, in the reader's language, and the answer's status."""

    text: str
    status: int


def refusal(found: Card, typed: str) -> Refusal | None:
    """Take one of today's guesses; return None where the PIN is right."""
    pin = card.digits(typed[:40])
    if not is_pin(pin):
        return Refusal(_("密码是6位数字。"), 422)
    slots = take(found)
    if isinstance(slots, Refusal):
        return slots
    if not card.pin_opens(found, pin):
        return Refusal(left(_("密码不对。"), slots[0].left), 422)
    forgive(slots)
    return None


def take(found: Card) -> tuple[Slot, Slot] | Refusal:
    """Take a guess at the card, for today, and one from where it comes, for this hour.

    The card's first, so that guesses at a card that takes no more use up nobody else's.
    """
    slot = card.take_guess(found, clock.today())
    if slot is None:
        return Refusal(_too_often(), 429)
    place = card.take_place(source(), clock.now())
    if place is None:
        give_back(slot)
        return Refusal(_too_many_here(), 429)
    return slot, place


def forgive(slots: tuple[Slot, Slot]) -> None:
    """Give both back: only wrong guesses count, however many share an address."""
    for slot in slots:
        give_back(slot)


def left(wrong: str, count: int) -> str:
    """Say what was wrong, and how many guesses are left today."""
    if not count:
        return _("%(wrong)s今天不能再试了，明天再来。", wrong=wrong)
    return _("%(wrong)s今天还能试%(n)s次。", wrong=wrong, n=count)


def _too_many_here() -> str:
    return _("这个网络里错的次数太多。请过一小时再试，或者关掉Wi-Fi，用手机流量再试。")


def _too_often() -> str:
    return _("今天错的次数太多，为了保护您家的钱，请明天再试。着急可以到乡镇换一张新户卡。")
