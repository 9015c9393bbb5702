import pytest

from tests.rules.made import codes, compute, fen, line, lines, share, terms


def rents(start="2020-04-01", end="2030-03-31", **values):
    found = compute(terms(start, end, rent_price=500, **values), share("A", area=1))
    return {each.year: each.due for each in lines(found, kind="rent")}, found


def test_the_price_grows_from_the_calendar_year_of_the_start():
    dues, found = rents(rent_growth=5)
    assert dues[2020] == fen(375)  # nine months at the first price
    assert dues[2021] == fen(525)
    assert dues[2022] == fen("551.25")
    assert dues[2023] == fen("578.81")  # 578.8125
    step = line(found, year=2022).steps[0]
    assert (step.code, step.formula) == ("rent.price_growth", "500.00×1.05×1.05=551.25")


def test_growth_is_not_rounded_on_the_way():
    dues, _ = rents(rent_growth="3.5")
    exact = 500 * 1.035**9
    assert dues[2029] == round(exact * 100)


def test_the_price_rises_by_a_step():
    dues, found = rents(rent_step_amount=20)
    assert (dues[2020], dues[2021], dues[2025]) == (fen(375), fen(520), fen(600))
    assert line(found, year=2025).steps[0].formula == "500.00+5×20.00=600.00"


@pytest.mark.parametrize(("year", "price"), [(2022, 500), (2023, 550), (2025, 550), (2026, 605)])
def test_the_price_is_adjusted_every_so_many_years(year, price):
    dues, _ = rents(rent_growth=10, rent_step_years=3)
    assert dues[year] == fen(price)


def test_agreement_years_count_from_the_first_as_0():
    dues, _ = rents(rent_growth=10, year_kind="agreement")
    assert (dues[2021], dues[2022], dues[2023]) == (fen(500), fen(550), fen(605))


def test_growth_and_step_together_use_the_step_and_are_a_finding():
    dues, found = rents(rent_growth=5, rent_step_amount=20)
    assert dues[2021] == fen(520)
    assert codes(found) == {"agreement.growth_and_step"}


def test_growth_of_several_prices_stands_in_one_formula():
    found = compute(
        terms("2020-01-01", "2021-12-31", rent_price=500, rent_growth=10),
        terms("2020-01-01", "2021-12-31", in_force_from="2021-07-01", rent_price=600),
        share("A", area=1),
    )
    only = line(found, year=2021)
    assert only.due == fen(575)
    assert [step.formula for step in only.steps] == ["1×500.00×1.1×6÷12+1×600.00×6÷12=575.00"]
