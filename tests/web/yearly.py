"""A county with enough households for figures, and its pack read back from page and files."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
from bs4 import BeautifulSoup
from python_calamine import CalamineWorkbook

from models.agreement import Result
from models.database import write
from models.household import Household
from models.ids import household_id
from models.place import Place
from models.rebuild import rebuild
from tests.web import farm

COUNTY = farm.VILLAGE[:6]
HEADS = {
    f"{farm.VILLAGE}-{number}": head
    for number, head in enumerate(
        (
            *("热依汗古丽·吐尔逊", "马文秀", "阿不都外力·卡德尔", "赵满仓", "哈丽玛·沙比提"),
            *("钱桂芳", "孙立春", "艾尔肯·玉素甫", "周秋菊"),
        ),
        101,
    )
}
PERSONS = (*HEADS, *HEADS.values(), farm.OURS, farm.THEIRS, "古丽娜尔·艾合买提")
FIGURE = re.compile(r"-?[\d,]+(\.\d+)?%?")


def settle(today: date = farm.TODAY) -> None:
    """Add a village whose households share one agreement; some of the money is late."""
    with write():
        Place.create(code=COUNTY, level="county", name="昌吉市", parent="6523")
        farm.people()
        for number, head in HEADS.items():
            given = {"id": household_id(number), "number": number, "head": head}
            farm.add(Household, village=farm.VILLAGE, category="lifted", **given)
        farm.shares(holders=(farm.OURS, farm.THEIRS, *HEADS))
        farm.land()
        profit = {"profit": 12_000_00, "confirmed_on": date(2026, 3, 1)}
        farm.add(Result, agreement=farm.SHARES, clause=1, year=2025, round=1, **profit)
        farm.paid()
        everybody = {household_id(number) for number in (farm.OURS, farm.THEIRS, *HEADS)}
        rebuild({farm.SHARES, farm.LAND}, everybody, today)


def tables(html: str) -> dict[str, list[list[str]]]:
    """Return the cells of each part of the page, without headings."""
    found = {}
    for heading in BeautifulSoup(html, "html.parser").select("h2.section[id]"):
        after = heading.find_next_sibling(lambda tag: tag.name in {"div", "h2"})
        rows = after.select("tbody tr") if after is not None and after.name == "div" else []
        found[heading["id"]] = [[_text(cell) for cell in row.find_all("td")] for row in rows]
    return found


def _text(cell) -> str:
    return "\n".join(line.strip() for line in cell.text.strip().splitlines())


def in_word(data: bytes) -> list[list[list[str]]]:
    """Return the tables of a Word document, of each cell its first paragraph."""
    document = docx.Document(io.BytesIO(data))
    return [
        [[cell.paragraphs[0].text for cell in row.cells] for row in table.rows][1:]
        for table in document.tables
    ]


def in_excel(data: bytes) -> list[list[list[object]]]:
    """Return the sheets of a workbook without the first, and their rows without headings."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [book.get_sheet_by_name(name) for name in book.sheet_names[1:]]
    return [sheet.to_python(skip_empty_area=False)[1:] for sheet in sheets]


def value(text: str) -> object:
    """Return what a workbook must hold for what the page shows."""
    if not FIGURE.fullmatch(text):
        return text
    number = Decimal(text.rstrip("%").replace(",", ""))
    return float(number / 100 if text.endswith("%") else number)


def inside(data: bytes, kind: str, folder: Path) -> str:
    """Return everything that can be read in a file, also what nobody sees."""
    if kind == "pdf":
        from tests.web.printed import text_of

        path = folder / "pack.pdf"
        path.write_bytes(data)
        return text_of(path) + data.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
