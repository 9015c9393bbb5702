"""One name in every layer: endpoint = page = template = test."""

import ast
import re
from pathlib import Path

import pytest

from web import create_app

ROOT = Path(__file__).parents[2]
# Endpoints that answer with something else than a page of their own.
NO_PAGE = {"static"}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    folder = tmp_path_factory.mktemp("names")
    return create_app(
        {"TESTING": True, "INSTANCE": str(folder), "DATABASE_URL": "sqlite:///:memory:"}
    )


@pytest.fixture(scope="module")
def rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in NO_PAGE]


def concepts(rules):
    return {rule.endpoint.split(".")[0] for rule in rules}


def test_every_concept_has_its_routes_and_its_test(rules):
    for concept in concepts(rules):
        assert (ROOT / "web" / "routes" / f"{concept}.py").exists(), concept
        tests = list((ROOT / "tests" / "web").glob(f"test_{concept}*.py"))
        assert tests, f"no tests/web/test_{concept}.py"


def test_every_template_belongs_to_an_endpoint(rules):
    named = {rule.endpoint.replace(".", "/") for rule in rules}
    templates = ROOT / "templates"
    for path in templates.glob("*/*.html"):
        folder, view = path.parent.name, path.stem
        if folder in {"shared", "error", "print"}:
            continue
        assert f"{folder}/{view}" in named, f"{folder}/{view}.html has no endpoint"


def test_every_rendered_template_exists():
    for path in (ROOT / "web" / "routes").glob("*.py"):
        for name in re.findall(r'"([a-z_/]+\.html)"', path.read_text("utf-8")):
            assert (ROOT / "templates" / name).exists(), f"{path.name}: {name}"


def test_pages_are_frozen():
    for path in (ROOT / "web" / "pages").glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                marks = " ".join(ast.unparse(mark) for mark in node.decorator_list)
                bases = {ast.unparse(base) for base in node.bases}
                fixed = bases & {"Enum", "NamedTuple", "Protocol"}
                assert "frozen=True" in marks or fixed, path.name


def test_every_route_says_who_may_use_it(app, rules):
    for rule in rules:
        roles = getattr(app.view_functions[rule.endpoint], "roles", None)
        assert roles, f"{rule.rule} says nobody"


def macros(text: str) -> dict[str, set[str]]:
    return {
        source: {name.strip().split(" as ")[-1] for name in names.split(",")}
        for source, names in re.findall(
            r'{%-? from "([^"]+)" import ([^%]+?) (?:with context )?-?%}', text
        )
    }


def test_no_template_imports_a_macro_that_it_does_not_use():
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        body = re.sub(r"{%-? from .*?%}", "", text)
        for names in macros(text).values():
            for name in names:
                assert re.search(rf"\b{name.strip()}\b", body), f"{path.name}: {name}"
