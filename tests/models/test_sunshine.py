"""阳光公开: what the pages read is what a recount of every line gives, as of the last survey."""

from __future__ import annotations

from uuid import UUID, uuid4

from models import answer, sunshine, verify, visit, watch
from models.due import Due
from models.finding import Survey, Total
from models.visit import Said
from tests.ledger.county import TODAY, VILLAGE, WHOLE, put
from tests.models.watch.test_total import counted

COUNTY = VILLAGE[:6]
# Of a row of `counted`: households, lines, confirmed, seven sums, assisted, six groups.
LINES, CONFIRMED, DUE, RECEIVED, TO_COME, GROUPS = 1, 2, 3, 4, 6, 11


def recount(county: str) -> dict:
    """Return what every business owes every village of a county in every year, line by line."""
    return {
        key: (
            *(row[0], row[DUE], row[DUE] - row[TO_COME], row[RECEIVED]),
            *(row[LINES], row[CONFIRMED], *row[GROUPS:]),
        )
        for key, row in counted(county, TODAY).items()
    }


def published(county: str) -> dict:
    """Return the same as the pages read it."""
    return {
        (cell.village, year, cell.business): (
            *(cell.households, cell.promised, cell.due, cell.paid, cell.lines, cell.confirmed),
            *(cell.stated, cell.settled, cell.late, cell.waiting, cell.agreeing, cell.silent),
        )
        for year in sunshine.years(county)
        for cell in sunshine.cells(county, year)
    }


def lines(number: int) -> list:
    own = (Due.party == "household") & ~Due.withdrawn & (Due.due > 0)
    inside = own & Due.village.startswith(COUNTY)
    return list(Due.select().where(inside).order_by(Due.household, Due.id).limit(number))


def say(line: Due, word: str, **more: bool) -> None:
    answer.give(line.household, due=line.id, answer=word, today=TODAY, **more)


def surveyed() -> None:
    assert watch.up_to_date(COUNTY, TODAY)
    assert published(COUNTY) == recount(COUNTY)


def test_every_village_and_business_of_the_demo_is_as_counted_anew(demo, app_on):
    app_on(demo[0])
    watch.all_up_to_date(TODAY)
    counties = [row.county for row in Survey.select()]
    found = {county: published(county) for county in counties}
    assert found == {county: recount(county) for county in counties}
    assert sum(map(len, found.values())) > 20
    assert any(cell[5] for each in found.values() for cell in each.values()), "none confirmed"


def test_words_checks_and_corrections_are_counted_by_the_next_survey(demo, app_on):
    app_on(demo[0])
    watch.all_up_to_date(TODAY)
    before, some = published(COUNTY), lines(12)
    for line in some:
        say(line, "confirmed")
    say(some[0], "none")
    say(some[1], "disputed")
    said = [Said("received", due=some[2].id)]
    visit.store(UUID(int=1), some[2].household, uuid4(), said, TODAY)
    assert published(COUNTY) == before
    assert [changed for _day, changed in sunshine.surveys([COUNTY])] == [True], "and says so"
    surveyed()
    assert published(COUNTY) != before
    put(WHOLE, scope=COUNTY)
    surveyed()
    assert (VILLAGE, 2024, "NC-1") in published(COUNTY)
    assert sunshine.surveys([COUNTY]) == [(TODAY, False)]


def test_a_check_is_in_no_figure(demo, app_on):
    app_on(demo[0])
    watch.all_up_to_date(TODAY)
    before, (line,) = recount(COUNTY), lines(1)
    said = [Said("received", due=line.id)]
    visit.store(UUID(int=2), line.household, uuid4(), said, TODAY)
    assert recount(COUNTY) == before == published(COUNTY)


def test_nothing_is_told_before_the_first_survey_that_counts_households(demo, app_on):
    app_on(demo[0])
    watch.all_up_to_date(TODAY)
    Total.update(stated=None).execute()  # as an older release left them
    assert published(COUNTY) == {}
    assert any("stored totals" in each for each in verify._totals(TODAY))
    Survey.update(stale=True).execute()
    surveyed()
