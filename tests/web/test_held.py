"""What we hold: all of it, in words, and who opened it."""

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import access, assistance, batch, card, held, say, session, slip
from models.batch import Batch
from models.bulk import columns
from models.erasure import EarlyErasure
from models.event import Event
from models.finding import Finding
from models.household import Delivery, Household, Income, Settlement, Share
from models.ids import household_id
from models.payment import Portion
from models.printing import PrintingCard
from models.roster import DraftShare
from models.visit import Said, store
from tests.web import farm
from web.access import COOKIE
from web.pages import held as pages
from web.words import held as names

US = household_id(farm.OURS)
NEW_HEAD = {
    "village": "652301001204",
    "kind": "head",
    "evidence": "register",
    "state": "entered",
    "entered_on": farm.TODAY,
    "account": farm.derive("somebody"),
    "name": "王",
    "role": "township",
}
LACKING = {
    "county": "652301",
    "place": "652301001204",
    "code": "household.no_measure",
    "article": "10(3)",
    "weight": "must",
    "actor": "township",
    "subject_kind": "household",
    "params": "{}",
    "since": farm.TODAY,
}
CORRECTED = farm.derive("a correction")
COLUMNS = [
    (table._meta.table_name, column)
    for table in held.tables()
    for column in table._meta.sorted_field_names
]


@pytest.fixture
def phone(app, clock, staff):
    """A signed-in phone of a household of which every table has a row."""
    farm.farm()
    cadre = staff("cadre")
    rent = farm.line_of(US, "rent", 2026).id
    store(farm.derive("v"), US, cadre.id, [Said("less", due=rent, amount=5_00)], farm.TODAY)
    say.give(US, due=rent, answer="disputed", reason="less", today=farm.TODAY)
    card.issue(US, farm.TODAY)
    slip.issue(US, farm.TODAY)
    farm.add(Delivery, holder=farm.OURS, agreement="x", clause=1, number="D1", day=farm.TODAY, kg=1)
    farm.add(Settlement, holder=farm.OURS, agreement="x", clause=1, to_day=farm.TODAY, units=20_000)
    farm.add(Income, holder=farm.OURS, year=2025, operating=9_000_00)
    farm.add(Portion, holder=farm.OURS, plan="p", amount=3_00)
    part = {"signing": farm.derive("draft"), "clause": 1, "amount": 2_000_00}
    DraftShare.create(household=US, id=farm.derive("own part"), holder=farm.OURS, **part)
    who = {"account": cadre.id, "name": cadre.name, "role": "cadre"}
    access.record(US, **who, purpose="check", today=date(2026, 11, 20))
    assistance.note(US, date(2026, 11, 21))
    PrintingCard.create(household=US, printing=uuid4(), number=1, card=uuid4())
    EarlyErasure.create(household=US, through=2020, day=farm.TODAY)
    Event.create(household=US, id=farm.derive("event"), head="马兰", day=farm.TODAY, **NEW_HEAD)
    for number in (farm.OURS, farm.THEIRS):
        Finding.create(id=farm.derive("found", number), subject_number=number, **LACKING)
        overwrite(number, 12_340)
    signed_in = app.test_client()
    signed_in.set_cookie(COOKIE, session.start_household(US, clock.moment))
    return signed_in


def overwrite(number: str, area: int) -> None:
    """Let an import have overwritten the area in the household's shares."""
    Batch.get_or_create(
        id=CORRECTED,
        defaults={
            "number": 7,
            "state": "stored",
            "day": date(2026, 3, 5),
            "scope": "652301",
            "files": "[]",
            "counts": "{}",
        },
    )
    place = columns(Share).index("area")
    shares = Share.select().where(Share.household == household_id(number)).tuples()
    rows = [(*row[:place], area, *row[place + 1 :]) for row in shares]
    batch.remember(CORRECTED, Share, rows)


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_of_the_schema_has_a_word_for_the_reader(table, column):
    assert table in names.TABLES or table == "access"
    shown = pages.form(table, column)
    assert column in (names.COLUMNS if shown else names.TECHNICAL)


def test_every_purpose_of_an_opening_has_words():
    assert set(access.PURPOSES) <= set(names.PURPOSES)


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_all_tables_with_a_row_are_shown(phone, language):
    phone.set_cookie("lang", language)
    page = soup(phone.get("/held"))
    assert len(page.select("details")) == len(held.tables()) - 1  # who opened stands apart
    if language == "zh":
        assert "9,000.00 元" in words(page)


def test_who_opened_the_record_stands_first(phone):
    opening = soup(phone.get("/held")).select_one(".openings__one")
    assert words(opening) == "阿依古丽·买买提 · 村干部 核对付款 2026年11月20日"


def test_nothing_opened_is_said(as_household):
    farm.farm()
    assert "没有人打开过" in words(soup(as_household.get("/held")))


@pytest.mark.parametrize("category", ["lifted", "watched", "other"])
def test_its_category_has_neutral_words(phone, category):
    Household.update(category=category).execute()
    text = phone.get("/held").text
    assert "脱贫" not in text
    assert "监测" not in text
    assert "家庭分类" in text


def test_digests_are_not_shown(phone):
    found = card.of_household(US)
    text = phone.get("/held").text
    assert found.digest not in text
    assert "密码的校验值（看不出密码）" in text


def test_other_households_rows_are_not_shown(phone):
    assert farm.THEIRS not in phone.get("/held").text


def test_a_finding_about_it_is_shown_in_words(phone):
    found = [
        part for part in soup(phone.get("/held")).select("details") if "问题" in words(part.h3)
    ]
    assert len(found) == 1
    assert "这一户符合产业帮扶条件，台账里还没有任何一项产业帮扶。" in words(found[0])
    assert len(found[0].select("dl")) == 1, "its own alone"


def test_what_its_rows_held_before_is_shown_with_the_day(phone):
    part = soup(phone.get("/held")).find("h3", string="改过的内容，以前是怎么写的").parent.parent
    own = Share.select().where(Share.household == US).count()
    assert len(part.select("dl")) == own > 0
    text = words(part.dl)
    assert "是哪一类内容 份额 面积（亩）" not in text
    assert "2026年3月5日" in text
    assert "1.234" in text


def test_an_earlier_version_under_the_same_id_of_another_household_is_not_shown(phone):
    theirs = Share.get(Share.household == household_id(farm.THEIRS))
    own = Share.get(Share.household == US)
    batch.remember(
        CORRECTED,
        Share,
        [tuple(own.id if n == "id" else getattr(theirs, n) for n in columns(Share))],
    )
    found = held.rows(batch.Change, US)
    assert {row["before"]["household"] for row in found} <= {US}
    assert farm.THEIRS not in phone.get("/held").text


def test_what_imports_overwrote_is_found_by_an_index(phone):
    mine = Share.select(Share.id).where(Share.household == US)
    sql, values = batch.Change.select().where(batch.Change.id.in_(mine)).sql()
    steps = batch.Change._meta.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    assert not [step for step in steps if step[3].startswith("SCAN")]


def test_nobody_else_sees_it(client, sign_in, phone):
    assert client.get("/held").status_code == 303
    assert sign_in("county").get("/held").status_code == 404


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_the_sheet_shows_the_reader_s_language_and_prints_both(phone, language):
    phone.set_cookie("lang", language)
    papers = soup(phone.get("/held/sheet")).select("article.paper")
    assert [paper["lang"] for paper in papers if "only-print" not in paper["class"]] == [language]


def test_the_sheet_has_both_languages_and_no_category(phone):
    page = soup(phone.get("/held/sheet"))
    papers = {paper["lang"]: paper for paper in page.select("article.paper")}
    assert list(papers) == ["zh", "ug"]
    zh = words(papers["zh"])
    assert "古丽娜尔·艾合买提" in zh
    assert "阿依古丽·买买提 · 村干部 · 核对付款" in zh
    assert "9,000.00 元" in zh
    found = card.of_household(US)
    assert found.short_code not in page.text
    assert "符合产业帮扶条件" not in zh, "what a finding says would tell the category"
    assert "改过的内容，以前是怎么写的" in zh
    for paper in papers.values():
        assert not [dt for dt in paper.select("dt") if words(dt) in {"家庭分类", "低收入"}]
    assert Household.get_by_id(US).category == "watched"
    assert len(papers["zh"].select("section")) == len(papers["ug"].select("section"))
