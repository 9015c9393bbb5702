"""What an agreement lacks: complete ones have no finding, each term left out has its own."""

from dataclasses import replace
from datetime import date

import pytest

from rules.watch import agreement, term
from rules.watch.facts import Business, Roster
from tests.rules.made import fen, terms
from tests.rules.watch.made import ON, STATED, asset, by_code, deal, debt, params, project

BARE = dict.fromkeys(STATED) | {"due": "12-20"}
COMPLETE = {
    "order": {"crop": "小麦", "crop_kg": 1000, "floor_price": 3},
    "custody": {"profit_share": 20, "guaranteed_rate": 5, "principal": 100_000},
    "share": {"guaranteed_rate": 5, "principal": 100_000},
    "land": {"rent_price": 500, "land_area": 10, "rent_growth": 3},
    "work": {"work_time": 20, "wage": 100, "wage_unit": "day"},
    "training": {"service": "嫁接"},
    "service": {"service": "农机作业", "fee": 100, "reduced_fee": 50},
    "chain": {"crop": "小麦", "floor_price": 3},
}
# Of each mode: a column that is emptied, and the term that is missing then.
TERMS = [
    ("order", "crop", "crop"),
    ("order", "crop_kg", "crop_kg"),
    ("order", "floor_price", "floor_price"),
    ("custody", "profit_share+guaranteed_rate", "dividend"),
    ("share", "guaranteed_rate", "guaranteed_rate"),
    ("share", "payment_form", "payment_form"),
    ("land", "rent_price", "rent_price"),
    ("land", "rent_growth", "rent_growth"),
    ("work", "work_time", "work_time"),
    ("work", "wage", "wage"),
    ("work", "wage_unit", "wage_unit"),
    ("work", "payment_form", "payment_form"),
    ("training", "service", "service"),
    ("service", "service", "service"),
    ("service", "fee", "fee"),
    ("service", "reduced_fee", "reduced_fee"),
    ("chain", "floor_price+payment_form", "way"),
    ("chain", "crop+duties", "content"),
]
ADVICE = {"rent_growth", "fee", "reduced_fee"}


def row(mode="share", signed="2024-03-01", **values):
    """Return a complete row of a mode, of money that has no floor."""
    start, end = values.pop("start", "2025-01-01"), values.pop("end", "2026-12-31")
    named = {**STATED, "source": "other_aid", **COMPLETE[mode], **values}
    return terms(start, end, mode=mode, signed_on=signed, **named)


def find(*rows, on=ON, **values):
    return agreement.findings(deal(*rows, **values), on)


def missing(found):
    return {params(each)["term"]: each for each in found if each.code == "agreement.term_missing"}


@pytest.mark.parametrize("mode", COMPLETE)
def test_a_complete_agreement_has_no_finding(mode):
    assert find(row(mode)) == []


@pytest.mark.parametrize(("mode", "columns", "code"), TERMS)
def test_a_term_that_its_mode_must_state_is_missing_once(mode, columns, code):
    found = find(row(mode, **dict.fromkeys(columns.split("+"))))
    assert {each.code for each in found} <= {"agreement.term_missing"}
    told = missing(found)
    number = [*term.MODES].index(mode) + 1
    assert code in told
    assert set(told) - {"duties"} == {code}
    assert told[code].article == f"10({number})"
    assert told[code].weight == ("advice" if code in ADVICE else "must")


@pytest.mark.parametrize(
    ("column", "code", "article"),
    [
        ("households", "households", "15"),
        ("entry_terms", "entry_terms", "15"),
        ("exit_terms", "exit_terms", "15"),
        ("liability", "liability", "15"),
        ("project", "project", "18"),
        ("source", "source", "18"),
        ("ownership", "ownership", "18"),
        ("duties", "duties", "18"),
    ],
)
def test_what_every_agreement_must_state(column, code, article):
    told = missing(find(row(**{column: None}), roster=Roster()))
    assert set(told) == {code, "beneficiaries"}
    assert (told[code].article, told[code].weight) == (article, "must")


def test_a_roster_states_how_many_and_for_whom():
    found = find(row(households=None), roster=Roster())
    assert set(missing(found)) == {"households", "beneficiaries"}
    assert find(row(households=None), roster=Roster(1)) == []
    assert set(missing(find(row(), roster=Roster()))) == {"beneficiaries"}


def test_article_18_asks_only_where_public_money_or_a_project_stands_behind():
    own = dict.fromkeys(("project", "source", "ownership", "duties", "witness"))
    assert find(row(**own)) == []
    asked = {"ownership", "duties"}
    found = find(row(**{**own, "source": "other_aid"}))
    assert set(missing(found)) == asked | {"project"}
    assert by(found) == {"agreement.term_missing", "agreement.no_witness"}
    found = find(row(**{**own, "project": "P-1"}))
    assert set(missing(found)) == asked | {"source"}
    assert set(missing(find(row(**own), project=project()))) == asked | {"source"}


def by(found):
    return {each.code for each in found}


def test_no_third_party_is_one_finding_of_its_own():
    (found,) = find(row(witness=None))
    assert (found.code, found.article, found.weight) == ("agreement.no_witness", "18", "must")


def test_a_penalty_is_a_liability():
    assert find(row(liability=None, penalty_rate=50)) == []


@pytest.mark.parametrize(
    ("mode", "article", "weight"),
    [
        ("order", "10(1)", "must"),
        ("share", "10(3)", "must"),
        ("chain", "10(8)", "must"),
        ("work", "15", "note"),
        ("land", "15", "note"),
    ],
)
def test_an_agreement_without_an_end(mode, article, weight):
    found = by_code(find(row(mode, end=None)))
    assert set(found) == {"agreement.no_end"}
    only = found["agreement.no_end"]
    assert (only.article, only.weight) == (article, weight)


def test_a_due_day_that_the_arithmetic_misses_is_not_told_twice():
    assert find(row(due="")) == []
    found = find(row(due="", guaranteed_rate=None, profit_share=10))
    assert {"due_days", "guaranteed_rate"} <= set(missing(found))


@pytest.mark.parametrize(("end", "asked"), [("2025-12-31", False), ("2026-01-02", True)])
def test_how_a_rent_moves_is_asked_of_more_than_a_year(end, asked):
    found = find(row("land", end=end, rent_growth=None), on=date(2025, 6, 1))
    assert ("rent_growth" in missing(found)) is asked


@pytest.mark.parametrize(
    ("signed", "weight", "age"),
    [
        ("2022-12-31", "note", "before_rule"),
        ("2023-12-31", "note", "year_of_issue"),
        ("2024-01-01", "must", ""),
    ],
)
def test_what_is_older_than_the_rules_is_never_red(signed, weight, age):
    (found,) = find(row("work", signed, wage=None))
    assert (found.weight, params(found)["age"]) == (weight, age)
    old = by_code(find(debt(signed, guaranteed_rate=1)))["agreement.rate_below_lpr"]
    assert old.weight == weight
    assert (old.gap is None) is bool(age)


def test_what_has_ended_or_is_not_yet_known_is_not_judged():
    assert find(row("work", wage=None), on=date(2026, 12, 31))
    assert find(row("work", wage=None), on=date(2027, 1, 1)) == []
    assert find(row("work", wage=None), on=date(2024, 2, 29)) == []


@pytest.mark.parametrize(("rate", "codes"), [(3.449, {"agreement.rate_below_lpr"}), (3.45, set())])
def test_a_rate_below_the_lpr(rate, codes):
    found = by_code(find(debt(guaranteed_rate=rate)))
    assert set(found) == codes
    for each in found.values():
        assert (each.article, each.weight, each.gap) == ("13", "must", 10)
        assert params(each) | {"rate": "3.449", "lpr": "3.45", "day": "2024-03-01"} == params(each)


@pytest.mark.parametrize(("reason", "weight"), [(None, "must"), ("", "must"), ("新品种", "reason")])
def test_in_principle_asks_for_a_reason_and_is_a_must_without_one(reason, weight):
    cases = [
        (debt(guaranteed_rate=1, written_reason=reason), {}),
        (debt(stake="equity", guaranteed_rate=None, profit_share=10, written_reason=reason), {}),
        (
            debt(stake="lease", guaranteed_amount=1, written_reason=reason),
            {"assets": (asset(),)},
        ),
    ]
    wanted = ["rate_below_lpr", "no_guarantee", "lease_below_depreciation"]
    for (made, beside), code in zip(cases, wanted, strict=True):
        found = by_code(find(made, **beside))[f"agreement.{code}"]
        assert found.weight == weight


def test_a_lease_below_depreciation_is_told_of_once():
    rows = [debt(stake="lease", guaranteed_amount=1, clause=number) for number in (1, 2)]
    found = by_code(find(*rows, assets=(asset(),)))
    assert set(found) == {"agreement.lease_below_depreciation"}
    told = params(found["agreement.lease_below_depreciation"])
    assert (told["amount"], told["least"]) == ("2.00", "9500.00")


@pytest.mark.parametrize(
    ("source", "stake", "there"),
    [
        ("linkage_fund", "equity", True),
        ("collective", "debt", True),
        ("quantified_aid", "own", True),
        ("other_aid", "equity", False),
        ("own", "own", False),
    ],
)
def test_public_money_needs_a_guarantee(source, stake, there):
    made = debt(source=source, stake=stake, guaranteed_rate=None, profit_share=10)
    assert ("agreement.no_guarantee" in by(find(made))) is there
    with_one = replace(made, guaranteed_rate=5000)
    assert "agreement.no_guarantee" not in by(find(with_one))


def test_the_rent_of_a_lease_is_its_guarantee():
    made = debt(stake="lease", guaranteed_rate=None, rent_price=5000, land_area=10)
    assert "agreement.no_guarantee" not in by(find(made, assets=(asset(),)))


def test_money_put_in_without_saying_how_is_a_note():
    (found,) = find(debt(stake=None))
    assert (found.code, found.weight) == ("agreement.no_stake", "note")
    assert find(debt(stake=None, source="other_aid")) == []


@pytest.mark.parametrize(
    ("left_out", "quantified", "source", "there"),
    [
        (("H7",), fen(5), "linkage_fund", True),
        (("H7",), fen(5), "quantified_aid", True),
        (("H7",), 0, "linkage_fund", False),
        ((), fen(5), "linkage_fund", False),
        (("H7",), fen(5), "collective", False),
    ],
)
def test_labourless_households_left_out_while_others_hold_shares(
    left_out, quantified, source, there
):
    roster = Roster(10, quantified, left_out)
    found = by_code(find(debt(source=source), roster=roster))
    assert ("agreement.labourless_left_out" in found) is there
    for each in found.values():
        assert (each.article, params(each)["households"]) == ("12", "1")


@pytest.mark.parametrize(("listed", "there"), [(9, True), (10, False), (11, True)])
def test_the_roster_is_held_against_what_is_stated_as_a_note(listed, there):
    found = find(row(), roster=Roster(listed))
    assert [each.weight for each in found] == (["note"] if there else [])
    assert by(found) == ({"agreement.households_differ"} if there else set())


def test_a_buy_back_is_a_note_with_both_readings():
    made = debt(buyback_price=fen(60_000), buyback_on=date(2026, 12, 31))
    (found,) = find(made, assets=(asset(),))
    assert (found.code, found.weight) == ("agreement.buyback", "note")
    assert params(found) == {
        "clause": "1",
        "price": "60000.00",
        "value": "71500.00",
        "whole": "70000.00",
        "cost": "100000.00",
    }


def test_a_collective_s_assets_put_in_as_shares_are_told_of_with_the_agreement():
    made = debt(stake="equity", source="collective")
    found = find(made, assets=(asset(),), business=Business("B", "甲", "cooperative"))
    assert [(each.code, each.subject) for each in found] == [("asset.no_valuation", "asset:Z-1")]


def test_all_that_is_left_out_at_once_and_every_finding_names_the_agreement():
    found = find(terms("2025-01-01", None, signed_on="2024-05-01", **BARE), project=project())
    assert {each.subject for each in found} == {"agreement:A"}
    assert "agreement.no_end" in by(found)
    assert found == sorted(found, key=lambda each: (each.code, each.subject, each.params))
