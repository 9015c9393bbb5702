"""Rows of an office's places are chosen by one function, so a change of it holds everywhere."""

import ast
from pathlib import Path

import pytest

from models.scope import under

ROOT = Path(__file__).parents[2]
QUERIES = sorted(path for folder in ("models", "ledger") for path in (ROOT / folder).rglob("*.py"))
# Texts that begin with a kind, not with a place.
OTHERS = {"Guess.subject", "Finding.article", "Finding.code"}


def columns_that_begin(source: str) -> set[str]:
    """Return the columns (Model.field) that a source asks for a beginning by itself."""
    return {
        ast.unparse(node.func.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "startswith"
        and ast.unparse(node.func.value)[0].isupper()
    }


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: str(path.relative_to(ROOT)))
def test_places_are_chosen_by_the_one_function(path):
    assert columns_that_begin(path.read_text()) <= OTHERS


def test_the_search_sees_a_column():
    assert columns_that_begin("Due.select().where(Due.village.startswith(code))") == {"Due.village"}


def test_a_scope_holds_its_own_places_and_no_neighbour():
    def holds(code: str, scope: str) -> bool:
        return bool(under(code, scope))

    assert holds("652301105204", "652301")
    assert holds("652301", "652301")
    assert holds("652301105204", "")
    assert not holds("652302105204", "652301")
    assert not holds("65230", "652301")
