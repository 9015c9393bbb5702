"""A household's way: from its card to its money, what it says to a line, and taking that back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.phone import each_language, each_phone
from tests.browser.taken import taken
from tests.web.glyphs import slip_code

NEW_PIN = "402917"


def open_card(page: Page, card) -> None:
    page.goto(card.url)
    page.fill("#pin", card.pin)
    page.click("main form button")
    page.wait_for_url("**/household")


@each_phone
def test_card_pin_home_explanation_dispute_and_taken_back(open_phone, site, lang, settings):
    page = open_phone(lang, **settings)
    open_card(page, site.cards[0])
    page.click(".next__link")
    page.wait_for_url(re.compile("/due/"))

    explanation = page.locator("details.unfold")
    if explanation.get_attribute("open") is None:
        explanation.locator("summary").click()
    formulas = explanation.locator(".formula")
    expect(formulas.first).to_be_visible()
    assert 1 <= formulas.count() <= 5
    explanation.locator("summary").click()
    expect(formulas.first).to_be_hidden()

    page.click("#line button[name=answer][value=disputed]")
    expect(page.locator(".answer__said_disputed")).to_be_visible()
    page.locator(".answer__reason").nth(1).click()
    expect(page.locator(".answer__reason").nth(1)).to_have_attribute("aria-pressed", "true")

    page.click("button[name=answer][value=none]")
    expect(page.locator(".answer__said")).to_have_count(0)
    expect(page.locator("#line button[name=answer][value=disputed]")).to_be_visible()


@each_phone
def test_a_code_from_a_sealed_slip_sets_the_first_pin(open_phone, site, readers, lang, settings):
    card = site.cards[2 + ["zh", "ug"].index(lang) + 2 * bool(settings)]
    office = open_phone(lang, cookies=readers.cookies("township"), **settings)
    office.goto("/card")
    office.fill("#q", card.household)
    office.click("form[role=search] button")
    office.click("a[href$='/slip']")
    code = slip_code(taken(office))

    page = open_phone(lang, **settings)
    page.goto(card.url)
    page.locator("a[href$='/start']").first.click()
    page.fill("#code", code)
    page.fill("#pin", NEW_PIN)
    page.fill("#again", NEW_PIN)
    page.click("main form button")
    page.wait_for_url("**/household")

    other = open_phone(lang, **settings)
    other.goto(card.url)
    other.fill("#pin", NEW_PIN)
    other.click("main form button")
    other.wait_for_url("**/household")


@each_language
def test_a_wrong_pin_is_answered_with_a_sentence_and_the_right_one_still_opens(
    open_phone, site, lang
):
    card = site.cards[1]
    page = open_phone(lang)
    page.goto(card.url)
    page.fill("#pin", "000000" if card.pin != "000000" else "000001")
    page.click("main form button")
    expect(page.locator(".field__error")).not_to_be_empty()
    expect(page.locator("#pin")).to_be_focused()
    page.fill("#pin", card.pin)
    page.click("main form button")
    page.wait_for_url("**/household")


@each_phone
def test_the_language_switch_keeps_the_page(open_phone, readers, lang, settings):
    page = open_phone(lang, cookies=readers.cookies("household"), **settings)
    page.goto("/household?year=2025")
    page.click(".top__language button")
    expect(page).to_have_url(re.compile(r"/household\?year=2025$"))
    other = {"zh": "ug", "ug": "zh"}[lang]
    expect(page.locator("html")).to_have_attribute("lang", other)
    page.locator("a[href^='/due/']").first.click()
    page.wait_for_url(re.compile("/due/"))
    expect(page.locator("html")).to_have_attribute("lang", other)


@each_phone
def test_after_signing_out_the_phone_shows_nothing_any_more(open_phone, site, lang, settings):
    page = open_phone(lang, **settings)
    open_card(page, site.cards[1])
    page.goto("/settings")
    page.click("form[action='/signout'] button")
    page.goto("/household")
    expect(page).to_have_url(re.compile("/#card$"))
    page.go_back()
    assert not page.locator(".next").count()


@each_language
def test_the_first_screen_holds_the_next_payment_and_the_years_figures(open_phone, readers, lang):
    page = open_phone(lang, cookies=readers.cookies("household"))
    page.goto("/household")
    expect(page.locator(".next .money")).to_be_in_viewport(ratio=1)
    below = page.locator(".amounts").bounding_box()
    bar = page.locator(".bar").bounding_box()
    assert below["y"] + below["height"] <= bar["y"]
