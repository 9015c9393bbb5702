"""The log of courses: an office's own lines, a number of people, no names, no numbers of people."""

from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models.course import TOPICS, Course
from models.place import Place

GOOD = {
    "day": "2026-10-12",
    "topic": "contract",
    "title": "怎样看懂流转合同",
    "organiser": "六工镇司法所",
    "attendants": "46",
}


@pytest.fixture(autouse=True)
def _places(app):
    for code, level, name in (("652301", "county", "昌吉市"), ("652301100", "township", "六工镇")):
        Place.create(code=code, level=level, name=name, parent=code[:4])


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def enter(client, key=None, **changes):
    return client.post("/course/new", data={"id": str(key or uuid4()), **GOOD, **changes})


def page(client, address="/course"):
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def titles(found):
    return [cell.get_text(strip=True) for cell in found.select("td.table__place")]


def test_a_course_is_entered_once(township):
    key = uuid4()
    for _ in range(2):
        answer = enter(township, key)
        assert (answer.status_code, answer.location) == (303, "/course?year=2026")
    row = Course.get()
    assert (row.attendants, row.topic, row.place) == (46, "contract", "652301100")
    found = page(township)
    assert titles(found) == [GOOD["title"]]
    assert "46" in found.select_one("h2.section").get_text()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("day", text) for text in ("", "昨天", "2026-11-24", "2026-02-30")),
        *(("topic", text) for text in ("", "faith")),
        *(("title", text) for text in ("", "民族政策", "王某 11010519491231002X")),
        *(("organiser", text) for text in ("", "张三 6222 0217 0000 1234 560", "宗教办")),
        *(("attendants", text) for text in ("", "0", "-3", "四十", "2.5", "99999")),
    ],
)
def test_what_is_wrong_is_refused_and_what_was_typed_stays(township, name, value):
    answer = enter(township, **{name: value})
    assert answer.status_code == 422
    found = BeautifulSoup(answer.text, "html.parser")
    assert found.select_one(f"#{name}-error").get_text()
    for other in set(GOOD) - {name, "topic"}:
        assert found.select_one(f"#{other}")["value"] == GOOD[other]
    assert not Course.select().exists()


def test_courses_are_found_by_year_topic_and_words(township):
    enter(township)
    enter(township, day="2025-03-01", title="记账入门", topic="finance")
    enter(township, title="社员分红怎么算", topic="income", organiser="合作社")
    assert len(titles(page(township))) == 2
    assert titles(page(township, "/course?year=2025")) == ["记账入门"]
    assert titles(page(township, "/course?topic=income")) == ["社员分红怎么算"]
    assert titles(page(township, "/course?q=司法所")) == [GOOD["title"]]
    assert page(township, "/course?q=没有").select_one(".empty")
    assert township.get("/course?year=99999").status_code == 404
    part = township.get("/course?q=合作社", headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<div id="found">')


def test_a_long_year_has_pages(township):
    for number in range(31):
        enter(township, title=f"第{number}讲")
    first = page(township)
    assert len(titles(first)) == 30
    assert len(titles(page(township, first.select_one("a[rel=next]")["href"]))) == 1


def test_a_county_sees_its_townships_and_neighbours_see_nothing(sign_in, township):
    enter(township)
    assert titles(page(sign_in("county"))) == [GOOD["title"]]
    for role, scope in (("township", "652301101"), ("county", "652302")):
        assert titles(page(sign_in(role, scope))) == []


def test_only_the_office_that_entered_it_takes_it_out(sign_in, township):
    enter(township)
    key = Course.get().id
    for role, scope in (("county", "652301"), ("township", "652301101")):
        other = sign_in(role, scope)
        assert other.get(f"/course/{key}/end").status_code == 404
        assert other.post(f"/course/{key}/end").status_code == 303, "as for one that is gone"
        assert Course.select().count() == 1
    assert page(township, f"/course/{key}/end").select_one("form[action$='/end']")
    for _ in range(2):
        assert township.post(f"/course/{key}/end").status_code == 303
    assert not Course.select().exists()


def test_nobody_else_sees_the_log(client, sign_in, as_household):
    assert client.get("/course").status_code == 303
    for other in (as_household, sign_in("cadre"), sign_in("prefecture")):
        assert other.get("/course").status_code == 404
        assert enter(other).status_code == 404


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_every_topic_has_its_word(township, language):
    found = page(township, f"/course/new?lang={language}")
    words = {option["value"]: option.get_text() for option in found.select("#topic option[value]")}
    assert set(words) - {""} == set(TOPICS)
    assert len(set(words.values())) == len(TOPICS) + 1


def test_courses_go_when_their_claims_have_ended(township, clock):
    from models.retention import purge

    enter(township)
    clock.forward(days=365 * 4)
    purge(clock())
    assert Course.select().exists()
    clock.forward(days=365)
    purge(clock())
    assert not Course.select().exists()
