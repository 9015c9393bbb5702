"""The assessment sheet 考核评估 of a pack: each duty, its words, its figure and how it stands."""

from __future__ import annotations

from flask_babel import gettext as _

from models.pack import Figures
from rules.duty import BY_CODE, WITHOUT_BASE, Line, state
from rules.number import RATE
from web.pack.cell import count, money, numbers, text
from web.pages.review import Cell, Column, Section
from web.pages.suppression import few, telling
from web.words import review as words

OF_HOUSEHOLDS = frozenset({"household", "line"})
TENTHS = 1000  # a rate is cut to tenths of a per cent, never rounded up to a whole
Row = tuple[Cell, ...]


def sheet(figures: Figures) -> Section:
    """Return the sheet as a part of the pack."""
    columns = (
        *(Column(_("哪一条")), Column(_("原文")), Column(_("看什么"))),
        *numbers(_("数"), _("基数")),
        *(Column(_("单位")), Column(_("占多少"), number=True), Column(_("现在"))),
    )
    return Section(
        "sheet",
        _("考核评估表"),
        columns,
        [_duty(line) for line in figures.sheet if line.code in BY_CODE],
        _("每一行分开看，不加总，不排名。鼓励和支持的，只列数，不评判。"),
    )


def _duty(line: Line) -> Row:
    duty = BY_CODE[line.code]
    now = state(line)
    head = (
        Cell("article", duty.citation.article),
        Cell("official", duty.citation.phrase),
        text(words.DUTIES[line.code]),
    )
    standing = Cell("text", words.state(now), words.TONES[now])
    return (*head, *_measure(line, now), standing)


def _measure(line: Line, now: str) -> Row:
    """Return figure, base, unit and rate; nothing that shows a few households."""
    duty = BY_CODE[line.code]
    unit = text(words.UNITS[duty.unit])
    nothing = Cell("text", "")
    if now == "later":
        return (nothing, nothing, nothing, nothing)
    if duty.kind in WITHOUT_BASE or not line.whole:
        base = nothing if duty.kind in WITHOUT_BASE or line.part else _figure(line.whole, duty.unit)
        return (_figure(line.part, duty.unit), base, unit, nothing)
    small = duty.unit in OF_HOUSEHOLDS
    if small and few(line.whole):
        return (count(0, hide=True), count(0, hide=True), unit, nothing)
    if small and telling(line.part, line.whole):
        return (count(0, hide=True), _figure(line.whole, duty.unit), unit, nothing)
    rate = Cell("percent", line.part * TENTHS // line.whole * (RATE // TENTHS))
    return (_figure(line.part, duty.unit), _figure(line.whole, duty.unit), unit, rate)


def _figure(number: int, unit: str) -> Cell:
    return money(number) if unit == "yuan" else count(number)
