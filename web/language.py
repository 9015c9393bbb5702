"""The reader's language: chosen on the device, stored, counted and logged nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.support import NullTranslations, Translations
from flask import Flask, g, request
from flask_babel import Babel, refresh
from markupsafe import Markup, escape

from web import cookie

COOKIE = "lang"
COOKIE_DAYS = 365
DRAFT = "# review: draft"
# The language of this request, for what is asked for a hundred times a page: g is slow to reach.
_spoken: ContextVar[str] = ContextVar("language")


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

        self.known: dict[tuple[str, str], Markup] = {}

    def say(self, message: str, /, **values: Any) -> Markup:
        """Return `message` in the reader's language with its values, as templates write it: `_`.

        A page has fifty of them, so each is looked up once for a language.
        """
        place = (_spoken.get(), message)
        found = self.known.get(place)
        if found is None:
            text = self.gettext(message)
            found = self.known[place] = Markup(text if "%(" in message else text % {})  # noqa: S704
        if not values:
            return found
        safe = {n: v if type(v) is Markup else escape(v) for n, v in values.items()}
        return Markup(str.__mod__(found, safe))  # noqa: S704 — its values are escaped

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
    speak(asked())


def speak(code: str) -> None:
    """Answer in this language from here on."""
    g.lang, g.dir = code, LANGUAGES[code].direction
    _spoken.set(code)


def spoken() -> str:
    """Return the code of the language to answer in; only while a request is answered."""
    return _spoken.get()


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
    before = spoken()
    try:
        for language in LANGUAGES.values():
            speak(language.code)
            refresh()  # Flask-Babel keeps the language that it was first asked for
            yield language
    finally:
        speak(before)
        refresh()


def chosen() -> str:
    """Return the language of this request; outside one, the source's."""
    return g.get("lang", DEFAULT)
