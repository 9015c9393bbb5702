"""The model text 示范文本 of agreements (art. 18) in each language, filled with agreed terms.

`locales/<language>/model/` has one file for what every agreement says, one for each way of linking
and one of supplement clauses. A line is a paragraph with {terms}; "? " before it leaves it out
where one of its terms is not agreed, "?name=code " also where that choice is another. Without a
mark a term that is missing leaves a gap to be filled in by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from web.config import ROOT
from web.language import DEFAULT, LANGUAGES
from web.paper import Pair

FOLDER = ROOT / "locales"
TERM = re.compile(r"{([a-z_]+)}")
CONDITION = re.compile(r"\?(?:([a-z_]+)=([a-z_]+))? ")
GAP = "________"
INSERT = "@mode"
Values = Mapping[str, Mapping[str, str]]  # language → term → how it is written


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `optional` and `choice` (name, code) say when it is left out."""

    text: str
    optional: bool = False
    choice: tuple[str, str] | None = None

    @property
    def terms(self) -> list[str]:
        """The terms that it names."""
        return TERM.findall(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section in every language, filled."""

    heading: Pair
    paragraphs: tuple[Pair, ...]


@cache
def _read(language: str, name: str) -> tuple[dict[str, str], tuple[Section, ...]]:
    """Return what a file says of itself, and its sections."""
    head: dict[str, str] = {}
    sections: list[tuple[str, list[Line]]] = []
    path = FOLDER / language / "model" / f"{name}.md"
    for text in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
        if text.startswith("## ") or text == INSERT:
            sections.append((text.removeprefix("## "), []))
        elif text.startswith("# "):
            head["title"] = text[2:]
        elif sections:
            sections[-1][1].append(_line(text))
        else:
            key, _, value = text.partition(": ")
            head[key] = value
    return head, tuple(Section(heading, tuple(lines)) for heading, lines in sections)


def _line(text: str) -> Line:
    mark = CONDITION.match(text)
    if mark is None:
        return Line(text)
    choice = (mark[1], mark[2]) if mark[1] else None
    return Line(text[mark.end() :], optional=True, choice=choice)


VERSION: str = _read(DEFAULT, "agreement")[0]["version"]
DAY: str = _read(DEFAULT, "agreement")[0]["day"]


def title() -> Pair:
    """Return the title of every agreement."""
    return {code: _read(code, "agreement")[0]["title"] for code in LANGUAGES}


@dataclass(frozen=True, slots=True)
class Agreed:
    """A clause to be written: its way of linking, its terms, and the codes of its choices."""

    mode: str
    values: Values
    codes: Mapping[str, str]


def agreement(whole: Values, clauses: Iterable[Agreed]) -> list[Part]:
    """Return the text of an agreement; `whole` are the terms that hold for all its clauses."""
    parts = []
    for place, section in enumerate(_read(DEFAULT, "agreement")[1]):
        if section.heading == INSERT:
            for each in clauses:
                parts += _parts(each.mode, each.values, each.codes)
        else:
            parts.append(_part("agreement", place, whole, {}))
    return parts


def _parts(name: str, values: Values, codes: Mapping[str, str]) -> list[Part]:
    return [_part(name, place, values, codes) for place in range(len(_read(DEFAULT, name)[1]))]


def _part(name: str, place: int, values: Values, codes: Mapping[str, str]) -> Part:
    own = {code: _read(code, name)[1][place] for code in LANGUAGES}
    kept = [
        number
        for number, line in enumerate(own[DEFAULT].lines)
        if _stays(line, values[DEFAULT], codes)
    ]
    written = (
        {code: filled(section.lines[number].text, values[code]) for code, section in own.items()}
        for number in kept
    )
    return Part(
        {code: section.heading for code, section in own.items()}, tuple(map(_once, written))
    )


def _once(said: dict[str, str]) -> dict[str, str]:
    """Leave out of a paragraph what only repeats the same words: a term stands as it was typed."""
    first = said[DEFAULT]
    return {code: text for code, text in said.items() if code == DEFAULT or text != first}


def _stays(line: Line, values: Mapping[str, str], codes: Mapping[str, str]) -> bool:
    if line.choice and codes.get(line.choice[0]) != line.choice[1]:
        return False
    return not line.optional or all(values.get(term) for term in line.terms)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its terms; one that is missing is a gap."""
    return TERM.sub(lambda found: values.get(found[1]) or GAP, text)


def supplement(key: str, values: Values) -> Pair | None:
    """Return the clause that supplies a term, or mends what falls short; None where none does."""
    found = {}
    for code in LANGUAGES:
        section = _supplements(code).get(key)
        if section is None:
            return None
        found[code] = filled("\n".join(line.text for line in section.lines), values[code])
    return found


@cache
def _supplements(language: str) -> dict[str, Section]:
    return {section.heading: section for section in _read(language, "supplement")[1]}


def lines(language: str, name: str) -> list[Line]:
    """Return every paragraph of a file."""
    return [line for section in _read(language, name)[1] for line in section.lines]
