"""What real places announced goes in as workbooks and comes out of `statement --json`."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from ledger import lpr
from models import database, place, schema
from models.agreement import Agreement
from models.bulk import values
from models.household import Share
from models.payment import Payment
from models.project import Project
from models.rate import Lpr
from rules.number import half_up
from tests.cases.workbook import CASES, TOWNSHIPS, VILLAGE, Case, workbooks
from web import create_app
from web.clock import SHANGHAI

NOW = datetime(2027, 6, 1, 12, tzinfo=SHANGHAI)  # every result is in


def fen(yuan) -> int:
    exact = Decimal(str(yuan)) * 100
    assert exact == int(exact)
    return int(exact)


@pytest.fixture(scope="module")
def flask(tmp_path_factory):
    """A function that runs a command of an app into which both workbooks were imported."""
    folder = tmp_path_factory.mktemp("cases")
    settings = {"TESTING": True, "INSTANCE": str(folder), "CLOCK": lambda: NOW}
    app = create_app({**settings, "DATABASE_URL": f"sqlite:///{folder / 'cases.db'}"})
    schema.migrate(database.database.obj)
    place.load_places()
    runner = app.test_cli_runner()
    names = []
    for name, data in zip(("协议.xlsx", "分户.xlsx"), workbooks(), strict=True):
        names.append(str(folder / name))
        Path(names[-1]).write_bytes(data)
    result = runner.invoke(args=["ledger", "import", "--json", *names])
    said = json.loads(result.output)
    assert (result.exit_code, said["problems"], said["dropped"]) == (0, [], [])

    def run(*given):
        said = runner.invoke(args=[*map(str, given), "--json"], catch_exceptions=False)
        return json.loads(said.output)

    yield run
    database.database.obj.close()


@pytest.fixture
def under(flask):
    """under(NUMBER, YEAR) is the statement of an agreement or plan."""
    return lambda number, year: flask("statement", "--agreement", number, "--year", year)


@pytest.fixture
def of(flask):
    """of(HOUSEHOLD, YEAR) is the statement of a household."""
    return lambda number, year: flask("statement", number, "--year", year)


def dues(found, **wanted):
    return [
        line["due_fen"]
        for line in found["lines"]
        if all(line[name] == value for name, value in wanted.items())
    ]


def test_five_townships_of_qinghe_got_six_percent(under):
    case = Case("qinghe-greenhouse-2024")
    found = under("QH", 2024)
    back = {
        code: fen(part[1]) for code, part in zip(TOWNSHIPS, case["parts"].values(), strict=True)
    }
    assert {line["party"]["number"]: line["due_fen"] for line in found["lines"]} == back
    assert {line["party"]["kind"] for line in found["lines"]} == {"township"}
    assert found["due_fen"] == found["received_fen"] == fen(case["published.total"])
    assert {line["state"] for line in found["lines"]} == {"paid"}
    assert {line["due_on"][:7] for line in found["lines"]} == {case["published.paid_in"]}
    rates = {step["formula"] for line in found["lines"] for step in line["steps"]}
    assert all(f"×{case['published.rate_percent']}÷100" in formula for formula in rates)
    principal = sum(row.principal for row in Agreement.select().where(Agreement.number == "QH"))
    assert principal == fen(case["published.principal"])
    assert set(values(Payment.select(Payment.form))) == {"one_card"}
    assert case["published.form"] == "一卡通"


@pytest.mark.parametrize("number", [0, 1])
def test_debt_of_suiyang_pays_five_percent_for_sixty_months(under, number):
    case = Case("suiyang-debt-2022")
    years = {year: under(f"SY-{number}", year) for year in range(2022, 2028)}
    [[whole]] = {tuple(dues(years[year])) for year in range(2023, 2027)}
    assert whole == fen(case["derived.yearly"][number])
    first, last = case["derived.months_2022"][number], case["derived.months_2027"][number]
    assert dues(years[2022]) == [half_up(Fraction(whole * first, 12))]
    assert dues(years[2027]) == [half_up(Fraction(whole * last, 12))]
    assert f"算 {first} 个月" in years[2022]["lines"][0]["steps"][0]["label"]
    assert f"算 {last} 个月" in years[2027]["lines"][0]["steps"][0]["label"]
    assert sum(found["due_fen"] for found in years.values()) == fen(case["derived.total"][number])
    principal, start, end = case["published.contracts"][number]
    row = Agreement.get(Agreement.number == f"SY-{number}")
    assert row.principal == fen(principal)
    assert (str(row.starts_on)[:7], str(row.ends_on)[:7]) == (start, end)
    assert str(row.starts_on) == case["derived.starts"][number]
    assert str(row.ends_on) == case["derived.ends"][number]
    assert row.guaranteed_rate == case["published.rate_percent"] * 1000


def test_rates_of_suiyang_lie_above_the_lpr_of_their_start(flask):
    lpr.load(NOW.date())
    case = Case("suiyang-debt-2022")
    for start, percent in zip(
        case["derived.starts"], case["derived.lpr_percent_on_start"], strict=True
    ):
        in_force = Lpr.select().where(Lpr.day <= start).order_by(Lpr.day.desc()).get()
        assert in_force.rate == percent * 1000
        assert case["published.rate_percent"] > percent


def test_villages_of_muli_get_two_thirds_in_advance(under):
    case = Case("muli-village-fund-2018")
    found = under("ML", 2018)
    assert found["due_fen"] == fen(case["published.at_least"])
    part, of_all = map(int, case["published.advance_ratio"].split("/"))
    advance = dues(found, instalment=1)
    assert advance == [fen(case["published.advance"])] == [found["due_fen"] * part // of_all]
    assert dues(under("ML-小", 2018), instalment=1) == [fen(case["published.small_advance"])]
    principals = values(Agreement.select(Agreement.principal).where(Agreement.number == "ML"))
    assert set(principals) == {fen(case["published.principal"])}
    small = Agreement.get(Agreement.number == "ML-小")
    assert small.principal == fen(case["published.small_principal"])


def test_a_dividend_of_yierkabak_without_a_roster_is_one_unassigned_part(under):
    case = Case("yierkabak-2018")
    [line] = under("YE", 2018)["lines"]
    assert (line["party"]["kind"], line["due_fen"]) == ("unassigned", fen(case["published.total"]))
    assert Agreement.get(Agreement.number == "YE").principal == fen(case["published.principal"])


def test_households_of_yierkabak_get_their_shares(under, of):
    case = Case("yierkabak-2018")
    found = under("YE-208", 2018)
    households = [line for line in found["lines"] if line["party"]["kind"] == "household"]
    assert len(households) == case["published.households"]
    assert found["due_fen"] == fen(case["published.total"])
    assert of("YE-least", 2018)["due_fen"] == fen(case["published.household_from"])
    assert of("YE-most", 2018)["due_fen"] == fen(case["published.household_to"])


def test_eight_shares_of_tougongjiexi_get_whole_yuan(under, of):
    case = Case("tougongjiexi-2023")
    assert dues(under("TG", 2023)) == [fen(case["published.one_household"])]
    assert dues(under("TG-分", 2023)) == [fen(case["derived.exact"])]
    exact = next(line for line in of("TG-1", 2023)["lines"] if line["agreement"] == "TG-分")
    shares, per_share = case["derived.shares_of_that_household"], case["published.per_share"]
    assert exact["steps"][-1]["formula"].startswith(f"{shares}×{per_share}=")


def test_land_of_azigale_earns_by_the_mu_and_then_by_the_profit(under, of):
    case = Case("azigale-2024")
    found = under("AZ", 2024)
    assert dues(found, clause=2) == [fen(case["derived.guaranteed_total"])]
    formula = next(line for line in found["lines"] if line["clause"] == 2)["steps"][-1]["formula"]
    assert formula.startswith(f"{case['published.land_mu']}×{case['published.per_mu']:.0f}")
    shared = dues(found, clause=1)
    assert sum(shared) == fen(case["published.dividend_total"])
    assert len(shared) == case["published.households"]
    assert of("AZ-one", 2024)["due_fen"] == fen(case["published.one_household"])
    [agreed] = [line for line in found["lines"] if line["clause"] == 3]
    per_mu, land = case["published.guaranteed_output_per_mu"], case["published.land_mu"]
    assert (agreed["state"], agreed["at_least_fen"]) == ("agreed", fen(per_mu * land))


def test_equity_of_tongnan_is_held_by_three_and_pays_for_six_years(under, of):
    case = Case("tongnan-equity-2017")
    project = Project.get(Project.number == "XM-TN")
    money = [project.fund_central, project.fund_county]
    assert money == [fen(each) for each in case["published.government_money"]]
    assert sum(money) * case["published.equity_percent"] == fen(case["derived.equity"]) * 100
    years = range(2017, 2017 + case["published.years"])
    for year in years:
        assert under("TN", year)["due_fen"] == fen(case["derived.yearly"])
        for part, wanted in zip(
            case["published.split_percent"], case["derived.split"], strict=True
        ):
            assert of(f"TN-{part}", year)["due_fen"] == fen(wanted)
    assert not under("TN", years[-1] + 1)["lines"]
    formula = under("TN", 2017)["lines"][0]["steps"][0]["formula"]
    assert f"×{case['published.rate_percent']}÷100" in formula


@pytest.mark.parametrize(
    ("number", "parts"), [("HB-分", "derived.in_fen"), ("HB-元", "derived.in_yuan")]
)
def test_the_pot_of_houba_is_shared_out_to_the_last_unit(under, number, parts):
    case = Case("houba-2022")
    found = under(number, 2022)
    assert Counter(dues(found)) == {fen(part): times for part, times in case[parts].items()}
    assert len(found["lines"]) == case["published.households"]
    assert found["due_fen"] == fen(case["published.pot"])


def test_shares_of_wuxing_get_a_floating_dividend_by_the_mu(under, of):
    case = Case("wuxing-2015")
    of_households, of_collective = case["published.shares"]
    assert of("WX-1", 2015)["due_fen"] == fen(case["derived.households_floating"])
    per_share = case["published.floating_per_mu"]
    collective = next(x for x in under("WX", 2015)["lines"] if x["party"]["kind"] == "village")
    assert collective["due_fen"] == fen(of_collective * per_share)
    capital = list(values(Share.select(Share.amount).where(Share.agreement == "WX")))
    assert sorted(capital) == sorted(map(fen, case["published.capital"]))
    assert min(capital) == fen(of_households * case["published.share_price"])


def test_the_model_agreement_changes_from_guarantee_to_dividend(under, of):
    case = Case("model-agreement-8-70")
    years = case["derived.years"]
    for year in years:
        found = under("MA", year["year"])
        assert found["due_fen"] == fen(year["pot"])
        assert dues(found) == [fen(year["each"])] * case["derived.households"]
        assert of("MA-07", year["year"])["due_fen"] == fen(year["each"])
        kind = "guaranteed" if year["year"] < case["derived.pays_from_year"] else "dividend"
        assert {line["kind"] for line in found["lines"]} == {kind}
    first = under("MA", years[0]["year"])["lines"][0]["steps"][0]["formula"]
    assert f"×{case['published.guaranteed_percent']}÷100" in first
    second = under("MA", years[1]["year"])["lines"][0]["steps"][0]["formula"]
    assert f"×{case['published.profit_share_percent']}÷100" in second
    row = Agreement.get(Agreement.number == "MA")
    assert row.principal == fen(case["derived.principal"])
    assert row.ends_on.year - row.starts_on.year + 1 == case["published.at_least_years"]


def test_the_parts_of_every_statement_add_up(under):
    for number, year in [("QH", 2024), ("YE-208", 2018), ("AZ", 2024), ("MA", 2025)]:
        found = under(number, year)
        known = [due for due in dues(found) if due is not None]
        assert sum(known) == found["due_fen"]
        assert found["due_fen"] == (
            found["received_fen"] + found["overdue_fen"] + found["to_come_fen"]
        ) or any(line["state"] == "no_date" for line in found["lines"])


def test_collectives_are_named_by_their_village(under):
    assert {line["party"]["number"] for line in under("ML", 2018)["lines"]} == {VILLAGE}


@pytest.mark.parametrize("name", CASES)
def test_no_published_or_derived_figure_is_left_unread(name):
    parts = {part: CASES[name].get(part, {}) for part in ("published", "derived")}
    paths = {f'"{part}.{key}"' for part, keys in parts.items() for key in keys}
    functions = Path(__file__).read_text("utf-8").split("\n\n\n")
    source = "".join(each for each in functions if f'Case("{name}")' in each)
    source = source.replace("'", '"')
    assert not [path for path in paths if path not in source]
