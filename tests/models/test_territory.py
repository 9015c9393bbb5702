"""Which county a row belongs to, whatever it names of places."""

import pytest

from models import database, place, schema
from models.ids import derive
from models.territory import imported_by, places
from tests.ledger.county import OTHER_COUNTY, OTHER_VILLAGE, VILLAGE, WHOLE, put

OWN = VILLAGE[:6]
NO_PLACE = {
    "经营主体": (("主体编号", "主体名称", "主体类型"), ("NC-9", "外地公司", "龙头企业")),
    "协议": (
        ("协议编号", "主体编号", "相对方", "带动方式", "签订日期", "开始日期"),
        ("XY-9", "NC-9", "农户", "保底分红", "2024-01-01", "2024-01-01"),
    ),
}


@pytest.fixture
def stored(url):
    opened = database.connect(url)
    schema.migrate(opened)
    place.load_places()
    yield put(WHOLE)
    opened.close()


@pytest.mark.parametrize(
    ("concept", "number"),
    [("project", "XM-1"), ("business", "NC-1"), ("household", "H-1"), ("agreement", "XY-1")],
)
def test_a_row_that_names_its_village_lies_there(stored, concept, number):
    assert places(concept, [number]) == {number: VILLAGE}


def test_what_does_not_exist_has_no_place(stored):
    assert places("household", ["H-1", "H-9"]) == {"H-1": VILLAGE}
    assert places("place", [VILLAGE, "652301999999"]) == {VILLAGE: VILLAGE}


def test_an_asset_lies_where_its_project_does(stored):
    headings = ("资产编号", "项目编号", "资产名称", "资产种类", "原值", "启用日期", "使用年限")
    row = ("ZC-1", "XM-1", "大棚", "大棚", 1, "2024-01-01", 10)
    put({"资产": ((*headings, "计入收益范围", "所有权人"), (*row, "是", "村集体"))})
    assert places("asset", ["ZC-1"]) == {"ZC-1": VILLAGE}


def test_what_names_no_place_is_whose_who_imported_it(stored):
    put(NO_PLACE, scope=OWN)
    assert places("business", ["NC-9"]) == {"NC-9": OWN}
    assert places("agreement", ["XY-9"]) == {"XY-9": OWN}


def test_what_the_command_line_imported_without_a_place_is_nobodys(stored):
    put(NO_PLACE)
    assert places("business", ["NC-9"]) == {"NC-9": ""}
    assert places("agreement", ["XY-9"]) == {"XY-9": ""}


def test_an_agreement_without_a_project_lies_where_its_households_do(stored):
    put(NO_PLACE)
    put({"农户": (WHOLE["农户"][0], ("Z-1", OTHER_VILLAGE, "别县人", "脱贫户"))})
    put({"受益": (("协议编号", "户编码"), ("XY-9", "Z-1"))})
    assert places("agreement", ["XY-9"]) == {"XY-9": OTHER_VILLAGE}


def test_an_agreement_with_an_office_lies_where_the_office_does(stored):
    headings, row = NO_PLACE["协议"]
    row = ["乡镇" if cell == "农户" else cell for cell in row]
    put(NO_PLACE | {"协议": ((*headings, "相对方编号"), (*row, "652302001"))})
    assert places("agreement", ["XY-9"])["XY-9"].startswith(OTHER_COUNTY)


def test_an_import_has_the_scope_of_who_made_it(stored):
    done = put(NO_PLACE, scope=OWN)
    assert imported_by([stored.batch, done.batch, derive("none")]) == {
        stored.batch: "",
        done.batch: OWN,
    }
