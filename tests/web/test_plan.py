"""A plan's papers: figures as on the page, sheets that add up, who may print, empty cases."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from models.access import Access
from models.ids import household_id
from tests.web import farm, glyphs, sharing
from tests.web.sharing import ADDRESS
from web import formats
from web.pages.plan import PAYOUT, POSTING, sheets
from web.pages.posting import last_day

PAPERS = ("payout", "posting", "minutes")
USES = ("use_industry", "use_posts", "use_upkeep", "use_welfare", "use_reserve", "use_other")
POSTED = (POSTING[0] - 3, *POSTING[1:])  # three uses stand above the list


@pytest.fixture
def township(sign_in):
    sharing.share()
    return sign_in("township")


def words(answer) -> str:
    return " ".join(BeautifulSoup(answer.data, "html.parser").main.get_text(" ").split())


def printed(client, name, asked=""):
    answer = client.get(f"{ADDRESS}/{name}{asked}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    return glyphs.shown(answer.data)


@pytest.mark.parametrize(
    ("name", "capacity"), [("payout", PAYOUT), ("posting", POSTED)], ids=["payout", "posting"]
)
def test_each_household_has_its_part_and_the_sheets_add_up(township, name, capacity):
    text, count = printed(township, name)
    known = sharing.amounts()
    assert len(known) == 31
    lines = text.splitlines()
    for number, fen in known.items():
        assert number in lines
        assert formats.amount(fen) in lines
    parts = sheets(sorted(known), *capacity)
    assert count == len(parts)
    sums = [sum(known[number] for number in part) for part in parts]
    for fen in (*sums, sum(known.values())):
        assert formats.amount(fen) in lines
    assert sum(sums) == sum(known.values()) == sharing.POT


def test_the_page_says_how_many_sheets(township):
    text = words(township.get(ADDRESS))
    for name in PAPERS:
        assert f"A4 纸 {printed(township, name)[1]} 张" in text
    assert "61,234.57 元" in text


@pytest.mark.parametrize("households", [1, *PAYOUT, *POSTED, 13, 30, 31, 60])
def test_what_is_said_of_the_sheets_holds_for_any_number(sign_in, households):
    sharing.share(households)
    client = sign_in("county")
    assert printed(client, "payout")[1] == len(sheets(range(households), *PAYOUT))
    assert printed(client, "posting")[1] == len(sheets(range(households), *POSTED))


@pytest.mark.parametrize("households", [1, 2, 40])
def test_a_plan_with_every_use_fits_as_well(sign_in, households):
    uses = dict.fromkeys(USES, 1_234_56)
    sharing.share(households, unit="yuan", use_households=10_000_50, **uses)
    client = sign_in("county")
    page = BeautifulSoup(client.get(ADDRESS).data, "html.parser")
    for name in PAPERS:
        said = " ".join(page.select_one(f"a[href='{ADDRESS}/{name}']").get_text(" ").split())
        assert f"A4 纸 {printed(client, name)[1]} 张" in said


def test_what_nobody_gets_is_said_so_that_it_adds_up(sign_in):
    sharing.share(3, unit="yuan", use_households=1_000_50)
    text, _ = printed(sign_in("county"), "payout")
    rest = sharing.amounts()
    assert sum(rest.values()) == 1_000_00 or sum(rest.values()) == 1_001_00
    assert formats.amount(sum(rest.values())) in text


def test_the_days_are_those_of_the_plan_or_those_that_are_typed(township):
    text, _ = printed(township, "posting")
    assert "2026年11月21日到2026年11月28日" in text
    text, _ = printed(township, "posting", "?from=2026-12-01&days=7")
    assert "2026年12月1日到2026年12月8日" in text
    page = words(township.get(f"{ADDRESS}?from=2026-12-01&days=7"))
    assert "从 2026年12月1日 到 2026年12月8日" in page


def test_the_first_day_is_not_counted_and_a_day_of_rest_moves_on():
    assert last_day(date(2026, 12, 1), 7) == date(2026, 12, 8)
    assert last_day(date(2026, 11, 28), 7) == date(2026, 12, 7)  # a Saturday moves to Monday


def test_the_county_s_own_number_of_days_is_used(sign_in):
    sharing.share(posted_from=None, posted_to=None)
    client = sign_in("township")
    assert "____" in printed(client, "posting")[0]
    sharing.settle("posting_days", "10")
    assert "2026年12月1日到2026年12月11日" in printed(client, "posting", "?from=2026-12-01")[0]


@pytest.mark.parametrize(
    "asked", ["?from=x&days=7", "?from=2026-12-01&days=0", "?days=5", "?from=2026-12-01"]
)
@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_what_cannot_be_read_gets_a_sentence_and_stays(township, asked, lang):
    answer = township.get(f"{ADDRESS}{asked}&lang={lang}")
    assert answer.status_code == 422
    page = BeautifulSoup(answer.data, "html.parser")
    assert page.select(".field__error")
    for typed in asked[1:].split("&"):
        name, _, value = typed.partition("=")
        assert page.select_one(f"input[name={name}]")["value"] == value
    for name in PAPERS:
        lead = township.get(f"{ADDRESS}/{name}{asked}")
        assert (lead.status_code, lead.location) == (303, f"{ADDRESS}{asked}")


def test_before_the_decision_there_are_minutes_only(sign_in):
    sharing.share(decided_on=None, posted_from=None, posted_to=None)
    client = sign_in("township")
    page = client.get(ADDRESS)
    assert "还不能打印：成员还没有决议怎么分" in words(page)
    assert f"{ADDRESS}/payout" not in page.text
    for name in ("payout", "posting"):
        assert client.get(f"{ADDRESS}/{name}").location == ADDRESS
    text, count = printed(client, "minutes")
    assert count == 2
    assert "61,234.57" in text
    assert not Access.select().exists()


def test_what_was_paid_already_is_said(township):
    assert "不要发两次" not in words(township.get(ADDRESS))
    with sharing.write():
        farm.pay(sharing.PLAN, 2026, 100_00, farm.TODAY, holder=sharing.number(3))
        sharing.rebuild({sharing.PLAN}, (), farm.TODAY)
    assert "已经给 1 户发过钱" in words(township.get(ADDRESS))
    assert formats.amount(sharing.POT) in printed(township, "payout")[0]


def test_a_plan_of_nobody_has_minutes_only(sign_in):
    sharing.share(0)
    client = sign_in("county")
    assert "没有这个方案的分户" in words(client.get(ADDRESS))
    assert client.get(f"{ADDRESS}/payout").status_code == 303
    assert printed(client, "minutes")[1] == 2


def test_whoever_stands_on_a_list_reads_that_it_was_printed(township):
    printed(township, "minutes")
    assert not Access.select().exists()
    printed(township, "payout")
    printed(township, "posting")
    noted = {(row.household, row.purpose) for row in Access.select()}
    assert noted == {(household_id(number), "print") for number in sharing.amounts()}


def test_households_elsewhere_are_on_no_paper(sign_in):
    sharing.share(4)
    far = "652301999200-001"
    sharing.add_household(far, "外乡的人", far[:12])
    with sharing.write():
        farm.add(sharing.Portion, holder=far, plan=sharing.PLAN, basis=10_000)
        sharing.rebuild({sharing.PLAN}, (), farm.TODAY)
    town, county = sign_in("township"), sign_in("county")
    assert "还有 1 户不在您管的地方" in words(town.get(ADDRESS))
    assert far not in printed(town, "payout")[0]
    assert far in printed(county, "payout")[0]


@pytest.mark.parametrize("name", ["", *(f"/{name}" for name in PAPERS)])
def test_nobody_else_prints(township, client, as_household, sign_in, name):
    assert client.get(ADDRESS + name).status_code == 303
    assert as_household.get(ADDRESS + name).status_code == 404
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get(ADDRESS + name).status_code == 404
    assert sign_in("township", "652301999").get(ADDRESS + name).status_code == 404
    assert sign_in("county", "652302").get(ADDRESS + name).status_code == 404
    assert township.get(f"/plan/none{name}").status_code == 404


def test_the_agreement_s_page_leads_to_it(township):
    overview = f"/agreement/{ADDRESS.removeprefix('/plan/')}/overview"
    page = BeautifulSoup(township.get(overview).data, "html.parser")
    assert page.select_one(f"a[href='{ADDRESS}']")
    assert f'href="{overview}"' in township.get(ADDRESS).text


def test_the_file_is_called_what_it_is(township):
    named = unquote(township.get(f"{ADDRESS}/payout").headers["Content-Disposition"])
    assert "分红发放表-分-2026_3.pdf" in named
