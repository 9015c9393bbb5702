"""A chain link by link: the agreement above must be known, running and complete."""

from datetime import date

import pytest

from rules.watch.chain import findings
from rules.watch.facts import Business
from tests.rules.made import terms
from tests.rules.watch.made import ON, deal, params

UPPER = {
    "mode": "chain",
    "crop": "小麦",
    "crop_kg": 1000,
    "floor_price": 3,
    "exit_terms": "提前三十天",
}


def lower(signed="2024-03-01", **values):
    return terms(
        *("2025-01-01", "2027-12-31"), mode="chain", signed_on=signed, **{"upstream": "U", **values}
    )


def upper(end="2027-12-31", **values):
    return terms("2024-01-01", end, **{**UPPER, **values})


def broken(*above, row=None, on=ON, uppers=None, **values):
    given = {"U": above} if above else {}
    found = findings(deal(row or lower(), **values), uppers or given, on)
    assert len(found) <= 1
    return params(found[0])["broken"].split(";") if found else []


def test_a_link_to_a_complete_running_agreement_holds():
    assert broken(upper()) == []


def test_an_upper_agreement_that_is_not_on_record_breaks_the_link():
    (found,) = findings(deal(lower()), {}, ON)
    assert (found.code, found.subject, found.article) == ("chain.broken", "agreement:A", "10(8)")
    assert (found.weight, params(found)["upper"], params(found)["broken"]) == (
        *("must", "U"),
        "unknown",
    )
    assert broken(upper(signed_on="2026-06-02", in_force_from="2026-06-02")) == ["unknown"]


@pytest.mark.parametrize(("end", "faults"), [("2026-05-31", ["ended"]), ("2026-06-02", [])])
def test_an_upper_agreement_that_has_ended_breaks_the_link(end, faults):
    assert broken(upper(end)) == faults


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"end": None}, "ends_on"),
        ({"crop": None}, "content"),
        ({"floor_price": None}, "way"),
        ({"exit_terms": None}, "exit_terms"),
    ],
)
def test_an_upper_agreement_that_lacks_a_term_breaks_the_link(change, fault):
    assert broken(upper(**change)) == [fault]


def test_what_any_clause_of_the_upper_agreement_states_is_stated():
    assert broken(upper(crop=None), upper(clause=2)) == []


def test_all_faults_of_a_link_are_told_at_once():
    assert broken(upper("2026-05-31", exit_terms=None, crop=None)) == [
        *("ended", "content", "exit_terms")
    ]


@pytest.mark.parametrize(
    ("kind", "faults"), [("leading_firm", []), ("cooperative", ["unnamed"]), (None, ["unnamed"])]
)
def test_only_a_leading_firm_is_the_head_of_a_chain(kind, faults):
    business = Business("B", "甲", kind) if kind else None
    assert broken(row=lower(upstream=None), business=business) == faults


def test_that_none_is_named_is_a_note():
    (found,) = findings(deal(lower(upstream=None)), {}, ON)
    assert found.weight == "note"


def test_other_modes_have_a_link_only_if_they_name_one():
    row = terms("2025-01-01", "2027-12-31", mode="order")
    assert findings(deal(row), {}, ON) == []
    row = terms("2025-01-01", "2027-12-31", mode="order", upstream="U")
    assert broken(row=row) == ["unknown"]


def test_a_way_up_that_comes_back_is_a_loop():
    assert broken(row=lower(upstream="A"), uppers={"A": (upper(upstream="A"),)}) == ["loop"]
    around = {"U": (upper(upstream="V"),), "V": (upper(upstream="A"),), "A": (lower(),)}
    assert broken(uppers=around) == ["loop"]
    above = {"U": (upper(upstream="V"),), "V": (upper(upstream="U"),)}
    assert broken(uppers=above) == []


def test_two_clauses_with_the_same_upper_agreement_are_one_link():
    assert len(findings(deal(lower(), lower(clause=2)), {}, ON)) == 1
    assert len(findings(deal(lower(), lower(clause=2, upstream="V")), {}, ON)) == 2


@pytest.mark.parametrize(
    ("signed", "weight"), [("2022-05-01", "note"), ("2023-05-01", "note"), ("2024-01-01", "must")]
)
def test_a_link_older_than_the_rules_is_never_red(signed, weight):
    (found,) = findings(deal(lower(signed)), {}, ON)
    assert found.weight == weight


@pytest.mark.parametrize(
    ("signed", "weight"), [("2022-05-01", "note"), ("2023-05-01", "note"), ("2024-01-01", "must")]
)
def test_what_an_older_upper_agreement_leaves_out_is_never_red(signed, weight):
    above = upper(signed_on=signed, in_force_from=signed, exit_terms=None)
    (found,) = findings(deal(lower()), {"U": (above,)}, ON)
    assert (params(found)["broken"], found.weight) == ("exit_terms", weight)
    ended = upper("2026-05-31", signed_on=signed, in_force_from=signed)
    (found,) = findings(deal(lower()), {"U": (ended,)}, ON)
    assert (params(found)["broken"], found.weight) == ("ended", "must")


def test_a_link_that_has_ended_is_not_looked_at():
    assert findings(deal(lower()), {}, date(2028, 1, 1)) == []
