"""What people do on the pages of projects and of remedy cases."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.server import Site
from tests.browser.unchecked import send


def open_case(page: Page) -> None:
    """Open a case from the first finding about a project that waits for its review."""
    page.goto("/finding")
    page.goto("/project?review=pending")
    page.locator("#found tbody a").first.click()
    page.locator("a[href^='/remedy/new']").first.click()
    page.locator("input[name=measure]").first.check()
    page.select_option("#owner", index=1)
    page.fill("#due_on", "2026-12-20")
    page.click("main form button")
    page.wait_for_selector(".trail")


def wrong_application(page: Page, site: Site) -> None:
    """Apply with a figure that is none and a telephone in the text."""
    page.goto("/project/new")
    page.fill("#fund_central", "很多")
    page.fill("#mechanism", "保底分红，联系电话 13812345678")
    send(page, "main form .weui-btn_primary")


def wrong_review(page: Page, site: Site) -> None:
    """Let a project in without a word."""
    page.goto("/project?review=pending")
    page.locator("#found tbody a").first.click()
    page.click("a[href$='/review']")
    send(page, "button[value=library]")


def wrong_progress(page: Page, site: Site) -> None:
    """Write a number of households in words."""
    page.goto("/remedy")
    page.locator("#found tbody a").first.click()
    page.fill("#households", "三户")
    send(page, "form.columns button")


def handover(page: Page, site: Site) -> None:
    """Let somebody else have a case without saying who and why."""
    page.goto("/remedy")
    page.locator("#found tbody a").first.click()
    page.locator("summary", has=page.locator("h2")).click()
    send(page, "form[action$='/owner'] button")
