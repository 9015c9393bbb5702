"""Rule 7: nothing ranks, scores or counts people; small groups are not shown.

Hiding of small groups: tests/web/pages/test_suppression.py; what exports leave out:
tests/ledger/test_content.py.
"""

from __future__ import annotations

import ast
import re

import pytest

from tests.web.matrix import MATRIX
from web.pages import suppression

WITNESSES = {"Visit", "Check", "Access"}
# Modules that may ask for visits, checks or openings, each with its reason.
READERS = {
    "models/access.py": "notes and lists the openings of one household",
    "models/answer.py": "whose check is answered",
    "models/audit.py": "digests of what is written",
    "models/checklist.py": "which lines of a household were checked lately",
    "models/dispute.py": "a check has its foreign name in the schema",
    "models/dispute_step.py": "whether the disputed check is the household's own",
    "models/docket.py": "which check a dispute is about",
    "models/held.py": "all that is held, for the household",
    "models/home.py": "checks of one household",
    "models/part.py": "checks of one household's lines in an agreement",
    "models/leaving.py": "erases them earlier where the household asks",
    "models/receipt.py": "one check, by its card and its receipt",
    "models/rebuild.py": "a line that was checked is kept when the ledger drops it",
    "models/retention.py": "erases them",
    "models/schema.py": "the list of tables",
    "models/statement.py": "checks of one household",
    "models/visit.py": "stores them",
    "ledger/obstacle.py": "an import cannot be undone under a check",
    "ledger/demo/witness.py": "the demo",
}
SCORING = re.compile(
    r"(?:\b|_)(?:score|rank|rating|visit_count|check_?in|points|online|streak)(?:\b|_)"
)


def tables_of(source: str) -> set[str]:
    """Return the witness tables that a module imports from the models."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module in {"models.visit", "models.access"}:
            found |= {each.name for each in node.names} & WITNESSES
    return found


def test_only_these_modules_ask_for_checks_and_openings(root):
    asking = {
        str(path.relative_to(root))
        for folder in ("models", "ledger", "web")
        for path in (root / folder).rglob("*.py")
        if tables_of(path.read_text("utf-8")) and "migrations" not in path.parts
    }
    assert asking <= READERS.keys(), asking - READERS.keys()


def test_no_route_of_staff_lists_checks_or_openings():
    for name, (who, _) in MATRIX.items():
        if name.startswith(("check.", "held.", "access.")):
            assert who == "H", name


def test_no_column_counts_or_scores_people(migrated):
    names = [f"{table}.{column}" for table, columns in migrated.items() for column in columns]
    assert not [name for name in names if SCORING.search(name)]
    for table in ("household", "account"):
        assert not {
            each for each in migrated[table] if re.search("count|visits|checks|last_", each)
        }


def test_no_page_has_such_a_heading(pages):
    staff = [page for page in pages if page.reader in "VTCP"]
    assert len(staff) > 60
    for page in staff:
        assert not re.search(r"积分|打卡|排名|走访次数|在线时长|入户次数", page.text), page.endpoint


@pytest.mark.parametrize("sort", ["checks", "visits", "-day", "account", "openings"])
def test_a_village_cannot_be_sorted_by_what_was_checked(app, sign_in, sort):
    cadre = sign_in("cadre")
    plain = cadre.get("/visit").text
    shown = cadre.get("/visit", query_string={"sort": sort, "by": sort, "order": sort}).text
    assert shown.replace(f"?sort={sort}&amp;by={sort}&amp;order={sort}", "") == plain


def test_a_group_of_four_is_hidden_with_what_gives_it_away():
    assert suppression.LEAST == 5
    assert suppression.few(4)
    assert not suppression.few(5)
    assert suppression.telling(46, 50)
    assert suppression.hidden([4, 9, 30]) == {0, 1}
