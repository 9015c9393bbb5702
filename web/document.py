"""Papers as Word, for offices that go on writing: Chinese with the Uyghur below it.

A Uyghur paragraph has `w:bidi`, its runs `w:rtl` and a font for complex scripts. What is isolated
in a text (U+2066 … U+2069) becomes a run of its own from left to right, between marks that both
Word and LibreOffice obey: neither follows the isolating marks everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from web.language import LANGUAGES
from web.paper import Pair

FONTS = {
    "w:ascii": "Times New Roman",
    "w:hAnsi": "Times New Roman",
    "w:eastAsia": "SimSun",
    "w:cs": "Noto Naskh Arabic",
}
ISOLATED = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
MARK = "\u200e"  # left to right
SIZE, SMALL, TITLE = 10.5, 9, 16
HEADINGS = {1: 13, 2: 11.5, 3: 10.5}
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # no time of day is kept in a file
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # XML has no place for them
# Word wants the parts of a paragraph's and a run's properties in the order of its schema.
AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
AFTER_SIZE = ("w:highlight", "w:u", "w:rtl", "w:cs", "w:em", "w:lang")


class Document:
    """A Word document that grows from top to bottom."""

    def __init__(self, title: Pair, header: Pair, footer: Pair) -> None:
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        _settle(self._document, title)
        for part, words in ((section.header, header), (section.footer, footer)):
            for number, code in enumerate(_spoken(words)):
                line = part.paragraphs[0] if not number else part.add_paragraph()
                _fill(line, code, words[code], size=SMALL)
        _number_pages(section.footer.add_paragraph())
        for code in _spoken(title):
            line = _fill(self._document.add_paragraph(), code, title[code], size=TITLE, bold=True)
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def heading(self, words: Pair, level: int = 1) -> None:
        """Add a heading; the Chinese line carries its level, for the table of contents."""
        for number, code in enumerate(_spoken(words)):
            style = f"Heading {level}" if not number else "Normal"
            line = self._document.add_paragraph(style=style)
            line.paragraph_format.keep_with_next = True
            _fill(line, code, words[code], size=HEADINGS[level], bold=True)

    def text(self, words: Pair, *, bold: bool = False, small: bool = False) -> None:
        """Add a paragraph in each language."""
        for code in _spoken(words):
            line = self._document.add_paragraph()
            _fill(line, code, words[code], size=SMALL if small else SIZE, bold=bold)

    def table(
        self,
        head: Sequence[Pair | str],
        rows: Sequence[Sequence[Pair | str]],
        *widths: float,
        height: float = 0,
    ) -> None:
        """Add a table; a plain string is a figure or a code.

        `widths` and `height`, the least of a row, are centimetres.
        """
        made = self._document.add_table(rows=0, cols=len(head or rows[0]), style="Table Grid")
        made.autofit = not widths
        for column, width in zip(made.columns, widths, strict=False):
            column.width = Cm(width)  # LibreOffice looks here, Word at the cells
        for number, cells in enumerate([head, *rows] if head else rows):
            row = made.add_row()
            is_head = bool(head) and not number
            _settle_row(row, repeated=is_head)
            if height and not is_head:
                row.height = Cm(height)
            for place, cell in enumerate(row.cells):
                _fill_cell(cell, cells[place], bold=is_head)
                if widths:
                    cell.width = Cm(widths[place])
        self._document.add_paragraph()

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self._document.add_page_break()

    def across(self) -> None:
        """Go on with pages that lie across, for tables of many columns."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)

    def data(self) -> bytes:
        """Return the document as a .docx file."""
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()


def _spoken(words: Pair) -> list[str]:
    return [code for code in LANGUAGES if words.get(code)]


def _settle(document: Any, title: Pair) -> None:
    """Set what every paragraph inherits, and what the file says of itself."""
    own = document.core_properties
    own.title, own.author, own.last_modified_by, own.comments = title["zh"], "联农通", "", ""
    own.created = own.modified = NO_DAY
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.size = Pt(SIZE)
        style.paragraph_format.space_before = Pt(0 if name == "Normal" else 10)
        style.paragraph_format.space_after = Pt(4)
        properties = style.element.get_or_add_rPr()
        for gone in (*properties.findall(qn("w:rFonts")), *properties.findall(qn("w:color"))):
            properties.remove(gone)
        properties.insert(0, _element("w:rFonts", **FONTS))
        language = {"w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ug-CN"}
        properties.append(_element("w:lang", **language))


def _element(name: str, **values: str) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(key), value)
    return made


def _fill(line: Any, code: str, text: str, *, size: float, bold: bool = False) -> Any:
    """Write a text into a paragraph of its language's direction."""
    if LANGUAGES[code].direction == "rtl":
        line._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)
    for piece, turned in _pieces(CONTROL.sub("", text), LANGUAGES[code].direction == "rtl"):
        run = line.add_run(piece)
        run.font.size, run.font.bold = Pt(size), bold
        run.font.cs_bold, run.font.rtl = bold, turned
        half = _element("w:szCs", **{"w:val": str(int(size * 2))})
        run._r.get_or_add_rPr().insert_element_before(half, *AFTER_SIZE)
    return line


def _pieces(text: str, turned: bool) -> Iterator[tuple[str, bool]]:  # noqa: FBT001
    """Yield a text's parts and whether each runs from right to left."""
    if not turned:
        yield re.sub("[\u2066-\u2069]", "", text), False
        return
    end = 0
    for found in ISOLATED.finditer(text):
        if before := text[end : found.start()]:
            yield before, True
        yield MARK + found[1] + MARK, False
        end = found.end()
    if rest := text[end:]:
        yield rest, True


def _fill_cell(cell: Any, content: Pair | str, *, bold: bool) -> None:
    words = {"zh": content} if isinstance(content, str) else content
    for number, code in enumerate(_spoken(words)):
        line = cell.paragraphs[0] if not number else cell.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        _fill(line, code, words[code], size=SIZE, bold=bold)


def _settle_row(row: Any, *, repeated: bool) -> None:
    """Keep a row on one page; a table's head is said again on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))


def _number_pages(line: Any) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for field, after in (("PAGE", " / "), ("NUMPAGES", "")):
        made = _element("w:fldSimple", **{"w:instr": field})
        line._p.append(made)
        if after:
            line.add_run(after).font.size = Pt(SMALL)
