"""Product rule 2: what must never be held has no column, no field and no heading."""

import csv
import re
from pathlib import Path

import pytest

from models.schema import TABLES

ROOT = Path(__file__).parents[2]
ENGLISH = (
    "ethnic|nationality|religio|faith|politic|party_member|movement|travel|whereabout|opinion"
    "|mood|health|child|kinship|identity_card|id_card|id_number|bank_account|photo|image_of|selfie"
    "|latitude|longitude|gps|geoloc|location|imei|device|user_agent|ip_address|phone_of"
)
CHINESE = (
    "民族|族别|宗教|信仰|政治面貌|党员|出国|外出|去向|行踪|思想|表现|子女|儿童|学生|身份证|证件号"
    "|银行账号|银行卡号|照片|人脸|经度|纬度|定位|健康|病史"
)
UYGHUR = "مىللىتى|دىنىي|سىياسىي|كىملىك|بالىلىرى|سۈرىتى|سالامەتلىك"
WORDS = re.compile(f"{ENGLISH}|{CHINESE}|{UYGHUR}", re.IGNORECASE)
LANGUAGE = re.compile(r"(^|_)(lang|language|locale|script)(_|$)")
TIME = ("TIMESTAMP", "DATETIME", "TIME")


def columns():
    return [
        (table._meta.table_name, field) for table in TABLES for field in table._meta.sorted_fields
    ]


@pytest.mark.parametrize(("table", "field"), columns(), ids=lambda v: getattr(v, "name", v))
def test_no_column_can_hold_what_is_forbidden(table, field):
    assert not WORDS.search(f"{table}.{field.name}")
    assert not LANGUAGE.search(field.name), "a language is a cookie on the device"


@pytest.mark.parametrize(("table", "field"), columns(), ids=lambda v: getattr(v, "name", v))
def test_only_the_civil_day_is_kept(table, field):
    assert field.field_type.upper() not in TIME
    if table in {"visit", "check", "answer", "access"}:
        assert field.field_type.upper() != "BIGINT" or field.name == "amount"


@pytest.mark.parametrize(("table", "field"), columns(), ids=lambda v: getattr(v, "name", v))
def test_money_is_never_a_float(table, field):
    assert field.field_type.upper() not in {"FLOAT", "DOUBLE", "REAL", "DECIMAL", "NUMERIC"}


def test_ids_do_not_count():
    assert not [t for t, field in columns() if "AUTO" in field.field_type.upper()]


def test_no_heading_of_the_ledger_asks_for_what_is_forbidden():
    with (ROOT / "ledger" / "columns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            assert not WORDS.search(f"{row['column']} {row['field']}")


def test_no_form_asks_for_what_is_forbidden():
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        for name in re.findall(r'name="([^"{]+)"', text):
            assert not WORDS.search(name), (path.name, name)
        assert "geolocation" not in text
        assert "<textarea" not in text or path.parent.name not in {"visit", "check"}


def test_staff_cannot_write_freely_about_a_household():
    """A visit is a set of checks: closed lists, numbers and days."""
    texts = {
        (table, field.name)
        for table, field in columns()
        if table in {"visit", "check", "access"} and field.field_type.upper() == "TEXT"
    }
    assert texts <= {
        ("visit", "digest"),
        ("check", "agreement"),
        ("check", "result"),
        ("access", "name"),
        ("access", "role"),
        ("access", "purpose"),
    }
