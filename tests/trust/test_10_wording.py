"""Rule 10: a visit is no inspection, work is the household's choice, a refusal is held nowhere.

What findings say of people: tests/web/words/test_watch.py.
"""

from __future__ import annotations

import re
from pathlib import Path

from models import dispute
from rules.watch import household as rules
from web import review

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "locales" / "ug" / "LC_MESSAGES" / "messages.po"
INSPECTION = re.compile("检查您|检查这户|排查|تەكشۈر")
COERCION = re.compile(
    "必须务工|应当务工|安排务工|转移就业|有劳动能力|能够劳动|动员.{0,4}就业|拒绝就业"
)
REFUSAL = re.compile("refus|declin|reject|turned_down|unwilling|no_thanks")
# Columns in which something was refused by an office or the ledger, never by a household.
OFFICES = {"review.verdict", "batch.state"}


def messages() -> list[tuple[str, str]]:
    found = [
        (message.id, str(message.string))
        for message in review.messages(review.read_catalogue(CATALOGUE))
    ]
    assert len(found) > 1500
    return found


def test_a_visit_is_called_a_visit_in_both_languages():
    seen = 0
    for chinese, uyghur in messages():
        assert not INSPECTION.search(chinese), chinese
        assert not INSPECTION.search(uyghur), chinese
        if "走访" in chinese:
            seen += 1
            assert "يوقلا" in uyghur, chinese
    assert seen


def test_no_message_tells_anybody_to_work():
    assert not [chinese for chinese, _ in messages() if COERCION.search(chinese)]


def test_places_are_shown_and_kept_nowhere():
    """`places` is a pure function: what a household asks and answers reaches no table."""
    source = Path(rules.__file__).read_text("utf-8")
    assert "models" not in re.findall(r"^(?:from|import) (\w+)", source, re.MULTILINE)
    assert rules.places([], "652301100200") == ()


def test_a_refusal_of_a_place_has_no_column(migrated):
    names = {f"{table}.{column}" for table, columns in migrated.items() for column in columns}
    assert not {name for name in names - OFFICES if REFUSAL.search(name)}


def test_a_household_s_words_in_a_dispute_hold_no_refusal_of_work():
    assert not [reason for reason in dispute.REASONS if REFUSAL.search(reason) or "work" in reason]
