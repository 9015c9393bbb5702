"""The signing table: what lies on it, who sees it, and how an agreement comes onto it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import roster, signing
from models.signing import Signing
from tests.web import desk, farm
from web.model_text import VERSION


@pytest.fixture(autouse=True)
def _county(app):
    desk.county()


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return BeautifulSoup(answer.text, "html.parser")


def numbers(found):
    return [cell.get_text(strip=True) for cell in found.select("td.table__place")]


def test_nobody_but_township_and_county_sees_the_table(client, sign_in, as_household):
    key = desk.lay()
    for address in ("/signing", f"/signing/{key}", f"/signing/{key}/roster", f"/signing/{key}/pdf"):
        assert client.get(address).status_code == 303
        assert as_household.get(address).status_code == 404
        for role in ("cadre", "prefecture"):
            assert sign_in(role).get(address).status_code == 404


def test_another_office_finds_nothing_of_it(sign_in):
    key = desk.lay()
    for role, scope in (("township", "652301101"), ("county", "652302")):
        other = sign_in(role, scope)
        assert numbers(page(other, "/signing")) == []
        for rest in ("", "/roster", "/pdf", "/word"):
            assert other.get(f"/signing/{key}{rest}").status_code == 404
    assert (
        sign_in("township", "652301101").post(f"/signing/{key}", data=desk.form()).status_code
        == 404
    )


def test_the_county_reads_and_does_not_write(sign_in):
    key, county = desk.lay(), sign_in("county")
    found = page(county, f"/signing/{key}")
    assert not found.select("main form")
    assert "40,000.00" in found.get_text()
    for rest in ("", "/check", "/clause", "/end", "/reopen", "/roster", "/sign"):
        assert county.post(f"/signing/{key}{rest}").status_code == 404
    assert numbers(page(county, "/signing")) == ["玛-2026/9"]


def test_an_empty_table_says_how_to_begin(township):
    found = page(township, "/signing")
    assert found.select_one(".empty")
    assert found.select_one("a[href='/signing/new']")


def test_the_list_finds_by_number_by_business_and_by_state(township):
    desk.lay(number="甲-1")
    desk.lay(number="乙-2", business=farm.FARM)
    given_up = desk.lay(number="丙-3")
    signing.end(given_up, "given_up", uuid4(), desk.TODAY)
    assert set(numbers(page(township, "/signing"))) == {"甲-1", "乙-2", "丙-3"}
    assert numbers(page(township, "/signing?q=乙")) == ["乙-2"]
    assert numbers(page(township, "/signing?q=家庭农场")) == ["乙-2"]
    assert numbers(page(township, "/signing?state=given_up")) == ["丙-3"]
    assert page(township, "/signing?q=没有的").select_one(".empty")


def test_a_long_list_has_pages(township):
    for number in range(31):
        desk.lay(number=f"协-{number:02d}", roster=False)
    first = page(township, "/signing")
    assert len(numbers(first)) == 30
    second = page(township, first.select_one("a[rel=next]")["href"])
    assert numbers(second) == ["协-30"]


def test_a_part_of_the_list_is_given_to_htmx(township):
    desk.lay()
    answer = township.get("/signing?q=玛", headers={"HX-Request": "true"})
    assert answer.text.lstrip().startswith('<div id="found">')


def create(client, key=None, **changes):
    typed = {"id": str(key or uuid4()), "number": "新-1", "mode": "order", **changes}
    return client.post("/signing", data=typed)


def test_a_new_agreement_begins_with_its_number_and_its_way_of_linking(township):
    key = uuid4()
    answer = create(township, key)
    assert (answer.status_code, answer.location) == (303, f"/signing/{key}")
    draft = signing.find(key)
    assert draft.clauses[0]["agreement.mode"] == "order"
    assert draft.clauses[0]["agreement.witness"] == "六工镇"
    assert draft.clauses[0]["agreement.template"] == VERSION
    assert draft.place == desk.PLACE


def facts(found):
    return [each.get_text(strip=True) for each in found.select(".facts dd")]


@pytest.mark.parametrize("address", ["/signing/{}", "/signing/{}/sign"])
def test_the_third_party_and_the_model_text_are_named_beside_the_articles(township, address):
    found = page(township, address.format(desk.lay(template=VERSION)))
    assert facts(found) == ["农业农村局", VERSION]
    assert "打印用现行" not in found.get_text()
    found = page(township, address.format(desk.lay(template="2019-旧")))
    assert facts(found) == ["农业农村局", "2019-旧"]
    assert f"打印用现行的示范文本 {VERSION}" in found.get_text()
    found = page(township, address.format(desk.lay(witness="", template="")))
    assert facts(found) == ["没有写", "没有写"]
    assert f"打印用现行的示范文本 {VERSION}" in found.get_text()


def test_they_are_labelled_in_the_language_of_each_reader(township):
    address = f"/signing/{desk.lay()}"
    labels = {
        lang: [each.get_text() for each in page(township, f"{address}?lang={lang}").select("dt")]
        for lang in ("zh", "ug", "zh")
    }
    assert labels["zh"] == ["组织签约的第三方", "示范文本版本"]
    assert labels["ug"] == ["كېلىشىمنى تەشكىللىگەن ئۈچىنچى تەرەپ", "ئۈلگە تېكىست نەشرى"]


def test_both_are_typed_with_help_kept_with_the_draft_and_checked_at_once(township):
    key = desk.lay(witness="", template="")
    found = page(township, f"/signing/{key}")
    assert "可以空着" in found.select_one("#witness-hint").get_text()
    assert VERSION in found.select_one("#template-hint").get_text()
    assert [each["value"] for each in found.select("#templates option")] == [VERSION]
    assert found.select_one("#template")["list"] == "templates"
    sent = desk.form(witness="六工镇人民政府", template="2019-旧") | {"turn": "0", "clause": "1"}
    checked = township.post(f"/signing/{key}/check", data=sent)
    assert facts(BeautifulSoup(checked.text, "html.parser")) == ["六工镇人民政府", "2019-旧"]
    assert township.post(f"/signing/{key}", data=sent).status_code == 303
    kept = signing.find(key).clauses[0]
    assert (kept["agreement.witness"], kept["agreement.template"]) == ("六工镇人民政府", "2019-旧")


def test_sent_twice_it_is_there_once(township):
    key = uuid4()
    assert create(township, key).location == create(township, key).location
    assert Signing.select().count() == 1


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"number": ""}, "请写协议编号"),
        ({"mode": ""}, "带动方式"),
        ({"mode": "gift"}, "带动方式"),
        ({"number": "11010519491231002X"}, "身份证号"),
        ({"number": farm.SHARES}, "已经有这个编号"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(township, changes, word):
    farm.shares()
    answer = create(township, **changes)
    assert answer.status_code == 422
    found = BeautifulSoup(answer.text, "html.parser")
    assert any(word in each.get_text() for each in found.select(".field__error"))
    kept = {"number": "新-1", "mode": "order", **changes}
    assert found.select_one("#number")["value"] == kept["number"]
    chosen = [each["value"] for each in found.select("input[name=mode][checked]")]
    assert chosen == [kept["mode"]] * (kept["mode"] in desk.MODES)
    assert not Signing.select().exists()


def test_giving_up_asks_once_more_and_forgets_the_roster(township):
    key = desk.lay()
    assert page(township, f"/signing/{key}/end").select_one("form[action$='/end']")
    assert township.post(f"/signing/{key}/end").location == f"/signing/{key}"
    assert signing.find(key).state == "given_up"
    assert roster.of_draft(key) == []
    assert township.post(f"/signing/{key}", data=desk.form()).status_code == 409
    township.post(f"/signing/{key}/reopen")
    assert signing.find(key).is_open


def test_a_clause_is_added_and_taken_off_once(township):
    key = desk.lay()
    for _ in range(2):
        township.post(f"/signing/{key}/clause", data={"turn": 0, "mode": "land"})
    draft = signing.find(key)
    assert [each["agreement.mode"] for each in draft.clauses] == ["share", "land"]
    assert draft.clauses[1]["agreement.number"] == draft.number
    signing.enrol(key, [2], desk.holdings("land", 2))
    for _ in range(2):
        township.post(f"/signing/{key}/clause", data={"turn": 1, "remove": 1})
    draft = signing.find(key)
    assert [each["agreement.mode"] for each in draft.clauses] == ["land"]
    assert {(row.clause, row.area) for row in roster.of_draft(key)} == {(1, 123_500)}


def test_the_last_clause_stays(township):
    key = desk.lay()
    township.post(f"/signing/{key}/clause", data={"turn": 0, "remove": 1})
    assert len(signing.find(key).clauses) == 1


def test_what_nobody_touches_for_a_year_goes(app):
    from models.retention import purge
    from tests.web.conftest import Clock

    key, clock = desk.lay(), Clock()
    clock.forward(days=360)
    purge(clock())
    assert signing.find(key)
    clock.forward(days=10)
    purge(clock())
    assert signing.find(key) is None
    assert roster.of_draft(key) == []
