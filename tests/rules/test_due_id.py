from uuid import UUID

from rules.due_id import due_id

KEY = ("A", 1, "household:H", 2024)


def test_the_same_thing_due_has_the_same_id_on_every_machine():
    found = due_id(*KEY, kind="guaranteed", instalment=1)
    assert found == due_id(*KEY, kind="guaranteed", instalment=1)
    assert found == UUID("ff4e7882-f980-505d-93c2-5d38a1aa8e58")


def test_each_part_makes_another_id():
    ids = {
        due_id(*KEY, kind="guaranteed"),
        due_id("B", 1, "household:H", 2024, kind="guaranteed"),
        due_id("A", 2, "household:H", 2024, kind="guaranteed"),
        due_id("A", 1, "village:H", 2024, kind="guaranteed"),
        due_id("A", 1, "household:H", 2025, kind="guaranteed"),
        due_id(*KEY, kind="dividend"),
        due_id(*KEY, kind="guaranteed", ref="1"),
        due_id(*KEY, kind="guaranteed", instalment=1),
        due_id(*KEY, kind="guaranteed", instalment=0),
    }
    assert len(ids) == 9


def test_parts_do_not_run_into_one_another():
    assert due_id("A", 11, "x", 2024, kind="k") != due_id("A", 1, "1x", 2024, kind="k")


def test_an_id_holds_no_time():
    assert due_id(*KEY, kind="guaranteed").version == 5
