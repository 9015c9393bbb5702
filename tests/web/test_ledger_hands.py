"""Four eyes: stored payments are changed, and taken back, by two accounts and never by one."""

import pytest
from bs4 import BeautifulSoup

from ledger import draft
from models.batch import Batch
from models.payment import Payment
from models.place import load_places
from tests.ledger.county import WHOLE, changed, put
from tests.web.test_ledger import page, preview, send, words

MORE = changed("发放", 1, "实付金额", 1700)
WHY = "有 1 行改动了已经登记的发放"


@pytest.fixture
def hands(app, sign_in):
    """Two accounts of one county."""
    load_places()
    put(WHOLE, scope="652301")
    return sign_in("county"), sign_in("county")


def paid():
    return sorted(row.amount for row in Payment.select())


def store(client, address):
    return client.post(f"{address}/store", data={"rows": "all"})


def test_who_brought_a_change_of_payments_is_told_to_ask_another(hands):
    first, _ = hands
    address = preview(first, MORE)
    found = page(first, address)
    assert WHY in words(found)
    assert not found.select(f"form[action='{address}/store']")
    refused = store(first, address)
    assert refused.status_code == 409
    assert WHY in words(BeautifulSoup(refused.text, "html.parser"))
    assert paid() == [60_000, 180_000]


def test_another_account_sees_it_and_stores_it(hands):
    first, second = hands
    address = preview(first, MORE)
    assert address in str(page(second, "/ledger"))
    assert WHY not in words(page(second, address))
    assert store(second, address).status_code == 303
    assert paid() == [60_000, 170_000]


@pytest.mark.parametrize("asks", [0, 1])
def test_neither_who_brought_nor_who_stored_it_undoes_it_alone(hands, asks):
    first, second = hands
    address = preview(first, MORE)
    store(second, address)
    one, other = hands[asks], hands[1 - asks]
    assert "要两个人才能撤回" in words(page(one, f"{address}/undo"))
    for _ in range(2):  # asked twice it is asked once
        assert one.post(f"{address}/undo").status_code == 303
        assert paid() == [60_000, 170_000]
    assert "您已经要求撤回" in words(page(one, address))
    assert not page(one, address).select(f"a[href='{address}/undo']")
    assert "您已经要求撤回" in words(page(one, f"{address}/undo"))
    assert "另一个账号已经要求撤回" in words(page(other, f"{address}/undo"))
    assert other.post(f"{address}/undo").status_code == 303
    assert paid() == [60_000, 180_000]


def test_nobody_alone_takes_back_what_another_has_brought(hands):
    first, second = hands
    rows = (*WHOLE["发放"], ("XY-1", "H-1", 2025, "PZ-2", 1800, "2025-12-18"))
    address = preview(first, {**WHOLE, "发放": rows})
    store(first, address)
    second.post(f"{address}/undo")
    assert paid() == [60_000, 180_000, 180_000]
    first.post(f"{address}/undo")
    assert paid() == [60_000, 180_000]


def test_a_discarded_upload_leaves_its_id_to_no_other(hands):
    first, second = hands
    address = preview(first, MORE)
    first.post(f"{address}/discard")
    other = changed("发放", 1, "实付金额", 7777)
    assert send(first, other, id_=address.rpartition("/")[2]).location == address
    assert second.get(address).status_code == 404
    assert store(second, address).status_code == 404
    assert paid() == [60_000, 180_000]


def test_a_preview_is_not_taken_back(hands):
    first, second = hands
    address = preview(first, MORE)
    assert second.post(f"{address}/undo").status_code == 404


def test_new_payments_need_one_account(hands):
    first, _ = hands
    rows = (*WHOLE["发放"], ("XY-1", "H-1", 2025, "PZ-2", 1800, "2025-12-18"))
    address = preview(first, {**WHOLE, "发放": rows})
    assert store(first, address).status_code == 303
    assert first.post(f"{address}/undo").status_code == 303
    assert paid() == [60_000, 180_000]


def test_a_preview_that_became_a_change_meanwhile_is_not_stored_either(hands, monkeypatch):
    first, _ = hands
    address = preview(first, MORE)
    monkeypatch.setattr(draft.Draft, "corrections", 0)  # as it was when she looked
    assert store(first, address).status_code == 409
    assert Batch.select().where(Batch.state == "draft").count() == 1
    assert paid() == [60_000, 180_000]
