"""What the county does on the pages of its parameters, its own rules and its yearly review."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.server import Site

OWN_RULE = "一、保底收益按季度兑现，打到一卡通。\n二、逾期一天，加付万分之五。"
OWN_RULE_UG = "1. كاپالەتلىك پايدا ھەر پەسىلدە بېرىلىدۇ.\n2. بىر كۈن كېچىكسە، قوشۇپ تۆلىنىدۇ."

EXEMPLAR = "合作社和农户先定保护价，签订单时付定金。\n交货以后三天内付清，价格单贴在收购点。"
EXEMPLAR_UG = "كوپىراتىپ باھانى ئالدىن بېكىتىدۇ.\nتاپشۇرغاندىن كېيىن ئۈچ كۈندە تۆلەيدۇ."


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


def exemplar(page: Page, site: Site, zh: str = EXEMPLAR) -> None:
    page.goto("/exemplar/new")
    page.fill("#title_zh", "订单种植：先定价、先付定金")
    page.fill("#zh", zh)
    page.fill("#title_ug", "زاكاز بىلەن تېرىش: باھا ئالدىن بېكىتىلىدۇ")
    page.fill("#ug", EXEMPLAR_UG)
    page.fill("#business", site.links[0].business)
    page.select_option("#mode", "order")
    page.fill("#year", "2025")
    page.fill("#from", "2026-01-01")
    page.click("main form button")


def wrong_exemplar(page: Page, site: Site) -> None:
    exemplar(page, site, "评为示范户。")
    page.wait_for_selector(".notice_wrong")


def older_exemplar(page: Page, site: Site) -> None:
    exemplar(page, site)
    page.click("a[href$='/edit']")
    page.fill("#zh", EXEMPLAR.replace("三天", "五天"))
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
