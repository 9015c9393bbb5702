"""A county's way: two steps to sign in, a workbook with mistakes, what is right of it, and back."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.book import quick
from tests.browser.phone import each_phone
from tests.browser.scene import upload

GOOD, WRONG = 2, 3


def sign_in(page: Page, site, account) -> None:
    page.goto("/ledger")
    page.fill("#user", account.user)
    page.fill("#password", account.password)
    page.click("main form button")
    page.fill("#code", site.code(account))
    page.click("main form button")
    page.wait_for_url("**/ledger")


@pytest.fixture
def county(site, lang):
    """Each language has an account of its own: a code of the second factor opens only once."""
    return site.account("county", ["zh", "ug"].index(lang))


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_upload_preview_store_what_is_right_and_undo(open_phone, site, county, lang):
    page = open_phone(lang, accept_downloads=True)
    sign_in(page, site, county)
    upload(page, "木垒县情况表.xlsx", quick(lang[0].upper()))
    page.wait_for_url(re.compile(r"/ledger/[0-9a-f-]{36}$"))
    preview = page.url

    refused = page.locator("#table tbody tr")
    expect(refused).to_have_count(WRONG)
    assert {"三千", "2026-13-01", "652301105204"} <= set(refused.locator("td").all_inner_texts())
    with page.expect_download() as marked:
        page.click("a[href*='/marked/']")
    sheet = load_workbook(BytesIO(marked.value.path().read_bytes())).active
    assert any(cell.comment for row in sheet.iter_rows() for cell in row)

    page.click("form[action$='/store'] button")
    expect(page.locator(".notice_done")).to_contain_text(str(GOOD))
    assert page.url == preview

    page.click("a[href$='/undo']")
    page.click("form[action$='/undo'] button")
    page.wait_for_url(preview)
    expect(page.locator("a[href$='/undo']")).to_have_count(0)


@each_phone
def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(open_phone, readers, lang, settings):
    page = open_phone(lang, cookies=readers.cookies("county"), **settings)
    upload(page, "表.xlsx", b"%PDF-1.7 this is no workbook")
    expect(page.locator(".notice_wrong")).not_to_be_empty()
    expect(page.locator("#files")).to_be_visible()


def test_a_preview_that_is_not_wanted_leaves_nothing(open_phone, readers):
    page = open_phone("zh", cookies=readers.cookies("county"))
    page.goto("/ledger")
    before = page.locator("tbody tr").count()
    upload(page, "情况表.xlsx", quick("N"))
    page.click("form[action$='/discard'] button")
    page.wait_for_url("**/ledger")
    assert page.locator("tbody tr").count() == before
