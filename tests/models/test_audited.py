"""What the audit speaks of: a row changed by hand is found, an erased one is not missed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from peewee import IntegrityError

from ledger.undo import undo
from models import access, account, answer, audit, card, chain, database, link, notice, slip, visit
from models import reply as replies
from models.answer import Answer
from models.audit import Audit, AuditHead
from models.batch import Batch
from models.due import Due
from models.ids import household_id, random_id
from models.rule import Content, add
from models.scope import NotTheirs
from models.visit import Check, Said, Visit
from tests.ledger.county import WHOLE, changed, put
from tests.models import tamper
from tests.models.at_once import at_once
from tests.models.conftest import invoke, run
from tests.models.server import programs
from web.clock import SHANGHAI

H1 = household_id("H-1")
COUNTY = "652301"


@pytest.fixture(autouse=True)
def _programs(kind, monkeypatch):
    """pg_dump of the server's own version first."""
    if kind == "postgresql":
        monkeypatch.setenv("PATH", str(programs()), prepend=":")


@pytest.fixture
def day(app, clock):
    """A function: day(2027, 1, 1) runs the daily command on that day."""

    def go(*when: int) -> str:
        clock.moment = datetime(*when, 0, 20, tzinfo=SHANGHAI)
        return run(app, "daily")

    return go


@pytest.fixture
def evidence(app, clock) -> None:
    """A ledger, and something in every table that people write."""
    today = clock.moment.date()
    run(app, "database", "up")
    put(WHOLE)
    undo(put(changed("农户", 1, "户主姓名", "阿依古丽")).batch, today)
    cadre = account.create(user="a", name="王", role="cadre", scope="652301001204",
                           password="walnut-cotton", today=today)  # fmt: skip
    line = Due.get((Due.household == H1) & (Due.year == 2024))
    said = [Said("received", line.id), Said("explained", agreement="XY-1")]
    visit.store(random_id(), H1, cadre.id, said, today)
    access.record(H1, account=cadre.id, name="王", role="cadre", purpose="check", today=today)
    access.record_export(
        COUNTY, "export_keep", account=cadre.id, name="王", role="county", today=today
    )
    answer.give(H1, due=line.id, answer="confirmed", today=today)
    answer.give(H1, due=line.id, answer="disputed", reason="less", today=today)
    slip.issue(H1, today)
    slip.issue(H1, today)
    for _ in range(2):
        card.set_pin(card.issue(H1, today), "271828")
    ends = date(2027, 11, 23)
    link.issue(random_id(), business="S-1", county=COUNTY, account=cadre.id,
               valid_until=ends, today=today)  # fmt: skip
    notice.give(COUNTY, "S-1", ends, 30, account=cadre.id, given_on=today)
    notice.give(COUNTY, "S-1", ends, 30, account=cadre.id, given_on=today)
    add(random_id(), COUNTY, Content("10(3)", "1", "细则", "", "draft", today), today, cadre.id)
    account.disable(cadre.id)


def test_nothing_is_wrong_after_all_kinds_of_writing(app, evidence):
    assert "nothing wrong" in run(app, "audit", "verify")
    concepts = {row.concept for row in Audit.select(Audit.concept).distinct()}
    expected = {"batch", "account", "visit", "check", "access", "answer", "slip", "card", "link"}
    assert concepts == expected | {"notice", "rule"}
    texts = "".join(f"{row.concept}{row.event}{row.digest}{row.link}" for row in Audit.select())
    assert H1.hex not in texts


def test_a_column_of_any_row_that_was_edited_is_found_and_the_row_named(evidence):
    looked_at = 0
    for table in chain.AUDITED:
        for row in list(audit.stored(table)):
            where = tamper.is_row(table, row)
            for name in set(audit.columns(table)) - audit.EXCEPT.get(table._meta.table_name, set()):
                looked_at += refused_or_found(table, where, name)
    assert looked_at > 100


def refused_or_found(table, where, name) -> bool:
    """Edit a column; say whether the database let it happen, in which case it must be found."""
    with tamper.undone():
        try:
            with database.database.obj.atomic():
                tamper.edited(table, where, name)
        except IntegrityError:
            return False
        found = [each.text for each in chain.verify().wrong]
        assert any(text.startswith(table._meta.table_name) for text in found), (table, name)
    return True


def test_a_row_that_was_dropped_is_found_and_its_link_named(evidence):
    row = Answer.get(Answer.answer == "confirmed")
    number = Audit.get(Audit.concept == "answer").number
    with tamper.undone():
        Answer.delete().where(Answer.id == row.id).execute()
        assert [each.number for each in chain.verify().wrong] == [number, None]
    for table in chain.AUDITED:
        for row in list(audit.stored(table)):
            with tamper.undone():
                table.delete().where(tamper.is_row(table, row)).execute()
                assert chain.verify().wrong, table


def test_a_row_that_was_put_in_by_hand_is_found(evidence):
    with tamper.undone():
        forged = {**Answer.select().dicts().get(), "id": random_id()}
        Answer.insert(forged).execute()
        found = [each.text for each in chain.verify().wrong]
        assert any(forged["id"].hex in text.replace("-", "") for text in found)


def test_cards_and_slips_made_at_once_are_all_in_the_chain(app, evidence, clock):
    today = clock.moment.date()
    at_once(lambda _: (card.issue(H1, today), slip.issue(H1, today)))
    assert card.Card.select().where(card.Card.active).count() == 1
    assert not chain.verify().wrong


def test_an_older_state_of_a_row_is_found(evidence):
    """A card that was ended is made to open again."""
    with tamper.undone():
        card.Card.update(active=True, revoked_on=None).where(~card.Card.active).execute()
        assert chain.verify().wrong


def test_the_demo_holds(demo, app_on):
    app = app_on(demo[0])
    assert "nothing wrong" in run(app, "audit", "verify")
    assert "ok    audit" in invoke(app, "doctor").output


def test_erasing_keeps_the_chain_and_is_a_link_itself(app, evidence, day):
    before = audit.last()[0]
    day(2036, 1, 1)
    found = chain.verify()
    assert not found.wrong
    assert Check.select().count() == Visit.select().count() == Answer.select().count() == 0
    events = {(r.concept, r.event) for r in Audit.select().where(Audit.number > before)}
    assert {("check", "erased"), ("answer", "erased"), ("erasure", "written")} <= events
    with tamper.undone():
        tamper.unlock()
        erased = Audit.get((Audit.concept == "check") & (Audit.event == "erased"))
        tamper.drop(erased.number)
        assert chain.verify().wrong[0].number == erased.number


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_what_was_erased_is_in_no_free_page(app, url, evidence, day):
    file = Path(url.removeprefix("sqlite:///"))
    gone = [row.id for table in (Answer, Check, Visit) for row in table.select()]
    assert all(key.hex.encode() in content(file) for key in gone)
    day(2036, 1, 1)
    assert not any(key.hex.encode() in content(file) for key in gone)
    assert not chain.verify().wrong


def content(file: Path) -> bytes:
    database.database.obj.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return file.read_bytes()


def test_what_was_erased_stays_erased_after_an_older_copy_was_brought_back(
    app, evidence, day, tmp_path
):
    run(app, "daily")
    run(app, "database", "backup", tmp_path / "copy")
    day(2036, 1, 1)
    run(app, "database", "restore", tmp_path / "copy")
    assert Answer.select().count() == 2
    assert "nothing wrong" in run(app, "audit", "verify")
    run(app, "database", "up")
    run(app, "daily")
    assert Answer.select().count() == Check.select().count() == 0
    assert "nothing wrong" in run(app, "audit", "verify")


def test_a_database_without_a_chain_begins_one_with_what_it_holds(app, evidence):
    tamper.unlock()
    Audit.delete().execute()
    AuditHead.update(number=0, link="", seal="").execute()
    assert chain.verify().wrong
    run(app, "database", "up")
    assert not chain.verify().wrong
    assert Audit.select().where(Audit.concept == "answer").count() == 2
    count = Audit.select().count()
    run(app, "database", "up")
    assert Audit.select().count() == count


def test_a_chain_that_was_emptied_is_not_begun_anew(app, evidence, tmp_path):
    run(app, "database", "backup", tmp_path / "copy")
    tamper.unlock()
    Audit.delete().execute()
    AuditHead.update(number=0, link="", seal="").execute()
    assert "the audit is empty" in run(app, "database", "up")
    assert "nothing wrong" not in invoke(app, "audit", "verify").output


def test_an_import_is_one_link(app, evidence):
    before = audit.last()[0]
    put(changed("农户", 1, "户主姓名", "阿依古丽"))
    assert audit.last()[0] == before + 1
    assert Audit.get_by_id(before + 1).concept == "batch"
    assert Batch.select().where(Batch.state == "stored").count() > 1


def test_what_is_refused_or_sent_twice_leaves_no_link(evidence, clock):
    today = clock.moment.date()
    before = audit.last()
    found = Answer.get(Answer.answer == "disputed")
    answer.give(H1, due=found.due, answer="disputed", reason="less", today=today)
    with pytest.raises(NotTheirs):
        replies.give("S-1", [random_id()], replies.Said("none"), today)
    assert audit.last() == before
