"""What real places announced comes out of the same functions as everybody's figures."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from rules.number import half_up
from tests.cases.case import CASES, Case
from tests.rules.made import compute, dues, fen, households, line, lines, plan, result, share, terms

NO_FIGURES = {"paid_in", "form"}


def test_five_townships_of_qinghe_get_six_percent_on_what_they_put_in():
    case = Case("qinghe-greenhouse-2024")
    total = 0
    for number, (put_in, back) in enumerate(case["parts"].values(), 1):
        found = compute(
            terms(
                "2024-01-01",
                "2024-12-31",
                clause=number,
                party="township",
                party_number=f"6590{number:02d}",
                principal=put_in,
                guaranteed_rate=case["published.rate_percent"],
            )
        )
        assert dues(found, year=2024) == [fen(back)]
        total += found.lines[0].due or 0
    assert total == fen(case["published.total"])
    assert sum(fen(row[0]) for row in case["parts"].values()) == fen(case["published.principal"])


def test_the_same_townships_as_holders_of_one_pot_get_the_same():
    case = Case("qinghe-greenhouse-2024")
    rows = [share(name, amount=row[0]) for name, row in case["parts"].items()]
    rate, principal = case["published.rate_percent"], case["published.principal"]
    found = compute(
        terms("2024-01-01", "2024-12-31", principal=principal, guaranteed_rate=rate), *rows
    )
    got = {line.party_number: line.due for line in found.lines}
    assert got == {name: fen(row[1]) for name, row in case["parts"].items()}
    assert sum(got.values()) == fen(case["published.total"])


def test_debt_of_suiyang_pays_five_percent_for_sixty_months():
    case = Case("suiyang-debt-2022")
    contracts = zip(
        case["published.contracts"],
        case["derived.starts"],
        case["derived.ends"],
        case["derived.yearly"],
        case["derived.months_2022"],
        case["derived.months_2027"],
        case["derived.total"],
        strict=True,
    )
    for (principal, from_month, to_month), start, end, yearly, first, last, total in contracts:
        assert (start[:7], end[:7]) == (from_month, to_month)
        rate = case["published.rate_percent"]
        row = terms(
            start, end, party="county", stake="debt", principal=principal, guaranteed_rate=rate
        )
        found = compute(row)
        assert dues(found, year=2024) == [fen(yearly)]
        assert dues(found, year=2022) == [half_up(Fraction(fen(yearly) * first, 12))]
        assert dues(found, year=2027) == [half_up(Fraction(fen(yearly) * last, 12))]
        assert sum(each.due or 0 for each in found.lines) == fen(total)
        months = [line(found, year=year).steps[0].params[3] for year in (2022, 2027)]
        assert months == [("months", str(first)), ("months", str(last))]


def test_rates_of_suiyang_lie_above_the_lpr_of_their_start():
    case = Case("suiyang-debt-2022")
    assert all(
        case["published.rate_percent"] > rate for rate in case["derived.lpr_percent_on_start"]
    )


def test_villages_of_muli_get_two_thirds_in_advance():
    case = Case("muli-village-fund-2018")
    principal, whole = case["published.principal"], case["published.at_least"]
    part, of = map(int, case["published.advance_ratio"].split("/"))
    pairs = [
        (principal, case["published.advance"]),
        (case["published.small_principal"], case["published.small_advance"]),
    ]
    for put_in, advance in pairs:
        row = terms(
            "2018-01-01",
            "2018-12-31",
            party="village",
            principal=put_in,
            guaranteed_rate=whole * 100 / principal,
            due=f"03-31={part};12-31={of - part}",
        )
        found = compute(row)
        assert line(found, instalment=1).due == fen(advance)
        assert sum(dues(found)) == fen(whole * put_in / principal)


def test_a_dividend_without_a_printed_roster_stays_one_unassigned_part():
    case = Case("yierkabak-2018")
    principal, total = case["published.principal"], case["published.total"]
    percent = total * 100 / principal
    row = terms("2018-01-01", "2018-12-31", principal=principal, guaranteed_rate=percent)
    found = compute(row)
    assert [(each.party, each.due) for each in found.lines] == [("unassigned", fen(total))]


def test_households_of_yierkabak_get_their_shares_of_the_total():
    case = Case("yierkabak-2018")
    principal, total = case["published.principal"], case["published.total"]
    least, most = case["published.household_from"], case["published.household_to"]
    per_yuan = principal / total
    others = case["published.households"] - 2
    left = principal - (least + most) * per_yuan
    each = int(left / others)
    rows = [
        share("least", amount=f"{least * per_yuan:.2f}"),
        share("most", amount=f"{most * per_yuan:.2f}"),
        *households(others, amount=each),
    ]
    row = terms("2018-01-01", "2018-12-31", principal=principal, profit_share=100)
    found = compute(row, *rows, result(2018, profit=total))
    assert line(found, party_number="least").due == fen(least)
    assert line(found, party_number="most").due == fen(most)
    assert sum(dues(found)) == fen(total)
    assert len(lines(found, party="household")) == case["published.households"]


def test_eight_shares_of_tougongjiexi_get_whole_yuan():
    case = Case("tougongjiexi-2023")
    shares, per_share = case["derived.shares_of_that_household"], case["published.per_share"]
    row = terms("2023-01-01", "2023-12-31", unit="yuan")
    found = compute(row, share("H", shares=shares), result(2023, per_share=per_share))
    only = line(found, kind="dividend")
    assert only.due == fen(case["published.one_household"])
    exact = compute(
        terms("2023-01-01", "2023-12-31"),
        share("H", shares=shares),
        result(2023, per_share=per_share),
    )
    assert line(exact, kind="dividend").due == fen(case["derived.exact"])


def test_land_of_azigale_earns_by_the_mu_and_then_by_the_profit():
    case = Case("azigale-2024")
    land, per_mu = case["published.land_mu"], case["published.per_mu"]
    total, one = case["published.dividend_total"], case["published.one_household"]
    mu = land * one / total
    others = case["published.households"] - 1
    rest = (land - mu) / others
    rows = [share("one", area=f"{mu:.4f}"), *households(others, area=f"{rest:.4f}")]
    row = terms("2024-01-01", "2024-12-31", rent_price=per_mu, land_area=land, profit_share=100)
    found = compute(row, *rows, result(2024, profit=total))
    assert line(found, party_number="one", kind="dividend").due == fen(one)
    assert sum(dues(found, kind="dividend")) == fen(total)
    village = terms("2024-01-01", "2024-12-31", party="village", rent_price=per_mu, land_area=land)
    assert dues(compute(village)) == [fen(case["derived.guaranteed_total"])]


def test_output_guaranteed_in_azigale_is_an_agreed_minimum_outside_all_totals():
    case = Case("azigale-2024")
    land, output = case["published.land_mu"], case["published.guaranteed_output_per_mu"]
    row = terms("2024-01-01", "2024-12-31", party="village", crop_kg=land, floor_price=output)
    only = line(compute(row), kind="order")
    assert (only.due, only.at_least) == (None, fen(land * output))


def test_equity_of_tongnan_is_held_by_three_and_pays_five_percent():
    case = Case("tongnan-equity-2017")
    equity, yearly = case["derived.equity"], case["derived.yearly"]
    money = sum(case["published.government_money"])
    assert fen(money) * case["published.equity_percent"] == fen(equity) * 100
    percents = case["published.split_percent"]
    rows = [share(f"H{part}", shares=part) for part in percents]
    years = case["published.years"]
    row = terms(
        "2017-01-01",
        f"{2016 + years}-12-31",
        principal=equity,
        shares=sum(percents),
        guaranteed_rate=case["published.rate_percent"],
    )
    found = compute(row, *rows)
    assert {each.year for each in found.lines} == set(range(2017, 2017 + years))
    for year in range(2017, 2017 + years):
        assert sum(dues(found, year=year)) == fen(yearly)
        for part, wanted in zip(percents, case["derived.split"], strict=True):
            assert line(found, year=year, party_number=f"H{part}").due == fen(wanted)


@pytest.mark.parametrize(
    ("unit", "parts"), [("fen", "derived.in_fen"), ("yuan", "derived.in_yuan")]
)
def test_the_pot_of_houba_is_shared_out_to_the_last_unit(unit, parts):
    case = Case("houba-2022")
    count, pot = case["published.households"], case["published.pot"]
    portions = {f"H{number:02d}": {} for number in range(count)}
    found = compute(plan(year=2022, pot=pot, portions=portions, decided_on="2023-01-05", unit=unit))
    wanted = {fen(part): times for part, times in case[parts].items()}
    assert Counter(dues(found)) == wanted
    assert sum(dues(found)) == fen(pot)


def test_shares_of_wuxing_get_a_floating_dividend_by_the_mu():
    case = Case("wuxing-2015")
    of_households, of_collective = case["published.shares"]
    price, per_share = case["published.share_price"], case["published.floating_per_mu"]
    capital = [fen(count * price) for count in case["published.shares"]]
    assert capital == [fen(each) for each in case["published.capital"]]
    found = compute(
        terms("2015-01-01", "2015-12-31", shares=of_households + of_collective),
        share("H", shares=of_households),
        share("村集体", shares=of_collective),
        result(2015, per_share=per_share),
    )
    assert line(found, party="household").due == fen(case["derived.households_floating"])


def test_the_model_agreement_changes_from_guarantee_to_dividend():
    case = Case("model-agreement-8-70")
    first, years = case["derived.years"][0]["year"], case["published.at_least_years"]
    row = terms(
        f"{first}-01-01",
        f"{first + years - 1}-12-31",
        principal=case["derived.principal"],
        guaranteed_rate=case["published.guaranteed_percent"],
        profit_share=case["published.profit_share_percent"],
        combination="switch",
        pays_from_year=case["derived.pays_from_year"],
    )
    count = case["derived.households"]
    results = [result(each["year"], profit=each["profit"]) for each in case["derived.years"]]
    amount = case["derived.principal"] / count
    found = compute(row, *households(count, amount=amount), *results)
    for year in case["derived.years"]:
        assert dues(found, year=year["year"]) == [fen(year["each"])] * count
        assert sum(dues(found, year=year["year"])) == fen(year["pot"])


def source_of(name: str) -> str:
    """Return the text of the tests that use a case."""
    files = sorted(Path(__file__).parent.glob("test_*.py"))
    functions = "\n\n\n".join(file.read_text("utf-8") for file in files).split("\n\n\n")
    return "".join(each for each in functions if f'Case("{name}")' in each)


@pytest.mark.parametrize("name", CASES)
def test_no_published_or_derived_figure_is_left_unread(name):
    parts = {part: CASES[name].get(part, {}) for part in ("published", "derived", "floor")}
    paths = {
        f'"{part}.{key}"' for part, keys in parts.items() for key in keys if key not in NO_FIGURES
    }
    source = source_of(name)
    assert not [path for path in paths if path not in source]
