"""States of pages that no link leads to: something typed, sent, refused or done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_hex

from playwright.sync_api import Browser, Page

from tests.browser import account, beside, gate, press, settled, wall
from tests.browser.book import XLSX, quick
from tests.browser.payer import new_link, refused_reply, replied, told
from tests.browser.server import Site
from tests.browser.taken import SUBMIT, taken
from tests.browser.walk import Readers, asset_path, card_path

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
    page.goto("/card")
    page.fill("#q", site.cards[1].household)
    page.press("#q", "Enter")
    page.click("a[href$='/slip']")
    taken(page)
    page.click(SUBMIT)


def disputed(page: Page, site: Site) -> None:
    page.goto("/household")
    page.locator("a[href^='/due/']").last.click()
    page.wait_for_selector("#line")
    if not page.locator(".answer__said").count():
        page.click("#line button[value=disputed]")
        page.wait_for_selector(".answer__said_disputed")


def no_amount(page: Page, site: Site) -> None:
    beside.scanned(page, site)
    page.locator("label:has(input[value=less])").first.click()
    page.click("form.asking button.weui-btn_primary")
    page.wait_for_selector(".notice_wrong")


def late_money(page: Page, site: Site) -> None:
    page.goto("/finding?code=payment.overdue")
    page.locator("#found tbody a").first.click()
    page.wait_for_selector("#lines")


def of_business(page: Page, site: Site) -> None:
    page.goto(f"/finding?business={site.links[0].business}")


def wrong_rate(page: Page, site: Site) -> None:
    page.goto(f"{asset_path(site.cards[0])}?rate=x")


def prepare(browser: Browser, readers: Readers) -> None:
    """Let happen what some pages need before they have anything to show."""
    press.begin(browser, readers)  # first: an import on which cards rest cannot be undone
    context = browser.new_context(base_url=readers.site.base)
    context.add_cookies([*readers.cookies("county")])
    stored(context.new_page(), readers.site)
    settled.packed(context.new_page(), readers.site)
    gate.open_case(context.new_page())
    wall.train(context.new_page())
    wall.begin(context.new_page())
    settled.exemplar(context.new_page(), readers.site)
    context.close()


# Name of the picture → what is done. A name that is an endpoint takes the place of the plain page.
SCENES: dict[str, Scene] = {
    "account.create": Scene("county", act=account.new_account),
    "account.index+found": Scene("county", act=account.found_account),
    "account.index+prefecture": Scene("prefecture", "/account"),
    "account.new+prefecture": Scene("prefecture", "/account/new"),
    "account.new+wrong": Scene("county", act=account.refused_account),
    "activate.show+factor": Scene("anyone", act=account.password_chosen),
    "activate.show+password": Scene("anyone", act=account.code_shown),
    "activate.show+weak": Scene("anyone", act=account.weak_password),
    "activate.show+wrong": Scene("anyone", act=account.wrong_code),
    "business.told+refused": Scene("county", act=told),
    "campaign.new+training": Scene("county", "/campaign/new?kind=training"),
    "campaign.show+training": Scene("county", act=wall.trained),
    "campaign.new+wrong": Scene("county", act=wall.refused),
    "card.show+staff": Scene("county", act=beside.start_at_the_desk),
    "card.show+wrong": Scene("anyone", act=wrong_pin),
    "card.start+wrong": Scene("anyone", act=weak_pin),
    "asset.show+wrong": Scene("county", act=wrong_rate),
    "dashboard.show+prefecture": Scene("prefecture", "/dashboard"),
    "dashboard.show+township": Scene("township", "/dashboard"),
    "due.show+assisted": Scene("anyone", act=beside.helped_line),
    "due.show+disputed": Scene("neighbour", act=disputed),
    "error.show+404": Scene("anyone", "/nowhere"),
    "finding.index+business": Scene("county", act=of_business),
    "finding.index+day": Scene("county", "/finding?on=2025-06-30"),
    "finding.index+none": Scene("county", "/finding?least=99999999"),
    "finding.index+wrong": Scene("county", "/finding?least=x"),
    "finding.show+late": Scene("county", act=late_money),
    "held.show+assisted": Scene("anyone", act=beside.helped_record),
    "household.show+assisted": Scene("anyone", act=beside.helped),
    "household.show+neighbour": Scene("neighbour", "/household"),
    "ledger.index+refused": Scene("county", act=no_workbook),
    "ledger.show+preview": Scene("county", act=preview),
    "ledger.show+stored": Scene("county", act=stored),
    "own_place.show+found": Scene("household", "/household/place?mode=any"),
    "own_place.show+wrong": Scene("household", "/household/place?mode=x"),
    "next.show": Scene("anyone", act=beside.next_household),
    "parameter.show+refused": Scene("county", act=settled.not_settled),
    "parameter.show+settled": Scene("county", "/parameter/remedy_days"),
    "link.create": Scene("county", act=new_link),
    "policy.index+found": Scene("anyone", "/policy?q=分红"),
    "policy.index+none": Scene("anyone", "/policy?q=小麦"),
    "policy.show+own": Scene("anyone", "/policy/10?county=652328"),
    "review.show+refused": Scene("county", act=settled.wrong_decision),
    "rule.index+public": Scene("anyone", "/rule?county=652328"),
    "exemplar.index+county": Scene("county", "/exemplar"),
    "exemplar.new+refused": Scene("county", act=settled.wrong_exemplar),
    "exemplar.show+older": Scene("county", act=settled.older_exemplar),
    "policy.index+exemplar": Scene("anyone", "/policy?q=保护价"),
    "rule.new+refused": Scene("county", act=settled.wrong_rule),
    "rule.show+older": Scene("county", act=settled.older_rule),
    "poster.show+training": Scene("cadre", act=wall.learn),
    "poster.show+learnt": Scene("cadre", act=wall.learnt),
    "poster.show+asked": Scene("county", act=wall.asked),
    "poster.show+done": Scene("county", act=wall.done),
    "print_job.handover+wrong": Scene("township", act=press.nobody),
    "print_job.sheet": Scene("township", act=press.spoilt),
    "printing.new+preview": Scene("township", act=press.preview),
    "printing.show+asked": Scene("county", act=press.asked),
    "printing.show+made": Scene("township", act=press.made),
    "project.index+none": Scene("county", "/project?q=zzz"),
    "project.new+wrong": Scene("township", act=gate.wrong_application),
    "project.review+wrong": Scene("county", act=gate.wrong_review),
    "remedy.index+none": Scene("county", "/remedy?mine=1&late=30"),
    "remedy.index+prefecture": Scene("prefecture", "/remedy"),
    "remedy.show+handover": Scene("county", act=gate.handover),
    "remedy.show+wrong": Scene("township", act=gate.wrong_progress),
    "signin.show+code": Scene("anyone", act=second_step),
    "signin.show+wrong": Scene("anyone", act=wrong_password),
    "signin.show+recovery": Scene("anyone", act=account.wrong_recovery),
    "proof.show": Scene("county", "/proof?next=/finding/export"),
    "proof.show+wrong": Scene("county", act=account.wrong_proof),
    "recovery.create": Scene("anyone", act=account.set_up),
    "session.index+household": Scene("household", "/session"),
    "receipt.show+card": Scene("anyone", act=beside.of_card),
    "receipt.show+found": Scene("anyone", act=beside.found),
    "receipt.show+staff": Scene("county", "/receipt"),
    "receipt.show+wrong": Scene("anyone", act=beside.not_found),
    "reply.show+refused": Scene("business", act=refused_reply),
    "reply.show+replied": Scene("business", act=replied),
    "setting.show+assisted": Scene("anyone", act=beside.helped_settings),
    "setting.show+household": Scene("household", "/settings"),
    "slip.create": Scene("township", act=slip),
    "setting.show+staff": Scene("cadre", "/settings"),
    "visit.check": Scene("cadre", act=beside.scanned),
    "visit.done": Scene("cadre", act=beside.checked),
    "visit.index+found": Scene("cadre", act=beside.searched),
    "visit.index+township": Scene("township", "/visit"),
    "visit.new+ask": Scene("cadre", "/visit/new"),
    "visit.new+refused": Scene("cadre", act=no_amount),
    "visit.new+wrong": Scene("cadre", act=beside.no_card),
}
