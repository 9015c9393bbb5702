"""States of pages that no link leads to: something typed, sent, refused or done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.server import Site
from tests.browser.walk import card_path

Act = Callable[[Page, Site], None]


@dataclass(frozen=True)
class Scene:
    """What a reader does to see the page: she opens the address, and then acts."""

    role: str
    address: str = ""
    act: Act | None = None

    def play(self, page: Page, site: Site) -> None:
        """Bring the page into this state."""
        if self.address:
            page.goto(self.address)
        if self.act:
            self.act(page, site)


def wrong_pin(page: Page, site: Site) -> None:
    page.goto(card_path(site.cards[-1]))
    page.fill("#pin", "000001")
    page.click("main form button")


def weak_pin(page: Page, site: Site) -> None:
    page.goto(f"{card_path(site.cards[-1])}/start")
    page.fill("#code", "12345678")
    page.fill("#pin", "123456")
    page.fill("#again", "123457")
    page.click("main form button")


def second_step(page: Page, site: Site) -> None:
    county = site.account("county")
    page.goto("/signin")
    page.fill("#user", county.user)
    page.fill("#password", county.password)
    page.click("main form button")


def wrong_password(page: Page, site: Site) -> None:
    page.goto("/signin")
    page.fill("#user", "amina")
    page.fill("#password", "wrong")
    page.click("main form button")


# Name of the picture → what is done. A name that is an endpoint takes the place of the plain page.
SCENES: dict[str, Scene] = {
    "card.show+wrong": Scene("anyone", act=wrong_pin),
    "card.start+wrong": Scene("anyone", act=weak_pin),
    "error.show+404": Scene("anyone", "/nowhere"),
    "policy.index+found": Scene("anyone", "/policy?q=分红"),
    "policy.index+none": Scene("anyone", "/policy?q=小麦"),
    "signin.show+code": Scene("anyone", act=second_step),
    "signin.show+wrong": Scene("anyone", act=wrong_password),
    "setting.show+household": Scene("household", "/settings"),
    "setting.show+staff": Scene("cadre", "/settings"),
    "visit.index+township": Scene("township", "/visit"),
    "visit.new+ask": Scene("cadre", "/visit/new"),
    "visit.new+wrong": Scene("cadre", "/visit/new?card=12345678"),
}
