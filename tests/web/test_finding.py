"""Findings: who sees which, how the list is narrowed and sorted, what one of them rests on."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup

from models import access
from models.finding import Finding, Survey
from models.household import Household
from models.ids import household_id
from tests.web import farm
from tests.web.findings import COUNTY, DAY, ELSEWHERE, NEIGHBOUR, VILLAGE, found, places, surveyed
from web import job

NO_DUE_DAY = "agreement.no_due_day"
ROSTER = "agreement.roster_over"
AREA = "share.no_area"


@pytest.fixture
def findings(app):
    """Three of this township, one of the next, the county's own, and another county's."""
    places()
    surveyed()
    surveyed(ELSEWHERE[:6])
    named = {"clause": "1", "year": "2026", "held": "1200", "whole": "1000"}
    return {
        "day": found(NO_DUE_DAY, "agreement:XY-1", params={"clause": "1"}, gap=500_00),
        "roster": found(ROSTER, "agreement:XY-2", params=named, business="NC-7", gap=90_00),
        "area": found(
            AREA,
            f"household:{farm.OURS}",
            params={"clause": "1", "household": farm.OURS},
            since=date(2025, 1, 1),
        ),
        "near": found(NO_DUE_DAY, "agreement:XY-3", params={"clause": "1"}, place=NEIGHBOUR),
        "county": found("price.missing", "agreement:XY-4", place=COUNTY),
        "foreign": found(NO_DUE_DAY, "agreement:XY-5", place=ELSEWHERE),
        "ended": found(ROSTER, "agreement:XY-6", params=named, ended_on=date(2026, 11, 1)),
    }


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return BeautifulSoup(response.data, "html.parser")


def listed(client, address="/finding"):
    """The ids in the list, in their order."""
    rows = page(client, address).select("#found tbody a")
    return [row["href"].removeprefix("/finding/") for row in rows]


def names(findings, ids):
    known = {str(key): name for name, key in findings.items()}
    return [known[each] for each in ids]


@pytest.mark.parametrize("role", ["cadre", "prefecture"])
def test_cadres_and_the_prefecture_see_no_finding(findings, sign_in, role):
    for address in ("/finding", "/finding/export", f"/finding/{findings['day']}"):
        assert sign_in(role).get(address).status_code == 404


def test_a_household_sees_no_finding(findings, as_household):
    assert as_household.get("/finding").status_code == 404
    assert as_household.get(f"/finding/{findings['area']}").status_code == 404


def test_each_office_sees_what_lies_in_it(findings, sign_in):
    own = {"day", "roster", "area"}
    assert set(names(findings, listed(sign_in("county")))) == own | {"near", "county"}
    assert set(names(findings, listed(sign_in("township")))) == own
    neighbour = sign_in("township", NEIGHBOUR[:9])
    assert names(findings, listed(neighbour)) == ["near"]
    assert names(findings, listed(sign_in("county", ELSEWHERE[:6]))) == ["foreign"]


def test_what_is_out_of_scope_is_not_there(findings, sign_in):
    county, township = sign_in("county"), sign_in("township")
    for name, key in findings.items():
        inside = name != "foreign"
        assert (county.get(f"/finding/{key}").status_code == 200) is inside
        inside = name not in {"foreign", "county", "near"}
        assert (township.get(f"/finding/{key}").status_code == 200) is inside
    for place in (ELSEWHERE, ELSEWHERE[:6], "6523"):
        assert county.get(f"/finding?place={place}").status_code == 404
        assert county.get(f"/finding/export?place={place}").status_code == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"place={VILLAGE}", {"day", "roster", "area"}),
        (f"code={NO_DUE_DAY}", {"day", "near"}),
        ("weight=must", {"day", "roster", "near"}),
        ("article=10", {"day", "near", "area", "county"}),
        ("article=10(3)", {"day", "near"}),
        ("business=NC-7", {"roster"}),
        ("agreement=XY-2", {"roster"}),
        ("subject=agreement:XY-3", {"near"}),
        ("age=365", {"area"}),
        ("least=100", {"day"}),
        ("least=1&most=99.99", {"roster"}),
        ("state=ended", {"ended"}),
        ("weight=unheard&age=3", {"day", "roster", "area", "near", "county"}),
    ],
)
def test_the_list_is_narrowed_by_its_address(findings, sign_in, query, expected):
    assert set(names(findings, listed(sign_in("county"), f"/finding?{query}"))) == expected


def test_the_foot_sums_up_what_is_listed(findings, sign_in):
    county = sign_in("county")
    foot = page(county, "/finding").select_one("tfoot").get_text(" ", strip=True)
    assert foot == "合计 5 590.00"
    foot = page(county, "/finding?business=NC-7").select_one("tfoot").get_text(" ", strip=True)
    assert foot == "合计 1 90.00"


def test_a_heading_sorts_and_a_second_tap_turns_it_round(findings, sign_in):
    county = sign_in("county")
    heading = next(h for h in page(county, "/finding").select("thead th") if "差额" in h.text)
    once = page(county, f"/finding{heading.a['href']}")
    gaps = [row.select("td")[4].get_text(strip=True) for row in once.select("tbody tr")]
    assert gaps[:2] == ["500.00", "90.00"]
    heading = next(h for h in once.select("thead th") if "差额" in h.text)
    assert heading["aria-sort"] == "descending"
    twice = page(county, f"/finding{heading.a['href']}")
    gaps = [row.select("td")[4].get_text(strip=True) for row in twice.select("tbody tr")]
    assert gaps[-2:] == ["90.00", "500.00"]


def test_an_amount_that_is_none_is_said_and_kept(findings, sign_in):
    shown = page(sign_in("county"), "/finding?least=many")
    assert shown.select_one("#least")["value"] == "many"
    assert "这里要写金额" in shown.select_one("#least-error").text


def test_the_list_is_paged_and_keeps_its_filter(findings, sign_in):
    for number in range(60):
        found(NO_DUE_DAY, f"agreement:Z-{number}", params={"clause": "1"}, business="NC-9")
    county = sign_in("county")
    first = page(county, "/finding?business=NC-9")
    after = first.find("a", rel="next")["href"]
    assert "business=NC-9" in after
    assert len(first.select("tbody tr")) == 50
    assert len(page(county, f"/finding{after}").select("tbody tr")) == 10


def test_an_empty_list_says_why(app, sign_in):
    places()
    county = sign_in("county")
    app.config["SURVEY_PATIENCE"] = 0
    with job.TURN:  # nobody gets to the survey meanwhile
        assert "还没有对照过规定" in page(county, "/finding").text
    Survey.delete().execute()
    surveyed()
    assert "没有问题。" in page(county, "/finding").text
    assert "没有这样的问题" in page(county, "/finding?weight=must").text


def test_what_no_longer_holds_is_surveyed_before_it_is_shown(findings, sign_in):
    Survey.update(stale=True).execute()
    assert not set(listed(sign_in("county"))) & {str(each) for each in findings.values()}
    assert Finding.get_by_id(findings["day"]).ended_on == DAY
    assert Finding.get_by_id(findings["foreign"]).ended_on is None


def test_htmx_gets_the_list_alone(findings, sign_in):
    part = sign_in("county").get("/finding?weight=note", headers={"HX-Request": "true"}).text
    assert part.strip().startswith('<div id="found"')
    assert "<html" not in part


def test_the_list_names_no_household(findings, sign_in):
    assert farm.OURS not in sign_in("county").get("/finding").text
    assert access.of_household(household_id(farm.OURS)) == []


def test_one_finding_quotes_its_article_and_says_who_acts(findings, sign_in):
    shown = page(sign_in("county"), f"/finding/{findings['roster']}")
    text = shown.get_text(" ", strip=True)
    assert shown.select_one("mark").text == "按照合理的估值折股量化至村集体或农户"
    assert shown.select_one("a.citation")["href"] == "/policy/12"
    assert "1,200" in text
    assert "超过总数 1,000" in text
    assert "90.00 元" in text
    assert "乡镇和村里核对受益名单" in text
    assert shown.select_one("a[href='/agreement/XY-2/overview']")


def test_a_finding_about_a_household_notes_the_opening(findings, sign_in):
    key = household_id(farm.OURS)
    assert farm.OURS in sign_in("township").get(f"/finding/{findings['area']}").text
    (opening,) = access.of_household(key)
    assert (opening.purpose, opening.role) == ("finding", "township")


def test_an_ended_finding_says_when_it_ended(findings, sign_in):
    text = page(sign_in("county"), f"/finding/{findings['ended']}").text
    assert "2026年11月1日" in text
    assert "有多久了" not in text


def test_the_number_of_queries_does_not_grow_with_the_findings(findings, sign_in, statements):
    county = sign_in("county")
    county.get("/finding")
    statements.clear()
    county.get("/finding")
    few = len(statements)
    for number in range(30):
        found(NO_DUE_DAY, f"agreement:Z-{number}", business=f"NC-{number}")
    statements.clear()
    county.get("/finding")
    assert len(statements) == few <= 16


def test_no_name_of_a_household_is_in_reach(findings, sign_in):
    Household.create(
        id=household_id(farm.OURS),
        batch=farm.BATCH,
        number=farm.OURS,
        village=VILLAGE,
        head="古丽娜尔",
    )
    county = sign_in("county")
    for address in ("/finding", f"/finding/{findings['area']}"):
        assert "古丽娜尔" not in county.get(address).text
