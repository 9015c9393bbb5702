"""Every kind of finding is gathered once, cited word for word, and has its words."""

import importlib
import pkgutil
import re

import pytest

from rules import finding
from rules.article import contains
from rules.finding import ACTORS, WEIGHTS
from rules.watch import catalogue, lint, term
from web.words import watch as words

KINDS = catalogue.kinds()
MODULES = [
    importlib.import_module(f"{words.__name__}.{each.name}")
    for each in pkgutil.iter_modules(words.__path__)
]
WATCHED = sorted(KINDS.keys() - finding.KINDS.keys())
HOLDER = re.compile(r"%\((\w+)\)s")


def word(name: str, code: str):
    """Return what the one module that has words for a code says."""
    (found,) = [
        getattr(module, name)[code] for module in MODULES if code in getattr(module, name, {})
    ]
    return found


def test_kinds_are_in_order_and_those_of_every_module():
    assert list(KINDS) == sorted(KINDS)
    assert finding.KINDS.items() <= KINDS.items()
    prefixes = {"agreement", "asset", "business", "chain", "collective", "county", "group"}
    prefixes |= {"household", "payment", "project", "village", "workshop"}
    assert {code.split(".")[0] for code in WATCHED} == prefixes


def test_a_code_that_two_modules_have_is_refused(monkeypatch):
    monkeypatch.setattr(finding, "KINDS", {**finding.KINDS, "chain.broken": KINDS["chain.broken"]})
    with pytest.raises(ValueError, match=r"chain\.broken"):
        catalogue.kinds.__wrapped__()


@pytest.mark.parametrize("code", sorted(KINDS))
def test_a_kind_is_cited_weighed_and_somebody_s_to_act_on(code):
    kind = KINDS[code]
    assert kind.code == code
    assert contains(kind.citation)
    assert kind.weight in WEIGHTS
    assert kind.actor in ACTORS


@pytest.mark.parametrize("code", WATCHED)
def test_a_kind_has_a_title_a_sentence_and_what_comes_next(code):
    assert word("TITLES", code)
    assert word("NEXT", code)
    text = word("SENTENCES", code)._args[0]
    assert set(HOLDER.findall(text)) <= {*KINDS[code].params, "gap"}


def test_every_term_that_can_be_missing_has_a_word_and_no_word_is_left_over():
    asked = {each.code for terms in term.MODES.values() for each in terms}
    asked |= {each.code for each in (*term.CORE_TERMS, *term.MODEL_TERMS, term.STANDARD)}
    asked |= {lint.GUARANTEE[0], "stake", "asset", "principal", "land_area"}
    (listed,) = [
        module.LISTS["term"] for module in MODULES if module.__name__.endswith("agreement")
    ]
    assert set(listed) == asked
