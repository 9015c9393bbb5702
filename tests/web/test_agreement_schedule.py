"""When an agreement pays how much, on paper: sums as due, no few, no names, whose it is."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from models.due import Due
from tests.web import farm, firm, glyphs, sharing, yearly
from web import formats

ADDRESS = f"/agreement/{quote(farm.SHARES, safe='')}/schedule"


@pytest.fixture
def county(sign_in):
    yearly.settle()
    return sign_in("county")


def paper(client, address=ADDRESS):
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    text, count = glyphs.shown(answer.data)
    return text.replace("\n", " "), count


def test_each_day_has_what_is_due_on_it(county):
    text, count = paper(county)
    sums: dict[object, int] = {}
    mine = (Due.agreement == farm.SHARES) & (Due.kind == "guaranteed") & (Due.year >= 2026)
    for row in Due.select().where(mine):
        sums[row.due_on] = sums.get(row.due_on, 0) + row.due
    assert len(sums) == 4
    for day, fen in sums.items():
        assert day.isoformat() in text
        assert formats.amount(fen) in text
    assert "11户" in text
    page = BeautifulSoup(county.get(ADDRESS.replace("schedule", "overview")).data, "html.parser")
    link = page.select_one(f"a[href='{ADDRESS}']")
    assert f"A4 纸 {count} 张" in " ".join(link.get_text(" ").split())


def test_nobody_is_named(county):
    text, _ = paper(county)
    for name in yearly.PERSONS:
        assert name not in text


def test_a_few_are_not_shown_nor_what_gives_them_away(sign_in):
    firm.firm()  # two households in this agreement, six in another of the same business
    firm.deal()
    client = sign_in("township")
    for number in (farm.SHARES, firm.MANY):
        text, _ = paper(client, f"/agreement/{quote(number, safe='')}/schedule")
        assert "不显示" in text
        assert "1,200.00" not in text
        assert "7,200.00" not in text


def test_without_anything_to_come_it_says_so(sign_in, clock):
    yearly.settle()
    clock.forward(days=366 * 4)
    text, count = paper(sign_in("county"))
    assert count == 1
    assert "今年和明年没有要付的" in text


@pytest.mark.parametrize("role", ["cadre", "prefecture"])
def test_who_may_print_it(county, client, as_household, sign_in, role):
    assert sign_in(role).get(ADDRESS).status_code == 404
    assert as_household.get(ADDRESS).status_code == 404
    assert client.get(ADDRESS).status_code == 303
    assert sign_in("township", "652301999").get(ADDRESS).status_code == 404
    assert sign_in("county", "652302").get(ADDRESS).status_code == 404
    assert county.get("/agreement/none/schedule").status_code == 404


def test_a_plan_has_none(sign_in):
    sharing.share()
    plan = sharing.ADDRESS.removeprefix("/plan/")
    assert sign_in("county").get(f"/agreement/{plan}/schedule").status_code == 404
