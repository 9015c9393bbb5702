"""Rule 2: what is forbidden for ever has no place in the schema, a form, a file or a script.

Columns, headings and forms by name: tests/conventions/test_forbidden.py; what the importer drops:
tests/ledger/test_dropped.py. Here: the schema as migrated, every file that can be taken out, the
language, and photographs.
"""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from models.schema import TABLES
from tests.conventions.test_forbidden import LANGUAGE, WORDS
from tests.web import farm
from web.access import COOKIE

EXPORTS = {"/ledger/export": {"reason": "export_report"}, "/finding/export": None}
CAMERA = re.compile(r"getUserMedia|mediaDevices|geolocation|FileReader|sendBeacon|FormData|fetch\(")


def test_the_migrated_schema_names_nothing_forbidden(migrated):
    names = [f"{table}.{column}" for table, columns in migrated.items() for column in columns]
    assert len(names) > 300
    assert not [name for name in names if WORDS.search(name)]
    assert not [name for name in names if LANGUAGE.search(name.partition(".")[2])]


@pytest.mark.parametrize(
    "word", ["民族", "子女", "身份证", "定位", "مىللىتى", "religion", "child_age"]
)
def test_the_list_knows_the_words_in_three_languages(word):
    assert WORDS.search(word)


@pytest.mark.parametrize("address", EXPORTS)
def test_no_heading_of_a_file_names_anything_forbidden(address, app, sign_in):
    farm.farm()
    county, sent = sign_in("county"), EXPORTS[address]
    data = (county.post(address, data=sent) if sent else county.get(address)).data
    headings = [
        str(cell)
        for sheet in load_workbook(BytesIO(data), read_only=True)
        for row in sheet.iter_rows(max_row=3, values_only=True)
        for cell in row
        if cell is not None
    ]
    assert headings
    assert not [text for text in headings if WORDS.search(text)]


def test_the_language_leaves_no_trace(app, as_household, household):
    """The same walk in either language leaves the same rows: nothing says which it was."""
    farm.farm()

    def walk(lang: str) -> dict[str, list]:
        as_household.set_cookie("lang", lang)
        as_household.post("/language", data={"lang": lang, "next": "/household"})
        for path in ("/household", "/check", "/held", "/household/dispute"):
            assert as_household.get(path).status_code == 200
        return {t.__name__: sorted(map(repr, t.select().tuples())) for t in TABLES}

    assert walk("zh") == walk("ug")
    assert as_household.get_cookie(COOKIE)


def test_no_script_takes_or_sends_a_picture_or_a_place(root):
    """The camera belongs to the scan page alone; what it sees is decoded on the phone."""
    for path in (root / "static" / "script").glob("*.js"):
        assert path.stem == "scan" or not CAMERA.search(path.read_text("utf-8")), path.name
    for path in (root / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "image/*" not in text, path
        assert 'type="file"' not in text or path.parent.name in {"ledger", "signing"}, path
