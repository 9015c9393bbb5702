"""What the county does on the pages of its parameters, its own rules and its yearly review."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.server import Site

OWN_RULE = "一、保底收益按季度兑现，打到一卡通。\n二、逾期一天，加付万分之五。"
OWN_RULE_UG = "1. كاپالەتلىك پايدا ھەر پەسىلدە بېرىلىدۇ.\n2. بىر كۈن كېچىكسە، قوشۇپ تۆلىنىدۇ."


def not_settled(page: Page, site: Site) -> None:
    page.goto("/parameter/income_fall")
    page.fill("#value", "much")
    page.fill("#from", "soon")
    page.click("main form button[value=set]")
    page.wait_for_selector(".notice_wrong")


def own_rule(page: Page, site: Site, zh: str = OWN_RULE) -> None:
    page.goto("/rule/new")
    page.select_option("#article", "10(3)")
    page.fill("#number", "木乡振〔2024〕12号")
    page.fill("#zh", zh)
    page.fill("#ug", OWN_RULE_UG)
    page.fill("#from", "2024-01-01")
    page.click("main form button")


def wrong_rule(page: Page, site: Site) -> None:
    own_rule(page, site, "联系电话13812345678")
    page.wait_for_selector(".notice_wrong")


def older_rule(page: Page, site: Site) -> None:
    own_rule(page, site)
    page.click("a[href$='/edit']")
    page.fill("#zh", OWN_RULE.replace("季", "月"))
    page.click("main form button")
    page.wait_for_selector(".notice_waiting")


def packed(page: Page, site: Site) -> None:
    page.goto("/review/2026")
    page.click("form[action$='/pack'] button")
    page.wait_for_selector("#sheet")


def wrong_decision(page: Page, site: Site) -> None:
    page.goto("/review/2026")
    page.fill("#met_on", "2027-01-01")
    page.fill("#text", "联系电话13812345678")
    page.click("form[action='/review/2026'] button")
    page.wait_for_selector(".notice_wrong")
