"""What a business does on its own page, and a county with links and notices."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.server import Site
from tests.browser.taken import SUBMIT, taken


def new_link(page: Page, site: Site) -> None:
    """Ask twice for a link's sheet, not of the business whose page other pictures show."""
    page.goto("/business")
    ways = page.locator("tbody a[href^='/business/']")
    addresses = [ways.nth(place).get_attribute("href") or "" for place in range(ways.count())]
    other = next(each for each in addresses if not each.endswith(site.links[0].business))
    page.goto(f"{other}/link")
    taken(page)
    page.click(SUBMIT)
    page.wait_for_selector(".notice_waiting")


def replied(page: Page, site: Site) -> None:
    page.goto("/payer")
    page.click("a[href^='/reply/'] >> nth=0")
    page.wait_for_selector("details")
    if not page.locator("#reply").count():
        page.click("summary >> nth=2")
        page.click("details[open] .choice__row >> nth=0")
        page.fill("details[open] textarea", "县里登记的数和我们的账不一样，请再核一次。")
        page.click("details[open] button")
        page.wait_for_selector("#reply")


def refused_reply(page: Page, site: Site) -> None:
    page.goto("/payer")
    page.click("a[href^='/reply/'] >> nth=0")
    page.click("summary >> nth=0")
    page.fill("details[open] #pays_on", "2026-12-01")
    page.fill("details[open] #amount", "很多")
    page.click("details[open] button")
    page.wait_for_selector(".notice_wrong")


def told(page: Page, site: Site) -> None:
    page.goto("/business/notices")
    page.click("tbody a >> nth=0")
    page.fill("#given_on", "2026-01-01")
    page.click("form[action*='/notice/'] button")
    page.wait_for_selector(".field__error")
