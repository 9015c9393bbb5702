"""One answer for the households of one payment, and what the prefecture sees of all of them."""

from __future__ import annotations

from uuid import UUID, uuid4

from bs4 import BeautifulSoup

from models import dispute, overdue
from models.dispute import DisputeEntry
from tests.web.lines import add_due, add_household
from tests.web.test_dispute import DAY, LATE, send, text


def overdue_ones(count=3) -> list[UUID]:
    for number in range(count):
        add_due(add_household(f"652301100200-{number:03}"), **LATE)
    overdue.renew(DAY)
    return [row.id for row in dispute.Dispute.select()]


def test_one_answer_for_all_households_of_a_payment(sign_in):
    client = sign_in("township")
    ones = overdue_ones()
    page = client.get("/dispute")
    assert "系统立的" in page.text
    shown = next(each for each in ones if str(each) in page.text)
    fields = {"outcome": "will_pay", "amount": "1200", "day": "2026-12-01", "everybody": "1"}
    same = str(uuid4())
    for _ in range(2):
        assert send(client, shown, "answered", id=same, **fields).status_code == 303
    assert dispute.Dispute.select().where(dispute.Dispute.state == "told").count() == 3
    assert DisputeEntry.select().where(DisputeEntry.kind == "answered").count() == 3


def test_without_the_tick_the_others_stay(sign_in):
    ones = overdue_ones()
    assert send(sign_in("township"), ones[0], "answered", outcome="paid").status_code == 303
    assert dispute.Dispute.select().where(dispute.Dispute.state == "open").count() == 2


def test_each_household_is_promised_its_own_sum(sign_in):
    client = sign_in("township")
    ones = overdue_ones(2)
    rich = add_household("652301100200-099")
    add_due(rich, due=500_000, **LATE)
    overdue.renew(DAY)
    fields = {"outcome": "will_pay", "amount": "9999", "day": "2026-12-01", "everybody": "1"}
    assert send(client, ones[0], "answered", **fields).status_code == 303
    promised = DisputeEntry.select(DisputeEntry.amount).where(DisputeEntry.kind == "answered")
    assert sorted(row.amount for row in promised) == [120_000, 120_000, 500_000]


def test_the_answer_to_all_leaves_alone_who_was_answered_before(sign_in):
    client, ones = sign_in("township"), overdue_ones(3)
    assert send(client, ones[1], "answered", outcome="paid").status_code == 303
    same = {"outcome": "corrected", "everybody": "1", "id": str(uuid4())}
    for _ in range(2):
        assert send(client, ones[0], "answered", **same).status_code == 303
    entries = DisputeEntry.select().where(DisputeEntry.kind == "answered")
    assert sorted(row.outcome for row in entries) == ["corrected", "corrected", "paid"]


def test_the_prefecture_sees_no_small_number(sign_in):
    overdue_ones(4)
    page = sign_in("prefecture").get("/dispute")
    assert "不到5件" in text(page)
    cells = BeautifulSoup(page.data, "html.parser").select("td.table__number")
    assert not any(cell.text.strip() == "4" for cell in cells)
