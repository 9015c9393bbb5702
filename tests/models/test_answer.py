"""An answer is a turn: the last one counts, the same twice is none, and only for one's own."""

from datetime import date
from uuid import uuid4

import pytest
from peewee import IntegrityError

from models import answer, database, schema
from models.answer import Answer
from models.due import Due
from models.ids import household_id
from models.scope import NotTheirs
from tests.web import farm

DAY = date(2026, 11, 23)
US = household_id(farm.OURS)
THEM = household_id(farm.THEIRS)


@pytest.fixture(autouse=True)
def rows(tmp_path):
    opened = database.connect(f"sqlite:///{tmp_path}/answers.db")
    opened.create_tables(schema.TABLES)
    farm.farm()
    yield
    opened.close()


@pytest.fixture
def line():
    return farm.line_of(US, "rent", 2026).id


def turns() -> list[tuple[int, str, str | None]]:
    rows = Answer.select(Answer.turn, Answer.answer, Answer.reason).order_by(Answer.turn)
    return list(rows.tuples())


def test_the_last_turn_counts(line):
    answer.give(US, due=line, answer="confirmed", today=DAY)
    answer.give(US, due=line, answer="disputed", reason="less", today=DAY)
    answer.give(US, due=line, answer="none", today=DAY)
    assert turns() == [(1, "confirmed", None), (2, "disputed", "less"), (3, "none", None)]
    assert answer.current(US, due=line).answer == "none"


def test_the_same_twice_is_stored_once(line):
    assert answer.give(US, due=line, answer="disputed", reason="less", today=DAY)
    assert not answer.give(US, due=line, answer="disputed", reason="less", today=DAY)
    assert len(turns()) == 1


def test_nothing_is_stored_to_take_back_what_was_never_said(line):
    assert not answer.give(US, due=line, answer="none", today=DAY)
    assert answer.current(US, due=line) is None


def test_another_reason_is_another_turn(line):
    answer.give(US, due=line, answer="disputed", reason="less", today=DAY)
    assert answer.give(US, due=line, answer="disputed", reason="late", today=DAY)
    assert answer.current(US, due=line).reason == "late"


def test_an_answer_that_comes_again_later_does_not_undo_a_newer_one(line):
    first = uuid4()
    answer.give(US, due=line, answer="confirmed", today=DAY, id=first)
    answer.give(US, due=line, answer="disputed", reason="less", today=DAY, id=uuid4())
    assert not answer.give(US, due=line, answer="confirmed", today=DAY, id=first)
    assert answer.current(US, due=line).answer == "disputed"


def test_a_page_left_open_sends_its_id_with_another_word_and_that_counts(line):
    same = uuid4()
    answer.give(US, due=line, answer="confirmed", today=DAY, id=same)
    assert answer.give(US, due=line, answer="none", today=DAY, id=same)
    assert answer.current(US, due=line).answer == "none"


@pytest.mark.parametrize("subject", [{"due": uuid4()}, {"check": uuid4()}])
def test_what_is_not_theirs_cannot_be_answered(subject):
    with pytest.raises(NotTheirs):
        answer.give(US, **subject, answer="confirmed", today=DAY)


def test_another_household_s_line_cannot_be_answered():
    theirs = farm.line_of(THEM, "guaranteed", 2026, 2).id
    with pytest.raises(NotTheirs):
        answer.give(US, due=theirs, answer="confirmed", today=DAY)
    assert not turns()


def test_only_words_of_the_closed_lists_can_be_stored(line):
    for wrong in ({"answer": "perhaps"}, {"answer": "disputed", "reason": "他们欠我的"}):
        with pytest.raises(IntegrityError):
            answer.give(US, due=line, **wrong, today=DAY)


def test_a_reason_stands_only_beside_a_dispute(line):
    with pytest.raises(IntegrityError):
        answer.give(US, due=line, answer="confirmed", reason="less", today=DAY)


def test_an_answer_changes_no_figure(line):
    before = list(Due.select().order_by(Due.id).tuples())
    answer.give(US, due=line, answer="disputed", reason="less", today=DAY)
    assert list(Due.select().order_by(Due.id).tuples()) == before
