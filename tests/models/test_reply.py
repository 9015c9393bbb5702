"""A reply is a turn of the business's own: the last counts, the same twice is none."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import pytest
from peewee import IntegrityError

from models import database, reply, schema
from models.finding import Finding
from models.ids import random_id
from models.reply import Reply, Said
from models.scope import NotTheirs
from tests.web import firm

DAY = firm.TODAY
PAYS = Said("pays", pays_on=date(2026, 12, 1), amount=600_00)
PAID = Said("paid", voucher="记-2026-11-015", remark="已经打到一卡通。")
NO = Said("disagrees", reason="wrong_sum")
HELP = Said("asks_help", reason="funds")


@pytest.fixture(autouse=True)
def ledger(tmp_path):
    opened = database.connect(f"sqlite:///{tmp_path}/replies.db")
    opened.create_tables(schema.TABLES)
    firm.firm()
    yield
    opened.close()


@pytest.fixture
def finding():
    return firm.found()


def give(finding, said, **given):
    return reply.give(firm.COOPERATIVE, [finding], said, DAY, **given)


def said(finding):
    return [reply.word(row) for row in reply.of_finding(finding)]


def test_the_last_turn_counts_and_none_takes_back(finding):
    for each in (PAYS, NO, HELP, PAID, reply.NOTHING):
        assert give(finding, each)
    assert said(finding) == [PAYS, NO, HELP, PAID, reply.NOTHING]
    assert [row.turn for row in reply.of_finding(finding)] == [1, 2, 3, 4, 5]
    assert reply.standing(reply.of_business(firm.COOPERATIVE)) == {}
    give(finding, NO)
    assert reply.word(reply.standing(reply.of_business(firm.COOPERATIVE))[finding]) == NO


def test_the_same_twice_is_stored_once(finding):
    assert give(finding, PAYS)
    assert not give(finding, PAYS)
    assert not give(finding, PAYS, sent=uuid4())
    assert len(said(finding)) == 1


def test_what_arrives_again_late_does_not_undo_a_later_word(finding):
    sent = uuid4()
    give(finding, PAYS, sent=sent)
    give(finding, NO, sent=uuid4())
    assert not give(finding, PAYS, sent=sent)
    assert said(finding) == [PAYS, NO]


def test_a_page_left_open_sends_its_id_with_another_word_and_that_counts(finding):
    sent = uuid4()
    give(finding, PAYS, sent=sent)
    assert give(finding, NO, sent=sent)
    assert said(finding) == [PAYS, NO]
    assert len({row.id for row in reply.of_finding(finding)}) == 2


def test_nothing_is_stored_to_take_back_what_was_never_said(finding):
    assert not give(finding, reply.NOTHING)
    assert Reply.select().count() == 0


def test_one_word_stands_beside_every_finding_of_a_matter(finding):
    second, sent = firm.found(place="652301100201"), uuid4()
    for _ in range(2):
        reply.give(firm.COOPERATIVE, [finding, second], PAYS, DAY, sent)
    assert said(finding) == said(second) == [PAYS]
    third = firm.found(place="652301100202")
    assert reply.give(firm.COOPERATIVE, [finding, second, third], PAYS, DAY, sent)
    assert (len(said(finding)), said(third)) == (1, [PAYS])


def test_a_foreign_an_ended_and_an_unknown_finding_are_not_theirs(finding):
    foreign = firm.found(business=firm.FARM)
    for wrong in ([foreign], [finding, foreign], [random_id()], []):
        with pytest.raises(NotTheirs):
            reply.give(firm.COOPERATIVE, wrong, PAYS, DAY)
    Finding.update(ended_on=DAY).execute()
    with pytest.raises(NotTheirs):
        give(finding, PAYS)
    assert Reply.select().count() == 0


def test_the_same_request_many_times_at_once_is_one_turn(finding):
    sent = uuid4()

    def send(_):
        try:
            return give(finding, PAYS, sent=sent)
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(send, range(16))) == 1
    assert len(said(finding)) == 1


def test_only_the_civil_day_is_kept(finding):
    give(finding, PAYS)
    assert reply.of_finding(finding)[0].day == DAY


@pytest.mark.parametrize(
    "wrong",
    [
        {"reply": "pays", "pays_on": None, "amount": 1},
        {"reply": "pays", "pays_on": DAY, "amount": None},
        {"reply": "paid", "voucher": None},
        {"reply": "disagrees", "reason": None},
        {"reply": "disagrees", "reason": "lazy"},
        {"reply": "paid", "voucher": "x", "reason": "other"},
        {"reply": "ignores"},
        {"reply": "none", "remark": "x" * 501},
        {"reply": "none", "subject_kind": "household"},
    ],
)
def test_the_table_refuses_what_is_no_reply(finding, wrong):
    row = {"business": firm.COOPERATIVE, "subject_kind": "finding", "subject": finding, "turn": 1}
    with pytest.raises(IntegrityError):
        Reply.create(id=random_id(), day=DAY, **(row | wrong))
