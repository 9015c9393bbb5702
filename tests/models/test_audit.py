"""The audit: every edit, drop, swap and cut tail of the chain is found and named."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from peewee import DatabaseError

from models import audit, chain, course, database, heads
from models.audit import Audit, AuditHead
from models.bulk import columns
from models.course import Course
from models.ids import random_id
from tests.models import tamper
from tests.models.at_once import at_once
from tests.models.conftest import invoke, run

DAY = date(2026, 11, 23)
LINKS = 8


def teach(day: date = DAY) -> None:
    course.add(
        random_id(),
        place="652301",
        day=day,
        topic="law",
        title="合同",
        organiser="县司法局",
        attendants=20,
        entered_on=day,
        account=random_id(),
    )


@pytest.fixture
def links(app) -> list[int]:
    """A chain of some links that refuses nothing any more."""
    run(app, "database", "up")
    while (audit.last() or (0,))[0] < LINKS:
        teach()
    return [row.number for row in Audit.select().order_by(Audit.number)]


@pytest.fixture
def loose(links) -> list[int]:
    tamper.unlock()
    return links


def first() -> int | None:
    """Return the first link that is named as wrong; something must be."""
    found = chain.verify().wrong
    assert found
    return next((each.number for each in found if each.number), None)


def test_a_chain_that_nobody_touched_holds(app, links):
    assert links == list(range(1, LINKS + 1))
    assert "nothing wrong" in run(app, "audit", "verify")
    assert {str(row.day) for row in Audit.select()} == {"2026-11-23"}
    found = json.loads(run(app, "audit", "verify", "--json"))
    assert (found["links"], found["wrong"]) == (LINKS, [])


def test_every_edit_of_every_column_is_found(loose):
    for number in loose:
        for name in columns(Audit):
            with tamper.undone():
                tamper.edited(Audit, Audit.number == number, name)
                assert first() == number, name
    assert not chain.verify().wrong


def test_every_drop_is_found(loose):
    for number in loose:
        with tamper.undone():
            tamper.drop(number)
            assert first() == number
        with tamper.undone():
            tamper.drop(number, closed=True)
            assert first() == number


def test_every_swap_is_found(loose):
    for one in loose:
        for other in range(one + 1, LINKS + 1):
            with tamper.undone():
                tamper.swap(one, other)
                assert first() == one


def test_every_cut_tail_is_found_though_what_it_spoke_of_is_gone_too(loose):
    for number in range(LINKS):
        with tamper.undone():
            Course.delete().execute()
            tamper.cut(number)
            assert (number + 1) in {each.number for each in chain.verify().wrong}


def test_an_older_state_brought_back_in_secret_is_found_by_the_kept_head(app, loose):
    run(app, "daily")
    count, head = audit.last()[0], AuditHead.get()
    teach()
    run(app, "daily")
    printed = run(app, "audit", "head").split()[1]
    Course.delete().where(Course.id == Course.select().order_by(Course.id).first().id).execute()
    Audit.delete().where(Audit.number > count).execute()
    AuditHead.update(number=head.number, link=head.link, seal=head.seal).execute()
    done = invoke(app, "audit", "verify")
    assert done.exit_code == 1
    assert f"audit {count + 1}: the audit ends at {count}, the head of 2026-11-23" in done.output
    (file := heads_file(app)).unlink()
    assert "the head of paper" in invoke(app, "audit", "verify", "--head", printed).output
    assert not file.exists()


def heads_file(app):
    return Path(app.config["INSTANCE"]) / "heads.txt"


def test_a_head_of_another_chain_is_named(app, links):
    other = f"3:{'0' * 64}"
    done = invoke(app, "audit", "verify", "--head", other)
    assert (done.exit_code, "audit 3: is not the head of paper" in done.output) == (1, True)
    assert invoke(app, "audit", "verify", "--head", "three").exit_code == 2


def test_a_line_of_the_heads_that_was_edited_is_named(app, links):
    run(app, "daily")
    file = heads_file(app)
    run(app, "daily")
    assert len(file.read_text().splitlines()) == 1
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text(file.read_text().replace(f" {LINKS}:", " 9:"))
    done = invoke(app, "audit", "verify")
    assert (done.exit_code, "line 1" in done.output) == (1, True)


def test_the_head_of_a_day_is_the_last_link_of_it(app, links, clock):
    clock.moment = clock.moment.replace(day=24)
    teach()
    on = heads.of_day(date(2026, 11, 23))
    assert on.number == LINKS
    assert run(app, "audit", "head", "--on", "2026-11-23") == f"2026-11-23 {on}\n"
    assert run(app, "audit", "head").startswith(f"2026-11-24 {LINKS + 1}:")
    assert invoke(app, "audit", "head", "--on", "2020-01-01").exit_code == 1


def test_the_database_refuses_changes_of_the_chain(links):
    for refused in (Audit.update(rows=2), Audit.delete()):
        with pytest.raises(DatabaseError, match="only added"), database.database.obj.atomic():
            refused.where(Audit.number == 1).execute()
    assert not chain.verify().wrong


def test_without_the_head_nothing_is_made_good(app, links):
    AuditHead.delete().execute()
    teach()
    assert [each.text for each in chain.verify().wrong] == ["the head of the audit is gone"]
    done = invoke(app, "doctor")
    assert "WRONG audit" in done.output


def test_many_at_once_leave_no_gap(app):
    run(app, "database", "up")
    before = (audit.last() or (0,))[0]

    def several(_: int) -> None:
        for _ in range(20):
            teach()

    at_once(several, 8)
    found = chain.verify()
    assert (found.wrong, found.links) == ([], before + 160)


def fail() -> None:
    """Write something and think better of it."""
    with suppress(ZeroDivisionError), database.write():
        teach()
        1 / 0  # noqa: B018


def test_what_is_taken_back_is_not_in_the_chain(app, links):
    fail()
    with database.write():
        teach()
        fail()
        teach()
    found = chain.verify()
    assert (found.wrong, found.links) == ([], LINKS + 2)


def test_nothing_is_noted_outside_a_writing_block(links):
    with pytest.raises(RuntimeError, match="outside"):
        audit.created(Course.select().first())


def test_what_no_column_can_hold_is_told_apart_as_well(app, links):
    """An SQLite column takes any type: what was forged there is found and breaks nothing."""
    row = next(iter(audit.stored(Course)))
    forged = [*row[:-1], b"\x00"]
    first, second = audit.digests(Course, [row, forged])
    assert first != second
