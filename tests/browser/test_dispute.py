"""A payment is late: a dispute opens by itself, rises, is answered, and is not settled yet."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from models import database, overdue

MISSED = date(2026, 12, 1)  # eight days after the demo's
PROMISED, ON = "1,234.56", "2026-12-20"
WORDS = "يېرىمىنىلا ئالدىم"  # I got half of it only


@pytest.fixture
def next_week(site):
    """A function that lets the daily job run on a day on which the office is late."""

    def pass_by():
        opened = database.connect(site.environment["DATABASE_URL"])
        try:
            overdue.renew(MISSED)
        finally:
            opened.close()

    return pass_by


def has_risen_above(township, here):
    """See that the township can only read it now."""
    township.goto(here)
    expect(township.locator("main")).to_contain_text("这一件由县里办。")
    expect(township.locator("main form")).to_have_count(0)


def promise(county, here):
    """Let the county say by which day the business will pay."""
    county.goto("/dispute?mine=1")
    expect(county.locator("#found table")).to_be_visible()
    county.goto(here)
    county.select_option("#outcome", "will_pay")
    county.fill("#amount", PROMISED)
    county.fill("#day", ON)
    county.click("button[value=answered]")
    expect(county.locator("main")).to_contain_text("等农户说")


def test_from_a_late_payment_to_a_dispute_opened_anew(open_phone, readers, next_week):
    household = open_phone("ug", cookies=readers.cookies("household"))
    household.goto("/household/dispute")
    household.locator("a.row", has_text="سىستېما ئاچقان").first.click()
    path = household.evaluate("location.pathname")
    expect(household.locator("main")).to_contain_text("يېزا-بازار")

    next_week()
    household.reload()
    expect(household.locator(".trail")).to_contain_text("بىر دەرىجە يۇقىرىغا چىقتى")
    here = f"/dispute/{path.rsplit('/', 1)[1]}"
    township = open_phone("zh", cookies=readers.cookies("township"))
    has_risen_above(township, here)

    county = open_phone("zh", cookies=readers.cookies("county"))
    promise(county, here)

    household.goto("/household")
    expect(household.locator("a.notice_link[href^='/household/dispute/']")).to_be_visible()
    household.goto(path)
    expect(household.locator(".trail")).to_contain_text(PROMISED)
    household.fill("#words", WORDS)
    household.click("button[value=partly]")
    expect(household.locator(".trail")).to_contain_text("بىر قىسمىلا ھەل بولدى")

    county.goto(here)
    expect(county.locator(".trail")).to_contain_text("农户说只解决了一部分")
    expect(county.locator(".trail")).to_contain_text(WORDS)
    expect(county.locator("main")).to_contain_text("调解")
