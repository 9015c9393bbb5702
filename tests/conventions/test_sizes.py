"""Nothing grows past what a reader takes in at once."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = 300
TEMPLATE_LINES = 120
FUNCTION_LINES = 30
GENERATED = {"package-lock.json"}


def tracked(*endings: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [
        ROOT / name
        for name in listed
        if name.endswith(endings) and Path(name).name not in GENERATED and (ROOT / name).exists()
    ]


def length(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_no_file_is_longer_than_its_ceiling():
    code = tracked(".py", ".js", ".mjs", ".css", ".sh", ".typ", ".sql")
    long = {str(path.relative_to(ROOT)): length(path) for path in code if length(path) > LINES}
    assert not long


def test_no_template_is_longer_than_its_ceiling():
    pages = tracked(".html")
    assert pages
    assert not {p.name: length(p) for p in pages if length(p) > TEMPLATE_LINES}


def functions(path: Path) -> list[tuple[str, int]]:
    return [
        (f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_function_is_longer_than_its_ceiling():
    found = [each for path in tracked(".py") for each in functions(path)]
    assert found
    assert not {name: lines for name, lines in found if lines > FUNCTION_LINES}


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "manager", "misc"])
def test_no_module_is_named_after_nothing(word):
    assert not [path for path in tracked(".py", ".html", ".css") if path.stem == word]
