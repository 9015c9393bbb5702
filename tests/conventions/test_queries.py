"""What an address may say behind its question mark: nothing about a person, and no secret.

Addresses stay in histories and in the logs of whatever stands between. A name that is looked for, a
code, a card or a token goes in the body of a form; what a query may hold is listed here by hand.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from web.pages.calculator import CELLS
from web.pages.finding import View

ROOT = Path(__file__).parents[2]
WEB = sorted((ROOT / "web").rglob("*.py"))
TRIED = {"years", "starts_on", *(name for cells in CELLS.values() for name in cells)}

CODE = "a code of a closed list, or of a place"
NUMBER = "a number, a year or a day"
KEY = "a random id, or a number of the ledger that names no person"
OPEN = "for everybody; what is searched holds no person"
LEDGER = (
    "names and numbers of businesses, projects and agreements; no table with people is searched"
)
# What a query may hold on any page.
NAMES = {
    **dict.fromkeys(
        (
            *("all", "condition", "county", "department", "done", "fact", "first", "kept", "kind"),
            *(
                "lang",
                "mine",
                "mode",
                "part",
                "place",
                "review",
                "sheet",
                "show",
                "size",
                "sort",
                "state",
            ),
            *("topic", "village", "which"),
        ),
        CODE,
    ),
    **dict.fromkeys(("age", "article", "clause", "late", "on", "page", "rate", "year"), NUMBER),
    **dict.fromkeys(("agreement", "finding", "household", "id", "line", "record"), KEY),
    "next": "the page to go on to after a sign-in: an address of ours, of which all this holds",
}
# What only one page may read.
WORDS = {
    "web/routes/visit.py: card": "contract.md: for other programs; led on at once to a random id",
    **dict.fromkeys(
        (
            *("web/routes/exemplar.py: q", "web/routes/policy.py: q", "web/routes/rule.py: q"),
            "web/routes/sunshine.py: q",
        ),
        OPEN,
    ),
    **dict.fromkeys(
        (
            *("web/routes/business.py: q", "web/routes/dispute.py: q", "web/routes/project.py: q"),
            *("web/routes/remedy.py: q", "web/routes/signing.py: q"),
        ),
        LEDGER,
    ),
    "web/routes/course.py: q": "titles and organisers of courses; who came is not kept",
}
# Functions that read names which they compute, and all of those names: amounts, days and codes.
COMPUTED = {
    "web/forms/calculator.py: read": ("mode", *TRIED),
    "web/forms/finding.py: read": View.TEXTS,
    "web/forms/posting.py: read": ("from", "days"),
    "web/forms/printing.py: sheets": ("from", "to"),
}
ANYWHERE = {*NAMES, *COMPUTED}
KNOWN = {*NAMES, *(name for each in COMPUTED.values() for name in each), "q"}
READ = {"request.args", "request.values"}
Function = tuple[Path, str, str]  # its file, its name, and the parameter that holds the query


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def functions(path: Path) -> dict[str, ast.FunctionDef]:
    nodes = ast.walk(tree(path))
    return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)}


@cache
def imported(path: Path) -> dict[str, tuple[str, str]]:
    """Return what a name of a file stands for: a module, and a function of it or nothing."""
    found = {}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                found[each.asname or each.name] = (node.module, each.name)
    return found


def called(path: Path, call: ast.Call) -> tuple[Path, ast.FunctionDef] | None:
    """Return the function of ours that is called, and its file."""
    text = ast.unparse(call.func)
    first, _, last = text.partition(".")
    if text in functions(path):
        return path, functions(path)[text]
    module, name = imported(path).get(first, ("", ""))
    file = ROOT / (module.replace(".", "/") + (f"/{name}.py" if last else ".py"))
    found = functions(file).get(last or name) if file.is_file() else None
    return (file, found) if found else None


def names(path: Path, function: ast.FunctionDef, held: set[str]) -> Iterator[str]:
    """Yield what a function reads from a query; `held`: the expressions that are the query."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            held = held | aliases(node, held)
    for node in ast.walk(function):
        for base, name in asked(node):
            if ast.unparse(base) in held:
                yield literal(path, function, name)
        if isinstance(node, ast.Call):
            yield from passed_on(path, node, held)


def asked(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield what something is read from by name, and the name."""
    match node:
        case ast.Call(func=ast.Attribute(value=base, attr="get" | "getlist"), args=[name, *_]):
            yield base, name
        case ast.Subscript(value=base, slice=name):
            yield base, name
        case ast.Compare(left=name, ops=[ast.In()], comparators=[base]):
            yield base, name


def aliases(node: ast.Assign, held: set[str]) -> set[str]:
    target = node.targets[0]
    pairs = [(target, node.value)]
    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
        pairs = list(zip(target.elts, node.value.elts, strict=True))
    return {ast.unparse(name) for name, value in pairs if ast.unparse(value) in held}


def passed_on(path: Path, call: ast.Call, held: set[str]) -> Iterator[str]:
    for place, given in enumerate(call.args):
        if ast.unparse(given) in held and (found := called(path, call)):
            file, function = found
            yield from names(file, function, {function.args.args[place].arg})


def literal(path: Path, function: ast.FunctionDef, name: ast.expr) -> str:
    """Return the name that is read, or where a name is read that is computed."""
    if isinstance(name, ast.Constant):
        return str(name.value)
    return f"{path.relative_to(ROOT)}: {function.name}"


def read() -> set[tuple[str, str]]:
    """Return what every file of the web reads from queries, as file and name."""
    return {
        (str(path.relative_to(ROOT)), name)
        for path in WEB
        for function in functions(path).values()
        for name in names(path, function, READ)
    }


def test_no_query_holds_what_is_not_listed_here_with_its_reason():
    found = {name if name in ANYWHERE else f"{file}: {name}" for file, name in read()}
    assert found == set(WORDS) | {*NAMES, *COMPUTED}, "listed twice, or not at all"


def test_no_form_sends_what_is_not_listed_in_an_address():
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        for form in re.findall(r'<form[^>]*method="get".*?</form>', text, re.DOTALL):
            fields = set(re.findall(r'name="(\w+)"', form))
            assert fields <= KNOWN, (path.name, fields - KNOWN)


def test_no_address_of_ours_names_what_is_not_listed():
    for folder, ending in (("templates", "*.html"), ("web", "*.py")):
        for path in (ROOT / folder).rglob(ending):
            text = path.read_text("utf-8")
            for query in re.findall(r"[\"'`][^\"'`\s]*/[^\"'`\s]*\?[^\"'`\s]*=", text):
                named = set(re.findall(r"[?&;](\w+)=", query))
                assert named <= KNOWN, (path.name, named - KNOWN)
