"""A receipt spoken at the door: another phone, no PIN, and just that check."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import beside
from tests.browser.phone import each_phone
from tests.browser.walk import card_path


@each_phone
def test_what_the_cadre_speaks_finds_that_check_on_any_phone(
    open_phone, site, readers, lang, settings
):
    cadre = open_phone(lang, cookies=readers.cookies("cadre"), **settings)
    beside.checked(cadre, site)
    digits = cadre.inner_text(".receipt")
    assert len(digits) == 4

    any_phone = open_phone(lang, **settings)
    any_phone.goto("/")
    any_phone.click("a[href='/receipt']")
    any_phone.fill("#code", site.cards[0].short_code)
    any_phone.fill("#receipt", digits)
    any_phone.click("main form button")
    expect(any_phone.locator(".facts")).to_have_count(1)
    text = any_phone.inner_text("main")
    assert site.cards[0].household not in text

    with_card = open_phone(lang, **settings)
    with_card.goto(card_path(site.cards[0]))
    with_card.click("a[href$='/receipt']")
    with_card.fill("#receipt", digits)
    with_card.click("main form button")
    expect(with_card.locator(".facts")).to_have_count(1)
    with_card.click("main a[href^='/c/']")
    expect(with_card.locator("#pin")).to_be_visible()
