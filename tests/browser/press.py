"""What people do to print a village's cards: ask, approve, make, hand over."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser.server import Site
from tests.browser.walk import Readers


def ask(page: Page, which: str = "all") -> str:
    """Ask for the township's cards that stand in no printing, and return its address."""
    page.goto("/printing/new")
    page.check(f"input[name=which][value={which}]")
    page.select_option("#place", index=1)
    page.click("#preview form button")
    page.wait_for_selector("form[action$='/withdraw']")
    return page.evaluate("location.pathname")


def approve(page: Page, address: str) -> None:
    """Approve it."""
    page.goto(address)
    page.locator("form[action$='/decide'] button").first.click()
    page.wait_for_url(f"**{address}")


def make(page: Page, address: str, paper: str = "card") -> None:
    """Make a paper and wait for it."""
    page.goto(address)
    page.click(f"form[action$='/{paper}/start'] button")
    page.wait_for_selector(f"a[href$='/{paper}/file']")


def begin(browser: Browser, readers: Readers) -> None:
    """Leave a printing that waits for the county, and one whose cards are made."""
    pages = {}
    for role in ("township", "county"):
        context = browser.new_context(base_url=readers.site.base)
        context.add_cookies([*readers.cookies(role)])
        pages[role] = context.new_page()
    pages["township"].goto("/printing")
    if not pages["township"].locator("main a.row").count():
        done = ask(pages["township"], "none")
        approve(pages["county"], done)
        make(pages["township"], done)
        ask(pages["township"])
    for page in pages.values():
        page.context.close()


def clear(page: Page) -> None:
    """End or take back every printing that is open."""
    for tone, way in (("waiting", "withdraw"), ("received", "close")):
        page.goto("/printing")
        if page.locator(f"main a.row:has(.tag_{tone})").count():
            _open(page, tone)
            page.click(f"form[action$='/{way}'] button")
            page.wait_for_load_state()


def asked(page: Page, site: Site) -> None:
    """See what waits for the county, and what is said to a refusal without a reason."""
    _open(page, "waiting")
    page.locator("form[action$='/decide'] button").last.click()
    page.wait_for_selector(".notice_wrong")


def made(page: Page, site: Site) -> None:
    """See a printing whose cards are made."""
    _open(page, "received")


def spoilt(page: Page, site: Site) -> None:
    """Ask for sheets that there are not."""
    _open(page, "received")
    page.fill("#from", "900")
    page.fill("#to", "1")
    page.click("form[action$='/sheet'] button")
    page.wait_for_selector(".notice_wrong")


def nobody(page: Page, site: Site) -> None:
    """Hand over to nobody."""
    _open(page, "received")
    page.click("a[href$='/handover']")
    page.click("main form button")
    page.wait_for_selector(".notice_wrong")


def preview(page: Page, site: Site) -> None:
    """See how many cards a village would have."""
    page.goto("/printing/new")
    page.select_option("#place", index=1)
    page.wait_for_selector("#preview .card")


def _open(page: Page, tone: str) -> None:
    page.goto("/printing")
    page.locator(f"main a.row:has(.tag_{tone})").first.click()
    page.wait_for_selector("main .card__head")
