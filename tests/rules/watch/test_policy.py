"""docs/policy.md: every finding has its row, and every article 1 to 22 a rule or a page."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from rules import watch
from rules.article import Citation, articles, contains

ROOT = Path(__file__).parents[3]
POLICY = (ROOT / "docs" / "policy.md").read_text("utf-8")
PATHS = re.compile(r"`([^`]+\.py)`")
MODULES = [
    importlib.import_module(f"{watch.__name__}.{each.name}")
    for each in pkgutil.iter_modules(watch.__path__)
]
KINDS = {code: kind for module in MODULES for code, kind in getattr(module, "KINDS", {}).items()}


def citations():
    for module in MODULES:
        for name, value in vars(module).items():
            for each in value.values() if isinstance(value, dict) else [value]:
                if isinstance(each, Citation):
                    yield f"{module.__name__}.{name}", each
    yield from ((code, kind.citation) for code, kind in KINDS.items())


def rows(head: str) -> list[list[str]]:
    """Return the cells of the rows that begin so."""
    found = [line for line in POLICY.splitlines() if line.startswith(head)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found]


@pytest.mark.parametrize(("where", "citation"), list(citations()))
def test_every_word_that_a_rule_of_the_watch_rests_on_is_in_its_article(where, citation):
    assert contains(citation), where


@pytest.mark.parametrize("code", sorted(KINDS))
def test_every_code_stands_in_the_docs_with_its_article_and_files_that_exist(code):
    (row,) = rows(f"| `{code}` ")
    assert KINDS[code].citation.article in row[1].split(", ")
    rule, test = (PATHS.findall(cell) for cell in row[3:5])
    assert all((ROOT / path).exists() for path in (*rule, *test))
    assert any(code in (ROOT / path).read_text("utf-8") for path in rule)
    assert any(code.split(".")[1] in (ROOT / path).read_text("utf-8") for path in test)


def test_no_row_stands_for_a_code_that_is_gone():
    from rules import finding

    listed = re.findall(r"^\| `(\w+\.\w+)` ", POLICY, re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert set(listed) == {*finding.KINDS, *KINDS}


@pytest.mark.parametrize("number", range(1, 23))
def test_no_article_is_missing(number):
    assert number in {each.number for each in articles()}
    (row,) = rows(f"| {number} | ")
    assert all(row)
    assert re.search("`/[a-z]+", row[3]), "every article leads to a page"
    paths = PATHS.findall(row[2]) + PATHS.findall(row[4])
    assert all((ROOT / path).exists() for path in paths)
    assert paths or "findings above" in row[2]
