"""The small parts of a workbook: which sheets there are, and which styles show per cent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import join, normpath
from xml.parsers import expat
from zipfile import ZipFile

from ledger.problem import Refused

BOOK, RELATIONS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
BUILT_IN_PERCENTS = frozenset({9, 10})
Element = tuple[str, Mapping[str, str]]


def elements(opened: ZipFile, name: str) -> list[Element]:
    """Return the elements of a part in their order: local name and attributes."""
    found: list[Element] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        found.append((tag.rpartition(":")[2], plain))

    def doctype(*_: object) -> None:
        raise Refused("file_entities")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(opened.read(name), True)
    return found


def sheets(opened: ZipFile) -> dict[str, str]:
    """Return the parts that hold the sheets, by the sheets' names."""
    targets = {
        attributes["Id"]: attributes["Target"]
        for tag, attributes in elements(opened, RELATIONS)
        if tag == "Relationship" and "worksheet" in attributes.get("Type", "")
    }
    found = {}
    for tag, attributes in elements(opened, BOOK):
        target = targets.get(attributes.get("id", "")) if tag == "sheet" else None
        if target:
            part = target[1:] if target.startswith("/") else normpath(join("xl", target))
            found[attributes["name"]] = part
    return found


def is_from_1904(opened: ZipFile) -> bool:
    """Say whether the workbook counts its days from 1904, as old ones from a Macintosh do."""
    return any(
        tag == "workbookPr" and attributes.get("date1904") in {"1", "true"}
        for tag, attributes in elements(opened, BOOK)
    )


def percent_styles(opened: ZipFile) -> frozenset[int]:
    """Return the numbers of the cell styles that show a share as per cent."""
    if STYLES not in opened.namelist():
        return frozenset()
    percents = set(BUILT_IN_PERCENTS)
    formats: list[int] = []
    inside = False
    for tag, attributes in elements(opened, STYLES):
        if tag == "numFmt" and "%" in QUOTED.sub("", attributes.get("formatCode", "")):
            percents.add(int(attributes["numFmtId"]))
        inside = tag == "cellXfs" or (inside and tag != "cellStyles")
        if inside and tag == "xf":
            formats.append(int(attributes.get("numFmtId", "0")))
    return frozenset(number for number, form in enumerate(formats) if form in percents)
