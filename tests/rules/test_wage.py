from datetime import date

from tests.rules.made import codes, compute, dues, fen, line, lines, settlement, share, terms

YEAR = ("2024-01-01", "2024-12-31")
WORK = {"wage": 120, "wage_unit": "day", "work_time": 100, "mode": "work"}


def one(*rows, **values):
    return compute(terms(*YEAR, **WORK | values), share("H"), *rows)


def test_a_settlement_is_its_units_times_the_wage():
    found = one(settlement("H", "2024-06-30", 22.5))
    only = line(found)
    assert (only.due, only.ref, only.kind) == (fen(2700), "2024-06-30", "wage")
    assert [step.formula for step in only.steps] == ["22.5×120.00=2700.00"]


def test_each_settlement_is_due_on_the_next_due_day():
    found = one(
        settlement("H", "2024-06-30", 1), settlement("H", "2024-07-31", 2), due="07-15;01-15"
    )
    assert [(each.due, each.due_on) for each in found.lines] == [
        (fen(120), date(2024, 7, 15)),
        (fen(240), date(2025, 1, 15)),
    ]


def test_the_wage_is_that_of_the_settlement_s_last_day():
    found = compute(
        terms(*YEAR, **WORK),
        terms(*YEAR, in_force_from="2024-07-01", **WORK | {"wage": 150}),
        share("H"),
        settlement("H", "2024-06-30", 1),
        settlement("H", "2024-07-31", 1),
    )
    assert dues(found) == [fen(120), fen(150)]


def test_without_a_settlement_there_is_one_agreed_line():
    only = line(one())
    assert (only.due, only.at_least, only.reason) == (None, fen(12_000), "agreed")


def test_the_agreed_line_is_for_all_persons_of_a_household():
    found = compute(terms(*YEAR, **WORK), share("A", persons=2), share("B"))
    assert [each.at_least for each in found.lines] == [fen(24_000), fen(12_000)]
    assert found.lines[0].steps[0].formula == "120.00×100×2=24000.00"


def test_persons_of_rows_that_follow_one_another_are_not_added():
    rows = (share("A", left="2024-06-30", persons=2), share("A", "2024-07-01", persons=1))
    assert line(compute(terms(*YEAR, **WORK), *rows)).at_least == fen(24_000)


def test_without_agreed_time_the_agreed_line_has_no_figure():
    assert line(one(work_time=None)).at_least is None


def test_settled_work_without_a_wage_is_unknown_and_a_finding():
    found = one(settlement("H", "2024-06-30", 1), wage=None)
    assert (found.lines[0].due, found.lines[0].reason) == (None, "no_wage")
    assert codes(found) == {"agreement.no_wage"}


def test_a_settlement_of_the_year_replaces_the_agreed_line():
    assert not lines(one(settlement("H", "2024-12-31", 1)), reason="agreed")


def test_wages_without_due_days_have_no_date_and_are_a_finding():
    found = one(settlement("H", "2024-06-30", 1), due="")
    assert (found.lines[0].due_on, codes(found)) == (None, {"agreement.no_due_day"})


def test_work_of_a_party_that_is_no_household_is_agreed_with_the_party():
    found = one(settlement("H", "2024-06-30", 1), party="village", party_number="V")
    assert [(each.party, each.reason) for each in found.lines] == [("village", "agreed")]
