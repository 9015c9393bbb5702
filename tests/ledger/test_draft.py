"""A preview: nothing is stored before somebody says so, and then it is stored once."""

import zlib
from datetime import timedelta

import pytest

from ledger import draft
from ledger.store import Import
from models.batch import Batch
from models.household import Household
from models.ids import random_id
from tests.ledger.build import book
from tests.ledger.county import TODAY, VILLAGE, WHOLE, changed

OWN = VILLAGE[:6]
FORBIDDEN = {
    "农户": (
        (*WHOLE["农户"][0], "民族", "身份证号"),
        (*WHOLE["农户"][1], "某某族", "652301199001011235"),
    )
}


def upload(sheets, order=None, name="台账.xlsx"):
    order = order or Import(TODAY, scope=OWN, batch=random_id())
    draft.begin(order.batch, order, [name], since=100)
    draft.read(order.batch, [(name, book(sheets))], order.scope)
    return order, draft.load(order.batch)


def keep(order, **also):
    assert draft.claim(order.batch, since=200)
    return draft.keep(order.batch, Import(TODAY, scope=order.scope, batch=order.batch, **also))


def test_a_preview_says_what_would_happen_and_stores_nothing(db):
    _, found = upload(WHOLE)
    assert (found.state, found.whole, found.scope) == ("draft", True, OWN)
    assert found.counts["sheets"]["农户"] == {
        "rows": 2,
        "new": 2,
        "changed": 0,
        "same": 0,
        "bad": 0,
    }
    assert not found.report.problems
    assert not Household.select().exists()


def test_a_preview_names_the_cells_that_would_change(stored):
    _, found = upload(changed("农户", 2, "户主姓名", "王建华"))
    [change] = found.report.changes
    assert (change.sheet, change.row, change.key, change.column) == ("农户", 3, "H-2", "户主姓名")
    assert (change.before, change.after) == ("王建国", "王建华")


def test_a_preview_names_refused_cells_and_dropped_columns(db):
    _, found = upload(changed("农户", 2, "户主姓名", None) | {"随便": (("a", "b"), (1, 2))})
    assert ("农户", 3, "户主姓名", "required") in [
        (p.sheet, p.row, p.column, p.expected) for p in found.report.problems
    ]
    assert ("随便", "", "unknown") in [(d.sheet, d.column, d.reason) for d in found.report.dropped]


def test_a_draft_is_stored_once(db):
    order, _ = upload(WHOLE)
    assert keep(order)
    assert Household.select().count() == 2
    assert not draft.claim(order.batch, since=300)
    found = draft.load(order.batch)
    assert (found.state, found.whole) == ("stored", False)
    assert not draft.discard(order.batch)


def test_the_same_upload_is_noted_once(db):
    order, _ = upload(WHOLE)
    assert not draft.begin(order.batch, order, ["台账.xlsx"], since=100)
    assert draft.load(order.batch).state == "draft"


def test_only_good_rows_are_stored_when_asked_and_the_rest_can_still_be_marked(db):
    order, _ = upload(changed("农户", 2, "户主姓名", None))
    assert not keep(order)
    assert draft.load(order.batch).state == "draft"
    assert not Household.select().exists()
    assert keep(order, skip_bad=True)
    found = draft.load(order.batch)
    assert (found.state, found.whole) == ("stored", True)
    assert [row.number for row in Household.select()] == ["H-1"]
    assert len(found.report.problems) == 3


def test_what_has_become_wrong_meanwhile_is_shown_before_it_is_stored(stored, monkeypatch):
    order, found = upload({"受益": WHOLE["受益"]})
    assert not found.report.problems
    from ledger.undo import undo

    undo(stored.batch, TODAY)
    assert not keep(order)
    again = draft.load(order.batch)
    assert again.state == "draft"
    assert [problem.expected for problem in again.report.problems] == ["reference", "reference"]


def test_a_failure_while_storing_leaves_the_draft(db, monkeypatch):
    order, _ = upload(WHOLE)

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("ledger.store.rebuild", fail)
    with pytest.raises(RuntimeError):
        keep(order)
    draft.give_up(order.batch)
    found = draft.load(order.batch)
    assert (found.state, found.whole) == ("draft", True)
    assert not Household.select().exists()


def test_a_file_that_is_no_workbook_is_refused_with_its_reason(db):
    order = Import(TODAY, scope=OWN, batch=random_id())
    draft.begin(order.batch, order, ["报告.xlsx"], since=100)
    draft.read(order.batch, [("报告.xlsx", b"%PDF-1.7")], OWN)
    found = draft.load(order.batch)
    assert found.state == "refused"
    assert found.counts["refusal"] == {
        "code": "file_kind",
        "file": "报告.xlsx",
        "params": {"kind": "pdf"},
    }


def test_an_upload_that_could_not_be_read_ends_as_failed(db):
    order = Import(TODAY, scope=OWN, batch=random_id())
    draft.begin(order.batch, order, ["台账.xlsx"], since=100)
    draft.fail(order.batch)
    assert draft.load(order.batch).counts["refusal"]["code"] == "failed"


def test_a_discarded_draft_is_gone(db):
    order, _ = upload(WHOLE)
    assert draft.discard(order.batch)
    assert draft.load(order.batch) is None
    assert draft.reading(order.batch) is None


def test_drafts_are_forgotten_after_a_day(db):
    order, _ = upload(WHOLE)
    kept, _ = upload(changed("农户", 2, "户主姓名", None))
    keep(kept, skip_bad=True)
    draft.purge(TODAY + timedelta(days=1))
    assert draft.load(order.batch)
    draft.purge(TODAY + timedelta(days=2))
    assert draft.load(order.batch) is None
    found = draft.load(kept.batch)
    assert (found.state, found.whole, found.report) == ("stored", False, draft.Report())


def test_nothing_forbidden_is_kept_in_a_draft_or_in_the_database(db, tmp_path):
    order, found = upload(FORBIDDEN)
    assert {(d.column, d.reason) for d in found.report.dropped} == {
        ("民族", "forbidden"),
        ("身份证号", "forbidden"),
    }
    head, body = draft._split(Batch.get().content)
    kept = zlib.decompress(head) + zlib.decompress(body)
    keep(order)
    Household._meta.database.obj.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    for data in (kept, *(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())):
        for word in ("某某族", "652301199001011235"):
            assert word.encode() not in data


def test_a_number_of_a_person_in_a_known_column_is_never_kept(db, tmp_path):
    upload(changed("农户", 2, "户主姓名", "王 652301199001011235"))
    head, body = draft._split(Batch.get().content)
    assert b"652301199001011235" not in zlib.decompress(head) + zlib.decompress(body)
    assert b"652301199001011235" not in b"".join(
        path.read_bytes() for path in tmp_path.iterdir() if path.is_file()
    )


def test_two_files_of_one_name_are_told_apart(db):
    order = Import(TODAY, scope=OWN, batch=random_id())
    draft.begin(order.batch, order, ["台账.xlsx"] * 2, since=100)
    files = [("台账.xlsx", book({"农户": WHOLE["农户"]})), ("台账.xlsx", book(WHOLE))]
    draft.read(order.batch, files, OWN)
    assert draft.load(order.batch).files == ["台账.xlsx", "台账.xlsx #2"]


def test_no_day_of_a_draft_is_a_time(db):
    _, found = upload(WHOLE)
    assert found.day == TODAY
    assert "since" not in found.counts
