"""A finding's whole way: imported, seen, answered, remedied, paid, gone, and in the yearly pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.phone import each_language
from tests.browser.scene import upload
from tests.browser.taken import taken
from tests.ledger.build import book
from tests.web.glyphs import shown

SUM, VOUCHER, DUE_ON, PAID_ON = "1,234.56", "2026-1120", "2026-11-01", "2026-11-20"
TURNS = 60


@dataclass(frozen=True)
class Case:
    """An agreement of an invented business with one household, whose rent is late."""

    household: str
    mark: str

    @property
    def business(self) -> str:
        return f"NC-WALK-{self.mark}"

    @property
    def agreement(self) -> str:
        return f"XY-WALK-{self.mark}"

    def agreed(self) -> bytes:
        """Return the workbook with what is agreed: 3 mu at 411.52 yuan, due on 1 November."""
        agreement = {
            "协议编号": self.agreement,
            "主体编号": self.business,
            "相对方": "农户",
            "带动方式": "土地流转",
            "签订日期": "2025-12-20",
            "开始日期": "2026-01-01",
            "终止日期": "2028-12-31",
            "租金方式": "现金",
            "租金单价": "411.52",
            "兑现时限": DUE_ON[5:],
        }
        share = {"协议编号": self.agreement, "户编码": self.household, "面积": "3"}
        business = {"主体编号": self.business, "主体名称": self.business, "主体类型": "龙头企业"}
        return _book({"经营主体": business, "协议": agreement, "受益": share})

    def paid(self) -> bytes:
        """Return the workbook with the payment."""
        payment = {
            "协议编号": self.agreement,
            "户编码": self.household,
            "所属年度": "2026",
            "凭证号": VOUCHER,
            "实付金额": SUM.replace(",", ""),
            "实付日期": PAID_ON,
        }
        return _book({"发放": payment})


@each_language
def test_late_money_from_the_ledger_to_the_yearly_pack(open_phone, site, readers, lang):
    county = open_phone(lang, cookies=readers.cookies("county"))
    township = open_phone(lang, cookies=readers.cookies("township"))
    card = site.cards[["zh", "ug"].index(lang)]
    household = open_phone(lang, cookies=(site.cookie(card),))
    case = Case(card.household, lang.upper())
    closed = closed_cases(county)

    bring(county, case.agreed())
    finding = finding_of(county, case)
    expect_line(household, case, "overdue")
    answer(open_phone(lang), linked(county, case), finding)
    county.goto(f"/business/{case.business}")
    expect(county.locator(f"a[href='{finding}']")).to_contain_text(VOUCHER)
    remedy = open_remedy(county, finding)

    bring(county, case.paid())
    expect(findings(county, case)).to_have_count(0)
    expect_line(household, case, "received")

    propose(township, remedy)
    county.goto(remedy)
    county.click("button[value=closed]")
    expect(county.locator("button[value=closed]")).to_have_count(0)
    assert closed_cases(county) == closed + 1


def bring(page: Page, workbook: bytes) -> None:
    """Import a workbook in which nothing is wrong."""
    upload(page, "木垒县台账.xlsx", workbook)
    page.wait_for_url(re.compile(r"/ledger/[0-9a-f-]{36}$"))
    page.click("form[action$='/store'] button")
    page.wait_for_selector(".notice_done")


def findings(page: Page, case: Case) -> Locator:
    """Return the findings about late money, once the county has been looked through anew."""
    page.goto(f"/finding?business={case.business}&code=payment.overdue")
    for _turn in range(TURNS):
        if not page.locator(".as-of__again").count():
            break
        page.wait_for_timeout(1_000)
        page.click(".as-of__again")
    return page.locator("#found tbody tr")


def finding_of(page: Page, case: Case) -> str:
    """Return the address of the finding about the late money."""
    row = findings(page, case)
    expect(row).to_have_count(1)
    expect(row).to_contain_text(SUM)
    return row.locator("a").first.get_attribute("href") or ""


def linked(page: Page, case: Case) -> str:
    """Issue the business's link and return it."""
    page.goto(f"/business/{case.business}/link")
    return re.findall(r"/b/[A-Z2-7]{26}", shown(taken(page))[0])[0]


def answer(page: Page, link: str, finding: str) -> None:
    """Say on the business's phone that it has paid."""
    page.goto(link)
    page.click(f"a[href='{finding.replace('finding', 'reply')}']")
    form = page.locator("details", has=page.locator("#voucher"))
    form.locator("summary").click()
    form.locator("#voucher").fill(VOUCHER)
    form.locator("button").click()
    expect(page.locator("#reply")).to_contain_text(VOUCHER)


def expect_line(page: Page, case: Case, tone: str) -> None:
    """See that the household reads its rent, and as late or as received."""
    page.goto("/household")
    line = page.locator(".business", has_text=case.business).locator("a[href^='/due/']")
    expect(line).to_contain_text(SUM)
    expect(line.locator(".tag")).to_have_class(f"tag tag_{tone}")


def open_remedy(page: Page, finding: str) -> str:
    """Open a case that the township answers for, and return its path."""
    page.goto(finding)
    page.click("a[href^='/remedy/new']")
    page.locator("input[name=measure]").first.check()
    page.select_option(
        "#owner", page.locator("#owner option[value^='office:6523']").get_attribute("value")
    )
    page.fill("#due_on", "2026-12-20")
    page.click("main form button")
    page.wait_for_selector(".trail")
    return urlsplit(page.url).path


def propose(page: Page, remedy: str) -> None:
    """Write as the owner what was done and what it brought, and ask for the case to be closed."""
    page.goto(remedy)
    page.select_option("#measure", index=1)
    page.select_option("#progress", "done")
    page.select_option("#evidence", "voucher")
    page.fill("#evidence_number", VOUCHER)
    page.select_option("#effect", "paid")
    page.fill("#households", "1")
    page.fill("#amount", SUM)
    page.click("form.columns button")
    expect(page.locator(".trail")).to_contain_text(SUM)
    page.click("button[value=proposed]")
    expect(page.locator("button[value=proposed]")).to_have_count(0)


def closed_cases(page: Page) -> int:
    """Return how many cases a new pack of the year counts as closed."""
    page.goto("/review/2026")
    page.click("form[action$='/pack'] button")
    page.wait_for_selector("#sheet")
    row = page.locator("section:has(#remedies) tbody tr").nth(3)
    return int(row.locator(".table__number").inner_text())


def _book(sheets: dict[str, dict[str, str]]) -> bytes:
    return book({name: (tuple(row), tuple(row.values())) for name, row in sheets.items()})
