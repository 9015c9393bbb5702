"""A new head: entered by the township, confirmed by the county, seen by the household."""

from __future__ import annotations

from playwright.sync_api import expect

HEAD = "热西旦·吐尔逊"


def enter(township, card):
    """Find the household by its number and enter its new head."""
    township.goto("/card")
    township.fill("#q", card.household)
    township.press("#q", "Enter")
    township.locator("a[href^='/event/new/']").click()
    township.locator("a[href$='kind=head']").click()
    day = township.evaluate("new Date().getFullYear() + '-01-02'")
    township.fill("#day", day)
    township.select_option("#evidence", "register")
    township.fill("#head", HEAD)
    township.locator("main form button").click()
    expect(township.locator("main")).to_contain_text("等县里确认")
    return township.evaluate("location.pathname")


def doubt(household):
    """Let the household say that the name is wrong; return its request."""
    own = household.locator("details[open]")
    expect(own).to_contain_text(HEAD)
    own.locator("a[href^='/household/dispute/new?record=household:']").click()
    household.fill("#words", "ئىسمى خاتا يېزىلغان")  # the name is written wrong
    household.click("button[value=head]")
    expect(household.locator("main")).to_contain_text(HEAD)
    expect(household.locator("main")).to_contain_text("تېخى تۈزىتىلمىدى")
    return household.evaluate("location.pathname").rsplit("/", 1)[1]


def test_from_the_township_s_desk_to_the_household_s_own_page(open_phone, readers, site):
    township = open_phone("zh", cookies=readers.cookies("township"))
    here = enter(township, site.cards[0])

    household = open_phone("ug", cookies=readers.cookies("household"))
    household.goto("/held")
    expect(household.locator("details", has_text=HEAD)).to_have_count(1)
    expect(household.locator("details dd", has_text=HEAD).first).not_to_be_visible()

    county = open_phone("zh", cookies=readers.cookies("county"))
    county.goto("/event")
    county.goto(here)
    county.click("button[value=confirmed]")
    expect(county.locator("main")).to_contain_text("已经改了台账")

    household.reload()
    asked = doubt(household)
    township.goto(f"/dispute/{asked}")
    township.select_option("#ground", "as_papers")
    township.click("button[value=refused]")
    expect(township.locator(".trail")).to_contain_text("和签了字的协议、凭证写的一样")
    household.reload()
    expect(household.locator("button[value=unsettled]")).to_be_visible()
