"""A campaign: the county's poster, a reader's cards and questions, the county's rate."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import wall


def test_from_the_poster_to_the_rate(open_phone, readers):
    county = open_phone("zh", cookies=readers.cookies("county"))
    poster = wall.begin(county, villages=1)
    here = county.evaluate("location.pathname")
    expect(county.locator("#rate")).not_to_contain_text("%")

    reader = open_phone("ug")
    reader.goto(poster)
    reader.locator("a[href='/explanation/8']").click()
    expect(reader.locator(".explain__question")).to_be_visible()
    for n in range(10):
        wall.answer(reader, poster, payer=0 if n < 5 else 2)
    expect(reader.locator("main a[href='/explanation/8']").first).to_be_visible()
    assert not reader.context.cookies() or {each["name"] for each in reader.context.cookies()} <= {
        "lang"
    }

    county.goto(here)
    expect(county.locator("#rate")).to_contain_text("50%")
    expect(county.locator("main")).to_contain_text("10 人")
