"""Sending a form with what a browser itself would hold back."""

from __future__ import annotations

from playwright.sync_api import Page


def send(page: Page, button: str = "main form button") -> None:
    """Send a button's form as a browser does that checks nothing, and wait for what is refused."""
    page.locator(button).first.evaluate("button => { button.form.noValidate = true }")
    page.click(button)
    page.wait_for_selector(".notice_wrong")
