from dataclasses import replace

import pytest

from rules.watch.business import Linked, Parks, findings, first, graded, parks
from rules.watch.facts import Business

FARM = Business("NC-1", "甲农场", "family_farm")
LINKED = Linked(FARM, agreements=1, households=5)


def having(linked=LINKED, **changed) -> Linked:
    return replace(linked, business=replace(linked.business, **changed))


def test_a_normal_business_has_no_finding():
    assert findings(having(condition="normal")) == ()
    assert findings(having(condition=None)) == ()


@pytest.mark.parametrize(
    ("condition", "code", "weight", "article"),
    [
        ("loss", "business.loss", "must", "16"),
        ("trouble", "business.trouble", "note", "17"),
        ("idle", "business.stopped", "must", "17"),
        ("closed", "business.stopped", "must", "17"),
    ],
)
def test_each_condition_has_its_finding_while_agreements_stand(condition, code, weight, article):
    (found,) = findings(having(condition=condition))
    assert (found.code, found.weight, found.article) == (code, weight, article)
    assert (found.subject, found.actor) == ("business:NC-1", "county")
    assert dict(found.params)["households"] == "5"
    assert findings(having(replace(LINKED, agreements=0), condition=condition)) == ()


def test_the_cause_of_trouble_is_named_and_may_be_unknown():
    (found,) = findings(having(condition="trouble", trouble="funds"))
    assert dict(found.params)["trouble"] == "funds"
    (found,) = findings(having(condition="trouble"))
    assert dict(found.params)["trouble"] == ""


def test_one_that_is_being_revived_is_a_note():
    (found,) = findings(having(condition="closed", revival="sale"))
    assert (found.weight, dict(found.params)["revival"]) == ("note", "sale")
    (found,) = findings(having(condition="closed", revival="none"))
    assert found.weight == "must"


def test_an_idle_workshop_has_its_own_finding_and_a_closed_one_this():
    assert findings(having(kind="workshop", condition="idle")) == ()
    (found,) = findings(having(kind="workshop", condition="closed"))
    assert found.code == "business.stopped"


@pytest.mark.parametrize(
    ("kind", "grade", "wanted"),
    [
        ("family_farm", "region", True),
        ("cooperative", "nation", True),
        ("family_farm", "prefecture", False),
        ("cooperative", None, False),
        ("leading_firm", "nation", False),
    ],
)
def test_who_is_graded_from_the_region_up(kind, grade, wanted):
    assert graded(replace(FARM, kind=kind, grade=grade)) is wanted


def test_first_among_the_qualified_are_graded_ones_that_run():
    best = replace(FARM, grade="region")
    lossy = replace(best, number="NC-2", condition="loss")
    assert first([FARM, best, lossy]) == (best,)


def test_a_graded_business_that_is_passed_over_is_advice():
    graded_one = having(replace(LINKED, agreements=0, others=1), grade="region")
    (found,) = findings(graded_one)
    assert (found.code, found.weight, found.article) == ("business.graded_first", "advice", "6")
    assert findings(replace(graded_one, others=0)) == ()
    assert findings(replace(graded_one, proposed=1)) == ()
    assert findings(having(graded_one, grade="county")) == ()


def test_parks_are_figures_and_an_empty_cell_adds_nothing():
    one = Business("Y1", "园区", "park", condition="normal", posts=100, priority_posts=7)
    two = Business("Y2", "园区", "park", condition="closed", posts=None)
    assert parks([one, two, FARM]) == Parks(parks=2, running=1, posts=100, priority_posts=7)
