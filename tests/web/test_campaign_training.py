"""A training of cadres: the same cards and questions, for the staff of a township, of nobody."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models import campaign
from models.audit import Audit
from models.campaign import Campaign, PosterAnswer, PosterReply, PosterScan
from models.place import Place
from models.schema import TABLES
from rules.awareness import KINDS
from tests.web.wall import GOOD, KNOWN, VILLAGES, make, send, soup, villages

TOWNSHIP, OTHER = "652301100", "652301101"
TRAINING = {"kind": "training", "village": [TOWNSHIP, OTHER]}


@pytest.fixture(autouse=True)
def _places(app):
    villages()
    Place.create(code=OTHER, level="township", name="滨湖镇", parent="652301")


@pytest.fixture
def county(sign_in):
    return sign_in("county")


@pytest.fixture
def codes(county):
    """The pages of a training in two townships."""
    assert make(county, **TRAINING).status_code == 303
    return list(campaign.posters(Campaign.get().id))


@pytest.fixture
def cadre(sign_in):
    return sign_in("cadre", VILLAGES[0])


def test_it_is_made_for_townships_once(county):
    key = uuid4()
    for _ in range(2):
        assert make(county, key, **TRAINING).location == f"/campaign/{key}"
    assert set(campaign.posters(key).values()) == {TOWNSHIP, OTHER}
    assert "干部培训" in county.get("/campaign").text
    assert county.get(f"/campaign/{key}/paper").status_code == 404


@pytest.mark.parametrize("places", [[], [VILLAGES[0]], ["652302100"]])
def test_what_is_wrong_is_refused_and_stays_a_training(county, places):
    answer = make(county, **TRAINING | {"village": places})
    assert answer.status_code == 422
    found = soup(answer)
    assert "乡镇" in found.select_one("#village-error").get_text()
    assert found.select_one("main input[name=kind]")["value"] == "training"
    offered = {each["value"] for each in found.select("main input[name=village]")}
    assert offered == {TOWNSHIP, OTHER}
    assert not Campaign.select().exists()
    shown = soup(county.get("/campaign/new?kind=training"))
    assert {each["value"] for each in shown.select("main input[name=village]")} == offered


@pytest.mark.parametrize(("role", "scope"), [("cadre", VILLAGES[0]), ("township", TOWNSHIP)])
def test_its_link_stands_on_the_home_of_the_township_s_staff(codes, sign_in, clock, role, scope):
    own, elsewhere = sign_in(role, scope), sign_in(role, OTHER + scope[9:])
    assert soup(own.get("/visit")).select(f"a[href='/q/{codes[0]}']")
    assert not soup(elsewhere.get("/visit")).select(f"a[href='/q/{codes[0]}']")
    clock.forward(days=60)
    assert not soup(sign_in(role, scope).get("/visit")).select("a[href^='/q/']")


def test_nobody_else_opens_it(codes, client, county, cadre, sign_in, as_household):
    assert cadre.get(f"/q/{codes[0]}").status_code == 200
    for other in (client, county, as_household, sign_in("cadre", OTHER + "200")):
        assert other.get(f"/q/{codes[0]}").status_code == 404
        assert other.post(f"/q/{codes[0]}", data={**KNOWN, "kind": "share"}).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_questions_about_an_agreement_of_those_in_the_village(codes, cadre, kind):
    if kind == "none":
        assert not soup(cadre.get(f"/q/{codes[0]}?kind=none")).select("form[action^='/q/']")
        assert cadre.post(f"/q/{codes[0]}", data={"kind": "none"}).location == f"/q/{codes[0]}"
        assert not PosterAnswer.select().exists()
        return
    page = soup(cadre.get(f"/q/{codes[0]}?kind={kind}"))
    assert len(page.select("fieldset")) == 5
    assert "您家" not in page.main.get_text()
    _, answer = send(cadre, codes[0], kind)
    assert answer.location == f"/q/{codes[0]}?done=1"
    assert "您家" not in soup(cadre.get(answer.location)).main.get_text()


def test_an_answer_leaves_nothing_about_who_gave_it(codes, cadre):
    cadre.get(f"/q/{codes[0]}")
    before = {table: table.select().count() for table in TABLES}
    send(cadre, codes[0])
    after = {table: table.select().count() for table in TABLES}
    assert {table for table in TABLES if after[table] != before[table]} == {
        PosterAnswer,
        PosterReply,
    }
    assert not PosterScan.select().exists()
    assert not Audit.select().where(Audit.concept.startswith("poster_")).exists()
    for table in (PosterAnswer, PosterReply):
        assert not {"account", "name", "user"} & set(table._meta.sorted_field_names)


def test_the_county_sees_a_rate_by_township_and_no_small_group(codes, county, cadre, sign_in):
    other = sign_in("township", OTHER)
    for n in range(6):
        send(cadre, codes[0])
        send(cadre, codes[0], payer="state")
        if n < 3:
            send(other, codes[1])
    shown = county.get(f"/campaign/{Campaign.get().id}")
    rows = [row.get_text(" ", strip=True) for row in soup(shown).select("table tbody tr")]
    assert len(rows) == 2
    assert not [row for row in rows if "%" in row]
    assert "扫码" not in soup(shown).main.get_text()
    for _ in range(3):
        send(other, codes[1])
        send(other, codes[1], payer="state")
        send(other, codes[1], payer="state")
    found = soup(county.get(f"/campaign/{Campaign.get().id}"))
    assert "%" in found.select_one("#rate").get_text()
    assert all("%" in row.get_text() for row in found.select("table")[0].select("tbody tr"))


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_both_languages_have_every_page(codes, county, cadre, language):
    key = Campaign.get().id
    for reader, address in (
        *((cadre, f"/q/{codes[0]}{rest}") for rest in ("?", "?done=1&", "?kind=land&")),
        *((county, f"/campaign{rest}?") for rest in ("", f"/{key}")),
        (cadre, "/visit?"),
        (county, "/campaign/new?kind=training&"),
    ):
        answer = reader.get(f"{address}lang={language}")
        assert answer.status_code == 200
        assert f'lang="{language}"' in answer.text
    assert GOOD["title"] in cadre.get("/visit").text
