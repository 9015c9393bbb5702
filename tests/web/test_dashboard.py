"""The overview: stored totals of the office's places, and nothing that shows a few people."""

from __future__ import annotations

import io

import openpyxl
import pytest
from bs4 import BeautifulSoup

from models.database import write
from models.finding import Survey
from models.tally import Tally
from tests.web.findings import ELSEWHERE, NEIGHBOUR, VILLAGE, found, places, surveyed, total
from web import job

MONEY = {"due": 900_00, "received": 500_00, "overdue": 300_00, "to_come": 100_00}


@pytest.fixture
def stored(app):
    """Totals of two townships and another county, in two years, and some findings."""
    places()
    surveyed()
    with write():
        total(lines=40, confirmed=10, **MONEY)
        total(year=2025, due=700_00, received=700_00)
        total(NEIGHBOUR, business="NC-2", lines=20, confirmed=6, due=100_00, overdue=100_00)
        total(ELSEWHERE, households=9, due=50_00, to_come=50_00)
    found("agreement.no_due_day", "agreement:XY-1", params={"clause": "1"})
    found("price.missing", "agreement:XY-2")
    found("agreement.no_wage", "agreement:XY-3", place=NEIGHBOUR)
    found("agreement.no_wage", "agreement:XY-4", place=ELSEWHERE)


def page(client, at="/dashboard"):
    response = client.get(at)
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def amounts(shown):
    return [cell.get_text(strip=True) for cell in shown.select("#year .amounts dd")]


def bars(shown, title):
    card = next(h for h in shown.select("h3") if h.get_text(strip=True) == title).parent
    return {
        row.select_one(".bars__label").get_text(" ", strip=True): row.select_one(
            ".bars__value"
        ).get_text(strip=True)
        for row in card.select(".bars__one")
    }


def test_staff_of_offices_have_an_overview_and_nobody_else(stored, sign_in, as_household):
    for role in ("township", "county", "prefecture"):
        assert sign_in(role).get("/dashboard").status_code == 200
    assert sign_in("cadre").get("/dashboard").status_code == 404
    assert as_household.get("/dashboard").status_code == 404


def test_the_county_begins_at_its_overview(stored, sign_in):
    assert sign_in("county").get("/signin").location == "/dashboard"


def test_each_office_sees_the_sums_of_its_places(stored, sign_in):
    county = page(sign_in("county"))
    assert county.select_one("#year .money").get_text(strip=True) == "1,000.00元"
    assert amounts(county)[:3] == ["500.00", "400.00", "100.00"]
    township = page(sign_in("township"))
    assert amounts(township)[:3] == ["500.00", "300.00", "100.00"]
    assert amounts(page(sign_in("prefecture")))[:3] == ["500.00", "400.00", "150.00"]


def test_a_year_can_be_chosen(stored, sign_in):
    county = sign_in("county")
    shown = page(county, "/dashboard?year=2025")
    assert amounts(shown)[0] == "700.00"
    assert [a.get_text() for a in shown.select(".years__one")] == ["2025", "2026"]
    assert amounts(page(county, "/dashboard?year=1999"))[0] == "500.00"


def test_it_says_as_of_which_day_it_stands_and_whether_that_still_holds(app, stored, sign_in):
    county = sign_in("county")
    assert "截至2026年11月23日" in page(county).text
    assert "正在重新对照" not in page(county).text
    Survey.update(stale=True).execute()
    with job.TURN:  # nobody gets to the survey meanwhile
        app.config["SURVEY_PATIENCE"] = 0
        assert "正在重新对照" in page(county).text


def test_findings_are_counted_by_weight_and_by_article_and_lead_to_the_list(stored, sign_in):
    shown = page(sign_in("county"))
    assert bars(shown, "按轻重") == {"必须": "2", "原则上": "0", "鼓励": "0", "提示": "1"}
    assert bars(shown, "按条") == {"第十条": "3"}
    assert shown.select_one("a[href='/finding?weight=must']")
    assert shown.select_one("a[href='/finding?article=10']")


def test_late_money_is_shown_by_business_and_by_village(stored, sign_in):
    shown = page(sign_in("county"))
    assert list(bars(shown, "按村").items()) == [("榆树沟村", "300.00元"), ("六工村", "100.00元")]
    assert list(bars(shown, "按经营主体").values()) == ["300.00元", "100.00元"]
    assert shown.select_one(f"a[href='/finding?place={VILLAGE}&sort=-gap']")


def test_the_families_are_parts_of_named_bases(stored, sign_in):
    with write():
        for name, value in {"eligible": 40, "lines": 8, "lines_in_time": 6}.items():
            year = 2026 if name.startswith("lines") else 0
            Tally.create(place=VILLAGE, year=year, name=name, value=value)
    found("household.no_measure", "household:H-1")
    shown = page(sign_in("county"))
    assert [h.contents[0].strip() for h in shown.select(".family h2")] == [
        "带得准",
        "带得稳",
        "带得久",
    ]
    rows = {
        "".join(row.select_one(".bars__label").text.split()): row.b.get_text(strip=True)
        for row in shown.select(".family__one")
    }
    assert rows["享受产业帮扶的符合产业帮扶条件的脱贫户：39/40"] == "97.5%"
    assert rows["按时足额付清的到期应付的笔数：6/8"] == "75%"
    assert shown.select_one(".family a[href='/finding?code=household.no_measure']")


def put_industry():
    with write():
        for at, name, value in (
            (VILLAGE, "workshop_workshops", 3),
            (VILLAGE, "workshop_idle", 1),
            (NEIGHBOUR, "workshop_workshops", 4),
            (ELSEWHERE, "workshop_workshops", 9),
            (VILLAGE, "collective_villages", 2),
            (VILLAGE, "collective_quantified", 1_234_56),
            (NEIGHBOUR, "park_parks", 1),
        ):
            Tally.create(place=at, year=0, name=name, value=value)


def industry(shown):
    return {
        row.select_one(".bars__label").get_text(strip=True): row.b.get_text(strip=True)
        for row in shown.select(".industry .family__one")
    }


def test_articles_six_to_nine_stand_as_stored_figures_of_the_own_places(stored, sign_in):
    put_industry()
    county = page(sign_in("county"))
    figures = industry(county)
    assert (figures["车间"], figures["闲置的车间"], figures["园区"]) == ("7", "1", "1")
    assert figures["量化给成员的金额"] == "1,234.56元"
    assert [a["href"] for a in county.select(".industry h3 a")] == [
        "/policy/7",
        "/policy/8",
        "/policy/9",
    ]
    assert county.select_one(".industry a[href='/business?kind=workshop&condition=idle']")
    township = industry(page(sign_in("township")))
    assert (township["车间"], "园区" in township) == ("3", False)


def test_nothing_of_articles_six_to_nine_is_left_out_whole(stored, sign_in):
    assert page(sign_in("county")).select_one("#industry") is None
    put_industry()
    assert page(sign_in("prefecture")).select_one("#industry") is None


def test_a_confirmed_share_of_few_is_not_shown(app, sign_in):
    places()
    surveyed()
    total(households=4, lines=40, confirmed=10)
    assert "认账的笔数太少" in page(sign_in("county")).text
    total(NEIGHBOUR, households=9, lines=40, confirmed=10)
    text = page(sign_in("county")).get_text()
    assert "80 笔里有 20 笔" in text


def test_what_was_confirmed_with_help_is_counted_apart(app, sign_in):
    places()
    surveyed()
    total(households=9, lines=40, confirmed=10, assisted=4)
    assert "有人在旁边帮着认的" not in page(sign_in("county")).text, "too few"
    total(NEIGHBOUR, households=9, lines=40, confirmed=10, assisted=3)
    text = page(sign_in("county")).get_text()
    assert "80 笔里有 20 笔" in text
    assert "有人在旁边帮着认的另有 7 笔" in text


def county_rows(shown):
    return {
        row.th.get_text(strip=True): [cell.get_text(strip=True) for cell in row.select("td")]
        for row in shown.select("table tbody tr")
        if row.select_one("th .bars__bar")
    }


def test_the_prefecture_compares_its_counties(stored, sign_in):
    rows = county_rows(page(sign_in("prefecture")))
    assert list(rows) == ["昌吉市", "阜康市"]
    assert rows["昌吉市"] == ["1,000.00", "500.00", "400.00", "100.00", "16 / 60", "2", "1", "0"]
    assert not page(sign_in("prefecture")).select("a[href^='/finding']")


def test_a_county_with_few_households_is_hidden_with_the_next_smallest(stored, sign_in):
    total("652303001001", households=3, due=77_77, to_come=77_77)
    shown = page(sign_in("prefecture"))
    rows = county_rows(shown)
    assert "不显示" in rows["652303"][0]
    assert "不显示" in rows["阜康市"][0]
    assert rows["昌吉市"][0] == "1,000.00"
    assert "77.77" not in shown.text
    assert "50.00" not in [cell for row in rows.values() for cell in row]


def test_few_confirmed_lines_are_hidden_and_so_is_what_gives_them_away(stored, sign_in):
    total("652303001001", households=20, lines=30, confirmed=1)
    rows = county_rows(page(sign_in("prefecture")))
    # 17 are confirmed in all: the first county's 16 would give the third one's away.
    assert [row[4] for row in rows.values()] == ["不显示", "0 / 12", "不显示"]


def test_few_findings_about_households_are_hidden_from_the_prefecture(stored, sign_in):
    for number in range(3):
        found("household.no_measure", f"household:H-{number}")
    for number in range(8):
        found("household.no_measure", f"household:G-{number}", place=ELSEWHERE)
    rows = county_rows(page(sign_in("prefecture")))
    assert rows["昌吉市"][-1] == rows["阜康市"][-1] == "不显示"
    weights = bars(page(sign_in("prefecture")), "按轻重")
    assert weights["必须"] == "3"


def test_the_prefecture_takes_its_totals_out_as_a_workbook(stored, sign_in):
    total("652303001001", households=3, due=77_77, to_come=77_77)
    answer = sign_in("prefecture").get("/dashboard/export")
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert rows[0][:3] == ["年", "县（市）", "应得（元）"]
    assert rows[1] == [2025, "昌吉市", 700, 700, 0, 0, 12, 0]
    assert [row[1:3] for row in rows[2:]] == [
        ["昌吉市", 1000],
        ["阜康市", "不足 5 户，或能推算出不足 5 户的数，不显示"],
        ["652303", "不足 5 户，或能推算出不足 5 户的数，不显示"],
    ]
    for role in ("cadre", "township", "county"):
        assert sign_in(role).get("/dashboard/export").status_code == 404


def test_an_empty_overview_says_what_to_do(app, sign_in):
    places()
    assert "台账里还没有应得的钱" in page(sign_in("county")).text


def test_the_number_of_queries_does_not_grow_with_the_totals(stored, sign_in, statements):
    for role in ("township", "county", "prefecture"):
        client = sign_in(role)
        client.get("/dashboard")
        statements.clear()
        client.get("/dashboard")
        few = len(statements)
        for number in range(20):
            total(business=f"NC-{role}-{number}", overdue=100)
            found("agreement.no_wage", f"agreement:{role}-{number}")
        statements.clear()
        client.get("/dashboard")
        assert len(statements) == few <= 15


def test_it_reads_no_line_and_no_household(stored, sign_in, statements):
    county = sign_in("county")
    statements.clear()
    county.get("/dashboard")
    for table in ("due", "household", "share", "payment", "answer", "check"):
        assert not [sql for sql in statements if f'FROM "{table}"' in sql]


def test_charts_are_drawn_without_style_and_time_runs_one_way(stored, sign_in):
    county = sign_in("county")
    county.set_cookie("lang", "ug")
    shown = page(county)
    assert shown.html["dir"] == "rtl"
    assert shown.select_one(".lines")["dir"] == "ltr"
    assert [s.text for s in shown.select(".lines__years span")] == ["2025", "2026"]
    assert not shown.select("[style]")
    assert all(svg["aria-hidden"] == "true" for svg in shown.select("main svg.bars__bar"))
