"""A village's cards: asked for, approved, stopped, taken up again, printed, handed over, opened."""

from __future__ import annotations

import fcntl
from pathlib import Path

from playwright.sync_api import expect

from tests.browser import press
from tests.web.printed import codes_of


def stopped(township, folder: Path) -> None:
    """Begin to make the cards and stop it while somebody is at work."""
    folder.mkdir(parents=True)
    with (folder / "card.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # somebody is, for as long as we like
        township.click("form[action$='/card/start'] button")
        expect(township.locator("progress")).to_be_visible()
        township.reload()
        expect(township.locator("progress")).to_be_visible()
        township.click("form[action$='/card/stop'] button")
        expect(township.locator("#card")).to_contain_text("已停下")
    expect(township.locator("a[href$='/card/file']")).to_have_count(0)


def downloaded(township, path: Path) -> list[str]:
    """Download the cards and return where their codes lead."""
    with township.expect_download() as saved:
        township.click("a[href$='/card/file']")
    saved.value.save_as(path)
    return ["/C/" + code.rpartition("/")[2] for code in codes_of(path)]


def test_from_asking_to_the_card_in_the_households_hand(open_phone, readers, site, tmp_path):
    township = open_phone("zh", cookies=readers.cookies("township"))
    county = open_phone("ug", cookies=readers.cookies("county"))
    phone = open_phone("ug", meant=("404",))
    press.clear(township)
    address = press.ask(township)
    press.approve(county, address)
    expect(county.locator(".tag_received")).to_be_visible()

    township.goto(address)
    folder = site.folder / "printing" / address.rpartition("/")[2].replace("-", "")
    stopped(township, folder)
    press.make(township, address)
    first, *others = downloaded(township, tmp_path / "card.pdf")
    assert phone.goto(first).status == 404

    township.click("a[href$='/handover']")
    township.locator("label:has(input[name=household])").first.click()
    township.click("main form button")
    expect(township.locator(".tag_received")).to_have_count(1)
    assert phone.goto(first).status == 200
    expect(phone.locator("#pin")).to_be_visible()
    assert {phone.goto(other).status for other in others} == {404}

    township.goto(address)
    township.click("form[action$='/close'] button")
    expect(township.locator("main")).to_contain_text("已经作废")
    assert not folder.exists()
