"""The demo shows everything that the ledger and the rules know."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from ledger import check, identity
from ledger.column import COLUMNS, SHEETS
from ledger.read import read
from ledger.store import Import, store
from ledger.write import export
from models import database, statement
from models.due import Due
from models.ids import household_id
from models.place import Place
from rules import wording
from rules.state import STATES
from tests.ledger import demo_ledger

MODES = {code for code, _ in COLUMNS["agreement.mode"].choices}
KINDS = {
    *("guaranteed", "dividend", "rent", "order", "wage"),
    *("saved", "training", "portion", "stated", "unmatched"),
}
PARTIES = {"household", "village", "business", "township", "county", "unassigned"}
# What every sheet but the export's own has rows of.
IMPORTED = [name for name in SHEETS if name != "认账"]
POTS = re.compile("guaranteed|dividend.(profit|loss|offset)")


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    return path, demo_ledger.made(path)


@pytest.fixture
def demo(filled):
    """The demo's household, with the tables bound to its database."""
    path, made = filled
    database.connect(f"sqlite:///{path}")
    return made


def used(field: str) -> set:
    return {row[field] for row in demo_ledger.rows()[COLUMNS[field].sheet]}


def states(household):
    rows = Due.select().where(Due.household == household_id(household)).namedtuples()
    return {statement.state_of(row, demo_ledger.TODAY)[0] for row in rows}


def test_every_mode_kind_and_party_is_there(demo):
    found = demo_ledger.lines()
    assert {line.mode for line in found} >= MODES
    assert {line.kind for line in found} == KINDS
    assert {line.party for line in found} == PARTIES
    assert {line.unit for line in found} == {1, 10, 100}


def test_the_showcase_household_has_every_state_and_several_businesses(demo):
    assert states(demo.household) == set(STATES)
    found = statement.of_household(demo.household, 2026, today=demo_ledger.TODAY)
    assert len({entry.business for entry in found.entries}) > 5
    assert max(len(entry.business) for entry in found.entries) > 30


@pytest.mark.parametrize("sheet", IMPORTED)
def test_every_sheet_has_rows(demo, sheet):
    if sheet != "利率":  # which every installation has
        assert demo_ledger.rows()[sheet]


@pytest.mark.parametrize(
    "field",
    [
        *("agreement.combination", "agreement.unit", "agreement.remainder", "agreement.rent_kind"),
        *("agreement.year_kind", "agreement.party", "business.kind", "plan.basis"),
        *("payment.type", "household.category", "training.stage"),
    ],
)
def test_every_choice_is_made_somewhere(demo, field):
    default = {"agreement.combination": "add", "agreement.remainder": "largest"}
    default |= {"agreement.year_kind": "calendar", "agreement.unit": "fen"}
    codes = {code for code, _ in COLUMNS[field].choices}
    assert used(field) >= codes - {default.get(field)}


def test_terms_change_and_contracts_have_several_clauses(demo):
    terms = demo_ledger.rows()["协议"]
    clauses = Counter((row["agreement.number"], row["agreement.clause"]) for row in terms)
    assert max(clauses.values()) == 2
    assert {clause for _, clause in clauses} == {1, 2}
    shares = demo_ledger.rows()["受益"]
    assert {row["share.household"] for row in shares} >= {"村集体", "其他股东"}
    assert any(row["share.left_on"] for row in shares)
    assert any(row["share.joined_on"] for row in shares)


def test_some_rosters_are_in_dispute_and_some_plans_undecided(demo):
    reasons = {line.reason for line in demo_ledger.lines()}
    assert reasons >= {"roster_disputed", "undecided", "no_result", "agreed"}


def test_names_come_in_every_script(demo):
    heads = " ".join(used("household.head"))
    assert "努尔古丽·艾合买提江" in heads
    assert any(ord(char) > 0xFFFF for char in heads)
    scripts = {unicodedata.name(char).split()[0] for char in heads if char.isalpha()}
    assert scripts >= {"CJK", "ARABIC", "LATIN"}


def test_numbers_and_phones_are_nobodys(demo):
    numbers = [row["business.number"] for row in demo_ledger.rows()["经营主体"]]
    assert len(numbers) == len(set(numbers))
    assert all(number.startswith("NC-") or number[8:11] == "DEM" for number in numbers)
    phones = used("business.phone") | used("village.phone")
    assert all(re.fullmatch(r"0994-555\d{4}", phone) for phone in phones)


def test_nothing_that_is_never_held_is_in_it(demo):
    real = {row.name for row in Place.select()}  # some townships are named after a people
    texts = {
        (field, value)
        for rows in demo_ledger.rows().values()
        for row in rows
        for field, value in row.items()
        if isinstance(value, str) and COLUMNS[field].type == "text" and value not in real
    }
    assert len(texts) > 100
    assert not [each for each in texts if wording.is_about_people(each[1])]
    assert not [each for each in texts if identity.kind(each[1])]


def test_every_row_keeps_the_rules_of_its_sheet(demo):
    for name, rows in demo_ledger.rows().items():
        for row in rows:
            assert not check.findings(SHEETS[name].table, row)


def test_its_export_imports_unchanged(demo):
    data = export(demo_ledger.rows())
    before = demo_ledger.lines()
    reading = read([("demo.xlsx", data)])
    done = store(reading, Import(day=demo_ledger.TODAY))
    assert not done.problems
    for name, rows in demo_ledger.rows().items():
        verdict = done.examination.sheets.get(name)
        assert not rows or (verdict.new, verdict.changed, verdict.same) == (0, 0, len(rows)), name
    assert demo_ledger.lines() == before


def test_the_parts_of_every_pot_add_up(demo):
    pots = defaultdict(list)
    for line in demo_ledger.lines():
        if line.kind in {"guaranteed", "dividend"} and line.due is not None:
            key = (line.agreement, line.clause, line.year, line.kind, line.ref)
            steps = [step for step in json.loads(line.steps) if POTS.match(step[0])]
            if steps:
                pots[key].append((int(Decimal(steps[-1][2]) * 100), line.due))
    assert len(pots) > 50
    for key, parts in pots.items():
        assert {pot for pot, _ in parts} == {sum(due for _, due in parts)}, key


def test_the_portions_of_every_decided_plan_add_up(demo):
    plans = {row["plan.number"]: row for row in demo_ledger.rows()["分配方案"]}
    given = Counter()
    for line in demo_ledger.lines():
        if line.kind == "portion" and line.due is not None:
            given[line.ref] += line.due
    assert len(given) > 1
    for number, total in given.items():
        assert total == plans[number]["plan.use.households"], number


def test_the_totals_of_every_household_and_year_add_up(demo):
    for number in used("household.number") | used("simple.household"):
        for year in range(2024, 2028):
            found = statement.of_household(number, year, today=demo_ledger.TODAY)
            totals = found.totals
            parts = (totals.received, totals.overdue, totals.to_come, totals.tolerated)
            assert totals.due == sum(parts), (number, year)
