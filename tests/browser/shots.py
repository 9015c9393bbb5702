"""Pictures of every page in both languages: `make shots` fills build/shots/.

<endpoint>-<language>.png, 360 wide and as long as the page; -elder at the elder size, -dark at
night, and -wide on the screen of staff. Fails when a page has no picture.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.phone import PHONE, launch, phone
from tests.browser.scene import SCENES, Scene, prepare
from tests.browser.server import ROOT, Site
from tests.browser.walk import Readers, endpoints, places

TARGET = ROOT / "build" / "shots"
WIDE = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class View:
    """One way to look at a page; `ending` is what its file's name ends with."""

    lang: str
    ending: str = ""
    look: dict[str, str] = field(default_factory=dict)
    screen: dict[str, int] = field(default_factory=lambda: PHONE)


PLAIN = (View("zh"), View("ug"))
BIG = (View("zh", "-elder", {"size": "elder"}), View("ug", "-elder", {"size": "elder"}))
DARK = (View("zh", "-dark", {"theme": "dark"}),)
ON_A_DESK = (View("zh", "-wide", screen=WIDE), View("ug", "-wide", screen=WIDE))
STAFF = ("cadre", "township", "county", "prefecture")


def views(role: str) -> tuple[View, ...]:
    """Return how a page of that reader is looked at."""
    return (*PLAIN, *BIG, *DARK, *(ON_A_DESK if role in STAFF else ()))


class Camera:
    """Takes the pictures of one site."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.browser, self.site = browser, site
        self.readers = Readers(site)

    def take(self, name: str, scene: Scene) -> None:
        """Take every view of a page."""
        for view in views(scene.role):
            cookies = self.readers.cookies(scene.role)
            with phone(
                self.browser,
                self.site,
                view.lang,
                cookies=cookies,
                look=view.look,
                viewport=view.screen,
                meant=("403", "404", "410"),
            ) as page:
                scene.play(page, self.site)
                self._press(page, view, TARGET / f"{name}-{view.lang}{view.ending}.png")

    def _press(self, page: Page, view: View, path: Path) -> None:
        # As tall as the page: what sticks to the top and the bottom stands at its ends.
        whole = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size(view.screen | {"height": max(view.screen["height"], whole)})
        page.screenshot(path=path)


def main(wanted: list[str]) -> int:
    """Take the pictures of all pages, or of those whose name begins as wanted."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.png") if not wanted else ():
        old.unlink()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Site(Path(folder))
        try:
            missing = take_all(launch(playwright), site, tuple(wanted))
        finally:
            site.stop()
    for name in missing:
        sys.stderr.write(f"No picture of {name}: no link leads there.\n")
    return 1 if missing else 0


def take_all(browser: Browser, site: Site, wanted: tuple[str, ...]) -> list[str]:
    """Take the pictures; return the pages that nobody reaches."""
    camera = Camera(browser, site)
    prepare(browser, camera.readers)
    plain = places(browser, camera.readers).items()
    found = {name: Scene(place.role, place.address) for name, place in plain} | SCENES
    for name, scene in found.items():
        if not wanted or name.startswith(wanted):
            sys.stdout.write(f"{name}\n")
            camera.take(name, scene)
    browser.close()
    return [name for name in endpoints() if name not in found]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
