from datetime import date

from rules.clause import clauses
from rules.draft import Draft
from rules.heading import Heading
from rules.owed import Owed
from tests.rules.made import terms

ROW = terms("2024-01-01", "2024-12-31", unit="jiao", business="B", mode="share", due="06-30;12-20")
(CLAUSE,) = clauses([ROW], date(2024, 1, 1))
(YEAR,) = CLAUSE.years()
HEADING = Heading(CLAUSE, ROW, YEAR)


def test_a_line_stands_under_its_heading():
    draft = Draft("A")
    draft.add(HEADING, "saved", ("household", "H"), due=0, saved=5)
    (only,) = draft.lines
    assert (only.agreement, only.clause, only.business, only.mode) == ("A", 1, "B", "share")
    assert (only.kind, only.year, only.party, only.party_number) == (
        "saved",
        2024,
        "household",
        "H",
    )
    assert (only.unit, only.saved, only.listed_on) == (10, 5, date(2024, 12, 31))


def test_a_line_is_listed_on_its_due_day():
    draft = Draft("A")
    draft.add(HEADING, "order", ("household", "H"), due_on=date(2025, 1, 20))
    assert draft.lines[0].listed_on == date(2025, 1, 20)


def test_a_year_becomes_its_instalments():
    draft = Draft("A")
    draft.add_yearly(HEADING, "rent", [Owed("household", "H", 1000, (), *CLAUSE.within(YEAR))])
    assert [(each.instalment, each.due) for each in draft.lines] == [(1, 500), (2, 500)]
    assert len({each.id for each in draft.lines}) == 2


def test_a_finding_is_about_the_agreement_and_noted_once():
    draft = Draft("A")
    for _ in range(2):
        draft.find("agreement.no_due_day", clause=1)
    (only,) = draft.findings
    assert only.subject == "agreement:A"
