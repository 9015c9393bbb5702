"""What OWASP ASVS asks for and no other test looks at (docs/asvs.md)."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from models import account, link, secret, session
from models.account import PASSWORD_LENGTH, _common, weakness
from web import create_app
from web.access import COOKIE
from web.download import file
from web.forms import password as form
from web.source import source

ROOT = Path(__file__).parents[2]
OURS = ("models", "web", "ledger", "rules")
CALLERS = {"requests", "urllib.request", "http.client", "socket", "smtplib", "ftplib", "httpx"}
LOADERS = {"pickle", "marshal", "shelve", "yaml", "dill"}
STATEMENT = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
LONG = "gülnar 阿依 " * 10  # any letters, spaces too, more than 64


def modules() -> Iterator[tuple[Path, ast.AST]]:
    """Yield every node of our own code with its file."""
    for folder in OURS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                yield path, node


NODES = list(modules())


def imported() -> set[str]:
    names = set()
    for _, node in NODES:
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return names


def called(name: str) -> list[str]:
    return [
        f"{path.name}:{node.lineno}"
        for path, node in NODES
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name
    ]


def test_the_product_calls_nobody():
    assert not imported() & CALLERS


def test_nothing_is_evaluated():
    assert not imported() & LOADERS
    assert not [*called("eval"), *called("exec"), *called("compile")]


def test_no_program_is_started_through_a_shell():
    assert not [*called("os.system"), *called("os.popen")]
    for path, node in NODES:
        if isinstance(node, ast.keyword):
            assert node.arg != "shell", path


# Patterns put together from something else: whole numbers of styles, code points, the words of the
# glossary, escaped.
PATTERNS = {"explanation.py: re.split", "scan.py: re.compile(percent)", "text.py: re.compile('["}


def test_no_pattern_is_made_from_what_was_typed():
    """A pattern is a constant, or is put together from constants of its module."""
    for path, node in NODES:
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
            names = {each.id for each in ast.walk(node.args[0]) if isinstance(each, ast.Name)}
            said = f"{path.name}: {ast.unparse(node)}"
            known = said.startswith(tuple(PATTERNS))
            assert known or all(name.isupper() for name in names), said


def test_no_statement_is_put_together_from_what_was_typed():
    """A statement that is put together holds names of the schema alone, from these modules."""
    found = {
        str(path.relative_to(ROOT))
        for path, node in NODES
        if isinstance(node, ast.JoinedStr)
        and isinstance(node.values[0], ast.Constant)
        and STATEMENT.match(str(node.values[0].value))
    }
    assert found <= {"models/bulk.py", "models/query.py", "models/audit.py"} | {
        name for name in found if "/migrations/" in name
    }


def test_chance_comes_from_the_system():
    drawn = [path for path, node in NODES if isinstance(node, ast.Import)
             and "random" in {each.name for each in node.names}]  # fmt: skip
    assert {path.parent.name for path in drawn} <= {"demo"}
    assert "random_letters" in inspect.getsource(session.start_household) + inspect.getsource(
        session
    )
    assert inspect.signature(secret.random_letters).parameters["size"].default * 8 == 128
    assert inspect.getsource(link)


def test_the_slow_hash_is_as_slow_as_it_is_said_to_be():
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in secret.slow_hash("pin", "402917")


def test_every_part_is_pinned_and_has_its_reason():
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text("utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                assert re.fullmatch(r"[\w.\[\]-]+==[\w.]+\s+# .+", line), line


@pytest.mark.parametrize("word", ["changji2026", "LianNong!2026", "2026xinjiang", "Admin12345"])
def test_words_of_this_place_are_no_password(word):
    assert len(word) >= PASSWORD_LENGTH
    assert weakness("amina", word) == "common"


def test_more_than_3000_usual_passwords_that_are_long_enough_are_refused():
    listed = [word for word in _common() if len(word) >= PASSWORD_LENGTH]
    assert len(listed) > 3000
    assert {weakness("amina", word.title()) for word in listed} == {"common"}


def test_a_password_may_be_anything_long(app, staff):
    """No kinds of characters are asked for, nothing is cut off, and letters keep their case."""
    assert len(LONG) > 64
    for good in (LONG, "12 34 56 78 90 abc", "ئالما ئۈزۈم نەشپۈت"):
        assert not form.errors("amina", {"password": good, "again": good})
    made = staff("cadre", password=LONG)
    assert account.by_password(made.user, LONG)
    assert account.by_password(made.user, LONG[:-1]) is None
    assert account.by_password(made.user, LONG.upper()) is None


def test_secrets_are_typed_masked_and_may_be_pasted(client, own_card, sign_in):
    pages = [client.get("/signin"), sign_in("county").get("/password")]
    for page in pages:
        fields = BeautifulSoup(page.text, "html.parser").select("input[type=password]")
        assert fields
        for each in fields:
            assert each["autocomplete"] in {"current-password", "new-password"}
            assert not each.has_attr("onpaste")
    text = client.get("/signin").text
    assert "提示问题" not in text
    assert "onpaste" not in "".join(p.read_text("utf-8") for p in ROOT.glob("static/script/*.js"))


def test_no_page_holds_the_secret_of_a_sign_in(app, household, clock):
    token = session.start_household(household, clock.moment)
    reader = app.test_client()
    reader.set_cookie(COOKIE, token)
    for path in ("/settings", "/session", "/"):
        assert token not in reader.get(path).text


def test_every_answer_says_its_type(client, sign_in):
    for path in ("/", "/nowhere", "/signin", "/policy/3"):
        assert client.get(path).headers["Content-Type"] == "text/html; charset=utf-8"
    found = sign_in("county").get("/ledger/template").headers["Content-Type"]
    assert found.endswith("spreadsheetml.sheet")


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_no_other_site_is_let_in(client, origin):
    for method in ("GET", "OPTIONS"):
        answer = client.open("/", method=method, headers={"Origin": origin})
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_nobody_may_trace(client):
    for path in ("/", "/signin", "/household"):
        assert client.open(path, method="TRACE").status_code in {403, 405}


@pytest.mark.parametrize(
    "path",
    [
        *("/.git/config", "/.git/HEAD", "/web/config.py", "/instance/liannong.db", "/.env"),
        *("/static/", "/static/../web/config.py", "/static/%2e%2e/requirements.txt", "/docs/"),
    ],
)
def test_nothing_but_pages_and_built_files_is_served(client, path):
    assert client.get(path).status_code == 404


def test_no_debugging_in_earnest(tmp_path):
    secrets = {
        "LIANNONG_PEPPER": "k3x9" + "wqpzmfhru" * 4,
        "LIANNONG_SECRET": "b7d2" + "ytnvgclaj" * 4,
    }
    app = create_app(
        {"INSTANCE": str(tmp_path), "DATABASE_URL": "sqlite://", "LIANNONG_DEMO": "0", **secrets}
    )
    assert not app.debug
    assert not app.testing
    assert "PROPAGATE_EXCEPTIONS" not in app.config or not app.config["PROPAGATE_EXCEPTIONS"]


def test_without_a_proxy_nobody_says_where_he_comes_from(app):
    forged = {
        "X-Forwarded-For": "10.9.8.7",
        "X-Forwarded-Host": "evil.example",
        "X-Real-IP": "1.1.1.1",
    }
    with app.test_request_context("/", headers=forged, environ_base={"REMOTE_ADDR": "127.0.0.9"}):
        assert source() == "127.0.0.9"
    assert "evil.example" not in app.test_client().get("/", headers=forged).text


def test_a_name_cannot_break_out_of_its_header():
    header = file(b"", '问题"\r\nSet-Cookie: x=1;\\/', "xlsx").headers["Content-Disposition"]
    assert "\r" not in header
    assert "\n" not in header
    assert header.count('"') == 2


def test_a_parameter_of_the_address_does_not_stand_in_for_one_of_the_form(client, staff):
    made = staff("cadre")
    data = {"user": made.user, "password": "wrong-one-1"}
    answer = client.post("/signin?password=walnut-cotton-9", data=data)
    assert answer.status_code == 422
