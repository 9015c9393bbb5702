"""States of the pages about accounts: a slip, the steps of setting one up, recovery codes."""

from __future__ import annotations

from secrets import token_hex

import pyotp
from playwright.sync_api import Page

from tests.browser.server import Site

PASSWORD = "apricot-river-7"


def new_account(page: Page, site: Site) -> None:
    """A county makes an account for a village and gets its slip."""
    page.goto("/account/new")
    page.fill("#name", "阿依古丽·买买提")
    page.fill("#user", f"cun-{token_hex(4)}")
    page.select_option("#scope", index=2)
    page.click("main form button")
    page.wait_for_selector(".fold__secret")


def refused_account(page: Page, site: Site) -> None:
    page.goto("/account/new")
    page.fill("#name", "阿依古丽·买买提")
    page.fill("#user", "阿依古丽")
    page.select_option("#scope", index=2)
    page.click("main form button")


def found_account(page: Page, site: Site) -> None:
    page.goto("/account?q=cun")


def code_shown(page: Page, site: Site) -> None:
    """The owner of a new account has shown the code and is asked for a password."""
    user = f"xian-{token_hex(4)}"
    given = ("--name", "马兰", "--role", "county", "--scope", site.account("county").scope)
    said = site.flask("account", "create", "--user", user, *given, "--department", "财政局")
    page.goto("/activate")
    page.fill("#user", user)
    page.fill("#code", said.partition("code ")[2].partition("  ")[0])
    page.click("main form button")
    page.wait_for_selector("#password")


def weak_password(page: Page, site: Site) -> None:
    code_shown(page, site)
    page.fill("#password", "password123")
    page.fill("#again", "password123")
    page.click("main form button")


def password_chosen(page: Page, site: Site) -> None:
    """The owner is shown the secret of the second factor."""
    code_shown(page, site)
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("main form button")
    page.wait_for_selector(".factor__letters")


def set_up(page: Page, site: Site) -> None:
    """The owner has given the first code and sees the recovery codes."""
    password_chosen(page, site)
    letters = page.inner_text(".factor__letters").replace(" ", "")
    page.fill("#code", pyotp.TOTP(letters).at(site.now()))
    page.click("main form button")
    page.wait_for_selector(".codes")


def wrong_code(page: Page, site: Site) -> None:
    page.goto("/activate")
    page.fill("#user", "cun-01")
    page.fill("#code", "ABCD EFGH JKLM")
    page.click("main form button")


def wrong_recovery(page: Page, site: Site) -> None:
    county = site.account("county")
    page.goto("/signin")
    page.fill("#user", county.user)
    page.fill("#password", county.password)
    page.click("main form button")
    page.click("details summary")
    page.fill("#recovery", "ABCD EFGH")
    page.click("details button")


def wrong_proof(page: Page, site: Site) -> None:
    page.goto("/proof?next=/finding/export")
    page.fill("#proof_password", "wrong-password")
    page.click("main form button")
