"""A step through the gate and the row of the ledger are one: stored once, by the right hands."""

from dataclasses import replace

import pytest

from ledger.gate import Refused, take
from ledger.undo import CannotUndo, undo
from models import project_step as steps
from models.batch import Batch, Change
from models.project import Project
from models.project_step import ProjectStep
from rules.admission import Actor
from tests.ledger.county import TODAY, VILLAGE, put
from tests.ledger.gate import (
    APPROVER,
    FINANCE,
    NAMED,
    NO,
    NUMBER,
    REVIEWER,
    TOWN,
    YES,
    apply,
    enter,
    now,
    order,
)

pytestmark = pytest.mark.usefixtures("db")


def refused(sent):
    before = (ProjectStep.select().count(), Batch.select().count())
    with pytest.raises(Refused) as why:
        take(sent)
    assert (ProjectStep.select().count(), Batch.select().count()) == before
    return why.value.code


def kinds():
    return [each.step.kind for each in steps.of_project(NUMBER)]


def test_an_application_is_a_row_of_the_ledger_and_waits():
    sent = apply()
    row = Project.get()
    assert (row.number, row.review, row.batch) == (NUMBER, "pending", sent.id)
    batch = Batch.get()
    assert (batch.state, batch.account, batch.number) == ("stored", TOWN.account, 1)
    assert kinds() == ["applied"]


def test_the_whole_way_with_a_turn_back():
    apply(mechanism=None)
    take(order("returned", REVIEWER, review=NO))
    assert now() == "returned"
    apply()
    enter()
    take(order("approved", APPROVER, cells=NAMED))
    assert (now(), now("approver"), now("user_in_charge")) == ("approved", "王建国", "李明")
    assert kinds() == ["applied", "returned", "applied", "library", "approved"]
    back = steps.of_project(NUMBER)[1].step
    assert (back.missing, back.feasible, back.feasible_reason) == ("mechanism", False, "没有场地")
    assert (back.department, back.name, back.day) == (REVIEWER.department, "某人", TODAY)
    assert Change.select().count() == 4  # what each step overwrote


def test_the_same_step_twice_is_stored_once():
    sent = apply()
    take(sent)
    into = order("library", REVIEWER, review=YES)
    for _ in range(3):
        take(into)
    assert kinds() == ["applied", "library"]
    assert Batch.select().count() == 2
    assert refused(replace(into, step="returned")) == "different"
    assert refused(replace(into, actor=APPROVER)) == "different"


def test_a_number_that_is_taken_is_not_written_over():
    apply()
    assert refused(order("applied", TOWN, cells={}, new=True)) == "exists"
    assert refused(order("applied", TOWN, number="XM-9")) == "gone"


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({"mechanism": None}, ("mechanism",)),
        ({"expected_gain": None}, ("effect",)),
        ({"expected_households": 0}, ("households",)),
    ],
)
def test_without_mechanism_or_clear_effect_nothing_enters(cells, missing):
    apply(**cells)
    with pytest.raises(Refused) as why:
        enter()
    assert (why.value.code, why.value.missing) == ("missing", missing)
    assert now() == "pending"


def test_without_mechanism_nothing_is_approved_whatever_the_ledger_says():
    apply(mechanism=None)
    Project.update(review="library").execute()  # as an import may state it
    assert refused(order("approved", APPROVER, cells=NAMED)) == "missing"


@pytest.mark.parametrize("left_out", NAMED)
def test_an_approval_names_approver_and_user(left_out):
    apply()
    enter()
    cells = {name: text for name, text in NAMED.items() if name != left_out}
    assert refused(order("approved", APPROVER, cells=cells)) == "missing"


def test_verdicts_decide():
    apply()
    assert refused(order("library", REVIEWER, review=NO)) == "verdict"
    assert refused(order("returned", REVIEWER, review=YES)) == "nothing"


def test_the_department_reviews_and_other_hands_approve():
    apply()
    assert refused(order("library", APPROVER, review=YES)) == "department"
    assert refused(order("approved", APPROVER, cells=NAMED)) == "state"
    enter()
    assert refused(order("approved", REVIEWER, cells=NAMED)) == "hands"
    same = Actor(TOWN.account, "county", FINANCE)  # who applied, in another office now
    assert refused(order("approved", same, cells=NAMED)) == "hands"
    take(order("approved", APPROVER, cells=NAMED))


def test_who_imported_the_project_does_not_approve_it():
    head = ("项目编号", "项目名称", "年度", "项目类型", "产业项目", "主管部门", "实施单位",
            "联农带农机制", "预期带动户数", "预期岗位数", "中央衔接资金", "审核结论")  # fmt: skip
    row = [NUMBER, "冷库", 2026, "经营性", "是", FINANCE, "三工镇政府", "分红", 9, 2, 100, "入库"]
    put({"项目": (head, row)}, account=APPROVER.account, scope=VILLAGE[:6])
    row[1] = "北门村冷库"
    put({"项目": (head, row)}, account=REVIEWER.account, scope=VILLAGE[:6])
    for hand in (APPROVER, REVIEWER):
        assert refused(order("approved", hand, cells=NAMED)) == "hands"
    take(order("approved", Actor(TOWN.account, "county"), cells=NAMED))
    assert now() == "approved"


def test_what_the_ledger_cannot_take_is_refused_with_its_cells():
    with pytest.raises(Refused) as why:
        apply(village="652399999999")
    assert why.value.code == "problems"
    assert [(each.column, each.expected) for each in why.value.problems] == [
        ("行政村代码", "reference")
    ]
    assert not Project.select().exists()
    assert not ProjectStep.select().exists()


def test_a_step_is_taken_back_like_an_import():
    first = apply()
    into = order("library", REVIEWER, review=YES)
    take(into)
    with pytest.raises(CannotUndo):
        undo(first.id, TODAY)
    undo(into.id, TODAY)
    assert now() == "pending"
    assert [each.counts for each in steps.of_project(NUMBER)] == [True, False]
    take(order("library", Actor(APPROVER.account, "county", REVIEWER.department), review=YES))
    take(order("approved", REVIEWER, cells=NAMED))  # what he said counts no more
    assert now() == "approved"
