"""docs/asvs.md: every requirement of levels 1 and 2 once, and every test that it names."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from web import create_app

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "asvs.md").read_text("utf-8")
ROW = re.compile(r"^\| ([\d.]+) \| ([12]) \| (.+?) \| (kept|open|site|—) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
ROWS = ROW.findall(TEXT)
CRYPTOGRAPHY = {"hashlib", "hmac", "secrets", "argon2", "pyotp", "ssl", "cryptography"}
# They hash what is no secret: a file's name, a request to be told apart from another.
NO_SECRET = {"web/assets.py", "models/visit.py", "web/demo_file.py"}
# The routes that begin a sign-in.
WAYS = {"card.unlock", "card.set_pin", "signin.enter", "activate.enter", "payer.enter"}


def wanted() -> dict[str, str]:
    """Return the numbers of the standard with their level."""
    lines = Path(__file__).with_name("asvs.txt").read_text("utf-8").splitlines()
    levels = [line.removeprefix("level ").split(": ") for line in lines if line[0] != "#"]
    return {number: level for level, numbers in levels for number in numbers.split()}


def named(text: str) -> list[tuple[str, str]]:
    """Return the tests that a text names, as file under tests/ and function."""
    return NAMED.findall(text)


def exists(file: str, function: str) -> bool:
    """Say whether a file under tests/ has a test of this name."""
    return function in _tests(file)


@cache
def _tests(file: str) -> frozenset[str]:
    path = ROOT / "tests" / file
    text = path.read_text("utf-8") if path.exists() else ""
    return frozenset(re.findall(r"^def (test_\w+)\(", text, re.MULTILINE))


def test_every_requirement_stands_there_once_with_its_level():
    assert len(wanted()) == 253
    assert not [number for number, times in Counter(row[0] for row in ROWS).items() if times > 1]
    assert {number: level for number, level, *_ in ROWS} == wanted()


@pytest.mark.parametrize(("file", "function"), sorted(set(named(TEXT))))
def test_every_test_that_is_named_exists(file, function):
    assert exists(file, function)


def test_what_is_kept_names_a_test_and_the_rest_a_reason():
    for number, _, _, mark, how in ROWS:
        assert how.strip(), number
        if mark == "kept":
            assert named(how), f"{number} names no test"


def test_the_list_names_tests_only_in_this_way():
    assert not re.findall(r"::test_\w+(?!`)\b[^`\w]", TEXT)


def test_every_way_in_is_written_down(tmp_path):
    """Whoever adds a route that begins a sign-in writes it down."""
    app = create_app({"TESTING": True, "INSTANCE": str(tmp_path), "DATABASE_URL": "sqlite://"})
    begins = re.compile(r"session\.start_(household|account|business)|access\.sign_in\(")
    files = {path.stem for path in (ROOT / "web" / "routes").glob("*.py")
             if begins.search(path.read_text("utf-8"))}  # fmt: skip
    assert files == {way.partition(".")[0] for way in WAYS}
    for way in WAYS:
        assert way in app.view_functions
        assert f"`{way}`" in TEXT


def test_every_use_of_cryptography_is_in_the_inventory():
    found = set()
    for folder in ("models", "web", "ledger", "rules"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.level == 0:
                    names = [node.module or ""]
                if {name.partition(".")[0] for name in names} & CRYPTOGRAPHY:
                    found.add(str(path.relative_to(ROOT)))
    listed = {name for name in found if f"`{name}`" in TEXT}
    assert found - listed <= NO_SECRET | {
        name for name in found if name.startswith("ledger/demo/")
    } | {"web/routes/activate.py"}
