"""What a business leaves behind is kept as long as docs/data.md says, to the day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models import database, link, notice, reply, retention, schema, secret
from models.guess import Guess
from models.link import Link
from models.notice import Notice
from models.reply import Reply, Said
from tests.web import firm
from web.clock import SHANGHAI


@pytest.fixture(autouse=True)
def tables(tmp_path):
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
    opened = database.connect(f"sqlite:///{tmp_path}/kept.db")
    opened.create_tables(schema.TABLES)
    yield
    opened.close()


def purged(*day: int) -> dict[str, int]:
    return retention.purge(datetime(*day, 0, 20, tzinfo=SHANGHAI))


def test_a_link_goes_a_year_after_it_has_ended_or_run_out():
    firm.issue(firm.FARM, until=date(2027, 11, 23))
    firm.issue()
    link.end(firm.COOPERATIVE, firm.TODAY)
    assert purged(2027, 11, 23)["link"] == 0
    assert purged(2027, 11, 24)["link"] == 1
    assert purged(2028, 11, 22)["link"] == 0
    assert purged(2028, 11, 23)["link"] == 1
    assert Link.select().count() == 0


def test_replies_and_notices_go_when_claims_of_their_year_do():
    identity = firm.found()
    reply.give(firm.COOPERATIVE, [identity], Said("disagrees", reason="other"), firm.TODAY)
    notice.give(
        *(firm.COUNTY, firm.COOPERATIVE, date(2026, 12, 11), 30),
        account=firm.ACCOUNT,
        given_on=firm.TODAY,
    )
    done = purged(2030, 12, 31)
    assert (done["reply"], done["notice"]) == (0, 0)
    done = purged(2031, 1, 1)
    assert (done["reply"], done["notice"]) == (1, 1)
    assert Reply.select().count() == Notice.select().count() == 0


def test_guesses_at_links_are_forgotten_after_their_quarter_of_an_hour():
    moment = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
    link.take_guess("198.51.100.7", moment)
    retention.purge(moment)
    assert Guess.select().count() == 1
    retention.purge(moment.replace(minute=15))
    assert Guess.select().count() == 0
