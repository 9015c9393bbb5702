"""What the arithmetic met is kept beside the dues, and goes with them."""

from datetime import date

import pytest

from ledger.undo import undo
from models import database, outcome, place, schema, verify
from models.outcome import Outcome
from models.rebuild import outcomes, refresh
from rules.finding import finding
from tests.ledger.county import TODAY, WHOLE, changed, put


@pytest.fixture
def opened(url):
    found = database.connect(url)
    schema.migrate(found)
    place.load_places()
    yield found
    found.close()


NO_DAY = changed("协议", 1, "兑现时限", None)


def codes():
    return [each.code for _, each in outcome.findings(["XY-1"])]


def test_findings_are_stored_with_the_dues(opened):
    put(NO_DAY)
    assert codes() == ["agreement.no_due_day"]
    assert [each for _, each in outcome.findings(["XY-1"])] == list(
        outcomes(["XY-1"], TODAY)["XY-1"].findings
    )
    put(WHOLE)
    assert codes() == []


def test_an_undone_import_leaves_no_outcome(opened):
    done = put(NO_DAY)
    undo(done.batch, TODAY)
    assert not Outcome.select().exists()


def test_every_kind_of_param_comes_back(opened):
    kept = [finding("share.no_basis", "household:H", clause=1, household="H", basis="shares")]
    assert outcome.unpack(outcome.pack(kept)) == kept


def test_what_was_never_rebuilt_waits(opened):
    put(NO_DAY)
    Outcome.delete().execute()
    assert outcome.waiting(TODAY) == {"XY-1"}
    assert refresh(TODAY) == 1
    assert codes() == ["agreement.no_due_day"]
    assert refresh(TODAY) == 0


def test_an_agreement_to_be_signed_later_comes_to_life_by_the_calendar(opened):
    rows = changed("协议", 1, "签订日期", "2026-12-01")
    rows["协议"][1][rows["协议"][0].index("开始日期")] = "2026-12-15"
    rows = {name: sheet for name, sheet in rows.items() if name != "发放"}
    put(rows)
    assert outcome.waiting(TODAY) == set()
    assert outcome.waiting(date(2026, 12, 1)) == {"XY-1"}
    assert refresh(date(2026, 12, 1)) == 1


def test_findings_of_an_erased_year_go(opened):
    put(changed("协议", 1, "本金(元)".partition("(")[0], None))
    years = {dict(each.params)["year"] for _, each in outcome.findings(["XY-1"])}
    assert years == {"2024", "2025", "2026"}
    with database.write():
        outcome.forget(2025)
    assert {dict(each.params)["year"] for _, each in outcome.findings(["XY-1"])} == {"2026"}


def test_verify_names_findings_that_were_changed(opened):
    put(NO_DAY)
    assert verify.verify(TODAY) == []
    Outcome.update(findings="[]").execute()
    assert verify.verify(TODAY) == [
        "agreement XY-1: its stored findings are not what they should be"
    ]
