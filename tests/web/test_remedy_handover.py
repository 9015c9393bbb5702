"""Who has a case is changed by the county on its page, with a reason that stays in its history."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models import place
from models.place import load_places
from models.remedy import Remedy, RemedyEntry
from tests.web.cases import COUNTY, PROGRESS, TOWN, begin, page, send


@pytest.fixture(autouse=True)
def _places(app):
    load_places()


@pytest.fixture
def town(colleague):
    return colleague("township", TOWN, name="阿依古丽")


@pytest.fixture
def county(colleague):
    return colleague("county", COUNTY, department="农业农村局", name="王建国")


@pytest.fixture
def finance(colleague):
    return colleague("county", COUNTY, department="财政局", name="李明")


@pytest.fixture
def case(county):
    return begin(county)


def hand(client, case, owner="office:财政局", reason="stalled", **change):
    typed = {"id": str(uuid4()), "owner": owner, "reason": reason}
    return client.post(f"{case}/owner", data=typed | change)


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def test_the_county_hands_a_case_over_and_the_reason_stays(town, county, finance, case):
    form = page(county.get(case)).select_one(f"form[action='{case}/owner']")
    offered = {each["value"] for each in form.select("#owner option")}
    assert {"office:财政局", f"account:{town.account}"} <= offered
    assert f"office:{TOWN}" not in offered  # has it now
    answer = hand(county, case)
    assert (answer.status_code, answer.location) == (303, case)
    hand(county, case, f"account:{town.account}", "duties")
    for reader in (town, county):
        shown = page(reader.get(case))
        assert "阿依古丽" in words(shown.select_one(".facts"))
        trail = [words(each) for each in shown.select(".trail__one")]
        assert f"谁负责： {place.name_of(TOWN)}" in trail[0]
        assert f"原来负责： {place.name_of(TOWN)} 现在负责： 财政局" in trail[1]
        assert "王建国" in trail[1]
        assert "一直没有进展" in trail[1]
        assert "原来负责： 财政局 现在负责： 阿依古丽" in trail[2]
    assert case in {each["href"] for each in page(town.get("/remedy?mine=1")).select("td a")}


def test_the_same_form_twice_is_one_entry(county, finance, case):
    sent = str(uuid4())
    for _ in range(3):
        assert hand(county, case, id=sent).status_code == 303
    assert RemedyEntry.select().where(RemedyEntry.kind == "handed").count() == 1
    answer = hand(county, case, f"office:{TOWN}", id=sent)
    assert answer.status_code == 409
    assert "已经提交过别的内容" in answer.text


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"owner": ""}, "请选谁来负责"),
        ({"owner": "office:水利局"}, "请选谁来负责"),
        ({"reason": ""}, "请选一个原因"),
        ({"reason": "他不配合"}, "请选一个原因"),
        ({"id": "x"}, "请再提交一次"),
    ],
)
def test_a_refused_form_says_why_and_keeps_what_was_typed(county, finance, case, change, error):
    answer = hand(county, case, **change)
    assert answer.status_code == 422
    shown = page(answer)
    assert error in shown.main.text
    (form,) = shown.select("details[open] form")
    for name in {"owner", "reason"} - change.keys():
        assert form.select_one(f"#{name} option[selected]")["value"]
    assert RemedyEntry.select().count() == 1


def test_who_has_it_already_is_refused(county, case):
    answer = hand(county, case, f"office:{TOWN}")
    assert answer.status_code == 409
    assert "不用换" in answer.text


def test_only_the_county_of_the_case_hands_it_over(
    colleague, sign_in, as_household, client, town, finance, case
):
    assert f"{case}/owner" not in town.get(case).text
    others = [town, colleague("county", "652302"), sign_in("cadre"), sign_in("prefecture")]
    for reader in (*others, as_household):
        assert hand(reader, case).status_code == 404
    assert hand(client, case).status_code in {302, 303, 404}
    assert Remedy.get().office == TOWN
    assert hand(finance, f"/remedy/{uuid4()}").status_code == 404


def test_who_handed_it_away_does_not_close_it(town, county, finance):
    case = begin(county, "office:农业农村局")
    send(county, case, **PROGRESS)
    hand(county, case, f"office:{TOWN}")
    send(town, case, "proposed")
    answer = send(county, case, "closed")
    assert answer.status_code == 403
    assert "以前负责过的也不能" in answer.text
    assert send(finance, case, "closed").status_code == 303
    assert f"{case}/owner" not in county.get(case).text
    assert hand(county, case).status_code == 409


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_the_page_speaks_both_languages_and_repeats_no_id(county, finance, case, lang):
    hand(county, case)
    county.set_cookie("lang", lang)
    shown = page(county.get(case))
    assert shown.html["lang"] == lang
    ids = [each["id"] for each in shown.select("[id]")]
    assert len(ids) == len(set(ids))
