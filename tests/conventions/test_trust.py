"""docs/trust.md and docs/impact.md: every trust rule with tests that exist, every table placed."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from models import held
from tests.conventions.test_asvs import exists, named

ROOT = Path(__file__).parents[2]
TRUST = (ROOT / "docs" / "trust.md").read_text("utf-8")
IMPACT = (ROOT / "docs" / "impact.md").read_text("utf-8")
RULES = range(1, 12)
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+) \|$", re.MULTILINE)
LEVEL = re.compile(r"^\| (high|middle|secret) \| (.+?) \|", re.MULTILINE)


def files() -> dict[int, Path]:
    """Return the file of each rule by the number in its name."""
    folder = ROOT / "tests" / "trust"
    return {int(path.stem.split("_")[1]): path for path in sorted(folder.glob("test_*.py"))}


def test_all_eleven_rules_stand_there_once():
    assert [int(number) for number, *_ in ROW.findall(TRUST)] == [*RULES]
    assert sorted(files()) == [*RULES]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_names_tests_of_its_own_file_and_all_of_them_exist(rule):
    how = next(how for number, *_, how in ROW.findall(TRUST) if int(number) == rule)
    assert all(exists(*each) for each in named(how))
    own = {function for file, function in named(how) if (ROOT / "tests" / file) == files()[rule]}
    assert len(own) >= 3


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_s_file_says_which_rule_it_is(rule):
    assert (ast.get_docstring(ast.parse(files()[rule].read_text("utf-8"))) or "").startswith(
        f"Rule {rule}: "
    )


def test_every_place_in_the_code_that_is_named_is_there():
    for *_, built, _tests in ROW.findall(TRUST):
        for path, _, name in (
            each.partition(": ") for each in re.findall(r"`([\w/.]+/[^`]*)`", built)
        ):
            found = ROOT / path
            assert found.exists(), path
            assert not name or name in found.read_text("utf-8"), (path, name)


def test_every_table_about_a_household_has_a_level():
    placed = [
        name for _, tables in LEVEL.findall(IMPACT) for name in re.findall(r"`(\w+)`", tables)
    ]
    assert sorted(placed) == sorted(table._meta.table_name for table in held.tables())
