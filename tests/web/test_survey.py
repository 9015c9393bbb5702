"""A page says how its figures stand, and is never wrong while a survey ends beside it."""

from __future__ import annotations

import re

import pytest

from tests.web.findings import found, places, surveyed, total

STANDING, FIGURES = '"survey"', re.compile(r'"(finding|total)"')


@pytest.mark.parametrize("address", ["/finding", "/business", "/dashboard"])
def test_a_page_asks_how_its_figures_stand_before_it_reads_them(sign_in, statements, address):
    places()
    surveyed()
    total()
    found("agreement.no_due_day", "agreement:XY-1", params={"clause": "1"})
    county = sign_in("county")
    statements.clear()
    assert county.get(address).status_code == 200
    asked = [sql.partition(" FROM ")[2].split(" ")[0] for sql in statements]
    read = [at for at, table in enumerate(asked) if FIGURES.fullmatch(table)]
    shown = [at for at, table in enumerate(asked) if table == STANDING]
    assert len(shown) > 1, "one to see whether it is due, one to show"
    assert read
    assert max(shown) < min(read)
