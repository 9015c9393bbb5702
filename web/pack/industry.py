"""The part of a pack about articles 6 to 9: what the overview of the county shows of them."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext as _

from models.pack import Count
from web import paper
from web.pack.cell import count, money, numbers, text
from web.pages.industry import Line, blocks
from web.pages.review import Cell, Column, Section
from web.pages.suppression import few
from web.words import industry as words
from web.words.review import UNITS

MEMBERS = "collective_members"
OF_MEMBERS = frozenset({MEMBERS, "collective_quantified"})
RANGE = "6–9"


def industries(counts: Iterable[Count]) -> Section:
    """Return the figures of the overview's blocks under their articles, in their order.

    What speaks of few households alone, as members of a collective, is left out.
    """
    tallies = {each.code: each.number for each in counts}
    away = OF_MEMBERS if few(tallies.get(MEMBERS, 0)) else frozenset[str]()
    columns = (
        *(Column(_("哪一条")), Column(_("项目")), Column(_("看什么"))),
        *(*numbers(_("数")), Column(_("单位"))),
    )
    rows = [
        (
            *(Cell("article", block.citation.article), text(words.KINDS[block.kind])),
            *_line(line, hide=line.name in away),
        )
        for block in blocks(tallies)
        for line in block.lines
    ]
    title = _("就业、集体、园区（第%(range)s条）", range=paper.alone(RANGE))
    return Section("industries", title, columns, rows)


def _line(line: Line, *, hide: bool) -> tuple[Cell, ...]:
    name, unit = text(words.FIGURES[line.name]), text(UNITS["yuan"] if line.money else "")
    if hide or not line.money:
        return (name, count(line.value, hide=hide), unit)
    return (name, money(line.value), unit)
