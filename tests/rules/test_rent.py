from datetime import date

from rules.facts import COLLECTIVE
from tests.rules.made import codes, compute, dues, fen, line, lines, price, share, terms

YEAR = ("2024-01-01", "2024-12-31")
KIND = {"rent_kind": "in_kind", "rent_crop": "小麦", "rent_crop_kg": 200, "rent_price_day": (10, 1)}


def test_rent_is_area_times_price_for_the_months():
    found = compute(terms("2024-03-01", "2024-12-31", rent_price=600), share("H", area="12.5"))
    assert dues(found) == [fen(6250)]
    assert found.lines[0].steps[-1].formula == "12.5×600.00×10÷12=6250.00"


def test_every_household_has_its_own_area_and_months():
    found = compute(
        terms(*YEAR, rent_price=1200),
        share("A", left="2024-06-30", area=1),
        share("B", "2024-07-01", area=1),
        share("C", area=2),
    )
    assert dues(found) == [60000, 60000, 240000]


def test_an_area_that_changes_is_a_sum_rounded_once():
    found = compute(
        terms(*YEAR, rent_price=1200),
        share("A", left="2024-06-30", area=1),
        share("A", "2024-07-01", area=3),
    )
    assert dues(found) == [fen(2400)]
    assert found.lines[0].steps[-1].formula == "1×1200.00×6÷12+3×1200.00×6÷12=2400.00"


def test_a_price_that_changes_in_mid_year_is_a_sum():
    found = compute(
        terms(*YEAR, rent_price=1200),
        terms(*YEAR, in_force_from="2024-07-01", rent_price=1800),
        share("A", area=1),
    )
    assert dues(found) == [fen(1500)]


def test_without_any_area_the_clause_s_land_is_in_equal_parts():
    found = compute(terms(*YEAR, rent_price=100, land_area=10), share("A"), share("B"), share("C"))
    assert dues(found) == [33333, 33333, 33333]
    assert [step.formula for step in found.lines[0].steps] == [
        "10÷3=3.3333",
        "10÷3×100.00×12÷12=333.33",
    ]


def test_a_household_that_follows_another_takes_over_its_equal_part():
    found = compute(
        terms(*YEAR, rent_price=120, land_area=10),
        share("A"),
        share("B", left="2024-06-30"),
        share("C", "2024-07-01"),
    )
    assert dues(found) == [60000, 30000, 30000]


def test_some_rows_without_an_area_get_nothing_and_are_a_finding():
    found = compute(terms(*YEAR, rent_price=100, land_area=10), share("A", area=4), share("B"))
    assert dues(found) == [40000, 0]
    assert codes(found) == {"share.no_area"}


def test_land_of_a_party_that_is_no_household_is_the_clause_s():
    row = terms(*YEAR, rent_price=1550, land_area=1700, party="village")
    assert dues(compute(row)) == [fen(2_635_000)]
    row = terms(*YEAR, rent_price=1550, party="village")
    assert line(compute(row)).reason == "no_rent_area"


def test_land_of_the_collective_on_the_roster_is_its_own():
    found = compute(terms(*YEAR, rent_price=100), share("A", area=4), share(COLLECTIVE, area=6))
    assert line(found, party="village").due == 60000


def test_no_area_anywhere_is_unknown():
    found = compute(terms(*YEAR, rent_price=100), share("A"))
    assert (found.lines[0].due, found.lines[0].reason) == (None, "no_rent_area")


def test_rent_is_split_over_the_due_days():
    found = compute(terms(*YEAR, rent_price=100, due="06-30;次年01-31"), share("A", area="0.01"))
    assert [(each.due, each.due_on) for each in found.lines] == [
        (50, date(2024, 6, 30)),
        (50, date(2025, 1, 31)),
    ]


def test_rent_in_kind_is_kilograms_at_the_list_price_of_the_price_day():
    found = compute(
        terms(*YEAR, **KIND),
        share("A", area=10),
        price("小麦", "2024-09-30", "2.85"),
        price("小麦", "2024-10-02", 9),
        price("玉米", "2024-10-01", 9),
    )
    assert dues(found) == [fen(5700)]
    assert found.lines[0].steps[-1].formula == "10×200×2.85×12÷12=5700.00"


def test_rent_in_kind_does_not_grow():
    row = terms("2020-01-01", "2024-12-31", rent_growth=5, rent_price=1, **KIND)
    found = compute(row, share("A", area=1), price("小麦", "2024-09-30", 2))
    assert dues(found, year=2024) == [40000]


def test_rent_in_kind_is_unknown_until_its_price_day():
    rows = (terms(*YEAR, **KIND), share("A", area=10), price("小麦", "2024-09-30", "2.85"))
    before = compute(*rows, on=date(2024, 9, 30))
    assert (before.lines[0].due, before.lines[0].reason) == (None, "before_price_day")
    assert before.stale_on == date(2024, 10, 1)
    on_it = compute(*rows, on=date(2024, 10, 1))
    assert dues(on_it) == [fen(5700)]
    assert before.lines[0].id == on_it.lines[0].id


def test_rent_in_kind_is_due_on_the_later_of_due_day_and_price_day():
    found = compute(
        terms(*YEAR, due="06-30;12-20", **KIND), share("A", area=1), price("小麦", "2024-09-01", 3)
    )
    assert [each.due_on for each in found.lines] == [date(2024, 10, 1), date(2024, 12, 20)]


def test_rent_in_kind_without_a_price_is_unknown_and_a_finding():
    found = compute(terms(*YEAR, **KIND), share("A", area=1))
    assert found.lines[0].reason == "no_price"
    assert codes(found) == {"price.missing"}


def test_a_price_over_a_year_old_is_used_and_is_a_finding():
    rows = (terms(*YEAR, **KIND), share("A", area=1))
    year_old = compute(*rows, price("小麦", "2023-10-01", 3))
    assert (dues(year_old), codes(year_old)) == ([60000], set())
    older = compute(*rows, price("小麦", "2023-09-30", 3))
    assert (dues(older), codes(older)) == ([60000], {"price.old"})


def test_rent_in_kind_without_a_price_day_or_kilograms_is_unknown():
    no_day = compute(terms(*YEAR, **KIND | {"rent_price_day": None}), share("A", area=1))
    assert (no_day.lines[0].reason, codes(no_day)) == ("no_price_day", {"agreement.no_price_day"})
    no_kg = compute(terms(*YEAR, **KIND | {"rent_crop_kg": None}), share("A", area=1))
    assert (no_kg.lines[0].reason, codes(no_kg)) == ("no_rent_kg", {"agreement.no_rent_kg"})


def test_the_price_day_of_an_agreement_year_lies_inside_it():
    row = terms("2023-11-01", "2024-10-31", year_kind="agreement", **KIND)
    found = compute(row, share("A", area=1), price("小麦", "2024-01-01", 3))
    assert dict(found.lines[0].steps[-1].params)["price_day"] == "2024-10-01"


def test_a_clause_without_rent_columns_has_no_rent():
    assert not lines(compute(terms(*YEAR, mode="land"), share("A", area=1)), kind="rent")


def test_land_that_changes_in_mid_year_counts_from_its_day():
    rows = (
        terms(*YEAR, rent_price=1200, land_area=10, party="village"),
        terms(*YEAR, in_force_from="2024-07-01", rent_price=1200, land_area=20, party="village"),
    )
    found = compute(*rows)
    assert dues(found) == [fen(18_000)]
    assert line(found).steps[-1].formula == "10×1200.00×6÷12+20×1200.00×6÷12=18000.00"


def test_equal_parts_are_of_the_land_of_each_row():
    found = compute(
        terms(*YEAR, rent_price=1200, land_area=10),
        terms(*YEAR, in_force_from="2024-07-01", rent_price=1200, land_area=20),
        *(share("A"), share("B", left="2024-06-30"), share("C", "2024-07-01")),
    )
    assert dues(found) == [fen(9000), fen(3000), fen(6000)]
    codes_of = [[step.code for step in each.steps] for each in found.lines]
    assert codes_of == [["rent.cash"], ["rent.area_equal", "rent.cash"], codes_of[1]]


def test_each_row_in_kind_has_its_own_crop_price_and_price_day():
    rows = (
        terms(*YEAR, due="06-30", **KIND | {"rent_price_day": (3, 1)}),
        terms(*YEAR, in_force_from="2024-07-01", due="06-30", **KIND | {"rent_crop": "玉米"}),
    )
    found = compute(
        *(*rows, share("A", area=1)),
        *(price("小麦", "2024-03-01", 3), price("小麦", "2024-10-01", 9)),
        price("玉米", "2024-10-01", 2),
    )
    assert line(found).steps[-1].formula == "1×200×3×6÷12+1×200×2×6÷12=500.00"
    assert line(found).due_on == date(2024, 10, 1)


def test_a_row_that_a_household_never_held_under_leaves_its_rent_known():
    found = compute(
        terms(*YEAR, rent_price=1200, due="06-30"),
        terms(*YEAR, in_force_from="2024-07-01", due="06-30", **KIND),
        *(share("A", left="2024-06-30", area=1), share("B", area=1)),
    )
    assert [(each.due, each.reason) for each in found.lines] == [(60000, ""), (None, "no_price")]
    assert line(found, party_number="A").due_on == date(2024, 6, 30)


def test_a_row_without_an_area_leaves_the_rent_of_a_party_unknown():
    rows = (
        terms(*YEAR, rent_price=1200, party="village"),
        terms(*YEAR, in_force_from="2024-07-01", rent_price=1200, land_area=20, party="village"),
    )
    assert line(compute(*rows)).reason == "no_rent_area"
