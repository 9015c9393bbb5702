"""Published agreements beside the floors of article 13: all older than the rules, none judged."""

from ledger import lpr
from rules.watch import agreement, floor
from rules.watch.facts import Deal, Rate
from tests.cases.case import Case
from tests.rules.made import day, terms

RATES = tuple(Rate(row.values["lpr.day"], row.values["lpr.rate"]) for row in lpr.published())


def read(start, end, **values):
    """Return how the agreement stands to its floor on its first day, and the must findings."""
    deal = Deal("A", (terms(start, end, signed_on=start, **values),), rates=RATES)
    (found,) = floor.readings(deal, day(start))
    red = [each for each in agreement.findings(deal, day(start)) if each.weight == "must"]
    return found, red


def test_suiyang_reaches_the_lpr_of_its_signing_day_for_comparison():
    case = Case("suiyang-debt-2022")
    rows = zip(
        case["derived.starts"],
        case["derived.ends"],
        case["published.contracts"],
        case["derived.lpr_percent_on_start"],
        strict=True,
    )
    for start, end, (principal, _from, _to), rate in rows:
        found, red = read(
            *(start, end),
            principal=principal,
            guaranteed_rate=case["published.rate_percent"],
            stake=case["floor.stake"],
            source=case["floor.source"],
            party="county",
        )
        assert [found.verdict, found.why] == case["floor.reading"]
        assert (found.floor, found.gap) == (round(rate * 1000), None)
        assert not red


def test_muli_lies_before_the_first_rate_on_record():
    case = Case("muli-village-fund-2018")
    found, red = read(
        *("2018-01-01", "2018-12-31"),
        principal=case["published.principal"],
        guaranteed_amount=case["published.at_least"],
        stake=case["floor.stake"],
        source=case["floor.source"],
        party="village",
    )
    assert [found.verdict, found.why] == case["floor.reading"]
    assert (found.floor, red) == (None, [])
    assert min(rate.day for rate in RATES) > day("2018-12-31")


def test_tongnan_has_no_number_as_shares_and_no_rate_as_a_debt():
    case = Case("tongnan-equity-2017")
    for stake, wanted in case["floor.reading_as"].items():
        found, red = read(
            *("2017-01-01", f"{2016 + case['published.years']}-12-31"),
            principal=case["derived.equity"],
            guaranteed_rate=case["published.rate_percent"],
            stake=stake,
            source=case["floor.source"],
            party="village",
        )
        assert [found.verdict, found.why] == wanted
        assert not red
