"""From the signing table to the ledger: a draft becomes rows as those of any import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from ledger import term
from ledger.column import COLUMNS, SHEETS
from ledger.examine import Examination, examine
from ledger.problem import Problem
from ledger.read import Reading
from ledger.row import Row, complete, keys_of
from ledger.store import Import, store
from ledger.target import column_of
from ledger.term import Clause
from models import roster, signing
from models.agreement import Agreement
from models.batch import lock
from models.bulk import values
from models.database import write
from models.deal import deal as behind
from models.facts import terms_from
from models.project import Project
from models.roster import Holding
from models.signing import Draft
from models.territory import places
from rules.facts import Share, Terms
from rules.watch.facts import Deal
from rules.watch.facts import Roster as Counted
from rules.watch.lint import Judgement, judge

NUMBER = "agreement.number"
SHARE, LEASE = SHEETS["受益"], SHEETS["协议资产"]
# One contract has one of each, whatever the number of its clauses.
CONTRACT = (
    *(NUMBER, "agreement.project", "agreement.business"),
    *("agreement.signed_on", "agreement.starts_on", "agreement.witness", "agreement.template"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """An agreement as it lies on the table: its clauses read, and whom they are for."""

    clauses: tuple[Clause, ...]
    roster: tuple[Holding, ...] = ()
    assets: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The agreement's number, or "" while there is none."""
        return self.clauses[0].texts.get(NUMBER, "")

    @property
    def problems(self) -> list[Problem]:
        """Return what cannot be read in any clause."""
        return [each for clause in self.clauses for each in clause.problems.values()]

    @property
    def missing(self) -> list[str]:
        """Return the cells that an agreement of the ledger must have and that are empty."""
        return list(dict.fromkeys(name for clause in self.clauses for name in clause.missing))


def table(draft: Draft, roster: Sequence[Holding]) -> Table:
    """Return a draft as it lies on the table."""
    clauses = tuple(term.read(texts, number) for number, texts in enumerate(draft.clauses, 1))
    return Table(clauses, tuple(roster), draft.assets)


def terms(found: Table, today: date) -> tuple[Terms, ...]:
    """Return the terms as the rules read them; a day that is still empty is today."""
    return tuple(_terms(each, number, today) for number, each in enumerate(found.clauses, 1))


def _terms(clause: Clause, number: int, today: date) -> Terms:
    cells = {column_of(Agreement, name): value for name, value in clause.values.items()}
    signed = cells["signed_on"] or cells["starts_on"] or today
    starts = cells["starts_on"] or signed
    given = {"signed_on": signed, "starts_on": starts, "in_force_from": starts}
    cells |= {**given, "clause": number, "number": cells["number"] or ""}
    return terms_from(SimpleNamespace(**cells))


def shares(found: Table, today: date) -> tuple[Share, ...]:
    """Return the roster as the rules read it: everybody from the agreement's first day on."""
    start = min(row.starts_on for row in terms(found, today))
    return tuple(
        Share(
            *(row.clause, row.holder, start),
            shares=row.shares,
            amount=row.amount,
            area=row.area,
            persons=1 if row.persons is None else row.persons,
        )
        for row in found.roster
    )


def deal(found: Table, county: str, today: date) -> Deal:
    """Return the agreement with what the ledger knows of what it names, to be judged."""
    holders = {row.holder for row in found.roster}
    counted = Counted(len(holders), sum(row.amount or 0 for row in found.roster))
    return behind(terms(found, today), counted, found.assets, county, today)


def judged(found: Table, county: str, today: date) -> tuple[Judgement, ...]:
    """Return how the agreement stands to each article on the day on which it binds."""
    made = deal(found, county, today)
    days = [day for row in made.terms for day in (row.signed_on, row.starts_on)]
    return judge(made, max(today, *days))


def reading(found: Table, name: str) -> Reading:
    """Return the rows of the ledger that a table becomes, as an import would have read them."""
    made = Reading(files=[name], problems=found.problems)
    rows: dict[str, list[Row]] = {"协议": [], "协议资产": [], "受益": []}
    for number, clause in enumerate(found.clauses, 1):
        cells, key = term.row_values(clause, number)
        rows["协议"].append(Row("协议", number, name, cells, key))
    for number, asset in enumerate(found.assets, 1):
        _add(rows, LEASE, number, name, {"lease.agreement": found.number, "lease.asset": asset})
    for number, holding in enumerate(found.roster, 1):
        _add(rows, SHARE, number, name, _share(found.number, holding))
    made.rows = {sheet: listed for sheet, listed in rows.items() if listed}
    return made


def _add(
    rows: dict[str, list[Row]], sheet: Any, number: int, name: str, cells: dict[str, Any]
) -> None:
    key = complete(cells, keys_of(sheet))
    rows[sheet.name].append(Row(sheet.name, number, name, cells, key))


def _share(number: str, row: Holding) -> dict[str, Any]:
    found: dict[str, Any] = dict.fromkeys(column.field for column in SHARE.columns)
    cells = {"agreement": number, **row._asdict(), "household": row.holder}
    return found | {f"share.{key}": value for key, value in cells.items() if key != "holder"}


def exists(number: str) -> bool:
    """Say whether the ledger has an agreement of this number."""
    return Agreement.select().where(Agreement.number == number).exists()


def examined(found: Table, scope: str) -> Examination:
    """Return what signing would store, and what stands against it."""
    return examine(reading(found, found.number), scope)


def outside(found: Table, scope: str) -> list[Problem]:
    """Return what lies outside the office that signs: a household, a party's office, a project.

    The county's own rules hold besides (`examined`).
    """
    problems = []
    for number, clause in enumerate(found.clauses, 1):
        cells, key = term.row_values(clause, number)
        row = Row("协议", number, "", cells, key)
        code = cells["agreement.party_number"]
        office = cells["agreement.party"] in {"village", "township"}
        if office and code and not code.startswith(scope):
            problems.append(row.problem(COLUMNS["agreement.party_number"], "scope", code=scope))
        project = cells["agreement.project"]
        village = next(_village_of(project), None) if project else None
        if village and not village.startswith(scope):
            problems.append(row.problem(COLUMNS["agreement.project"], "scope", code=scope))
    return problems + _strangers(found, scope)


def _strangers(found: Table, scope: str) -> list[Problem]:
    """Return the households of the roster that are another office's."""
    homes = places("household", {holding.holder for holding in found.roster})
    problems = []
    for number, holding in enumerate(found.roster, 1):
        if not homes.get(holding.holder, scope).startswith(scope):
            row = Row("受益", number, "", {"share.household": holding.holder}, ())
            problems.append(row.problem(COLUMNS["share.household"], "scope", code=scope))
    return problems


def _village_of(project: str) -> Any:
    return values(Project.select(Project.village).where(Project.number == project))


def sign(draft: Draft, turn: int, order: Import, name: str) -> UUID | None:
    """Bring a draft into the ledger and close it, in one transaction; None where it cannot be.

    `order.batch` is made by the client; what was closed, or changed since `turn`, is not stored.
    """
    with write():
        lock()  # before anything is read: another signature comes wholly before this one, or after
        now = signing.find(draft.id)
        if now is None or not now.is_open or now.turn != turn or order.account is None:
            return None
        found = table(now, roster.of_draft(draft.id))
        if found.missing or exists(found.number) or outside(found, now.place):
            return None
        done = store(reading(found, name), replace(order, skip_bad=False))
        if done.batch is None:
            return None
        signing.end(draft.id, "signed", order.account, order.day, done.batch)
    return done.batch
