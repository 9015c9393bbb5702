"""Storing: all of it with what follows, or nothing."""

import json
from uuid import uuid4

import pytest

from ledger.store import Import, store
from models.batch import Batch, Change, unpack
from models.bulk import columns
from models.business import Business
from models.dispute import Dispute
from models.dispute_step import Subject, begin
from models.due import Due
from models.household import Household, Share, Simple
from models.ids import household_id, random_id
from models.payment import Payment
from models.statement import of_household
from tests.ledger import county
from tests.ledger.county import SIMPLE, TODAY, VILLAGE, WHOLE, changed, only, put, reading

NEXT = "652301001006"


def counted(done):
    return {
        name: (verdict.new, verdict.changed, verdict.same, verdict.bad)
        for name, verdict in done.examination.sheets.items()
    }


def everything():
    tables = (Household, Share, Simple, Payment, Business, Due)
    return [sorted(table.select().tuples(), key=str) for table in tables]


def kinds(number):
    return sorted(entry.row.kind for entry in of_household(number, 2024, today=TODAY).entries)


def test_a_household_sees_what_an_import_makes_due(stored):
    found = of_household("H-1", 2024, today=TODAY)
    assert [(e.row.due, e.row.paid, e.state) for e in found.entries] == [(180000, 180000, "paid")]
    assert of_household("H-2", 2024, today=TODAY).totals.due == 60000
    assert of_household("H-3", 2024, today=TODAY) is None


def test_the_same_workbook_twice_changes_nothing(stored):
    before = everything()
    again = put(WHOLE)
    assert everything() == before
    assert all(new == changed_ == bad == 0 for new, changed_, _, bad in counted(again).values())
    assert again.batch is not None
    assert not Change.select().exists()


def test_a_changed_row_keeps_its_old_values_in_the_history(stored):
    again = put(changed("农户", 2, "户主姓名", "王建华"))
    assert counted(again)["农户"] == (0, 1, 1, 0)
    kept = Change.get(Change.batch == again.batch)
    before = dict(zip(columns(Household), unpack(Household, kept.before), strict=True))
    assert before["head"] == "王建国"
    assert before["batch"] == stored.batch
    assert Household.get(Household.number == "H-2").head == "王建华"


def test_a_column_that_the_sheet_has_not_stays_as_it_was(stored):
    put({"经营主体": (("主体编号", "主体名称", "主体类型"), ("NC-1", "丰收社", "家庭农场"))})
    found = Business.get()
    assert (found.name, found.kind, found.phone) == ("丰收社", "family_farm", "0994-2345678")


def test_an_empty_cell_of_a_column_that_the_sheet_has_empties_it(stored):
    put(changed("经营主体", 1, "联系电话", None))
    assert Business.get().phone is None


def test_the_simple_sheet_alone_goes_live(db):
    put(SIMPLE)
    found = of_household("H-2", 2024, today=TODAY)
    assert [(e.row.kind, e.row.due, e.state) for e in found.entries] == [
        ("stated", 60000, "overdue")
    ]
    assert Household.get(Household.number == "H-2").simple


def test_the_simple_sheet_is_enriched_later_without_doubling(db):
    put(SIMPLE)
    put(only("项目", "经营主体", "协议", "农户", "受益"))
    found = of_household("H-1", 2024, today=TODAY)
    assert [(e.row.kind, e.row.due, e.row.paid) for e in found.entries] == [
        ("guaranteed", 180000, 180000)
    ]
    household = Household.get(Household.number == "H-1")
    assert (household.simple, household.category) == (False, "lifted")
    put(only("发放"))
    assert of_household("H-1", 2024, today=TODAY).totals.received == 180000


def test_the_simple_sheet_after_the_agreement_pays_it(db):
    put(only("项目", "经营主体", "协议", "农户", "受益"))
    put(SIMPLE)
    found = of_household("H-1", 2024, today=TODAY)
    assert [(e.row.kind, e.row.paid, e.state) for e in found.entries] == [
        ("guaranteed", 180000, "paid")
    ]


def test_what_sheet_households_says_is_not_overwritten_by_the_simple_sheet(stored):
    rows = [list(row) for row in SIMPLE["简表"]]
    rows[1][2] = "另一个名字"
    put({"简表": rows})
    assert Household.get(Household.number == "H-1").head == "阿依古丽·买买提"


def test_a_business_that_gets_the_stated_name_takes_over_and_gives_back(db):
    put({**WHOLE, **SIMPLE} | changed("经营主体", 1, "主体名称", "别的名字") | SIMPLE)
    assert kinds("H-2") == ["guaranteed", "stated"]
    put(only("经营主体"))
    assert kinds("H-2") == ["guaranteed"]
    put({"经营主体": changed("经营主体", 1, "主体名称", "别的名字")["经营主体"]})
    assert kinds("H-2") == ["guaranteed", "stated"]


def test_a_stated_name_may_be_spaced_and_bracketed_otherwise(db):
    rows = [list(row) for row in SIMPLE["简表"]]
    place = rows[0].index("主体名称")
    for row in rows[1:]:
        row[place] = " ".join(row[place]) + "（昌吉）"
    put({**WHOLE, "简表": rows})
    assert kinds("H-2") == ["guaranteed", "stated"]
    name = f"{WHOLE['经营主体'][1][1]}(昌吉)"
    put({"经营主体": changed("经营主体", 1, "主体名称", name)["经营主体"]})
    assert kinds("H-2") == ["guaranteed"]


def test_several_workbooks_may_refer_to_each_other_in_any_order(db):
    done = put(only("受益", "发放"), only("农户", "协议"), only("经营主体", "项目"))
    assert not done.problems
    assert of_household("H-1", 2024, today=TODAY).totals.due == 180000


def test_one_bad_cell_stores_nothing(db):
    done = put(changed("农户", 1, "行政村代码", "不是代码"))
    assert done.batch is None
    assert not Household.select().exists()
    assert not Batch.select().exists()


def test_skipping_bad_rows_leaves_out_what_depends_on_them(db):
    done = put(changed("农户", 1, "行政村代码", "不是代码"), skip_bad=True)
    assert done.batch is not None
    assert [row.number for row in Household.select()] == ["H-2"]
    assert counted(done)["受益"] == (1, 0, 0, 1)
    assert counted(done)["发放"] == (1, 0, 0, 1)
    assert {problem.sheet for problem in done.problems} == {"农户", "受益", "发放"}


def test_a_dry_run_stores_nothing(db):
    done = put(WHOLE, dry_run=True)
    assert done.batch is None
    assert counted(done)["农户"] == (2, 0, 0, 0)
    assert not Household.select().exists()


def test_a_repeated_request_stores_once(db):
    batch = random_id()
    first, second = put(WHOLE, batch=batch), put(WHOLE, batch=batch)
    assert first.batch == second.batch == batch
    assert Batch.select().count() == 1


def test_the_batch_says_who_what_and_how_many(stored):
    batch = Batch.get()
    assert (batch.state, batch.day, batch.scope) == ("stored", TODAY, "")
    assert json.loads(batch.files) == ["台账1.xlsx"]
    assert json.loads(batch.counts)["new"] == 9
    assert batch.content is None


@pytest.mark.parametrize("place", ["_write", "rebuild", "remember", "_record", "upsert"])
def test_a_failure_in_the_middle_stores_nothing(stored, monkeypatch, place):
    before = everything()
    calls = []

    def fail(*_):
        calls.append(place)
        raise RuntimeError(place)

    monkeypatch.setattr(f"ledger.store.{place}", fail)
    with pytest.raises(RuntimeError):
        put(changed("农户", 2, "户主姓名", "王建华"))
    assert calls
    assert everything() == before
    assert Batch.select().count() == 1


def test_a_new_plan_for_an_agreement_moves_its_portions(db):
    plan = (("方案编号", "行政村代码", "年度", "到账金额", "分户金额", "决议日期", "发放时限"),)
    portions = {"分户": (("方案编号", "户编码"), ("FA-1", "H-1"), ("FA-1", "H-2"))}
    row = ("FA-1", VILLAGE, 2024, 1000, 1000, "2025-01-05", "2025-01-20")
    put({**WHOLE, "分配方案": (*plan, row), **portions})
    assert Due.select().where((Due.kind == "portion") & (Due.agreement == "FA-1")).count() == 2
    headings = (*plan[0], "协议编号")
    put({"分配方案": (headings, (*row, "XY-1"))})
    found = Due.select().where(Due.kind == "portion")
    assert {(line.agreement, line.due) for line in found} == {("XY-1", 50000)}


def test_an_import_of_nothing_good_is_no_import(db):
    done = put({"农户": (WHOLE["农户"][0], ("", VILLAGE, "王", "脱贫户"))}, skip_bad=True)
    assert done.batch is None
    assert not Batch.select().exists()


def test_the_import_may_be_prepared_by_one_and_stored_for_another(db):
    account = random_id()
    done = store(reading(WHOLE), Import(TODAY, scope=county.VILLAGE[:6], account=account))
    batch = Batch.get_by_id(done.batch)
    assert (batch.account, batch.scope) == (account, "652301")


def test_what_is_open_goes_with_a_household_to_its_new_village(stored):
    begin(household_id("H-2"), Subject(), "place", TODAY, id=uuid4())
    put(changed("农户", 2, "户主姓名", "王建华"))
    assert Dispute.get().village == VILLAGE
    put(changed("农户", 2, "行政村代码", NEXT))
    assert Household.get(Household.number == "H-2").village == NEXT
    assert Dispute.get().village == NEXT
