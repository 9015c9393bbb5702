from datetime import date

from rules.as_of import as_of
from rules.facts import Facts
from tests.rules.made import (
    compute,
    delivery,
    dues,
    fen,
    line,
    lines,
    payment,
    plan,
    price,
    result,
    settlement,
    share,
    terms,
)

TERM = ("2024-01-01", "2024-12-31")


def test_facts_dated_later_are_left_out_and_say_when_they_come_in():
    cases = [
        (result(2024, "2024-06-01", profit=10), "results"),
        (delivery("H", "2024-06-01", kg=1, price=1), "deliveries"),
        (settlement("H", "2024-06-01", 1), "settlements"),
        (payment("H", 2024, 1, "2024-06-01"), "payments"),
    ]
    for fact, name in cases:
        facts = Facts("A", (terms(*TERM),), **{name: (fact,)})
        before = as_of(facts, date(2024, 5, 31))
        assert getattr(before.facts, name) == ()
        assert before.later == {date(2024, 6, 1)}
        assert getattr(as_of(facts, date(2024, 6, 1)).facts, name) == (fact,)


def test_a_plan_decided_later_stays_undecided():
    facts = Facts("P", plans=(plan(portions={"A": {}}, pot=1, decided_on="2024-06-01"),))
    before = as_of(facts, date(2024, 5, 31))
    assert before.facts.plans[0].decided_on is None
    assert before.later == {date(2024, 6, 1)}


def test_terms_are_known_from_their_signing_or_first_day():
    first = terms("2024-01-01", "2025-12-31", guaranteed_amount=100)
    signed = terms(
        "2024-01-01",
        "2025-12-31",
        in_force_from="2025-01-01",
        signed_on="2024-09-01",
        guaranteed_amount=200,
    )
    before = compute(first, signed, share("H"), on=date(2024, 8, 31))
    assert dues(before) == [fen(100), fen(100)]
    assert before.stale_on == date(2024, 9, 1)
    assert dues(compute(first, signed, share("H"), on=date(2024, 9, 1))) == [fen(100), fen(200)]


def test_an_agreement_signed_late_is_known_from_its_first_day():
    row = terms(*TERM, signed_on="2024-05-01", guaranteed_amount=100)
    assert dues(compute(row, share("H"), on=date(2024, 1, 1))) == [fen(100)]
    assert not compute(row, share("H"), on=date(2023, 12, 31)).lines


def test_the_roster_is_taken_as_written():
    row = terms(*TERM, guaranteed_amount=120)
    rows = (share("A", left="2024-06-30"), share("B", "2024-07-01"))
    assert dues(compute(row, *rows, on=date(2024, 2, 1))) == [6000, 6000]


def test_a_price_dated_later_is_not_used():
    rows = (terms(*TERM, crop="瓜", floor_price=1), delivery("H", "2024-06-01", kg=1))
    late = price("瓜", "2024-07-01", 5)
    found = compute(*rows, late, on=date(2024, 6, 15))
    assert line(found).due == 100
    assert found.stale_on == date(2024, 7, 1)


def test_prices_of_other_crops_change_nothing():
    rows = (terms(*TERM, crop="瓜", floor_price=1), price("麦", "2024-07-01", 5))
    assert compute(*rows, share("H"), on=date(2024, 6, 15)).stale_on is None


def test_what_has_an_end_and_no_later_fact_never_goes_stale():
    assert compute(terms(*TERM, guaranteed_amount=1), share("H")).stale_on is None


def test_without_an_end_the_lines_change_with_the_year():
    found = compute(terms("2024-01-01", None, guaranteed_amount=1), share("H"), on=date(2024, 5, 1))
    assert found.stale_on == date(2025, 1, 1)


def test_a_price_day_to_come_makes_the_lines_stale_then():
    values = {
        "rent_kind": "in_kind",
        "rent_crop": "麦",
        "rent_crop_kg": 1,
        "rent_price_day": (10, 1),
    }
    row = terms("2024-01-01", "2025-12-31", **values)
    rows = (row, share("H", area=1), price("麦", "2024-01-01", 3))
    assert compute(*rows, on=date(2024, 5, 1)).stale_on == date(2024, 10, 1)
    assert compute(*rows, on=date(2024, 10, 1)).stale_on == date(2025, 10, 1)
    assert compute(*rows, on=date(2025, 10, 1)).stale_on is None


def test_nothing_changes_between_two_days_without_a_stale_day_between():
    rows = (
        terms("2024-01-01", None, principal=100, guaranteed_rate=6, profit_share=10),
        share("H", amount=100),
        result(2024, "2024-06-01", profit=10),
        payment("H", 2024, 1, "2024-03-01"),
    )
    for day in (date(2024, 1, 1), date(2024, 3, 1), date(2024, 6, 1)):
        found = compute(*rows, on=day)
        following = found.stale_on
        assert following is not None
        last = date.fromordinal(following.toordinal() - 1)
        assert compute(*rows, on=last).lines == found.lines
        assert compute(*rows, on=following).lines != found.lines
    assert lines(compute(*rows, on=date(2024, 6, 1)), kind="dividend", year=2024)
