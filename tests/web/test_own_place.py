"""Places near a household, on its own request: what is listed, and that nothing of it is kept."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup

from models.business import Business
from models.database import write
from models.household import Settlement
from tests.web import farm
from web.log import mask

WORKSHOP = "NC-7"


@pytest.fixture
def phone(as_household):
    farm.farm()
    with write():
        Business.update(village=farm.VILLAGE).execute()
        farm.add(
            Business,
            number=WORKSHOP,
            name="木垒县刺绣帮扶车间",
            kind="workshop",
            phone="0994-7777777",
            village=f"{farm.VILLAGE[:9]}999",
            posts=2,
        )
    farm.shares("玛务-2024", mode="work", business=WORKSHOP, profit_share=None)
    return as_household


def asked(phone, mode="", status=200) -> str:
    response = phone.get("/household/place", query_string={"mode": mode} if mode else {})
    assert response.status_code == status
    assert response.headers["Cache-Control"] == "no-store"
    main = BeautifulSoup(response.data, "html.parser").main
    assert main is not None
    return " ".join(main.get_text(" ").split())


def settle(holder: str) -> None:
    with write():
        farm.add(
            Settlement,
            holder=holder,
            agreement="玛务-2024",
            clause=1,
            to_day=date(2026, 10, 31),
            units=10,
        )


def test_nothing_is_listed_before_the_household_asks(phone, statements):
    text = asked(phone)
    assert "您家想找哪一种" in text
    assert "合作社" not in text
    assert "刺绣" not in text
    assert not [sql for sql in statements if '"posts"' in sql]


def test_the_nearest_come_first_with_what_they_offer(phone):
    text = asked(phone, "any")
    assert text.index("在您家的村里") < text.index("农民专业合作社")
    assert text.index("农民专业合作社") < text.index("在您家的乡镇里") < text.index("刺绣")
    assert "一共 2 个岗位，还有空的" in text
    work = asked(phone, "work")
    assert "刺绣" in work
    assert "农民专业合作社" not in work
    assert "家庭农场" in asked(phone, "land")


def test_a_full_workshop_is_not_listed_and_nobody_is_counted(phone):
    settle(farm.OURS)
    assert "一共 2 个岗位，还有空的" in asked(phone, "work")
    settle(farm.THEIRS)
    assert "刺绣" not in asked(phone, "work")
    assert "刺绣" not in asked(phone, "any")


def test_where_nothing_is_near_it_reads_whom_to_ask_and_how_to_demand_it(phone):
    text = asked(phone, "training")
    assert "台账里现在没有找到" in text
    assert "0994-2345678" in text
    assert "想要一个带动的岗位或项目" in text
    assert 'href="/household/dispute/new"' in phone.get("/household/place?mode=training").text


def test_what_is_no_choice_gets_a_sentence(phone):
    assert "请在下面选一种" in asked(phone, "<b>", 422)


def test_no_other_household_and_no_telephone_of_a_business_is_on_it(phone):
    text = asked(phone, "any")
    for hidden in ("王建国", farm.THEIRS, "0994-6543210", "0994-7777777"):
        assert hidden not in text


def test_nothing_is_written_and_the_log_masks_the_choice(phone, statements):
    asked(phone, "any")
    statements.clear()
    asked(phone, "work")
    written = ("INSERT", "UPDATE", "DELETE")
    about = [sql for sql in statements if sql.lstrip().upper().startswith(written)]
    assert about == []
    assert "work" not in mask("GET /household/place?mode=work HTTP/1.1")


def test_the_number_of_queries_does_not_grow_with_the_businesses(phone, statements):
    asked(phone, "any")
    statements.clear()
    asked(phone, "any")
    few = len(statements)
    with write():
        for number in range(40):
            farm.add(
                Business,
                number=f"NC-8{number:02}",
                name=f"合作社{number}",
                kind="cooperative",
                village=farm.VILLAGE,
                posts=9,
            )
    statements.clear()
    assert "还有 23 家没有列出来" in asked(phone, "any")
    assert len(statements) == few <= 9


def test_the_way_there_is_on_the_own_page_and_beside_the_demand(phone):
    for path in ("/settings", "/household/dispute/new"):
        assert 'href="/household/place"' in phone.get(path).text
