"""Every route for every reader with what is hers, her neighbour's and another county's: no leak.

Whoever asks for what is not hers is answered as if it were not there: with the same status and
the same page as for something that nobody has.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import NamedTuple
from urllib.parse import quote
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ledger.demo import showcase
from models import account, campaign, database, exemplar, printing, remedy, secret, session
from models.access import Access
from models.batch import Batch
from models.course import Course
from models.finding import Finding
from models.guess import Guess
from models.household import Household
from models.ids import household_id
from models.schema import TABLES
from models.session import Session
from rules.remedy import Actor
from tests.web.conftest import Clock, made
from tests.web.matrix import MATRIX, READERS
from tests.web.owners import owners
from web.access import COOKIE

HOUSEHOLDS, EACH = 240, 5
NUMBER = re.compile(r"\b\d{8}-\d{4}\b")  # 户编码 of the demo
KEYS = ("identity", "number", "key", "batch", "finding")
OTHER = {
    "file": 0,
    "day": "2026-12-01",
    "name": "residual",
    "year": 2026,
    "code": "AAAAA",
    "kind": "village",
    "paper": "card",
}
CASE = exemplar.Content("订单种植", "先定价。", "", "", "", "", "order", 2026, date(2026, 1, 1))
REFUSAL = '{"refusal": {"code": "file_sheets", "file": "a.xlsx", "params": {}}}'
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
# Pages whose object none of these readers has in the demo: a preview, a remedy's owner form, a
# notice of that day, a visit of her own.
UNSEEN = {
    *("ledger.marked", "business.told", "business.paper", "ledger.undo", "visit.done"),
    *("print_job.download", "print_job.handout"),  # nothing is printed in the demo
}


class Reader(NamedTuple):
    """Somebody signed in: `own` is what her scope, household or business is called."""

    letter: str
    own: str
    client: FlaskClient

    def sees(self, owned: set[str]) -> bool:
        """Say whether one of an object's owners lies in her scope."""
        return any(each.startswith(self.own) for each in owned)


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> SimpleNamespace:
    """The demo, with an object of every kind, and readers of two of its counties."""
    folder = tmp_path_factory.mktemp("matrix")
    url = f"sqlite:///{folder / 'demo.db'}"
    app = made(folder, DATABASE_URL=url, CLOCK=Clock())
    with app.app_context():
        for words in (("database", "up"), ("demo", "--households", str(HOUSEHOLDS))):
            done = app.test_cli_runner().invoke(args=words)
            assert done.exit_code == 0, done.output
        ours = showcase.VILLAGE
        places = sorted({row.village for row in Household.select(Household.village)})
        theirs = next(code for code in places if code[:6] != ours[:6])
        more(ours, theirs)
        who = readers(app, ours, theirs)
        for each in who:
            if each.letter == "C":
                each.client.post("/review/2026/pack", data={"id": str(uuid4())})
        return SimpleNamespace(app=app, url=url, readers=who, owners=owners())


@pytest.fixture(autouse=True)
def bound(world) -> Iterator[None]:
    """The demo's database is the bound one, whatever test came before."""
    config = world.app.config
    secret.use(pepper=config["LIANNONG_PEPPER"], session=config["LIANNONG_SECRET"])
    opened = database.connect(world.url)
    yield
    opened.close()


def more(*villages: str) -> None:
    """Add what the demo lacks in these villages' counties."""
    for code in villages:
        Batch.create(
            id=uuid4(), state="refused", day=date(2026, 11, 1), scope=code[:6],
            files="[]", counts=REFUSAL,
        )  # fmt: skip
        Course.create(
            id=uuid4(), place=code[:9], day=date(2026, 11, 1), topic="contract", title="合同",
            organiser="乡镇", attendants=12, entered_on=date(2026, 11, 1), account=uuid4(),
        )  # fmt: skip
        campaign.begin(
            uuid4(), [code], [8], county=code[:6], title="政策问答", calculator=False,
            from_day=date(2026, 11, 1), to_day=date(2026, 12, 1), entered_on=date(2026, 11, 1),
            account=uuid4(),
        )  # fmt: skip
        exemplar.add(uuid4(), code[:6], CASE, date(2026, 11, 1), None)
        begin_remedy(code)
        begin_printing(code)


def begin_printing(code: str) -> None:
    by = [printing.By(uuid4(), name) for name in ("李明", "王建国")]
    identity, today = uuid4(), date(2026, 11, 23)
    printing.ask(identity, code, by[0], today, renew=True)
    printing.decide(identity, by[1], today)


def begin_remedy(code: str) -> None:
    offered = Finding.place.startswith(code[:9]) & Finding.code.startswith("payment.")
    found = Finding.select().where(offered & Finding.ended_on.is_null()).first()
    if found:
        order = remedy.Order(
            uuid4(), found.id, ("rectify",), "township", date(2026, 12, 20), office=code[:9]
        )
        by = remedy.By(Actor(uuid4(), "township", code[:9]), "王建国")
        remedy.begin(order, by, date(2026, 11, 23))


def readers(app: Flask, ours: str, theirs: str) -> list[Reader]:
    """Sign in one reader of each kind, and the staff of a second county."""
    now, today = app.config["CLOCK"].moment, app.config["CLOCK"].moment.date()
    found = []
    for village in (ours, theirs):
        for letter, digits in (("V", 12), ("T", 9), ("C", 6)):
            role, scope = READERS[letter], village[:digits]
            made_ = account.create(
                user=f"m{letter}{scope}", name="李明", role=role, scope=scope,
                password="walnut-cotton-9", today=today,
            )  # fmt: skip
            found.append(reader(app, letter, scope, session.start_account(made_.id, now)))
    chief = account.create(
        user="mp", name="李明", role="prefecture", scope="6523", password="walnut-cotton-9",
        today=today,
    )  # fmt: skip
    found.append(reader(app, "P", "6523", session.start_account(chief.id, now)))
    household = household_id(f"{ours[4:]}-0001")
    found.append(reader(app, "H", household.hex, session.start_household(household, now)))
    return [*found, business_reader(app, now)]


def business_reader(app: Flask, now) -> Reader:
    from models.link import Link

    own = Link.select().where(Link.ended_on.is_null()).first()
    return reader(app, "B", own.business, session.start_business(own.id, now))


def reader(app: Flask, letter: str, own: str, token: str) -> Reader:
    client = app.test_client()
    client.set_cookie(COOKIE, token)
    return Reader(letter, own, client)


def routes(app: Flask) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every route as endpoint, method and the names in its address."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule.endpoint, method, tuple(sorted(rule.arguments))


def test_every_route_is_in_the_matrix_with_its_readers(world):
    declared = {
        endpoint: frozenset(getattr(view, "roles", ()))
        for endpoint, view in world.app.view_functions.items()
    }
    written = {name: frozenset(READERS[each] for each in who) for name, (who, _) in MATRIX.items()}
    assert declared == written


def test_every_address_with_a_key_names_its_object(world):
    for endpoint, _, names in routes(world.app):
        has_key = bool(set(names) & set(KEYS) or "token" in names)
        public = "A" in MATRIX[endpoint][0]
        assert bool(MATRIX[endpoint][1]) == has_key or public, endpoint


def address(app: Flask, endpoint: str, method: str, names: tuple[str, ...], key: str) -> str:
    given = {name: key if name in KEYS else OTHER[name] for name in names}
    return app.url_map.bind("").build(endpoint, given, method=method)


def answer(who: Reader, method: str, path: str, key: str) -> tuple[int, str, str]:
    """Return status, place and page of an answer, the key itself left out."""
    found = who.client.open(path, method=method)
    place = found.headers.get("Location", "").replace(quote(key, safe=""), "…").replace(key, "…")
    page = found.text.replace(quote(key, safe=""), "…").replace(key, "…")
    return found.status_code, place, UUIDS.sub("…", page)


def foreign(world, who: Reader, concept: str) -> list[str]:
    """Return keys of some objects that are not the reader's: a neighbour's, and further away."""
    others = [key for key, owned in world.owners[concept].items() if not who.sees(owned)]
    near = [key for key in others if near_to(who, world.owners[concept][key])]
    return [*near[: EACH - 1], *[key for key in others if key not in near][:EACH]][:EACH]


def near_to(who: Reader, owned: set[str]) -> bool:
    return any(each.startswith(who.own[:6]) for each in owned)


def objects(world) -> Iterator[tuple[str, str, tuple[str, ...], str, Reader]]:
    for endpoint, method, names in routes(world.app):
        concept = MATRIX[endpoint][1]
        if concept and "A" not in MATRIX[endpoint][0]:
            for who in world.readers:
                yield endpoint, method, names, concept, who


def held() -> dict[str, int]:
    """Return how many rows there are of everything but openings, sign-ins and counts of guesses."""
    return {
        table.__name__: table.select().count()
        for table in TABLES
        if table not in {Access, Session, Guess}
    }


def test_what_is_not_hers_is_as_what_nobody_has(world):
    asked, before = 0, held()
    for endpoint, method, names, concept, who in objects(world):
        unknown = "XX-0" if "number" in names else str(uuid4())
        path = address(world.app, endpoint, method, names, unknown)
        nothing = answer(who, method, path, unknown)
        for key in foreign(world, who, concept):
            path = address(world.app, endpoint, method, names, key)
            assert answer(who, method, path, key) == nothing, (endpoint, method, who.letter, key)
            asked += 1
    assert asked >= 2000, asked
    assert held() == before


def test_what_is_hers_is_there(world):
    """Else the test above would pass on a site that shows nothing to anybody."""
    seen = set()
    for endpoint, method, names, concept, who in objects(world):
        if method != "GET" or endpoint in seen or who.letter not in MATRIX[endpoint][0]:
            continue
        own = [key for key, owned in world.owners[concept].items() if who.sees(owned)]
        for key in own[:8]:
            path = address(world.app, endpoint, method, names, key)
            found = who.client.get(path)
            assert found.headers["Cache-Control"] == "no-store", endpoint
            if found.status_code in {200, 303, 422}:
                seen.add(endpoint)
                break
    wanted = {name for name, method, *_ in objects(world) if method == "GET"}
    assert wanted - seen == UNSEEN & wanted - seen


def text_of(found) -> str:
    """Return the text of a page, or of every part of a workbook."""
    if "spreadsheet" not in found.content_type:
        return found.text if found.content_type.startswith("text/") else ""
    with zipfile.ZipFile(io.BytesIO(found.data)) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def test_no_list_names_a_household_elsewhere(world):
    villages = {row.number: row.village for row in Household.select()}
    pages = 0
    for endpoint, method, names in routes(world.app):
        if MATRIX[endpoint][1] or method != "GET" or set(names) & {"token"}:
            continue
        for who in world.readers:
            path = address(world.app, endpoint, method, names, "10")
            found = who.client.get(path, query_string={"show": "all"})
            pages += found.status_code == 200
            assert found.headers["Cache-Control"] == "no-store", endpoint
            for number in set(NUMBER.findall(text_of(found))) & villages.keys():
                own = household_id(number).hex if who.letter == "H" else villages[number]
                assert own.startswith(who.own), (endpoint, who.letter, number)
    assert pages > 150, pages
