"""States of pages that no link leads to: something typed, sent, refused or done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_hex

from playwright.sync_api import Browser, Page

from tests.browser.book import XLSX, quick
from tests.browser.server import Site
from tests.browser.walk import Readers, card_path

OWN_RULE = "一、保底收益按季度兑现，打到一卡通。\n二、逾期一天，加付万分之五。"
OWN_RULE_UG = "1. كاپالەتلىك پايدا ھەر پەسىلدە بېرىلىدۇ.\n2. بىر كۈن كېچىكسە، قوشۇپ تۆلىنىدۇ."
Act = Callable[[Page, Site], None]


@dataclass(frozen=True)
class Scene:
    """What a reader does to see the page: she opens the address, and then acts."""

    role: str
    address: str = ""
    act: Act | None = None

    def play(self, page: Page, site: Site) -> None:
        """Bring the page into this state."""
        if self.address:
            page.goto(self.address)
        if self.act:
            self.act(page, site)


def wrong_pin(page: Page, site: Site) -> None:
    page.goto(card_path(site.cards[-1]))
    page.fill("#pin", "000001")
    page.click("main form button")


def weak_pin(page: Page, site: Site) -> None:
    page.goto(f"{card_path(site.cards[-1])}/start")
    page.fill("#code", "12345678")
    page.fill("#pin", "123456")
    page.fill("#again", "123457")
    page.click("main form button")


def second_step(page: Page, site: Site) -> None:
    county = site.account("county")
    page.goto("/signin")
    page.fill("#user", county.user)
    page.fill("#password", county.password)
    page.click("main form button")


def wrong_password(page: Page, site: Site) -> None:
    page.goto("/signin")
    page.fill("#user", "amina")
    page.fill("#password", "wrong")
    page.click("main form button")


def upload(page: Page, name: str, data: bytes) -> None:
    """Send a workbook and wait for what is said to it."""
    page.goto("/ledger")
    page.set_input_files("#files", {"name": name, "mimeType": XLSX, "buffer": data})
    page.click("form.upload button")


def preview(page: Page, site: Site) -> None:
    upload(page, "木垒县联农带农情况表.xlsx", quick("P"))


def stored(page: Page, site: Site) -> None:
    upload(page, "木垒县联农带农情况表.xlsx", quick(token_hex(2)))
    page.click("form[action$='/store'] button")
    page.wait_for_selector(".notice_done")


def no_workbook(page: Page, site: Site) -> None:
    upload(page, "情况说明.xlsx", b"%PDF-1.7")


def slip(page: Page, site: Site) -> None:
    page.goto(f"/card?q={site.cards[1].household}")
    page.click("a[href$='/slip']")
    page.click("main form button")


def disputed(page: Page, site: Site) -> None:
    page.goto("/household")
    page.locator("a[href^='/due/']").last.click()
    page.wait_for_selector("#line")
    if not page.locator(".answer__said").count():
        page.click("#line button[value=disputed]")
        page.wait_for_selector(".answer__said_disputed")


def no_amount(page: Page, site: Site) -> None:
    page.goto(f"/visit/new?card={site.cards[0].short_code}")
    page.locator("label:has(input[value=less])").first.click()
    page.click("form.asking button.weui-btn_primary")
    page.wait_for_selector(".notice_wrong")


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


def new_link(page: Page, site: Site) -> None:
    """Issue a link, not to the business whose page other pictures show."""
    page.goto("/business")
    ways = page.locator("tbody a[href^='/business/']")
    addresses = [ways.nth(place).get_attribute("href") or "" for place in range(ways.count())]
    other = next(each for each in addresses if not each.endswith(site.links[0].business))
    page.goto(f"{other}/link")
    page.click("main form button")
    page.wait_for_selector(".sheet")


def replied(page: Page, site: Site) -> None:
    page.goto("/payer")
    page.click("a[href^='/reply/'] >> nth=0")
    page.wait_for_selector("details")
    if not page.locator("#reply").count():
        page.click("summary >> nth=2")
        page.click("details[open] .choice__row >> nth=0")
        page.fill("details[open] textarea", "县里登记的数和我们的账不一样，请再核一次。")
        page.click("details[open] button")
        page.wait_for_selector("#reply")


def refused_reply(page: Page, site: Site) -> None:
    page.goto("/payer")
    page.click("a[href^='/reply/'] >> nth=0")
    page.click("summary >> nth=0")
    page.fill("details[open] #pays_on", "2026-12-01")
    page.fill("details[open] #amount", "很多")
    page.click("details[open] button")
    page.wait_for_selector(".notice_wrong")


def told(page: Page, site: Site) -> None:
    page.goto("/business/notices")
    page.click("tbody a >> nth=0")
    page.fill("#given_on", "2026-01-01")
    page.click("form[action*='/notice/'] button")
    page.wait_for_selector(".field__error")


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


def prepare(browser: Browser, readers: Readers) -> None:
    """Let happen what some pages need before they have anything to show."""
    context = browser.new_context(base_url=readers.site.base)
    context.add_cookies([*readers.cookies("county")])
    stored(context.new_page(), readers.site)
    packed(context.new_page(), readers.site)
    context.close()


# Name of the picture → what is done. A name that is an endpoint takes the place of the plain page.
SCENES: dict[str, Scene] = {
    "business.told+refused": Scene("county", act=told),
    "card.show+wrong": Scene("anyone", act=wrong_pin),
    "card.start+wrong": Scene("anyone", act=weak_pin),
    "due.show+disputed": Scene("neighbour", act=disputed),
    "error.show+404": Scene("anyone", "/nowhere"),
    "household.show+neighbour": Scene("neighbour", "/household"),
    "ledger.index+refused": Scene("county", act=no_workbook),
    "ledger.show+preview": Scene("county", act=preview),
    "ledger.show+stored": Scene("county", act=stored),
    "parameter.show+refused": Scene("county", act=not_settled),
    "parameter.show+settled": Scene("county", "/parameter/remedy_days"),
    "link.create": Scene("county", act=new_link),
    "policy.index+found": Scene("anyone", "/policy?q=分红"),
    "policy.index+none": Scene("anyone", "/policy?q=小麦"),
    "policy.show+own": Scene("anyone", "/policy/10?county=652328"),
    "review.show+refused": Scene("county", act=wrong_decision),
    "rule.index+public": Scene("anyone", "/rule?county=652328"),
    "rule.new+refused": Scene("county", act=wrong_rule),
    "rule.show+older": Scene("county", act=older_rule),
    "signin.show+code": Scene("anyone", act=second_step),
    "signin.show+wrong": Scene("anyone", act=wrong_password),
    "reply.show+refused": Scene("business", act=refused_reply),
    "reply.show+replied": Scene("business", act=replied),
    "setting.show+household": Scene("household", "/settings"),
    "slip.create": Scene("township", act=slip),
    "setting.show+staff": Scene("cadre", "/settings"),
    "visit.index+township": Scene("township", "/visit"),
    "visit.new+ask": Scene("cadre", "/visit/new"),
    "visit.new+refused": Scene("cadre", act=no_amount),
    "visit.new+wrong": Scene("cadre", "/visit/new?card=12345678"),
}
