"""A business scans its link, reads what it owes, and answers; the county reads the answer."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.phone import each_phone

WORDS = "县里登记的数和我们的账不一样，请再核一次。"


@pytest.fixture
def path(site) -> str:
    """The path of the demo's link."""
    return urlsplit(site.links[0].url).path


@each_phone
def test_a_business_reads_and_answers_and_the_county_reads_it(
    open_phone, readers, site, path, lang, settings
):
    page = open_phone(lang, **settings)
    page.goto(path)
    assert urlsplit(page.url).path == "/payer"
    assert path not in page.content()
    page.locator("a[href^='/reply/']").first.click()
    if page.locator("form.answer__after button").count():
        page.click("form.answer__after button")
    # Every form is there without a script; the third is "does not agree".
    page.locator("details.card summary").nth(2).click()
    opened = page.locator("details[open]")
    opened.locator(".choice__row").first.click()
    opened.locator("textarea").fill(WORDS)
    opened.locator("button").click()
    expect(page.locator("#reply")).to_contain_text(WORDS)
    finding = re.sub(".*/", "", urlsplit(page.url).path)
    county = open_phone(lang, cookies=readers.cookies("county"), **settings)
    county.goto(f"/business/{site.links[0].business}")
    row = county.locator(f"a[href='/finding/{finding}']")
    expect(row).to_contain_text(WORDS)


def test_the_address_of_a_link_is_left_behind(open_phone, path):
    page = open_phone()
    page.goto("/policy")
    page.goto(path)
    page.locator("a[href='/policy']").click()
    page.go_back()
    assert urlsplit(page.url).path == "/payer"
    page.go_back()
    assert urlsplit(page.url).path == "/policy"
    assert page.evaluate("document.referrer").find(path) == -1
