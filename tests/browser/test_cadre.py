"""A cadre's way: a household's printed card, its code, the check, and what the household says."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.beside import scanned, searched
from tests.browser.phone import each_phone
from tests.browser.taken import taken
from tests.web.printed import codes_of


@pytest.fixture(scope="module")
def printed_address(chromium, site, readers, tmp_path_factory):
    """The address in the code on the first household's printed card."""
    context = chromium.new_context(base_url=site.base)
    context.add_cookies([*readers.cookies("township")])
    page = context.new_page()
    page.goto("/card")
    page.fill("#q", site.cards[0].household)
    page.press("#q", "Enter")
    page.wait_for_selector("a[href$='/paper']")
    pdf = tmp_path_factory.mktemp("card") / "card.pdf"
    pdf.write_bytes(taken(page, "a[href$='/paper']"))
    (address,) = codes_of(pdf)
    context.close()
    return address


def sign_in(page: Page, account) -> None:
    page.goto("/signin")
    page.fill("#user", account.user)
    page.fill("#password", account.password)
    page.click("main form button")


def test_the_printed_code_is_the_cards_plain_address(printed_address, site):
    assert printed_address.lower() == site.cards[0].url.lower()


@each_phone
def test_scan_check_store_and_the_household_confirms_and_takes_it_back(
    open_phone, site, readers, printed_address, lang, settings
):
    cadre = open_phone(lang, **settings)
    sign_in(cadre, site.account("cadre"))
    cadre.wait_for_url("**/visit")
    cadre.goto(printed_address)
    line = cadre.locator(".asking__line").first
    if line.get_attribute("open") is None and line.locator("summary").count():
        line.locator("summary").click()
    line.locator("label:has(input[value=received])").click()
    cadre.locator("form.asking button.weui-btn_primary").click()
    cadre.wait_for_url("**/visit/done/*")

    home = open_phone(lang, cookies=readers.cookies("household"), **settings)
    home.goto("/household")
    home.click(".notice_link")
    home.wait_for_url(re.compile("/check/"))
    home.click("button[name=answer][value=confirmed]")
    expect(home.locator(".answer__said_confirmed")).to_be_visible()
    home.click("button[name=answer][value=none]")
    expect(home.locator(".answer__said")).to_have_count(0)
    expect(home.locator("button[name=answer][value=confirmed]")).to_be_visible()


def test_a_check_with_nothing_asked_is_not_stored_and_keeps_what_was_typed(
    open_phone, site, readers
):
    page = open_phone("zh", cookies=readers.cookies("cadre"))
    scanned(page, site)
    less = page.locator(".asking__line").first.locator("input[value=less]")
    page.locator(".asking__line").first.locator("label:has(input[value=less])").click()
    page.locator("form.asking button.weui-btn_primary").click()
    expect(page.locator(".notice_wrong")).to_be_visible()
    expect(less).to_be_checked()


def test_a_card_of_another_village_is_refused_with_a_sentence(open_phone, site, readers):
    elsewhere = next(each for each in site.cards if each.household[:8] != "28207204")
    page = open_phone("ug", cookies=readers.cookies("cadre"), meant=("404",))
    page.goto(elsewhere.url)
    expect(page.locator("main")).not_to_be_empty()
    assert not page.locator(".asking__line").count()


@each_phone
def test_a_search_goes_from_page_to_page_and_stands_in_no_address(
    open_phone, site, readers, lang, settings
):
    page = open_phone(lang, cookies=readers.cookies("cadre"), **settings)
    searched(page, site)
    first = page.locator(".door__number").first.inner_text()
    page.click("button.pager__link_after")
    page.wait_for_selector("button.pager__link:not(.pager__link_after)")
    assert page.locator(".door__number").first.inner_text() != first
    expect(page.locator("#q")).to_have_value("-00")
    page.locator("button.chip").nth(1).click()
    expect(page.locator("button.chip").nth(1)).to_have_attribute("aria-current", "true")
    expect(page.locator("#q")).to_have_value("-00")
    assert "-00" not in page.url
