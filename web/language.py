"""The reader's language: chosen on the device, stored, counted and logged nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.support import NullTranslations, Translations
from flask import Flask, g, request
from flask_babel import Babel
from markupsafe import Markup

from web import cookie

COOKIE = "lang"
COOKIE_DAYS = 365
DRAFT = "# review: draft"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the pages, with its own name."""

    code: str
    name: str
    direction: str


LANGUAGES = {
    "zh": Language("zh", "中文", "ltr"),
    "ug": Language("ug", "ئۇيغۇرچە", "rtl"),
}
DEFAULT = "zh"  # the language of the messages in the source


class Catalogue:
    """The messages of every language, read once; Chinese is the message itself."""

    def __init__(self, folder: Path) -> None:
        self.translations: dict[str, NullTranslations] = {
            code: Translations.load(folder, [code]) for code in LANGUAGES if code != DEFAULT
        }
        self.drafts = {code for code in self.translations if _has_drafts(folder, code)}

        self.known: dict[tuple[str, str, bool], Markup] = {}

    def say(self, message: str, /, **values: Any) -> Markup:
        """Return `message` in the reader's language with its values, as templates write it: `_`.

        A page has fifty of them, so each is looked up once for a language.
        """
        place = (g.lang, message, bool(values))
        found = self.known.get(place)
        if found is None:
            text = Markup(self.gettext(message))  # noqa: S704 — our own messages
            found = self.known[place] = text if values else text % {}
        return found % values if values else found

    def gettext(self, message: str) -> str:
        """Return `message` in the reader's language."""
        found = self.translations.get(g.get("lang", DEFAULT))
        return found.gettext(message) if found else message

    def ngettext(self, one: str, _many: str, _count: int) -> str:
        """Return the message for a count; neither language changes a noun after a number."""
        return self.gettext(one)


def _has_drafts(folder: Path, code: str) -> bool:
    path = folder / code / "LC_MESSAGES" / "messages.po"
    return path.exists() and DRAFT in path.read_text("utf-8")


def init(app: Flask) -> None:
    """Choose a language before each request and install the messages in the templates."""
    Babel(app, locale_selector=chosen)
    catalogue = Catalogue(Path(app.config["BABEL_TRANSLATION_DIRECTORIES"]))
    install: Callable[..., None] = app.jinja_env.install_gettext_callables  # type: ignore[attr-defined]
    install(catalogue.gettext, catalogue.ngettext, newstyle=True)
    app.jinja_env.globals["_"] = catalogue.say
    app.jinja_env.globals["LANGUAGES"] = tuple(LANGUAGES.values())
    app.jinja_env.globals["in_each_language"] = in_each
    app.jinja_env.globals["draft"] = lambda: g.lang in catalogue.drafts
    app.before_request(_choose)


def _choose() -> None:
    language = LANGUAGES[asked()]
    g.lang = language.code
    g.dir = language.direction


def asked() -> str:
    """Return the code of the language to answer in.

    `?lang=` holds for this page alone (a link on a poster); only the reader's own tap is kept.
    Both come from outside, so both pass the list of languages first.
    """
    for code in (request.args.get("lang"), cookie.read(COOKIE)):
        if code in LANGUAGES:
            return code
    return DEFAULT


def in_each() -> Iterator[Language]:
    """Go through the languages: what a template says meanwhile, it says in that one.

    What is printed is in both for everybody; nobody's paper shows which one a household reads.
    """
    before = g.lang, g.dir
    try:
        for language in LANGUAGES.values():
            g.lang, g.dir = language.code, language.direction
            yield language
    finally:
        g.lang, g.dir = before


def chosen() -> str:
    """Return the language of this request; outside one, the source's."""
    return g.get("lang", DEFAULT)
