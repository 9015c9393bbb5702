"""A business's link: issued once, one at a time, ended at once, in no copy of the database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest

from models import database, link, schema, secret, session
from models.ids import random_id
from models.link import Link, Shown
from models.session import Session
from tests.web import firm
from web.clock import SHANGHAI

DAY = firm.TODAY
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def tables(tmp_path):
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
    opened = database.connect(f"sqlite:///{tmp_path}/links.db")
    opened.create_tables(schema.TABLES)
    yield
    opened.close()


def test_an_address_is_128_bits_and_not_in_the_database():
    address = firm.issue()
    assert len(address) == link.TOKEN_LETTERS
    assert link.by_token(address, DAY).business == firm.COOPERATIVE
    assert link.by_token(address.lower(), DAY).business == firm.COOPERATIVE
    dump = "\n".join(database.database.obj.connection().iterdump())
    assert address not in dump
    assert address.lower() not in dump
    secret.use(pepper="another pepper", session="another")
    assert link.by_token(address, DAY) is None


@pytest.mark.parametrize("wrong", ["", "A" * 26, "x", "é" * 26, "A" * 4000, "%", "A" * 25 + "\0"])
def test_a_wrong_address_opens_nothing(wrong):
    firm.issue()
    assert link.by_token(wrong, DAY) is None


def test_longer_than_an_address_is_none():
    assert link.by_token(firm.issue() + "A", DAY) is None


def test_the_last_day_still_opens_and_the_next_does_not():
    address = firm.issue(until=date(2026, 12, 31))
    assert link.by_token(address, date(2026, 12, 31))
    assert link.by_token(address, date(2027, 1, 1)) is None
    assert link.of_business(firm.COOPERATIVE, date(2027, 1, 1)) is None


def test_a_new_link_ends_the_old_one_of_that_business_only():
    other = firm.issue(firm.FARM)
    first, second = firm.issue(), firm.issue()
    assert link.by_token(first, DAY) is None
    assert link.by_token(second, DAY)
    assert link.by_token(other, DAY)
    assert link.end(firm.COOPERATIVE, DAY) == 1
    assert link.end(firm.COOPERATIVE, DAY) == 0
    assert link.by_token(second, DAY) is None


def test_the_same_request_issues_one_and_shows_it_once():
    sent = random_id()

    def send(_):
        try:
            return link.issue(
                sent,
                business=firm.COOPERATIVE,
                county=firm.COUNTY,
                account=firm.ACCOUNT,
                valid_until=DAY,
                today=DAY,
            )
        except Shown:
            return None
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(8) as pool:
        shown = [each for each in pool.map(send, range(8)) if each]
    assert len(shown) == 1
    assert Link.select().count() == 1
    assert link.by_token(shown[0], DAY)


def test_a_repeated_request_ends_nothing_that_came_after_it():
    sent = random_id()
    given = {"business": firm.COOPERATIVE, "county": firm.COUNTY, "account": firm.ACCOUNT}
    link.issue(sent, valid_until=DAY, today=DAY, **given)
    later = firm.issue()
    with pytest.raises(Shown):
        link.issue(sent, valid_until=DAY, today=DAY, **given)
    assert link.by_token(later, DAY)


def test_what_a_link_opened_ends_with_it_and_after_two_hours():
    firm.issue(until=DAY)
    opened = link.of_business(firm.COOPERATIVE, DAY)
    cookie = session.start_business(opened.id, NOW)
    found = session.find(cookie, NOW)
    assert (found.kind, found.business, found.role) == ("business", firm.COOPERATIVE, "")
    assert found.account is None
    assert found.household is None
    late = NOW + timedelta(seconds=session.LINK_SECONDS)
    assert session.find(cookie, late - timedelta(seconds=1))
    assert session.find(cookie, late) is None
    night = session.start_business(opened.id, NOW.replace(hour=23, minute=30))
    assert session.find(night, NOW.replace(hour=23, minute=59))
    assert session.find(night, NOW.replace(hour=23, minute=59) + timedelta(minutes=2)) is None
    firm.issue()
    assert session.find(cookie, NOW) is None
    Link.delete().execute()
    assert session.find(cookie, NOW) is None
    assert Session.select().count() == 2
