"""What a business may see of findings: its own, without a household, one matter across villages."""

from __future__ import annotations

from datetime import date

import pytest

from models import concern, database, schema
from models.finding import Finding
from tests.web import farm, firm

OTHER_VILLAGE = "652301100201"


@pytest.fixture(autouse=True)
def ledger(tmp_path):
    opened = database.connect(f"sqlite:///{tmp_path}/concerns.db")
    opened.create_tables(schema.TABLES)
    firm.firm()
    yield
    opened.close()


def codes(**given):
    return [each.code for each in concern.of_business(firm.COOPERATIVE, **given)]


def test_the_same_matter_in_several_villages_is_one_with_its_sum():
    first = firm.late(firm.VILLAGE, 2, 600_00)
    second = firm.late(OTHER_VILLAGE, 9, 1200_00, since=date(2026, 7, 1))
    (each,) = concern.of_business(firm.COOPERATIVE)
    assert each.gap == 1800_00
    assert set(each.ids) == {first, second}
    assert (each.kind, each.due_on, each.since) == (
        "guaranteed",
        date(2026, 6, 30),
        date(2026, 7, 1),
    )
    assert each.params == ()
    for identity in (first, second):
        assert concern.find(firm.COOPERATIVE, identity) == each


def test_another_day_or_agreement_is_another_matter():
    firm.late(firm.VILLAGE, 2, 600_00)
    firm.late(firm.VILLAGE, 2, 600_00, agreement="other", subject_number="other")
    assert len(codes()) == 2


@pytest.mark.parametrize(
    ("code", "subject"),
    [
        ("household.no_measure", "household"),
        ("group.income_growth", "group"),
        ("village.no_business", "village"),
        ("county.no_rules", "county"),
        ("plan.over", "plan"),
        ("share.no_basis", "agreement"),
        ("price.missing", "agreement"),
        ("family.lasting", "county"),
        ("collective.no_decision", "plan"),
        ("payment.over", "household"),
        ("agreement.labourless_left_out", "agreement"),
    ],
)
def test_what_is_about_households_or_places_is_not_shown(code, subject):
    identity = firm.found(code, subject_kind=subject)
    assert codes() == []
    assert concern.find(firm.COOPERATIVE, identity) is None


def test_what_a_collective_owes_its_members_is_not_the_business_s():
    firm.late(firm.VILLAGE, 2, 600_00, actor="village")
    assert codes() == []


@pytest.mark.parametrize(
    "params",
    [
        {"household": "x"},
        {"households": "3"},
        {"village": firm.VILLAGE},
        {"clause": farm.OURS},
        {"clause": f"1;{farm.THEIRS}"},
        {"clause": "王建国"},
    ],
)
def test_no_param_that_tells_of_a_household_is_shown(params):
    firm.found(params=params)
    (each,) = concern.of_business(firm.COOPERATIVE)
    assert each.params == ()


def test_other_params_are_shown():
    firm.found("agreement.rate_and_amount", params={"clause": "1", "from": "2024-01-01"})
    (each,) = concern.of_business(firm.COOPERATIVE)
    assert dict(each.params) == {"clause": "1", "from": "2024-01-01"}


def test_another_business_s_findings_are_not_there():
    identity = firm.found(business=firm.FARM)
    assert codes() == []
    assert concern.find(firm.COOPERATIVE, identity) is None


def test_what_has_ended_is_read_and_not_listed():
    identity = firm.found()
    Finding.update(ended_on=date(2026, 11, 20)).execute()
    assert codes() == []
    assert concern.find(firm.COOPERATIVE, identity).ended_on == date(2026, 11, 20)


def test_duties_come_first_and_the_oldest_of_them():
    firm.found("agreement.no_wage", weight="advice")
    firm.found("agreement.no_rent_kg", since=date(2026, 10, 1))
    firm.found("agreement.no_price_day", weight="reason")
    firm.found("agreement.no_due_day", since=date(2026, 11, 1))
    assert codes() == [
        "agreement.no_rent_kg",
        "agreement.no_due_day",
        "agreement.no_price_day",
        "agreement.no_wage",
    ]


def test_a_scope_narrows_what_staff_see():
    firm.late(firm.VILLAGE, 2, 600_00)
    firm.late(firm.ELSEWHERE, 2, 600_00)
    (each,) = concern.of_business(firm.COOPERATIVE, "652301")
    assert each.gap == 600_00
    assert codes(scope="652328") == []
