"""Help at a household's side: from its PIN on another's phone to the next card, nothing left."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser import beside
from tests.browser.phone import each_phone

EMPTY = "localStorage.length + sessionStorage.length"
KEPT = "async () => [(await caches.keys()).length, (await indexedDB.databases()).length]"


@each_phone
def test_help_is_said_everywhere_and_the_next_household_finds_nothing(
    open_phone, site, lang, settings
):
    page = open_phone(lang, **settings)
    beside.helped(page, site)
    expect(page.locator("header .helped")).to_be_visible()
    page.locator("a[href^='/due/']").last.click()
    page.wait_for_selector("#line")
    line = page.url
    expect(page.locator("header .helped")).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, 9999)")
    expect(page.locator("header .helped")).to_be_in_viewport(ratio=1)

    page.click(".helped__next")
    page.wait_for_url("**/next*")
    expect(page.locator("html")).to_have_attribute("lang", lang)
    assert page.context.cookies() == []
    if not settings:
        assert page.evaluate(EMPTY) == 0
        assert page.evaluate(KEPT) == [0, 0]
    for _ in range(3):
        page.go_back()
        expect(page.locator(".helped, .next, #line")).to_have_count(0)
    for path in (line, "/household", "/held"):
        page.goto(path)
        expect(page).to_have_url(re.compile("/#card$"))


@each_phone
def test_its_answer_is_marked_and_taken_back_on_its_own_phone(
    open_phone, site, readers, lang, settings
):
    shared = open_phone(lang, **settings)
    beside.helped(shared, site)
    shared.goto(shared.locator("a[href^='/due/']").last.get_attribute("href"))
    said, no = shared.locator(".answer__said"), shared.locator("#line button[value=disputed]")
    if said.count():
        shared.click("button[name=answer][value=none]")
        expect(said).to_have_count(0)
    no.click()
    expect(said.locator("small br")).to_have_count(1)
    path = shared.evaluate("location.pathname")
    shared.click(".helped__next")

    own = open_phone(lang, cookies=readers.cookies("household"), **settings)
    own.goto(path)
    expect(own.locator(".helped")).to_have_count(0)
    expect(own.locator(".answer__said small br")).to_have_count(1)
    own.click("button[name=answer][value=none]")
    expect(own.locator(".answer__said")).to_have_count(0)
