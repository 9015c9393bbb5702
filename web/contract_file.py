"""The paper of an agreement as a file: PDF to be printed, Word to be written on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from web import paper
from web.document import Document
from web.pages.contract import Contract, Grid

EMPTY = ""
# Centimetres: who signs, signature and seal, day; the cells of the schedule; of the roster.
SIDE, HEIGHT = (5.5, 6.6, 4.5), 1.5
SCHEDULE = (1.8, 3.6, 4.2, 7.0)
ROSTER, REST = 5.0, 11.6


def as_pdf(contract: Contract) -> bytes:
    """Return the paper as PDF."""
    own = {"title": contract.title, "header": contract.header, "footer": contract.footer}
    return paper.pdf("agreement.typ", {"paper": own, **asdict(contract)})


def as_word(contract: Contract) -> bytes:
    """Return the paper as Word."""
    made = Document(contract.title, contract.header, contract.footer)
    for article in contract.articles:
        made.heading(article.heading)
        for paragraph in article.paragraphs:
            made.text(paragraph)
    head = [EMPTY, contract.sign_here, contract.day]
    sides = [[side, EMPTY, EMPTY] for side in contract.sides]
    made.table(head, sides, *SIDE, height=HEIGHT)
    _grid(made, contract.schedule, SCHEDULE)
    if contract.roster:
        others = len(contract.roster.head) - 1
        _grid(made, contract.roster, (ROSTER, *[REST / others] * others))
    if contract.supplements:
        made.new_page()
        made.heading(contract.supplement)
        for article in contract.supplements:
            made.heading(article.heading, 2)
            for paragraph in article.paragraphs:
                made.text(paragraph)
    return made.data()


def _grid(made: Document, grid: Grid, widths: Sequence[float]) -> None:
    made.heading(grid.heading)
    made.table(grid.head, grid.rows, *widths)
    if grid.note:
        made.text(grid.note, small=True)
