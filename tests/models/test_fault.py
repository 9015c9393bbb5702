"""A disk that is full, a database that may only be read, an I/O error: under a real server.

Nothing that was acknowledged is lost, who writes is told so in the own language with what was
typed kept, who reads goes on reading, and all of it ends with the fault, without a restart.
"""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from bench.server import Client, Server
from models import account, database, session
from models.dispute import DisputeEntry
from tests.models.conftest import made, run
from tests.models.fault import DISK, FAULTS, ON_A_DISK, children, disk
from tests.web.conftest import PASSWORD, VILLAGE
from tests.web.lines import add_household
from web.clock import SHANGHAI

MOST = 400  # writes until there is no room for another
SECRETS = {"LIANNONG_PEPPER": "walnut" * 8, "LIANNONG_SECRET": "cotton" * 8}
FORM = "/household/dispute"


class People:
    """A household and a cadre who have been signed in for a while."""

    def __init__(self, url, folder):
        app = made(url, folder, CLOCK=None)
        run(app, "database", "up")
        now = datetime.now(SHANGHAI)
        self.household = add_household("652301100200-017")
        given = {"name": "马兰", "password": PASSWORD, "today": now.date()}
        cadre = account.create(user="ma", role="cadre", scope=VILLAGE, **given)
        self.own = session.start_household(self.household, now)
        self.cadre = session.start_account(cadre.id, now - timedelta(minutes=2))
        self.url = url
        database.database.obj.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A running server, and its people; on a small disk of its own where we may mount one."""
    folder = tmp_path_factory.mktemp("fault")
    with disk(folder / DISK, 12) as mounted:
        url = f"sqlite:///{folder / DISK / 'test.db'}"
        people = People(url, folder)
        server = Server(folder, url, "tests.models.fault:create_app", 1, SECRETS)
        server.start()
        yield server, people, mounted
        server.kill()
        database.database.obj.close()


def send(server, cookie, identity, words, language="zh"):
    fields = {"id": str(identity), "reason": "other", "words": words}
    return post(server, FORM, fields, f"session={cookie}; lang={language}")


def post(server, path, fields, cookie):
    with closing(Client(server.port)) as client:
        return client.post(path, fields, {"Cookie": cookie})


def read(server, path, cookie):
    with closing(Client(server.port)) as client:
        return client.get(path, {"Cookie": f"session={cookie}"})[0]


def stored(url):
    database.connect(url)
    found = [str(row.id) for row in DisputeEntry.select().where(DisputeEntry.words != "")]
    database.database.obj.close()
    return found


def until_refused(server, people, acknowledged, language="zh"):
    """Write until it is refused; return the refused id, the status and the page."""
    for turn in range(MOST):
        identity = uuid4()
        words = f"第{turn}次 " + "请看看" * 60
        status, body = send(server, people.own, identity, words, language)
        if status != 303:
            return identity, status, body
        acknowledged.append(str(identity))
    raise AssertionError("nothing was refused")


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_acknowledged_is_lost_and_it_ends_by_itself(site, fault):
    server, people, mounted = site
    if fault in ON_A_DISK and not mounted:
        pytest.skip("mounting a small disk needs root")
    begin, expected = FAULTS[fault]
    before, acknowledged = set(stored(people.url)), []
    with begin(server):
        workers = children(server.process.pid)
        identity, status, body = until_refused(server, people, acknowledged)
        assert status == expected
        page = BeautifulSoup(body, "html.parser")
        assert "没有保存" in page.find(class_="empty__text").text
        kept = {each["name"]: each["value"] for each in page.select("main input[type=hidden]")}
        assert (kept["id"], kept["words"][:1]) == (str(identity), "第")
        uyghur = BeautifulSoup(until_refused(server, people, acknowledged, "ug")[2], "html.parser")
        assert uyghur.html["lang"] == "ug"
        assert "ساقلانمىدى" in uyghur.find(class_="empty__text").text
        if fault != "read_only_disk":
            assert read(server, "/household", people.own) == 200
            assert read(server, "/visit", people.cadre) == 200
    action = page.select_one("main form")["action"]
    assert post(server, action, kept, f"session={people.own}")[0] == 303
    assert children(server.process.pid) == workers
    assert sorted(set(stored(people.url)) - before) == sorted([*acknowledged, str(identity)])
    database.connect(people.url)
    assert database.database.obj.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
    database.database.obj.close()


@pytest.mark.postgresql
def test_a_postgresql_that_may_only_be_read(server, tmp_path):
    url = server.database()
    people = People(url, tmp_path)
    site = Server(tmp_path, url, "bench.server:create_app", 1, SECRETS)
    site.start()
    try:
        acknowledged = []
        name = url.rpartition("/")[2]
        assert send(site, people.own, uuid4(), "以前")[0] == 303
        alter = f"ALTER DATABASE {name} SET default_transaction_read_only"
        server.ask(f"{alter} = on", server.url("postgres"))
        _, status, body = until_refused(site, people, acknowledged)
        assert (status, acknowledged) == (503, [])
        assert "没有保存" in body.decode()
        assert read(site, "/household", people.own) == 200
        server.ask(f"{alter} = off", server.url("postgres"))
        assert send(site, people.own, uuid4(), "以后")[0] == 303
        assert len(stored(url)) == 2
    finally:
        site.kill()
