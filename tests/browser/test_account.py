"""Giving a secret again on the way to an export and to a slip, with a script and without."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.browser.phone import each_phone
from tests.browser.taken import SUBMIT, taken


@pytest.fixture
def grown_old(site):
    """A function: grown_old() lets every sign-in have been proved long ago."""

    def let() -> None:
        path = site.environment["DATABASE_URL"].removeprefix("sqlite:///")
        with closing(sqlite3.connect(path)) as opened, opened:
            opened.execute("UPDATE session SET proved = 0")

    return let


@each_phone
def test_an_export_asks_once_and_then_comes(open_phone, site, grown_old, lang, settings):
    county = site.account("county")
    meant = ("status of 403",)
    page = open_phone(lang, cookies=(site.cookie(county),), meant=meant, **settings)
    page.goto("/ledger")
    grown_old()
    page.click("a[href='/ledger/export']")
    page.check("input[value=export_check]", force=True)
    page.click(SUBMIT)
    page.fill("#proof_password", county.password)
    with page.expect_download() as caught:
        page.click("main form button")
    assert caught.value.suggested_filename.endswith(".xlsx")


@each_phone
def test_a_slip_asks_and_goes_on_with_what_was_sent(open_phone, site, grown_old, lang, settings):
    township = site.account("township")
    meant = ("status of 403", "status of 422")
    page = open_phone(lang, cookies=(site.cookie(township),), meant=meant, **settings)
    page.goto("/card")
    page.fill("#q", site.cards[1].household)
    page.press("#q", "Enter")
    page.click("a[href$='/slip']")
    grown_old()
    page.click("main form button")
    page.fill("#proof_password", "wrong-password")
    page.click("main form button")
    page.wait_for_selector(".field__error")
    page.fill("#proof_password", township.password)
    assert taken(page).startswith(b"%PDF")
