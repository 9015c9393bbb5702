"""A file that a page gives: asked for with a click, and read."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SUBMIT = "main form button"


def taken(page: Page, button: str = SUBMIT) -> bytes:
    """Click and return the file that is downloaded."""
    with page.expect_download() as caught:
        page.click(button)
    return Path(caught.value.path()).read_bytes()
