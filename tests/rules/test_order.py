from datetime import date

from tests.rules.made import codes, compute, delivery, dues, fen, line, lines, price, share, terms

YEAR = ("2024-01-01", "2024-12-31")
ORDER = {"crop": "番茄", "crop_kg": 5000, "floor_price": "0.8", "premium": "0.1", "mode": "order"}


def one(*rows, **values):
    return compute(terms(*YEAR, **ORDER | values), share("H"), *rows)


def formulas(found):
    return [step.formula for step in line(found, kind="order").steps]


def test_a_delivery_is_its_net_weight_times_its_own_price():
    found = one(
        delivery("H", "2024-08-01", kg="1234.5", price="0.95"), price("番茄", "2024-07-01", 2)
    )
    assert dues(found) == [fen("1172.78")]  # 1172.775
    assert formulas(found) == ["0.95=0.95", "1234.5×0.95=1172.78"]


def test_else_the_list_price_of_the_day_and_the_premium():
    found = one(delivery("H", "2024-08-01", kg=1000), price("番茄", "2024-07-01", "0.9"))
    assert dues(found) == [fen(1000)]
    assert formulas(found) == ["0.9+0.1=1.00", "1000×1=1000.00"]


def test_never_below_the_protected_price():
    found = one(delivery("H", "2024-08-01", kg=1000), price("番茄", "2024-07-01", "0.6"))
    assert dues(found) == [fen(800)]
    assert found.lines[0].steps[0].code == "order.price_floor_higher"


def test_without_a_list_price_yet_the_protected_price_and_a_finding():
    found = one(delivery("H", "2024-08-01", kg=1000), price("番茄", "2024-08-02", 9))
    assert dues(found) == [fen(800)]
    assert found.lines[0].steps[0].code == "order.price_floor"
    assert [(each.code, each.article) for each in found.findings] == [("price.missing", "10(1)")]


def test_without_a_protected_price_the_list_price_and_the_premium():
    found = one(
        delivery("H", "2024-08-01", kg=10), price("番茄", "2024-07-01", 1), floor_price=None
    )
    assert dues(found) == [fen(11)]
    assert found.lines[0].steps[0].code == "order.price_list_only"


def test_without_any_price_a_delivery_is_unknown():
    found = one(delivery("H", "2024-08-01", kg=10), floor_price=None)
    assert [(each.due, each.reason) for each in found.lines] == [(None, "no_price")]


def test_kilograms_above_the_agreed_quantity_are_priced_alike():
    rows = [delivery("H", "2024-08-01", f"D{n}", kg=4000, price=1) for n in (1, 2)]
    assert dues(one(*rows)) == [fen(4000), fen(4000)]


def test_a_delivery_is_due_on_the_next_due_day_also_after_the_end():
    found = one(delivery("H", "2024-12-31", kg=1, price=1), due="次年01-20;12-20")
    only = line(found, kind="order", year=2024)
    assert only.due_on == date(2025, 1, 20)


def test_a_delivery_after_the_end_is_a_line_of_its_year():
    found = one(delivery("H", "2025-03-01", kg=1, price=1))
    assert line(found, year=2025).due_on == date(2025, 12, 20)


def test_the_terms_of_the_day_price_a_delivery():
    rows = (delivery("H", "2024-06-30", "D1", kg=1), delivery("H", "2024-07-01", "D2", kg=1))
    found = compute(
        terms(*YEAR, **ORDER),
        terms(*YEAR, in_force_from="2024-07-01", **ORDER | {"floor_price": 2}),
        share("H"),
        *rows,
    )
    assert {each.ref: each.due for each in found.lines} == {"D1": 80, "D2": 200}


def test_without_a_delivery_there_is_one_agreed_minimum_a_year():
    found = one()
    only = line(found)
    assert (only.due, only.at_least, only.reason, only.kind) == (None, fen(4000), "agreed", "order")
    assert formulas(found) == ["5000×0.8=4000.00"]


def test_who_delivered_has_no_agreed_line_in_that_year():
    found = compute(
        terms("2023-01-01", "2024-12-31", **ORDER),
        share("A"),
        share("B"),
        delivery("A", "2024-08-01", kg=1, price=1),
    )
    agreed = [(each.year, each.party_number) for each in lines(found, reason="agreed")]
    assert agreed == [(2023, "A"), (2023, "B"), (2024, "B")]


def test_without_a_quantity_the_agreed_line_has_no_figure():
    assert line(one(crop_kg=None)).at_least is None


def test_a_delivery_under_a_party_that_is_no_household_makes_no_line_for_the_household():
    found = one(delivery("H", "2024-08-01", kg=1, price=1), party="village", party_number="V")
    assert [(each.party, each.reason) for each in found.lines] == [("village", "agreed")]


def test_a_delivery_without_due_days_has_no_date_and_is_a_finding():
    found = one(delivery("H", "2024-08-01", kg=1, price=1), due="")
    assert (found.lines[0].due_on, found.lines[0].listed_on) == (None, date(2024, 12, 31))
    assert codes(found) == {"agreement.no_due_day"}


def test_a_delivery_lies_in_the_agreement_year_of_its_day():
    row = terms("2023-11-01", "2025-10-31", year_kind="agreement", **ORDER)
    found = compute(row, share("H"), delivery("H", "2023-12-01", kg=1, price=1))
    assert [(each.year, each.reason) for each in found.lines] == [(2024, ""), (2025, "agreed")]


def test_the_unit_rounds_each_delivery():
    found = one(delivery("H", "2024-08-01", kg="0.5", price=1), unit="yuan")
    assert dues(found) == [100]
