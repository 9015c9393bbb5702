"""Secrets and names that people type are left lying nowhere: not by the server, not in the browser.

Every test in a browser looks at the addresses that it asks for, and each site at its end at its log
and its temporary files; here people type marked secrets, and everything they leave is looked at.
"""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.book import book, row
from tests.browser.canary import MEANT
from tests.browser.phone import phone
from tests.browser.scene import upload
from tests.browser.server import Site
from tests.browser.taken import taken
from tests.browser.walk import FILES, Readers, Walk, app, may_see
from tests.web.glyphs import slip_code

NAME, PIN, PASSWORD = "阿布都卡纳利·金丝雀", "730164", "canary-apricot-31"
PHONE, IDENTITY = "13970514286", "652328197003071237"
# Whoever takes these out is the one who keeps the ledger; they name its households.
OWN = frozenset({"ledger.marked", "ledger.template", "contract.pdf", "contract.word"})
STORED = """async () => {
  const kept = { ...localStorage, ...sessionStorage, cookie: document.cookie };
  for (const { name } of await indexedDB.databases()) kept[`database ${name}`] = name;
  for (const name of await caches.keys()) {
    for (const asked of await (await caches.open(name)).keys()) kept[asked.url] = asked.url;
  }
  return JSON.stringify(kept);
}"""


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """A site of its own: what is left there was left here."""
    made = Site(tmp_path_factory.mktemp("canary"))
    for what, text in {
        "name": NAME, "PIN": PIN, "password": PASSWORD, "phone": PHONE, "identity": IDENTITY,
    }.items():  # fmt: skip
        made.marks.add(what, text)
    yield made
    made.stop()


def kept_in(context: BrowserContext, page: Page) -> str:
    """Return everything that scripts could read in the browser, and what its cookies say."""
    # The language is the test's own choice.
    assert all(each["httpOnly"] for each in context.cookies() if each["name"] != "lang")
    others = [each["value"] for each in context.cookies() if each["name"] != "session"]
    return " ".join([page.evaluate(STORED), page.url, *others])


def sign_in(page: Page, site: Site, role: str) -> None:
    """Sign in as people do: first with a wrong password and a wrong code, then rightly."""
    who = site.account(role)
    page.goto("/signin")
    for password in (PASSWORD, who.password):
        page.fill("#user", who.user)
        page.fill("#password", password)
        page.click("main form button")
    if who.totp:
        page.fill("#code", site.code(who))
        page.click("main form button")
    page.wait_for_url(lambda address: "/signin" not in address)


def bring_ledger(page: Page) -> None:
    """A county stores a workbook with a marked name, beside columns that are never taken."""
    rows = [row("9601", NAME, "0.12", "2026年12月1日")]
    upload(page, f"{NAME}.xlsx", book(rows))
    upload(page, "木垒县.xlsx", book(rows))
    page.click("form[action$='/store'] button")
    page.wait_for_selector(".notice_done")


def new_account(page: Page, site: Site) -> None:
    """A county makes an account, and its owner activates it."""
    page.goto("/account/new")
    page.fill("#name", "马兰")
    page.fill("#user", "cun-canary")
    page.select_option("#scope", index=2)
    page.click("main form button")
    code = page.inner_text(".fold__secret")
    site.marks.add("activation code", code.replace(" ", ""))
    page.goto("/settings")
    page.click("form[action='/signout'] button")
    page.goto("/activate")
    page.fill("#user", "cun-canary")
    page.fill("#code", code)
    page.click("main form button")
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("main form button")
    page.wait_for_load_state()


def slip_and_pin(office: Page, own: Page, site: Site) -> None:
    """A township hands out a slip; the household sets its PIN with it and tries a wrong one."""
    card = site.cards[2]
    office.goto("/card")
    office.fill("#q", card.household)
    office.click("#search button")
    office.wait_for_url("**/card/*-*")
    office.click("a[href$='/slip']")
    code = slip_code(taken(office))
    site.marks.add("slip", code)
    own.goto(f"{card.url}/start")
    for typed in ("00000000", code):
        own.fill("#code", typed)
        own.fill("#pin", PIN)
        own.fill("#again", PIN)
        own.click("main form button")
    own.wait_for_url("**/household")
    own.goto("/settings")
    own.click("form[action='/signout'] button")
    own.goto(card.url)
    own.fill("#pin", PIN)
    own.click("main form button")
    own.wait_for_url("**/household")


# Lists on which households sign, or see in their own village what each is to get (art. 11).
SIGNED = {"plan.payout", "plan.posted", "print_job.handout"}


@pytest.fixture(scope="module")
def lived(chromium, marked):
    """What was left in the browsers after people of each kind had used the site."""
    left, cookies = {}, {}
    with phone(chromium, marked) as own, phone(chromium, marked) as office:
        sign_in(office, marked, "township")
        slip_and_pin(office, own, marked)
        for name, page in (("household", own), ("township", office)):
            left[name] = kept_in(page.context, page)
            cookies[name] = tuple(page.context.cookies())
    with phone(chromium, marked) as desk:
        sign_in(desk, marked, "county")
        bring_ledger(desk)
        left["county"] = kept_in(desk.context, desk)
        cookies["county"] = tuple(desk.context.cookies())
        new_account(desk, marked)
        left["new account"] = kept_in(desk.context, desk)
    for kept in cookies.values():
        for each in kept:
            if each["name"] == "session":
                marked.marks.add("sign-in", each["value"])
    return SimpleNamespace(left=left, cookies=cookies)


def test_people_leave_nothing_in_the_browser(marked, lived):
    assert set(lived.left) == {"household", "township", "county", "new account"}
    for who, kept in lived.left.items():
        assert marked.marks.found(MEANT.sub("", kept)) == [], who


def test_the_server_s_log_and_its_temporary_files_hold_nothing(marked, lived):
    said = (marked.folder / "server.log").read_text("utf-8")
    assert "POST /c/*** " in said
    assert said.count("HTTP/1.1") > 50
    assert marked.left() == []


@pytest.fixture(scope="module")
def files(chromium, marked, lived):
    """A file of each kind that staff can have: name of its page → file name and content."""
    found = {}
    readers = Readers(marked)
    for role in ("township", "county", "prefecture"):
        adapter = app().url_map.bind("")
        wanted = {name for name in FILES if may_see(role, name)} - OWN - found.keys()
        walk = Walk(chromium, readers, role)
        places = walk.go(adapter, wanted)
        with phone(chromium, marked, cookies=readers.cookies(role)) as page:
            for name in wanted & places.keys():
                answer = page.context.request.get(places[name].address)
                found[name] = (answer.headers["content-type"], answer.body())
    return found


def test_papers_that_others_get_name_nobody(marked, files, tmp_path):
    assert {"business.paper", "dashboard.export", "finding.export"} <= files.keys()
    for name, (kind, data) in files.items():
        text = text_in(kind, data, tmp_path)
        assert len(text) > 100, name
        if name not in SIGNED:
            assert marked.marks.found(text) == [], name


def text_in(kind: str, data: bytes, folder: Path) -> str:
    """Return the text of a file as whoever opens it reads it."""
    if "pdf" in kind:
        (folder / "paper.pdf").write_bytes(data)
        words = ("pdftotext", "-raw", folder / "paper.pdf", "-")
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout
    if kind.startswith(("application/json", "text/")):
        return data.decode()
    with ZipFile(BytesIO(data)) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def test_what_is_left_lying_is_found(chromium, marked):
    """The same looks find a mark wherever one is planted."""
    log, spooled = marked.folder / "server.log", marked.folder / "tmp" / "upload"
    before = log.read_bytes()
    spooled.write_text(f"PK…{NAME}", "utf-8")
    log.write_text(f"POST /signin password={PASSWORD}\nGET {marked.cards[0].url}", "utf-8")
    try:
        assert len(marked.left()) == 3
    finally:
        log.write_bytes(before)
        spooled.unlink()
    with phone(chromium, marked) as page:
        page.goto("/policy")
        page.evaluate(f"localStorage.setItem('draft', '{NAME}')")
        page.evaluate(f"document.cookie = 'pin={PIN}'")
        page.evaluate(
            "caches.open('pages').then((kept) => kept.put('/x?q=730164', new Response()))"
        )
        kept = page.evaluate(STORED)
    assert {f"name {NAME}", f"PIN {PIN}"} <= set(marked.marks.found(kept))
    assert [*marked.marks.in_addresses(f"/card?q={NAME}", f"/due/1?pin={PIN}")]
    assert [*marked.marks.in_addresses(f"/policy?from={marked.cards[0].url}/x")] == []
    assert [*marked.marks.in_addresses(marked.cards[0].url.replace("/c/", "/d/"))]
