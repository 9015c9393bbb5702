"""A phone's browser that notes whatever should not happen while it is used."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

from tests.browser.canary import Marks
from tests.browser.server import Site

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
)
MOST_MILLISECONDS = 30_000  # a busy machine takes its time
PHONE = {"width": 360, "height": 740}
# What Chromium itself says of an answer that is meant: a form that is refused with its sentence.
MEANT = "the server responded with a status of 422"
WITHOUT_SCRIPT = {"java_script_enabled": False}

each_language = pytest.mark.parametrize("lang", ["zh", "ug"])
each_phone = pytest.mark.parametrize(
    ("lang", "settings"),
    [
        pytest.param(lang, settings, id=f"{lang}{' without script' if settings else ''}")
        for settings in ({}, WITHOUT_SCRIPT)
        for lang in ("zh", "ug")
    ],
)


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium, or the one that Playwright brings."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))


@dataclass
class Watch:
    """What went wrong on the pages of one phone."""

    base: str
    marks: Marks
    faults: list[str] = field(default_factory=list)
    meant: tuple[str, ...] = (MEANT,)

    def follow(self, context: BrowserContext) -> None:
        """Listen to everything that its pages ask for and say."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.base}/", "data:")):
            self.faults.append(f"outside: {request.url}")
        told = (request.url, request.headers.get("referer", ""))
        self.faults += [f"in an address: {each}" for each in self.marks.in_addresses(*told)]

    def _console(self, said: ConsoleMessage) -> None:
        meant = any(words in said.text for words in self.meant)
        if said.type in {"error", "warning"} and not meant:
            self.faults.append(f"console: {said.text}")


@contextmanager
def phone(
    browser: Browser,
    site: Site,
    lang: str = "zh",
    *,
    cookies: tuple[dict[str, str], ...] = (),
    look: dict[str, str] | None = None,
    meant: tuple[str, ...] = (),
    **settings: Any,
) -> Iterator[Page]:
    """Open a page on a phone of one's own; fail at the end if anything went wrong on it.

    `look`: the device's own choices, {"size": "elder", "theme": "dark"}. `settings` are those of
    Playwright's new_context.
    """
    kept = Phone(browser, site, **settings)
    try:
        with kept.use(lang, cookies=cookies, look=look, meant=meant) as page:
            yield page
    finally:
        kept.context.close()


class Phone:
    """A phone that many use in turn: none finds a cookie or an open page of the one before.

    What a browser keeps of stylesheets and scripts stays, as on anybody's own phone.
    """

    def __init__(self, browser: Browser, site: Site, **settings: Any) -> None:
        # A phone may be set to the other official hour of the region: the day is Beijing's anyway.
        given = {"viewport": PHONE, "base_url": site.base, "timezone_id": "Asia/Urumqi"}
        self.base, self.marks = site.base, site.marks
        self.new_context = lambda: browser.new_context(**(given | settings))
        self._begin()

    def _begin(self) -> None:
        self.context = self.new_context()
        self.context.set_default_timeout(MOST_MILLISECONDS)
        self.watch = Watch(self.base, self.marks)
        self.watch.follow(self.context)
        self.page = self.context.new_page()
        self.screen = self.page.viewport_size or PHONE

    @contextmanager
    def use(
        self,
        lang: str = "zh",
        *,
        cookies: tuple[dict[str, str], ...] = (),
        look: dict[str, str] | None = None,
        meant: tuple[str, ...] = (),
    ) -> Iterator[Page]:
        """Open a page; fail at the end if anything went wrong on it. See `phone`."""
        chosen = {"lang": lang} | (look or {})
        kept = [{"name": name, "value": value, "url": self.base} for name, value in chosen.items()]
        self.context.clear_cookies()
        self.context.add_cookies([*kept, *cookies])
        self.watch.meant, self.watch.faults = (MEANT, *meant), []
        try:
            yield self.page
            self._leave()
        except BaseException:  # a page that hangs or broke is nobody else's
            self.context.close()
            self._begin()
            raise
        assert not self.watch.faults, self.watch.faults

    def _leave(self) -> None:
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.page.goto("about:blank")
        self.page.set_viewport_size(self.screen)
