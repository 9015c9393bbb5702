"""The pass over the XML sees the same however it is cut."""

import io

import pytest

from ledger import scan
from ledger.problem import Refused
from ledger.scan import Scan, letters

ROWS = "".join(
    f'<row r="{n}"{" hidden=" + chr(34) + "1" + chr(34) if n % 7 == 0 else ""}>'
    f'<c r="A{n}" t="inlineStr"><is><t>x</t></is></c><c r="B{n}" s="3"><v>0.5</v></c>'
    f'<c r="C{n}" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D{n}"><f>1+1</f></c>'
    f'<c r="E{n}" t="str"><f>A1</f><v></v></c><c r="F{n}"><f>1</f><v>1</v></c>'
    f'<c r="XFD{n}" s="9"/></row>'
    for n in range(1, 50)
)
XML = f"<worksheet><sheetData>{ROWS}</sheetData></worksheet>".encode()


@pytest.mark.parametrize("size", [64, 100, 333, 1000, 4 << 20])
def test_every_cut_gives_the_same(monkeypatch, size):
    monkeypatch.setattr(scan, "CHUNK", size)
    seen = Scan("农户", frozenset({3}))
    seen.read(io.BytesIO(XML))
    assert seen.last_row == 49
    assert seen.hidden == {n - 1 for n in range(7, 50, 7)}
    assert seen.cells == {n: {1: "percent", 2: "error_cell", 3: "formula"} for n in range(49)}


def test_columns_are_counted_from_their_letters():
    assert [letters(name) for name in (b"A", b"Z", b"AA", b"zz", b"XFD")] == [1, 26, 27, 702, 16384]


def test_a_filled_cell_far_out_is_seen():
    with pytest.raises(Refused, match="file_wide"):
        Scan("农户").read(
            io.BytesIO(XML.replace(b'<c r="XFD40" s="9"/>', b'<c r="XFD40"><v>1</v></c>'))
        )


@pytest.mark.parametrize("start", ["\ufeff<x/>".encode("utf-16-le"), "<x/>".encode("utf-16-be")])
def test_other_encodings_are_refused(start):
    with pytest.raises(Refused, match="file_broken"):
        Scan("农户").read(io.BytesIO(start))
