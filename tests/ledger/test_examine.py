"""What would become of each row: references, counties, and rows that mean the same place."""

import pytest

from ledger.examine import counts, examine
from models.rate import Price
from tests.ledger.county import (
    OTHER_COUNTY,
    OTHER_VILLAGE,
    VILLAGE,
    WHOLE,
    changed,
    only,
    put,
    reading,
)

OWN = VILLAGE[:6]


def refused(sheets, scope=""):
    found = examine(reading(sheets), scope)
    return [(p.sheet, p.row, p.column, p.value, p.expected) for p in found.problems]


def test_new_changed_same_and_bad_rows_are_told_apart(stored):
    rows = [
        WHOLE["农户"][0],
        WHOLE["农户"][1],
        ("H-2", VILLAGE, "王建华", "其他农户"),
        ("H-3", VILLAGE, "李四", "监测对象"),
        ("H-4", VILLAGE, "赵五", "不知道"),
    ]
    found = examine(reading({"农户": rows}))
    verdict = found.sheets["农户"]
    assert (verdict.rows, verdict.new, verdict.changed, verdict.same, verdict.bad) == (
        4,
        1,
        1,
        1,
        1,
    )
    assert counts(found) == {"rows": 4, "new": 1, "changed": 1, "same": 1, "bad": 1}
    [change] = found.changed
    assert change.target.source.number == 3


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        (changed("受益", 1, "户编码", "H-9"), ("受益", 2, "户编码", "H-9")),
        (changed("受益", 1, "协议编号", "XY-9"), ("受益", 2, "协议编号", "XY-9")),
        (changed("协议", 1, "主体编号", "NC-9"), ("协议", 2, "主体编号", "NC-9")),
        (changed("协议", 1, "项目编号", "XM-9"), ("协议", 2, "项目编号", "XM-9")),
        (
            changed("农户", 1, "行政村代码", "652301001999"),
            ("农户", 2, "行政村代码", "652301001999"),
        ),
        (changed("发放", 1, "协议编号", "XY-9"), ("发放", 2, "协议编号", "XY-9")),
        (changed("发放", 1, "户编码", "H-9"), ("发放", 2, "户编码", "H-9")),
    ],
)
def test_a_row_must_refer_to_something_that_exists(db, sheets, expected):
    assert refused(sheets)[0] == (*expected, "reference")


def test_a_refused_row_takes_along_what_refers_to_it(db):
    found = refused(changed("协议", 1, "主体编号", "NC-9"))
    assert {(sheet, code) for sheet, _, _, _, code in found} == {
        ("协议", "reference"),
        ("受益", "reference"),
        ("发放", "reference"),
    }


def test_a_row_must_refer_to_a_clause_that_exists(stored):
    rows = {"受益": (("协议编号", "条款序号", "户编码"), ("XY-1", 2, "H-1"))}
    assert refused(rows) == [("受益", 2, "条款序号", "2", "reference")]
    clause = [[*WHOLE["协议"][0], "条款序号"], [*WHOLE["协议"][1], 2]]
    assert not refused({"协议": clause, **rows})


def test_the_collective_and_other_holders_need_no_row_of_their_own(stored):
    assert not refused({"受益": (("协议编号", "户编码"), ("XY-1", "村集体"), ("XY-1", "其他股东"))})
    payment = [WHOLE["发放"][0], ("XY-1", "村集体", 2024, "PZ-9", 1, "2024-12-18")]
    assert not refused({"发放": payment})


@pytest.mark.parametrize(
    ("party", "number", "good"),
    [
        ("村集体", VILLAGE, True),
        ("村集体", "NC-1", False),
        ("经营主体", "NC-1", True),
        ("经营主体", VILLAGE, False),
        ("乡镇", "652301001", True),
        ("县级部门", "652301", True),
        ("农户", "随便", True),
    ],
)
def test_the_party_of_an_agreement_is_what_it_says(stored, party, number, good):
    headings, row = WHOLE["协议"]
    row = [(cell != "农户" and cell) or party for cell in row]
    sheets = {"协议": ([*headings, "相对方编号"], [*row, number])}
    assert (refused(sheets) == []) is good


def test_a_household_that_only_the_simple_sheet_names_can_be_referred_to(db):
    simple = ("户编码", "行政村代码", "户主姓名", "主体名称", "带动方式", "年度")
    rows = [("H-1", VILLAGE, "甲", "丰收合作社", "保底分红", 2024)]
    rows += [("H-2", VILLAGE, "乙", "丰收合作社", "保底分红", 2024)]
    assert not refused(only("项目", "经营主体", "协议", "受益") | {"简表": (simple, *rows)})


def test_a_joining_on_the_first_day_is_the_joining_that_was_not_written(stored):
    rows = (
        ("协议编号", "户编码", "进入日期", "量化金额(元)"),
        ("XY-1", "H-1", "2024-01-01", 30000),
    )
    assert examine(reading({"受益": rows})).sheets["受益"].same == 1
    twice = (*rows, ("XY-1", "H-1", None, 20000))
    assert refused({"受益": twice}) == [("受益", 3, "进入日期", "", "duplicate_key")]


def test_a_correction_of_the_start_is_no_new_clause(stored):
    found = examine(reading(changed("协议", 1, "开始日期", "2024-02-01")))
    assert (found.sheets["协议"].new, found.sheets["协议"].changed) == (0, 1)


def test_a_county_brings_in_only_its_own(stored):
    assert refused({"农户": (WHOLE["农户"][0], ("H-9", OTHER_VILLAGE, "别县", "脱贫户"))}, OWN) == [
        ("农户", 2, "行政村代码", OTHER_VILLAGE, "scope")
    ]


def test_a_county_can_go_on_with_what_lies_in_it(stored):
    assert not refused(WHOLE, OWN)


def test_a_county_cannot_touch_what_lies_in_another(stored):
    found = refused(WHOLE, OTHER_COUNTY)
    assert {sheet for sheet, *_ in found} == set(WHOLE)
    assert {code for *_, code in found} == {"scope"}


def test_a_county_cannot_take_a_household_over(stored):
    rows = {"农户": (WHOLE["农户"][0], ("H-1", OTHER_VILLAGE, "阿依古丽·买买提", "脱贫户"))}
    assert refused(rows, OTHER_COUNTY) == [("农户", 2, "户编码", "H-1", "scope")]


def test_a_business_may_work_in_another_county(stored):
    headings, row = WHOLE["协议"]
    row = ["XY-2", None, *row[2:]]
    assert not refused({"协议": (headings, row)}, OTHER_COUNTY)


def test_a_county_does_not_change_a_price_that_another_stated(db):
    rows = (("品名", "日期", "单价"), ("小麦", "2024-10-01", 2.4))
    put({"市价": rows}, scope=OWN)
    assert not refused({"市价": rows}, OTHER_COUNTY)
    dearer = (rows[0], ("小麦", "2024-10-01", 2.5))
    assert refused({"市价": dearer}, OTHER_COUNTY) == [("市价", 2, "日期", "2024-10-01", "scope")]
    assert not refused({"市价": dearer}, OWN)
    assert Price.get().yuan_per_kg == 24000
