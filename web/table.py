"""What the page of an agreement at the signing table needs: its form, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace

from flask import g

from ledger import signing
from ledger.signing import Table
from ledger.target import column_of
from models import business, place, project, roster
from models.agreement import Agreement
from models.scope import COUNTY_DIGITS
from models.signing import Draft
from web import clock, model_text
from web.forms import signing as form
from web.forms.signing import Typed
from web.pages import signing as pages
from web.pages import signing_form, terms
from web.pages.signing import Offer
from web.words import problem as words

WRITES = "township"
OFFERED = 500
NAMED = ("witness", "template")


def county_of(draft: Draft) -> str:
    """Return the county in which an agreement is being signed."""
    return draft.place[:COUNTY_DIGITS]


def show(
    draft: Draft,
    clause: int = 1,
    typed: Typed | None = None,
    notice: str = "",
    *,
    saved: bool = False,
) -> pages.Show:
    """Return the page of a draft; with `typed` as it would be if that were kept."""
    holdings = roster.of_draft(draft.id)
    found = form.as_table(typed, holdings) if typed else signing.table(draft, holdings)
    clause = typed.clause if typed else max(1, min(clause, len(draft.clauses)))
    return pages.Show(
        draft=draft,
        place=place.name_of(draft.place),
        clause=clause,
        modes=[each.texts["agreement.mode"] for each in found.clauses],
        groups=groups(found, clause),
        verdicts=verdicts(draft, found),
        named=named(found),
        unread=unread(found),
        missing=[name.removeprefix(signing_form.CONCEPT) for name in found.missing],
        households=len({row.holder for row in holdings}),
        offers=offers(draft),
        terms=agreed(found, clause),
        turn=typed.turn if typed else draft.turn,
        notice=notice,
        saved=saved,
        may_write=g.who.role == WRITES,
    )


def verdicts(draft: Draft, found: Table) -> list[pages.Verdict]:
    """Return how an agreement stands to each article."""
    return pages.verdicts(signing.judged(found, county_of(draft), clock.today()))


def named(found: Table) -> pages.Named:
    """Return the third party and the model text that an agreement names: all clauses the same."""
    texts = found.clauses[0].texts
    witness, template = (texts.get(signing_form.CONCEPT + each, "") for each in NAMED)
    return pages.Named(witness, template, model_text.VERSION)


def groups(found: Table, clause: int) -> tuple[signing_form.Group, ...]:
    """Return the form of a clause with what was typed and what is wrong with it."""
    read = found.clauses[clause - 1]
    errors = {
        name.removeprefix(signing_form.CONCEPT): words.expected(each)
        for name, each in read.problems.items()
    }
    given = signing_form.Given(read.texts, ", ".join(found.assets), errors, names(read.texts))
    return signing_form.build(read.texts["agreement.mode"], given)


def names(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the names of the numbers that are typed, "" where the ledger has none such."""
    found = {}
    for cell, name_of in (("business", business.name_of), ("project", project.name_of)):
        if number := texts.get(signing_form.CONCEPT + cell):
            name = name_of(number)
            found[cell] = "" if name == number else name
    return found


def unread(found: Table) -> list[pages.Unread]:
    """Return the cells of all clauses that cannot be read."""
    return [
        pages.Unread(number, name.removeprefix(signing_form.CONCEPT), words.expected(each))
        for number, clause in enumerate(found.clauses, 1)
        for name, each in clause.problems.items()
    ]


def agreed(found: Table, clause: int) -> list[terms.Term]:
    """Return the terms of a clause, for reading."""
    cells = found.clauses[clause - 1].values
    row = SimpleNamespace(**{column_of(Agreement, name): value for name, value in cells.items()})
    return terms.terms(row)


def offers(draft: Draft) -> dict[str, Sequence[Offer]]:
    """Return what a writer can choose for a cell: businesses, projects, third parties, texts."""
    if g.who.role != WRITES or not draft.is_open:
        return {}
    known = project.offered(draft.place, OFFERED)
    offices = dict.fromkeys((place.name_of(draft.place), *(each.department for each in known)))
    return {
        "businesses": [Offer(*row) for row in business.offered(county_of(draft), OFFERED)],
        "projects": [Offer(each.number, each.name) for each in known],
        "witnesses": [Offer(name) for name in offices],
        "templates": [Offer(model_text.VERSION)],
    }
