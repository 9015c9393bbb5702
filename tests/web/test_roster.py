"""The roster of a clause: households of the township's own villages, and nobody unseen."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from models import roster
from models.access import Access
from models.database import write
from models.household import Household
from models.ids import household_id
from tests.web import desk, farm

STRANGER = "652301101200-001"


@pytest.fixture(autouse=True)
def _county(app):
    desk.county()
    with write():
        farm.add(
            Household,
            id=household_id(STRANGER),
            number=STRANGER,
            village=desk.OTHER_VILLAGE,
            head="邻镇人",
            category="other",
        )


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def send(client, key, text, clause=1):
    return client.post(f"/signing/{key}/roster", data={"clause": clause, "households": text})


def held(key):
    return {row.holder: row for row in roster.of_draft(key)}


def test_one_household_a_line_with_what_it_holds(township):
    key = desk.lay(roster=False)
    answer = send(township, key, f"{farm.OURS} 20,000.50\n\n{farm.THEIRS}，2万元\n")
    assert answer.status_code == 303
    assert {number: row.amount for number, row in held(key).items()} == {
        farm.OURS: 2_000_050,
        farm.THEIRS: 2_000_000,
    }


@pytest.mark.parametrize(
    ("mode", "changes", "name", "value"),
    [
        ("share", {"shares": "100"}, "shares", 125_000),
        ("land", {}, "area", 125_000),
        ("work", {}, "persons", None),
        ("custody", {}, "amount", 1_250),
    ],
)
def test_the_figure_is_what_the_mode_shares_out(township, mode, changes, name, value):
    key = desk.lay(mode, roster=False, **changes)
    figure = "2" if name == "persons" else "12.5"
    send(township, key, f"{farm.OURS} {figure}")
    assert getattr(held(key)[farm.OURS], name) == (2 if name == "persons" else value)


def test_a_mode_that_shares_out_nothing_takes_numbers_alone(township):
    key = desk.lay("order", roster=False)
    assert send(township, key, f"{farm.OURS} 5").status_code == 422
    assert send(township, key, farm.OURS).status_code == 303


def test_another_townships_household_is_as_unknown_as_one_that_is_not_there(township):
    key = desk.lay(roster=False)
    said = [
        BeautifulSoup(answer.text, "html.parser").select_one(".notice_wrong").get_text()
        for number in (STRANGER, "没有")
        if (answer := send(township, key, f"{number} 1")).status_code == 422
    ]
    assert len(said) == 2
    assert said[0] == said[1]
    assert not held(key)


def test_wrong_lines_are_named_and_the_text_stays(township):
    key = desk.lay()
    text = f"{farm.OURS} 很多\n{farm.THEIRS} 1\n{farm.THEIRS} 2"
    answer = send(township, key, text)
    assert answer.status_code == 422
    found = BeautifulSoup(answer.text, "html.parser")
    words = found.select_one(".notice_wrong").get_text()
    assert "第 1 行" in words
    assert "第 3 行" in words
    assert found.select_one("#households").get_text().strip() == text
    assert held(key)[farm.OURS].amount == 2_000_000


def test_who_is_on_it_reads_that_its_number_was_opened(township):
    key = desk.lay()
    assert not Access.select().exists()
    for _ in range(2):
        township.get(f"/signing/{key}/roster")
    assert {row.household for row in Access.select()} == set(
        map(household_id, (farm.OURS, farm.THEIRS))
    )
    assert {row.purpose for row in Access.select()} == {"print"}
    assert Access.select().count() == 2


def test_the_page_of_the_agreement_shows_how_many_and_no_numbers(township):
    answer = township.get(f"/signing/{desk.lay()}")
    assert farm.OURS not in answer.text
    assert not Access.select().exists()


def test_a_household_sees_that_it_is_on_a_draft(app, as_household):
    desk.lay()
    assert "正在签的协议里的份额" in as_household.get("/held").text


def test_what_is_closed_is_not_changed(township):
    key = desk.lay()
    township.post(f"/signing/{key}/end")
    assert send(township, key, farm.OURS).status_code == 409
