"""Somebody at a household's side, and a check's receipt: what they do to see the pages."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.server import Site
from tests.browser.walk import card_path

HELP = "button[name=assisted]"


def helped(page: Page, site: Site) -> None:
    """The first household gives its PIN on a phone that is not its own."""
    page.goto(card_path(site.cards[0]))
    page.fill("#pin", site.cards[0].pin)
    page.click(HELP)
    page.wait_for_url("**/household")


def helped_line(page: Page, site: Site) -> None:
    helped(page, site)
    page.locator("a[href^='/due/']").first.click()
    page.wait_for_selector("#line")


def helped_settings(page: Page, site: Site) -> None:
    helped(page, site)
    page.goto("/settings")


def helped_record(page: Page, site: Site) -> None:
    helped(page, site)
    page.goto("/held")


def next_household(page: Page, site: Site) -> None:
    helped(page, site)
    page.click(".helped__next")
    page.wait_for_url("**/next*")


def scanned(page: Page, site: Site) -> None:
    """A cadre types the short code of the first household's card."""
    typed_code(page, site.cards[0].short_code)
    page.wait_for_url("**/visit/check/*")


def no_card(page: Page, site: Site) -> None:
    typed_code(page, "12345678")
    page.wait_for_selector("#card-error")


def typed_code(page: Page, code: str) -> None:
    page.goto("/visit/new")
    page.fill("#card", code)
    page.click(".scan__form button")


def searched(page: Page, site: Site) -> None:
    """A cadre looks for households by a part of their numbers."""
    page.goto("/visit")
    page.fill("#q", "-00")
    page.click("#search button")
    page.wait_for_selector("button.pager__link")


def checked(page: Page, site: Site) -> None:
    """A cadre who is signed in checks a line of the first household."""
    scanned(page, site)
    line = page.locator(".asking__line").first
    if line.get_attribute("open") is None and line.locator("summary").count():
        line.locator("summary").click()
    line.locator("label:has(input[value=unsure])").click()
    page.locator("form.asking button.weui-btn_primary").click()
    page.wait_for_url("**/visit/done/*")


def spoken(page: Page, site: Site) -> str:
    """Return the receipt of a check that a cadre makes here and now; then signs out."""
    cadre = site.account("cadre")
    page.goto("/signin")
    page.fill("#user", cadre.user)
    page.fill("#password", cadre.password)
    page.click("main form button")
    page.wait_for_url("**/visit")
    checked(page, site)
    digits = page.inner_text(".receipt")
    page.goto("/settings")
    page.click("form[action='/signout'] button")
    return digits


def look_up(page: Page, code: str, digits: str) -> None:
    page.goto("/receipt")
    page.fill("#code", code)
    page.fill("#receipt", digits)
    page.click("main form button")


def found(page: Page, site: Site) -> None:
    look_up(page, site.cards[0].short_code, spoken(page, site))
    page.wait_for_selector(".facts")


def not_found(page: Page, site: Site) -> None:
    look_up(page, site.cards[-2].short_code, "0000")
    page.wait_for_selector(".field__error")


def of_card(page: Page, site: Site) -> None:
    page.goto(f"{card_path(site.cards[0])}/receipt")


def start_at_the_desk(page: Page, site: Site) -> None:
    page.goto(f"{card_path(site.cards[0])}/start")
