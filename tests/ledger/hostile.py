"""Files that are no ledger, and workbooks made to do harm: name → (content, codes of refusal)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

from tests.ledger import build
from tests.ledger.build import MAIN, SHEET, STRINGS, text

HEAD = (
    '<row r="1">'
    + text("A1", "户编码")
    + text("B1", "行政村代码")
    + text("C1", "户主姓名")
    + text("D1", "户类别")
    + "</row>"
)
ROW = HEAD.replace('r="1"', 'r="2"').replace("1", "2")
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "哈" * 10}">' for n in range(10))
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
Case = tuple[Callable[[], bytes], set[str]]


def columns(count: int, *, placed: bool) -> str:
    """Return a row of `count` filled cells."""

    def name(number: int) -> str:
        above, last = divmod(number, 26)
        return (name(above - 1) if above else "") + chr(65 + last)

    cells = (f'<c r="{name(n)}1">' if placed else "<c>" for n in range(count))
    return f'<row r="1">{"".join(f"{c}<v>{n * 7919}</v></c>" for n, c in enumerate(cells))}</row>'


def corrupt() -> bytes:
    """Return a workbook with bytes changed inside its packed sheet."""
    data = bytearray(build.honest())
    place = data.find(SHEET.encode()) + len(SHEET) + 40
    data[place : place + 8] = bytes(8)
    return bytes(data)


def amplified() -> bytes:
    """Return a workbook that repeats one long shared text in every row."""
    rows = (f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 200_000))
    strings = f"<sst {MAIN}><si><t>{'长' * 10_000}</t></si></sst>"
    return build.repacked({SHEET: build.sheet(HEAD + "".join(rows)), STRINGS: strings})


def rows(count: int) -> bytes:
    """Return a workbook with a filled cell in each of very many rows."""
    cells = (f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, count))
    return build.with_sheet(HEAD + "".join(cells))


def content_type(kind: str) -> bytes:
    """Return a workbook whose list of parts names this kind."""
    types = (
        f'<Types><Override PartName="/xl/workbook.xml" ContentType="application/{kind}"/></Types>'
    )
    return build.repacked({"[Content_Types].xml": types})


FILES: dict[str, Case] = {
    "empty": (lambda: b"", {"file_empty"}),
    "over 20 MB": (lambda: build.honest() + bytes(20 << 20), {"file_large"}),
    "pdf": (lambda: b"%PDF-1.7\n" + bytes(5000), {"file_kind"}),
    "old xls": (lambda: OLE, {"file_kind"}),
    "with a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), {"file_password"}),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), {"file_kind"}),
    "web page": (lambda: b"\xef\xbb\xbf<html><table><tr><td>1</table></html>", {"file_kind"}),
    "csv": (lambda: "户编码,户主姓名\nH1,张三\n".encode("gb18030"), {"file_kind"}),
    "noise": (lambda: bytes(range(256)) * 40, {"file_kind"}),
    "ods": (lambda: build.zipped({"mimetype": "x", "content.xml": "<x/>"}), {"file_kind"}),
    "xlsb": (
        lambda: build.zipped({"xl/workbook.bin": "x", "[Content_Types].xml": "<x/>"}),
        {"file_kind"},
    ),
    "docx": (lambda: build.zipped({"word/document.xml": "<x/>"}), {"file_kind"}),
    "half of it": (lambda: build.honest()[: len(build.honest()) // 2], {"file_broken"}),
    "without its last bytes": (lambda: build.honest()[:-30], {"file_broken"}),
    "only its first bytes": (lambda: b"PK\x03\x04", {"file_broken"}),
    "corrupt": (corrupt, {"file_broken"}),
    "more members than the sheet says": (lambda: build.lying(SHEET, 10), {"file_broken"}),
    "says 300 MB": (lambda: build.lying(SHEET, 300 << 20), {"file_bomb"}),
    "zip bomb": (lambda: build.with_sheet(" " * (150 << 20)), {"file_bomb"}),
    "zip bomb beside the sheets": (
        lambda: build.repacked({"xl/media/image1.png": bytes(100 << 20)}),
        {"file_bomb"},
    ),
    "10,000 members": (
        lambda: build.repacked({f"xl/media/{n}.xml": "" for n in range(10_000)}),
        {"file_members"},
    ),
    "macros": (lambda: build.repacked({"xl/vbaProject.bin": b"x"}), {"file_macros"}),
    "macros by type": (
        lambda: content_type("vnd.ms-excel.sheet.macroEnabled.main+xml"),
        {"file_macros"},
    ),
    "old macros": (
        lambda: build.repacked({"xl/macrosheets/sheet1.xml": "<x/>"}),
        {"file_macros"},
    ),
    "entities in a sheet": (
        lambda: build.with_sheet(HEAD + ROW, f"<!DOCTYPE x [{LAUGHS}]>"),
        {"file_entities"},
    ),
    "entities in the texts": (
        lambda: build.repacked(
            {STRINGS: f"<!DOCTYPE x [{LAUGHS}]><sst {MAIN}><si><t>&l9;</t></si></sst>"}
        ),
        {"file_entities"},
    ),
    "outside entity in the workbook": (
        lambda: build.repacked({"xl/workbook.xml": OUTSIDE + "<workbook/>"}),
        {"file_entities"},
    ),
    "outside entity in the styles": (
        lambda: build.repacked({"xl/styles.xml": OUTSIDE + "<styleSheet/>"}),
        {"file_entities"},
    ),
    "sheet in UTF-16": (
        lambda: build.repacked({SHEET: build.sheet(HEAD + ROW).encode("utf-16")}),
        {"file_broken"},
    ),
    "one cell at XFD1048576": (
        lambda: build.with_sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        {"file_wide"},
    ),
    "one cell at XFD1048576, hidden from a search": (
        lambda: build.with_sheet(HEAD + '<row r="1048576"><c\tr="XFD1048576"><v>1</v></c></row>'),
        {"file_memory"},
    ),
    "one cell at XFD1048576, written oddly": (
        lambda: build.with_sheet(
            HEAD.replace('"', "'") + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
        ),
        {"file_wide"},
    ),
    "1,000,000 columns": (lambda: build.with_sheet(columns(10**6, placed=True)), {"file_wide"}),
    "1,000,000 columns without names": (
        lambda: build.with_sheet(columns(10**6, placed=False)),
        {"file_wide"},
    ),
    "1,000 columns": (lambda: build.with_sheet(columns(1000, placed=True)), {"file_wide"}),
    "a cell in the last row": (
        lambda: build.with_sheet(HEAD + '<row r="1048576"><c r="D1048576"><v>1</v></c></row>'),
        {"file_cells"},
    ),
    "900,000 rows": (lambda: rows(900_000), {"file_cells"}),
    "one long text in every row": (amplified, {"file_memory"}),
    "row 0": (lambda: build.with_sheet(HEAD + '<row r="0"><c r="A0"/></row>'), {"file_broken"}),
    "row 99999999999": (
        lambda: build.with_sheet(HEAD + '<row r="2"><c r="A99999999999"><v>1</v></c></row>'),
        {"file_cells"},
    ),
    "a shared text that is not there": (
        lambda: build.with_sheet(HEAD + '<row r="2"><c r="A2" t="s"><v>999</v></c></row>'),
        {"file_broken"},
    ),
    "XML cut off": (
        lambda: build.repacked({SHEET: build.sheet(HEAD + ROW)[:-40]}),
        {"file_broken"},
    ),
    "no XML": (lambda: build.repacked({SHEET: b"\x01\x02\x03" * 99}), {"file_broken"}),
    "no list of sheets": (
        lambda: build.repacked({"xl/_rels/workbook.xml.rels": None}),
        {"file_broken"},
    ),
    "a sheet missing": (lambda: build.repacked({SHEET: None}), {"file_broken"}),
    "members with a password": (lambda: build.flagged(1), {"file_password"}),
    "packed in another way": (
        lambda: build.repacked({}, method=zipfile.ZIP_LZMA),
        {"file_broken"},
    ),
    "no sheet of the ledger": (lambda: build.book({"Sheet1": [["a"]]}), {"file_sheets"}),
}
