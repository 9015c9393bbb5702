"""An import can be undone while nothing was built on it; the reason is named otherwise."""

from datetime import timedelta

import pytest

from ledger.obstacle import obstacle
from ledger.undo import CannotUndo, undo
from models import card
from models.answer import give
from models.batch import Batch, Change
from models.due import Due
from models.household import Household, Share
from models.ids import household_id, random_id
from models.statement import of_household
from tests.ledger.county import SIMPLE, TODAY, VILLAGE, WHOLE, changed, only, put
from tests.ledger.test_store import everything

H1 = household_id("H-1")


def kinds(number="H-1"):
    found = of_household(number, 2024, today=TODAY)
    return sorted((e.row.kind, e.row.due, e.row.paid) for e in found.entries) if found else None


def refused(batch):
    with pytest.raises(CannotUndo) as reason:
        undo(batch, TODAY)
    assert obstacle(batch) == reason.value.code
    return reason.value.code


def test_undoing_the_first_import_leaves_nothing(stored):
    assert obstacle(stored.batch) == ""
    undo(stored.batch, TODAY)
    assert not any(everything())
    assert Batch.get().state == "undone"


def test_undoing_a_change_brings_the_old_values_back(stored):
    before = everything()
    again = put(changed("协议", 1, "保底比例", 7) | changed("农户", 2, "户主姓名", "王建华"))
    assert everything() != before
    undo(again.batch, TODAY)
    # Only the payments, which were the same, and everything else as it was.
    assert everything() == before
    assert not Change.select().exists()


def test_undoing_an_agreement_brings_back_what_the_simple_sheet_stated(db):
    put(SIMPLE)
    stated = kinds()
    put(only("农户"))
    later = put(only("项目", "经营主体", "协议", "受益"))
    assert kinds() == [("guaranteed", 180000, 180000)]
    undo(later.batch, TODAY)
    assert kinds() == stated == [("stated", 180000, 180000)]


def test_undoing_the_simple_sheet_takes_its_payment_off_the_agreement(db):
    put(only("项目", "经营主体", "协议", "农户", "受益"))
    simple = put(SIMPLE)
    assert kinds() == [("guaranteed", 180000, 180000)]
    undo(simple.batch, TODAY)
    assert kinds() == [("guaranteed", 180000, 0)]


def test_an_import_can_be_stored_again_after_it_was_undone(stored):
    before = str(everything())
    undo(stored.batch, TODAY)
    again = put(WHOLE)
    assert str(everything()).replace(str(again.batch), str(stored.batch)) == before


def test_an_unknown_or_undone_import_cannot_be_undone(stored):
    assert refused(random_id()) == "unknown"
    undo(stored.batch, TODAY)
    assert refused(stored.batch) == "unknown"


def test_a_later_change_of_its_rows_stands_in_the_way(stored):
    again = put(changed("农户", 2, "户主姓名", "王建华"))
    assert refused(stored.batch) == "later"
    undo(again.batch, TODAY)
    undo(stored.batch, TODAY)


def test_a_later_change_of_a_row_that_it_changed_stands_in_the_way(stored):
    second = put(changed("农户", 2, "户主姓名", "王建华"))
    put(changed("农户", 2, "户主姓名", "王建业"))
    assert refused(second.batch) == "later"


@pytest.mark.parametrize(
    "later",
    [
        {"受益": (("协议编号", "户编码", "进入日期"), ("XY-1", "H-1", "2025-01-01"))},
        {"发放": (WHOLE["发放"][0], ("XY-1", "H-1", 2025, "PZ-2", 1, "2025-12-18"))},
        {"经营结果": (("协议编号", "年度", "确认日期"), ("XY-1", 2024, "2025-01-10"))},
        {"收入": (("户编码", "年度"), ("H-1", 2024))},
    ],
)
def test_a_later_row_that_refers_to_its_rows_stands_in_the_way(stored, later):
    put(later)
    assert refused(stored.batch) == "referred"


def test_a_further_clause_of_an_agreement_can_be_undone(stored):
    headings, row = WHOLE["协议"]
    added = put({"协议": ([*headings, "条款生效日期"], [*row, "2025-07-01"])})
    undo(added.batch, TODAY)
    assert Share.select().count() == 2


def test_a_card_stands_in_the_way(stored):
    card.issue(H1, TODAY)
    assert refused(stored.batch) == "card"


def test_a_card_does_not_keep_a_later_import(stored):
    card.issue(H1, TODAY)
    undo(put(changed("农户", 2, "户主姓名", "王建华")).batch, TODAY)


def test_a_household_that_has_answered_stands_in_the_way(stored):
    line = Due.get((Due.household == H1) & (Due.year == 2024))
    give(H1, due=line.id, answer="confirmed", today=TODAY)
    assert refused(stored.batch) == "checked"


def test_an_answer_to_what_the_simple_sheet_stated_stands_in_the_way(db):
    simple = put(SIMPLE)
    line = Due.get(Due.household == H1)
    give(H1, due=line.id, answer="disputed", reason="less", today=TODAY)
    assert refused(simple.batch) == "checked"


def test_an_answer_from_before_an_import_is_not_built_on_it(stored):
    line = Due.get((Due.household == H1) & (Due.year == 2024))
    give(H1, due=line.id, answer="confirmed", today=TODAY)
    day = TODAY + timedelta(days=1)
    later = put(
        {"发放": (WHOLE["发放"][0], ("XY-1", "H-1", 2025, "PZ-2", 1, "2025-12-18"))}, day=day
    )
    undo(later.batch, day)


def test_a_failed_undo_changes_nothing(stored, monkeypatch):
    before = everything()

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("ledger.undo.rebuild", fail)
    with pytest.raises(RuntimeError):
        undo(stored.batch, TODAY)
    assert everything() == before
    assert Batch.get().state == "stored"


def test_a_village_that_a_later_import_speaks_of_is_no_reference(stored):
    put({"行政村": (("行政村代码", "有条件"), (VILLAGE, "是"))})
    undo(stored.batch, TODAY)
    assert not Household.select().exists()
