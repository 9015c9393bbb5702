import re
from pathlib import Path

import pytest

from rules.finding import KINDS, ORDER, finding

ROOT = Path(__file__).parents[2]
POLICY = (ROOT / "docs" / "policy.md").read_text("utf-8")


def test_a_finding_has_its_code_article_subject_and_named_numbers():
    found = finding("agreement.no_due_day", "agreement:A", clause=2)
    assert (found.code, found.article, found.subject) == (
        "agreement.no_due_day",
        "10(3)",
        "agreement:A",
    )
    assert found.params == (("clause", "2"),)


def test_a_finding_may_rest_on_another_article():
    found = finding("price.missing", "agreement:A", ORDER, clause=1, crop="番茄", day="2024-08-01")
    assert found.article == "10(1)"


def test_every_code_says_what_it_is_about():
    subjects = {"agreement", "share", "result", "price", "plan", "payment"}
    assert {code.split(".")[0] for code in KINDS} == subjects


@pytest.mark.parametrize("code", KINDS)
def test_every_code_stands_in_the_docs_with_its_article_and_files_that_exist(code):
    (row,) = [each for each in POLICY.splitlines() if each.startswith(f"| `{code}` ")]
    assert KINDS[code].citation.article in row.split("|")[2]
    for path in re.findall(r"`([^`]+\.py)`", row):
        assert (ROOT / path).exists()
        if path.startswith("tests/"):
            assert code.split(".")[1] in (ROOT / path).read_text("utf-8"), path
