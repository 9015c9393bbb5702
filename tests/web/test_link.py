"""The county issues a business's link: once, shown once, replaced and ended at once."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import link
from models.business import Business
from models.link import Link
from tests.web import farm, firm, glyphs
from tests.web.printed import codes_of
from web import qr
from web.routes.link import a_year_on

ADDRESS = f"/business/{firm.COOPERATIVE}/link"


@pytest.fixture(autouse=True)
def ledger(app):
    firm.firm()


@pytest.fixture
def county(sign_in):
    return sign_in("county")


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def issue(county, sent=None, until="2027-11-23", address=ADDRESS):
    return county.post(address, data={"id": str(sent or uuid4()), "valid_until": until})


def url(answer) -> str:
    text, _ = glyphs.shown(answer.data)
    (found,) = re.findall(r"^liannong\.example/b/[A-Z2-7]{26}$", text, re.MULTILINE)
    return f"https://{found}"


def test_a_year_is_offered_and_nothing_is_issued_before_the_second_step(county):
    shown = page(county.get(ADDRESS))
    assert shown.select_one("#valid_until")["value"] == "2027-11-23"
    assert Link.select().count() == 0


@pytest.mark.parametrize(
    ("day", "year_on"),
    [(date(2026, 11, 23), date(2027, 11, 23)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_a_year_on_is_the_same_day(day, year_on):
    assert a_year_on(day) == year_on


def test_the_sheet_is_given_once_in_both_languages_with_its_code(county, client, tmp_path):
    sent = uuid4()
    answer = issue(county, sent)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    address = url(answer)
    pdf = tmp_path / "link.pdf"
    pdf.write_bytes(answer.data)
    assert codes_of(pdf) == [address.upper()]
    text, sheets = glyphs.shown(answer.data)
    assert sheets == 1
    assert text.count("2027-11-23") == 2
    assert client.get(address.removeprefix("https://liannong.example")).location == "/payer"
    again = issue(county, sent)
    assert again.status_code == 410
    assert "已经给过一次" in again.text
    assert address[-26:] not in again.text
    assert Link.select().count() == 1
    for after in (f"/business/{firm.COOPERATIVE}", ADDRESS):
        assert address[-26:] not in county.get(after).text


def test_a_sheet_that_fails_is_not_handed_out_and_the_link_before_goes_on(
    county, client, monkeypatch
):
    first = url(issue(county)).removeprefix("https://liannong.example")
    other, sent = qr.svg(qr.page_code("HTTPS://LIANNONG.EXAMPLE/B/AAAA")), uuid4()
    with monkeypatch.context() as patch:
        patch.setattr(qr, "svg", lambda _code: other)
        answer = issue(county, sent)
    assert (answer.status_code, "没有交给您" in answer.text) == (503, True)
    assert client.get(first).status_code == 303
    assert issue(county, sent).mimetype == "application/pdf", "the same form can be sent again"
    assert client.get(first).status_code == 404


def test_a_new_link_closes_what_the_old_one_opened(county, client):
    first = url(issue(county)).removeprefix("https://liannong.example")
    client.get(first)
    assert client.get("/payer").status_code == 200
    assert "旧链接马上作废" in county.get(ADDRESS).text
    second = url(issue(county)).removeprefix("https://liannong.example")
    assert client.get("/payer").location == "/b"
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 303


def test_a_link_is_ended_after_a_second_step(county, client):
    assert "现在没有能用的链接" in county.get(f"{ADDRESS}/end").text
    client.get(url(issue(county)).removeprefix("https://liannong.example"))
    assert "确定停用" in county.get(f"{ADDRESS}/end").text
    answer = county.post(f"{ADDRESS}/end")
    assert (answer.status_code, answer.location) == (303, f"/business/{firm.COOPERATIVE}")
    assert client.get("/payer").location == "/b"
    assert link.of_business(firm.COOPERATIVE, firm.TODAY) is None
    assert county.post(f"{ADDRESS}/end").status_code == 303


@pytest.mark.parametrize("until", ["", "tomorrow", "2026-11-22", "2030-01-01", "2026-02-30"])
def test_a_day_that_cannot_be_is_refused_and_kept(county, until):
    answer = issue(county, until=until)
    assert answer.status_code == 422
    assert page(answer).select_one("#valid_until")["value"] == until
    assert "三年以内" in answer.text
    assert Link.select().count() == 0


@pytest.mark.parametrize("sent", ["", "x", "6fa459ea-ee8a-11e5-9ce9-5e5517507c66"])
def test_an_id_that_is_not_random_is_refused(county, sent):
    answer = county.post(ADDRESS, data={"id": sent, "valid_until": "2027-01-01"})
    assert answer.status_code == 422
    assert Link.select().count() == 0


def test_only_the_county_that_the_business_lies_in_issues_it(sign_in, county):
    assert issue(county).status_code == 200
    firm.household("652302001200-001", "外村人", firm.ELSEWHERE)
    firm.deal("CH-9", holders=["652302001200-001"])
    other = sign_in("county", "652302")
    # It owes there, so the county sees it; it lies elsewhere, so the other county issues.
    assert other.get(f"/business/{firm.COOPERATIVE}").status_code == 200
    assert "专用链接" not in other.get(f"/business/{firm.COOPERATIVE}").text
    for phone in (other, sign_in("county", "652328"), sign_in("township"), sign_in("cadre")):
        for view in ("", "/end"):
            assert phone.get(ADDRESS + view).status_code == 404
            assert phone.post(ADDRESS + view, data={"id": str(uuid4())}).status_code == 404
    assert Link.select().where(Link.ended_on.is_null()).count() == 1


def test_where_no_place_is_known_the_county_in_which_it_owes_issues(county, sign_in):
    Business.update(village=None).execute()
    assert issue(county).status_code == 200
    assert issue(sign_in("county", "652328")).status_code == 404


def test_an_unknown_business_has_no_link(county):
    assert county.get("/business/NC-404/link").status_code == 404
    assert issue(county, address="/business/NC-404/link").status_code == 404


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_the_pages_speak_both_languages_and_need_no_script(county, lang):
    issue(county)
    for view in ("", "/end"):
        shown = page(county.get(f"{ADDRESS}{view}?lang={lang}"))
        assert shown.html["lang"] == lang
        assert shown.select_one("main form[method=post] button")


def test_the_sheet_names_no_household(county):
    text, _ = glyphs.shown(issue(county).data)
    for person in (farm.OURS, "王建国", "古丽娜尔"):
        assert person not in text
