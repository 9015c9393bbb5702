"""The explanation cards 政策卡: the policy in plain words, each with a number that is computed."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, current_app, g, send_file

from web import clock, example, explanation, fragments
from web.access import may
from web.language import spoken
from web.pages import explanation as pages
from web.words.explanation import GLOSSARY

blueprint = Blueprint("explanation", __name__)
RECORDED = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg"}


@blueprint.get("/explanation/<int:number>")
@may("anyone")
def show(number: int) -> Response:
    """Show a card: its question, three answers, a computed example, its articles, whom to ask."""
    card = _card(number)
    text = card.text(spoken())
    known = example.filled(text.example, example.values(number, clock.today()))
    voice = f"/explanation/{number}/voice" if _recording(number) else ""
    asked = example.ASKED.get(number)
    trial = f"/calculator?{asked}" if asked else ""
    terms = {str(word): str(meaning) for word, meaning in GLOSSARY}
    page = pages.build(card, pages.Told(text, known, terms, trial, voice))
    g.plays = bool(voice)
    return fragments.render("explanation/show.html", page=page)


@blueprint.get("/explanation/<int:number>/voice")
@may("anyone")
def voice(number: int) -> Response:
    """Play the recording of a card in the reader's language, where somebody has recorded one."""
    found = _recording(_card(number).number)
    if found is None:
        abort(404)
    return send_file(found, mimetype=RECORDED[found.suffix], conditional=True)


def _card(number: int) -> explanation.Card:
    if not 1 <= number <= len(explanation.CARDS):
        abort(404)
    return explanation.CARDS[number - 1]


def _recording(number: int) -> Path | None:
    """Return the file that was put into the folder `voice/<language>` beside the secrets."""
    folder = Path(current_app.config["INSTANCE"]) / "voice" / spoken()
    files = (folder / f"{number:02}{suffix}" for suffix in RECORDED)
    return next((file for file in files if file.is_file()), None)
