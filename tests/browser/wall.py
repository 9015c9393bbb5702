"""What people do with a campaign: the county makes one, a reader answers below its poster."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import Page

from tests.browser.server import Site
from tests.browser.unchecked import send

CARDS = ("8", "12")
TITLE, LESSON = "保底和分红怎么拿", "保底和分红怎么讲"


def begin(page: Page, villages: int = 2) -> str:
    """Make a campaign with posters in some villages and return the address of the first."""
    page.goto("/campaign/new")
    page.fill("#title", TITLE)
    page.fill("#to_day", (date.today() + timedelta(days=30)).isoformat())
    for number in CARDS:
        page.check(f"input[name=card][value='{number}']")
    for n in range(villages):
        page.locator("input[name=village]").nth(n).check()
    page.click("main form button")
    page.wait_for_selector("#rate")
    return page.locator("a[href^='/q/']").first.get_attribute("href") or ""


def train(page: Page) -> None:
    """Make a training for the staff of all townships."""
    page.goto("/campaign/new?kind=training")
    page.fill("#title", LESSON)
    page.fill("#to_day", (date.today() + timedelta(days=30)).isoformat())
    for number in CARDS:
        page.check(f"input[name=card][value='{number}']")
    for each in page.locator("input[name=village]").all():
        each.check()
    page.click("main form button")
    page.wait_for_selector("#rate")


def trained(page: Page, site: Site) -> None:
    """See a training with its figures."""
    page.goto("/campaign")
    page.locator("main a[href^='/campaign/']", has_text=LESSON).last.click()
    page.wait_for_selector("#rate")


def learn(page: Page, site: Site) -> None:
    """Open the training that stands on the own home."""
    page.goto("/visit")
    page.click("a[href^='/q/']")
    page.wait_for_selector("a[href$='kind=land']")


def learnt(page: Page, site: Site) -> None:
    """Answer what is asked in a training."""
    learn(page, site)
    answer(page, page.url)


def answer(page: Page, poster: str, kind: str = "share", *, payer: int = 0) -> None:
    """Answer what is asked below a poster."""
    page.goto(poster)
    page.click(f"a[href$='kind={kind}']")
    chosen = {"payer": payer, "amount": 1, "day": 0, "floor": 0, "handout": 1}
    for name, n in chosen.items():
        page.locator(f"input[name={name}]").nth(n).check()
    page.click("main form button")
    page.wait_for_selector(".notice_done")


def refused(page: Page, site: Site) -> None:
    """Make a campaign of nothing."""
    page.goto("/campaign/new")
    send(page)


def asked(page: Page, site: Site) -> None:
    """See the questions, and what is said to none being answered."""
    page.goto("/campaign")
    page.locator("main a[href^='/campaign/']", has_text=TITLE).last.click()
    page.locator("a[href^='/q/']").first.click()
    page.click("a[href$='kind=land']")
    send(page)


def done(page: Page, site: Site) -> None:
    """See what is right."""
    page.goto("/campaign")
    page.locator("main a[href^='/campaign/']", has_text=TITLE).last.click()
    poster = page.locator("a[href^='/q/']").first.get_attribute("href") or ""
    answer(page, poster)
