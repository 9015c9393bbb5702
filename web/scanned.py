"""A card that staff scanned or whose short code they typed: whose it is, within their scope."""

from __future__ import annotations

from flask import Response, g
from flask_babel import gettext as _

from models import card, checklist
from models.card import Card
from web import fragments
from web.pages import visit as pages


def here(typed: str) -> Card | None:
    """Return the card; unknown, revoked and out of scope are all none."""
    found = card.by_token(typed) or card.by_short_code(typed)
    if found is None:
        return None
    village = checklist.village_of(found.household)
    return found if village and g.who.covers(village) else None


def address(found: Card) -> str:
    """Return where it is checked: the address names the card's id, which opens no card."""
    return f"/visit/check/{found.id}"


def ask(typed: str = "", wrong: str = "", status: int = 200) -> Response:
    """Ask for a card."""
    page = pages.New(card=typed, error=wrong)
    return fragments.render("visit/new.html", status=status, page=page)


def refuse(typed: str) -> Response:
    """Answer alike to a card that is unknown, revoked or another village's."""
    # An address is long and nobody types it; a short code is kept, to be corrected.
    kept = typed if len(typed) < card.TOKEN_LETTERS else ""
    wrong = _("这张户卡在这里不能用：可能抄错了、已经换了新卡，或者不是本村的。")
    return ask(kept, wrong, 404)
