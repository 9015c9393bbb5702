"""The signing table: each article ok, asking for a reason, or with what is missing and short."""

from dataclasses import replace
from datetime import date

import pytest

from rules.article import contains
from rules.watch.facts import Roster
from rules.watch.lint import judge
from tests.rules.made import terms
from tests.rules.watch.made import ON, STATED, asset, deal, debt, project


def table(*rows, on=ON, **values):
    return {each.article: each for each in judge(deal(*rows, **values), on)}


def codes(judgement):
    return {each.term for each in judgement.missing}


def test_a_complete_agreement_is_ok_article_by_article():
    found = table(debt())
    assert list(found) == ["10(3)", "13", "15", "18"]
    assert {each.state for each in found.values()} == {"ok"}
    assert not any(each.missing or each.explained or each.gap for each in found.values())
    assert [each.verdict for each in found["13"].readings] == ["reaches"]


@pytest.mark.parametrize(
    ("mode", "article"),
    [
        ("order", "10(1)"),
        ("custody", "10(2)"),
        ("share", "10(3)"),
        ("land", "10(4)"),
        ("work", "10(5)"),
        ("training", "10(6)"),
        ("service", "10(7)"),
        ("chain", "10(8)"),
    ],
)
def test_each_mode_has_its_article_and_every_citation_stands_there(mode, article):
    found = table(terms(mode=mode, due=""), roster=Roster())
    assert list(found) == [article, "13", "15"]
    cited = [each.citation for each in found.values()]
    cited += [term.citation for each in found.values() for term in each.missing]
    assert all(contains(each) for each in cited)
    assert found[article].citation.article == article
    assert found[article].state == ("missing" if codes(found[article]) else "ok")
    assert codes(found[article])
    assert found["15"].state == "missing"


def test_several_modes_are_judged_each_in_the_order_of_the_text():
    found = table(debt(mode="work", clause=2), debt())
    assert [article for article in found if article.startswith("10")] == ["10(3)", "10(5)"]
    assert codes(found["10(5)"]) == {"work_time", "wage", "wage_unit"}
    assert {each.clause for each in found["10(5)"].missing} == {2}


@pytest.mark.parametrize(
    ("rate", "reason", "state", "gap", "explained"),
    [
        (3.449, None, "reason", 10, False),
        (3.449, "新品种", "ok", 10, True),
        (3.450, None, "ok", None, False),
        (3.450, "新品种", "ok", None, False),
    ],
)
def test_a_rate_below_its_floor_asks_for_a_reason(rate, reason, state, gap, explained):
    found = table(debt(guaranteed_rate=rate, written_reason=reason))["13"]
    assert (found.state, found.gap, found.explained) == (state, gap, explained)
    assert not found.missing


@pytest.mark.parametrize("signed", ["2021-01-01", "2023-06-01", "2026-05-01"])
def test_an_old_agreement_is_judged_as_if_signed_under_the_rules(signed):
    found = table(debt(signed, guaranteed_rate=1))["13"]
    assert found.state == "reason"
    assert [(each.verdict, each.why) for each in found.readings] == [("below", "")]


def test_the_largest_gap_of_the_clauses_is_told():
    rows = [debt(guaranteed_rate=rate, clause=number) for number, rate in enumerate((3, 2, 5), 1)]
    found = table(*rows)["13"]
    assert found.gap == max(each.gap for each in found.readings if each.gap)
    rows[0] = replace(rows[0], written_reason="新品种")
    assert table(*rows)["13"].state == "reason"
    rows[1] = replace(rows[1], written_reason="新品种")
    assert table(*rows)["13"].explained


@pytest.mark.parametrize(("reason", "state"), [(None, "reason"), ("试种", "ok")])
def test_shares_without_a_guarantee_ask_for_a_reason(reason, state):
    row = debt(stake="equity", guaranteed_rate=None, profit_share=10, written_reason=reason)
    found = table(row)
    assert (found["13"].state, found["13"].explained) == (state, reason is not None)
    assert codes(found["13"]) == (set() if reason else {"guaranteed_rate"})
    assert codes(found["10(3)"]) == (set() if reason else {"guaranteed_rate"})
    assert found["10(3)"].state == ("ok" if reason else "missing")


@pytest.mark.parametrize(
    ("values", "reason", "state"),
    [
        ({"pays_from_year": 2026}, None, "reason"),
        ({"pays_from_year": 2026}, "新品种", "ok"),
        ({"pays_from_year": None}, None, "ok"),
        ({"pays_from_year": 2026, "source": "own", "stake": "own"}, None, "ok"),
    ],
)
def test_a_guarantee_that_is_to_end_asks_for_a_reason_at_the_table(values, reason, state):
    row = debt(combination="switch", profit_share=50, written_reason=reason, **values)
    found = table(row, on=date(2025, 2, 1))["13"]
    assert found.state == state
    assert codes(found) == ({"guaranteed_rate"} if state == "reason" else set())


@pytest.mark.parametrize(
    ("values", "term"),
    [
        ({"stake": None}, "stake"),
        ({"guaranteed_amount": 5, "principal": None}, "principal"),
        ({"stake": "lease"}, "asset"),
    ],
)
def test_what_must_be_written_before_a_floor_can_be_told(values, term):
    found = table(debt(**values))["13"]
    assert found.state == "missing"
    assert codes(found) == {term}


def test_a_lease_names_what_its_figure_lacks():
    beside = {"assets": (asset(),)}
    row = debt(stake="lease", guaranteed_rate=5, principal=None)
    assert codes(table(row, **beside)["13"]) == {"principal"}
    row = debt(stake="lease", guaranteed_rate=None, rent_price=5)
    assert codes(table(row, **beside)["13"]) == {"land_area"}
    row = debt(stake="lease", guaranteed_rate=None, rent_kind="in_kind", rent_crop_kg=5)
    assert table(row, **beside)["13"].state == "ok"


def test_own_money_is_as_agreed():
    found = table(debt(stake="own", source="own", guaranteed_rate=0))["13"]
    assert (found.state, found.readings[0].why) == ("ok", "own_money")


def test_advice_leaves_an_article_ok():
    row = terms(
        *("2025-01-01", "2027-12-31"), mode="land", **{**STATED, "rent_price": 500, "land_area": 1}
    )
    found = table(row)["10(4)"]
    assert (found.state, codes(found)) == ("ok", {"rent_growth"})
    assert {each.weight for each in found.missing} == {"advice"}


@pytest.mark.parametrize("column", ["project", "source", "ownership", "duties", "witness"])
def test_article_18_names_what_is_left_out(column):
    found = table(debt(**{column: None}), project=None)
    assert codes(found["18"]) == {column}
    assert found["18"].state == "missing"


def test_article_18_is_there_only_with_public_money_or_a_project():
    own = dict.fromkeys(("project", "source"))
    assert "18" not in table(debt(**own))
    assert "18" in table(debt(**own), project=project())


def test_a_liability_is_asked_for_by_two_articles_at_the_table():
    found = table(debt(liability=None))
    assert codes(found["15"]) == codes(found["18"]) == {"liability"}


def test_the_newest_text_is_judged_even_before_it_takes_force():
    first = debt(guaranteed_rate=5)
    second = replace(debt("2026-07-01", guaranteed_rate=1), in_force_from=date(2026, 9, 1))
    assert table(first)["13"].state == "ok"
    assert table(first, second)["13"].state == "reason"


def test_clauses_that_follow_each_other_are_judged_together():
    early, late = debt(), debt(clause=2, start="2027-06-01", end="2028-05-31")
    assert [each.clause for each in table(early, late)["13"].readings] == [1, 2]
    later = date(2027, 7, 1)
    assert [each.clause for each in table(early, late, on=later)["13"].readings] == [2]
    assert [each.clause for each in table(early, on=later)["13"].readings] == [1]


def test_nothing_typed_is_nothing_judged():
    assert judge(deal(), ON) == ()
