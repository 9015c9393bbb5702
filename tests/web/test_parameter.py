"""The county settles what the text leaves open: by role and scope, as typed, with its history."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import parameter
from models.parameter import Parameter
from models.place import Place
from web.forms import parameter as form
from web.words import parameter as words

COUNTY = "652301"
TODAY = date(2026, 11, 23)


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def county(app, sign_in):
    Place.create(code=COUNTY, level="county", name="昌吉市", parent="6523")
    return sign_in("county")


def send(client, name, value="5", day="2026-01-01", **more):
    data = {"id": str(uuid4()), "value": value, "from": day, "do": "set"} | more
    return client.post(f"/parameter/{name}", data=data)


@pytest.mark.parametrize("role", ["cadre", "township", "prefecture"])
def test_only_the_county_settles(sign_in, role):
    client = sign_in(role)
    for name in ("", *(f"/{name}" for name in parameter.NAMES)):
        assert client.get(f"/parameter{name}").status_code == 404
    assert send(client, "residual").status_code == 404
    assert not Parameter.select().exists()


def test_who_is_not_signed_in_is_asked_to(client):
    assert client.get("/parameter").location.startswith("/signin")
    assert send(client, "residual").location.startswith("/signin")


def test_the_list_says_what_each_means_for_now(county):
    send(county, "residual", "3")
    shown = page(county.get("/parameter"))
    links = [link["href"] for link in shown.select("main a.row")]
    assert links == [f"/parameter/{name}" for name in parameter.NAMES]
    row = shown.find("a", href="/parameter/residual").get_text(" ", strip=True)
    assert "3%" in row
    assert "2026-01-01" in row
    assert "没有另定" in shown.find("a", href="/parameter/remedy_days").text


@pytest.mark.parametrize("name", parameter.NAMES)
def test_each_has_a_page_in_both_languages(county, name):
    for language in ("zh", "ug"):
        shown = page(county.get(f"/parameter/{name}?lang={language}"))
        assert shown.find("form", action=f"/parameter/{name}")
        assert shown.find("input", {"name": "from"})["value"] == TODAY.isoformat()
    assert county.get("/parameter/else").status_code == 404
    assert send(county, "else").status_code == 404


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("residual", "3.45", "3450"),
        ("residual", "５％", "5000"),
        ("residual", "0", "0"),
        ("income_fall", "30%", "30000"),
        ("remedy_days", "90 天", "90"),
        ("posting_days", "７", "7"),
        ("stable_years", "3年", "3"),
        ("issued_on", "2023年5月12日", "2023-05-12"),
        ("issued_on", "20230512", "2023-05-12"),
        ("lpr_day", "start", "start"),
        ("query_phone", "0994-2345678", "0994-2345678"),
        ("query_phone", "０９９４－２３４５６７８", "0994-2345678"),
        ("query_phone", "12317", "12317"),
    ],
)
def test_people_type_as_in_the_ledger(county, name, typed, stored):
    answer = send(county, name, typed, "2026年1月1日")
    assert answer.status_code == 303
    assert answer.location == f"/parameter/{name}"
    row = Parameter.get()
    assert (row.county, row.name, row.value) == (COUNTY, name, stored)
    assert (row.in_force_from, row.set_on) == (date(2026, 1, 1), TODAY)
    assert row.account is not None


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        *(("residual", typed) for typed in ("", "x", "-1", "101", "3.4567", "5元")),
        *(("income_fall", typed) for typed in ("0", "100.5")),
        *(("remedy_days", typed) for typed in ("0", "1.5", "731")),
        *(("issued_on", typed) for typed in ("2022-12-31", "2024-01-01", "2023", "2023-02-30")),
        *(("lpr_day", typed) for typed in ("", "today")),
        *(("query_phone", typed) for typed in ("", "13812345678", "电话", "0994")),
    ],
)
def test_a_refused_form_keeps_what_was_typed(county, name, typed):
    for language in ("zh", "ug"):
        answer = county.post(
            f"/parameter/{name}?lang={language}",
            data={"id": str(uuid4()), "value": typed, "from": "2026-03-01", "do": "set"},
        )
        assert answer.status_code == 422
        shown = page(answer)
        assert shown.find(class_="field__error").text.strip()
        assert shown.find(id="from")["value"] == "2026-03-01"
        if name != "lpr_day":
            assert shown.find(id="value")["value"] == typed
    assert not Parameter.select().exists()


@pytest.mark.parametrize("day", ["", "2026-02-30", "1999-01-01", "2100-01-01", "morgen"])
def test_a_day_is_asked_for(county, day):
    answer = send(county, "residual", "4", day)
    assert answer.status_code == 422
    shown = page(answer)
    assert "请写一个日期" in shown.find(id="from-error").text
    assert shown.find(id="value")["value"] == "4"
    assert shown.find(id="from")["value"] == day


def test_a_form_without_an_id_of_its_own_is_sent_again(county):
    for wrong in ("", "x", "11111111-1111-1111-8111-111111111111"):
        answer = send(county, "residual", id=wrong)
        assert answer.status_code == 422
        again = {"id": page(answer).find("input", {"name": "id"})["value"]}
    assert send(county, "residual", **again).status_code == 303


def test_sent_twice_it_is_set_once(county):
    sent = str(uuid4())
    for _ in range(3):
        assert send(county, "residual", id=sent).status_code == 303
    assert Parameter.select().count() == 1


def test_the_history_says_what_held_and_who_set_it(county):
    send(county, "remedy_days", "60", "2025-01-01")
    send(county, "remedy_days", "90", "2026-01-01")
    send(county, "remedy_days", "80", "2026-01-01")
    send(county, "remedy_days", "", "2027-01-01", do="unset")
    rows = page(county.get("/parameter/remedy_days")).select("tbody tr")
    found = [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in rows]
    assert [cells[:3] for cells in found] == [
        ["2027-01-01", "不另定", "到日子才用"],
        ["2026-01-01", "80 天", "正在用"],
        ["2026-01-01", "90 天", "已改正"],
        ["2025-01-01", "60 天", "用到下一次"],
    ]
    assert all(cells[3] == "阿依古丽·买买提 · 2026-11-23" for cells in found)


def test_one_county_does_not_settle_for_another(county, sign_in):
    send(county, "residual", "3")
    other = sign_in("county", "652302")
    assert "3%" not in page(other.get("/parameter/residual")).find("section").text
    assert not page(other.get("/parameter/residual")).select("tbody tr")


def test_a_reader_is_told_whose_choice_it_is(county, app):
    send(county, "residual", "3")
    with app.test_request_context("/"):
        app.preprocess_request()
        chosen = parameter.chosen(COUNTY, "residual", TODAY)
        text = BeautifulSoup(words.note(chosen), "html.parser").text
        assert text == "资产的残值率：由县里定，从2026年1月1日起是：3%。"
        before = words.note(parameter.chosen(COUNTY, "residual", date(2025, 12, 31)))
        assert "县里也没有另定" in before
        plain = words.note(chosen, str, lambda day: day.isoformat())
        assert plain == "资产的残值率：由县里定，从2026-01-01起是：3%。"


def test_every_parameter_has_its_words():
    for table in (words.TITLES, words.MEANINGS, form.READERS, form.ERRORS):
        assert tuple(table) == parameter.NAMES
    unset = {name for name in parameter.NAMES if parameter.default(name) is None}
    assert set(words.UNSET) == unset
