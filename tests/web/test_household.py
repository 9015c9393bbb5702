"""The home of a household: what comes next, how the year stands, who owes what."""

from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup

from models import session
from models.business import Business
from models.due import Due
from models.household import Household
from models.ids import household_id
from models.visit import Said, store
from tests.web import farm
from web.access import COOKIE
from web.clock import SHANGHAI

US = household_id(farm.OURS)


@pytest.fixture
def phone(as_household):
    farm.farm()
    return as_household


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def sums(page: BeautifulSoup) -> list[str]:
    return [words(number) for number in page.select(".amounts dd")]


def test_the_next_payment_comes_first(phone):
    first = soup(phone.get("/household")).select_one("main section")
    assert "next" in first["class"]
    text = words(first)
    for part in ("保底收益", "600.00 元", "还有 18 天", "一卡通", "木垒县依尔哈巴克农民专业合作社"):
        assert part in text
    line = farm.line_of(US, "guaranteed", 2026, 2)
    assert first.select_one("a")["href"] == f"/due/{line.id}"
    assert first.select_one("time")["datetime"] == "2026-12-11"


def test_what_is_late_in_any_year_is_said_beside_it(phone):
    late = soup(phone.get("/household")).select_one(".next__late")
    assert "3 笔" in words(late)
    assert "8,333.50" in words(late)


def test_the_year_adds_up(phone):
    page = soup(phone.get("/household"))
    assert words(page.select_one(".year__due")) == "9,083.50 元"
    assert sums(page) == ["950.00", "7,533.50", "600.00", "0 笔"]
    assert page.select_one(".fill_received")
    widths = [int(part["width"]) for part in page.select(".amount-bar rect")]
    assert widths == [1000, 933, 104]


def test_tolerated_saved_and_agreed_stand_beside_the_sum(phone):
    rent = farm.line_of(US, "rent", 2026)
    Due.update(paid=7_533_49, unit=10, completed_on=date(2026, 11, 11)).where(
        Due.id == rent.id
    ).execute()
    copies = [("saved", 0, 200_00, "", None), ("wage", None, None, "agreed", 90_00)]
    for number, (kind, due, saved, reason, least) in enumerate(copies):
        row = Due.select().where(Due.id == rent.id).dicts().get()
        Due.insert(
            **row
            | {"id": farm.derive("copy", number), "kind": kind, "due": due, "saved": saved}
            | {"reason": reason, "at_least": least, "paid": 0, "due_on": None}
        ).execute()
    page = soup(phone.get("/household"))
    beside = words(page.select_one(".beside"))
    assert "0.01 元" in beside
    assert "200.00 元" in beside
    assert "1 笔只约定了最低数" in beside
    assert words(page.select_one(".year__due")) == "9,083.50 元"
    assert "至少 90.00 元" in words(page)


def test_a_card_for_each_business_with_whom_to_call(phone):
    page = soup(phone.get("/household"))
    cards = page.select("section.business")
    names = [words(card.select_one("h3")) for card in cards]
    assert names == ["木垒县依尔哈巴克农民专业合作社", "天山养殖场", "昌吉市六工镇种植家庭农场"]
    calls = [a["href"] for a in cards[0].select("a[href^='tel:']")]
    assert calls == ["tel:0994-6543210", "tel:0994-2345678"]
    assert "依尔哈巴克村" in words(cards[1])
    link = cards[0].select_one(".agreement-link")["href"]
    assert phone.get(link).status_code == 200
    assert "简表写明" in words(cards[1])
    assert not cards[1].select(".agreement-link")


def test_each_line_leads_to_its_page_with_its_state_in_words(phone):
    page = soup(phone.get("/household"))
    rows = page.select("section.business .rows a[href^='/due/']")
    assert [words(row.select_one(".tag")) for row in rows] == [
        "已收到",
        "还没到期",
        "晚到 1 天",
        "逾期 12 天",
    ]
    assert all(phone.get(row["href"]).status_code == 200 for row in rows)


def test_many_settled_lines_are_folded_away(phone):
    row = Due.select().where(Due.id == farm.line_of(US, "guaranteed", 2026, 1).id).dicts().get()
    for number in range(7):
        Due.insert(**row | {"id": farm.derive("more", number)}).execute()
    card = soup(phone.get("/household")).select_one("section.business")
    assert len(card.select("details a[href^='/due/']")) == 8
    assert "8 笔" in words(card.select_one("summary"))


def test_earlier_years_that_are_still_open_lead_there(phone):
    link = soup(phone.get("/household")).select_one(".earlier")
    assert "800.00" in words(link)
    there = soup(phone.get(link["href"].partition("#")[0]))
    assert there.select_one(".years [aria-current]").text == "2025"
    assert not there.select(".next")
    assert sums(there) == ["8,533.50", "800.00", "0.00", "0 笔"]


def test_a_year_can_be_chosen(phone):
    chosen = soup(phone.get("/household")).select(".years a")
    assert [year.text for year in chosen] == ["2024", "2025", "2026", "2027", "2028"]


@pytest.mark.parametrize("year", ["", "26", "20260", "abcd", "２０２６", "-202"])
def test_a_year_that_is_none_is_this_one(phone, year):
    page = soup(phone.get("/household", query_string={"year": year}))
    assert page.select_one(".years [aria-current]").text == "2026"


def test_a_year_without_lines_says_so(phone):
    page = soup(phone.get("/household?year=2019"))
    assert "这一年没有记录" in words(page)
    assert not page.select(".money")


def test_a_household_without_any_line_says_what_will_stand_here(phone):
    Due.delete().where(Due.household == US).execute()
    page = soup(phone.get("/household"))
    assert "还没有记录" in words(page)
    assert not page.select(".years, .next, .business")


def test_a_household_that_the_ledger_does_not_have_is_not_found(as_household):
    assert as_household.get("/household").status_code == 404


def test_withdrawn_lines_do_not_count(phone):
    Due.update(withdrawn=True).where(Due.id == farm.line_of(US, "rent", 2026).id).execute()
    assert sums(soup(phone.get("/household"))) == ["950.00", "0.00", "600.00", "0 笔"]


@pytest.mark.parametrize(("day", "unknown"), [(30, "0 笔"), (31, "1 笔")])
def test_a_result_that_is_still_to_come_is_unknown_from_the_year_s_end(app, clock, day, unknown):
    clock.moment = datetime(2026, 12, day, 9, tzinfo=SHANGHAI)
    farm.farm()
    phone = app.test_client()
    phone.set_cookie(COOKIE, session.start_household(US, clock.moment))
    assert sums(soup(phone.get("/household")))[3] == unknown


def test_a_check_that_waits_for_a_word_is_said(phone, staff):
    rent = farm.line_of(US, "rent", 2026).id
    visit = farm.derive("visit")
    store(visit, US, staff("cadre").id, [Said("not_received", due=rent)], date(2026, 11, 20))
    link = soup(phone.get("/household")).select_one(".notice_link")
    assert "11月20日" in words(link)
    assert phone.get(link["href"]).status_code == 200


def test_lines_that_the_calendar_changed_are_rebuilt_before_they_are_shown(phone):
    rent = farm.line_of(US, "rent", 2026).id
    Due.update(due=1, stale_on=farm.TODAY).where(Due.id == rent).execute()
    assert sums(soup(phone.get("/household")))[1] == "7,533.50"
    assert Due.get(Due.id == rent).stale_on is None


def test_what_is_not_stale_yet_is_left_alone(phone):
    rent = farm.line_of(US, "rent", 2026).id
    Due.update(due=1_00, stale_on=date(2026, 11, 24)).where(Due.id == rent).execute()
    assert sums(soup(phone.get("/household")))[1] == "1.00"


def test_the_number_of_queries_does_not_grow_with_the_rows(phone, statements):
    phone.get("/household")
    few = len(statements)
    for number in range(40):
        row = Due.select().where(Due.household == US).dicts().get()
        Due.insert(**row | {"id": farm.derive("row", number)}).execute()
    statements.clear()
    phone.get("/household")
    assert len(statements) == few <= 6


def test_the_steps_of_a_figure_are_not_read_for_the_home(phone, statements):
    phone.get("/household")
    assert not [sql for sql in statements if '"steps"' in sql]


def test_names_from_the_ledger_are_written_as_text(phone):
    Business.update(name="<b>坏</b>&\"'").execute()
    page = phone.get("/household").text
    assert "<b>坏" not in page
    assert "&lt;b&gt;坏&lt;/b&gt;&amp;&#34;&#39;" in page


PAGES = ("/household", "/household?year=2025", "/check", "/statement/2026", "rent", "land")


@pytest.mark.parametrize("language", ["zh", "ug"])
@pytest.mark.parametrize("path", PAGES)
def test_no_word_of_its_category_stands_on_a_household_s_page(phone, language, path):
    phone.set_cookie("lang", language)
    Household.update(category="lifted").execute()
    rent = farm.line_of(US, "rent", 2026).id
    path = {"rent": f"/due/{rent}", "land": f"/agreement/{farm.LAND}"}.get(path, path)
    page = phone.get(path).text
    for word in ("脱贫", "监测", "نامرات", "كۆزىتىل"):
        assert word not in page


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_the_home_is_there_in_both_languages(phone, language):
    phone.set_cookie("lang", language)
    page = soup(phone.get("/household"))
    assert page.html["lang"] == language
    assert page.html["dir"] == {"zh": "ltr", "ug": "rtl"}[language]
    assert page.select_one(".year__due bdi[dir=ltr]").text == "9,083.50"


def test_nobody_else_sees_a_home(client, sign_in):
    assert client.get("/household").status_code == 303
    assert sign_in("county").get("/household").status_code == 404


def policies(page: BeautifulSoup) -> set[str]:
    return {a["href"] for a in page.select("a[href^='/explanation/']")}


def test_the_policy_that_concerns_it_is_that_of_its_modes_and_of_late_money(phone):
    assert {"/explanation/8", "/explanation/15"} <= policies(soup(phone.get("/household")))
    assert "/explanation/1" not in policies(soup(phone.get("/household")))


def test_one_that_is_linked_in_no_way_reads_who_is_led_along_and_how(phone):
    Due.delete().where(Due.household == US).execute()
    found = policies(soup(phone.get("/household")))
    assert found == {f"/explanation/{number}" for number in (1, 2, 3)}
