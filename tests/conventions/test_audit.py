"""Whoever writes evidence notes it in the audit; what is not audited says why."""

import ast
from pathlib import Path

import pytest

from models import chain
from models.schema import TABLES

ROOT = Path(__file__).parents[2]
OWN = {"insert", "insert_many", "create", "update", "delete", "replace"}
GIVEN = {"upsert", "insert", "delete"}
DRAFT = "a draft is no evidence; what it becomes is noted"
# Functions that write an audited table and note nothing, each with its reason.
SILENT = {
    "models/account.py: _use_step": "it changes at every sign-in, and is in EXCEPT",
    "models/review.py: begin": DRAFT,
    "models/signing.py: begin": DRAFT,
    "models/signing.py: keep": DRAFT,
    "ledger/draft.py: begin": DRAFT,
    "ledger/draft.py: discard": DRAFT,
    "ledger/draft.py: purge": DRAFT,
    "ledger/draft.py: _set": "the import itself is noted by ledger/store.py",
}
AUDITED = {table.__name__ for table in chain.AUDITED}


def writers() -> dict[str, ast.FunctionDef]:
    """Return every function of ours that writes an audited table, by file and name."""
    found = {}
    for folder in ("models", "ledger", "web"):
        for path in (ROOT / folder).rglob("*.py"):
            if path.parent.name == "migrations":
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef) and any(map(writes, ast.walk(node))):
                    found[f"{path.relative_to(ROOT)}: {node.name}"] = node
    return found


def writes(node: ast.AST) -> bool:
    """Say whether a call writes an audited table: Table.create(…) or upsert(Table, …)."""
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return called.attr in OWN and called.value.id in AUDITED
    first = node.args[0] if node.args else None
    named = isinstance(first, ast.Name) and first.id in AUDITED
    return isinstance(called, ast.Name) and called.id in GIVEN and named


def notes(function: ast.FunctionDef) -> bool:
    """Say whether a function calls something of models/audit.py."""
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "audit"
        for node in ast.walk(function)
    )


WRITERS = writers()


@pytest.mark.parametrize("name", sorted(WRITERS.keys() - SILENT.keys()))
def test_whoever_writes_evidence_notes_it(name):
    assert notes(WRITERS[name]), f"{name} writes an audited table: note it, or say why not"


def test_every_exception_is_still_one():
    assert SILENT.keys() <= WRITERS.keys()
    assert not [name for name in SILENT if notes(WRITERS[name])]


def test_every_writer_is_seen():
    assert len(WRITERS) > 25


@pytest.mark.parametrize("name", sorted(chain.UNAUDITED))
def test_what_is_not_audited_is_a_table_and_says_why(name):
    assert name in {table._meta.table_name for table in TABLES}
    assert chain.UNAUDITED[name]
