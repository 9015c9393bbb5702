"""What we hold about the household that asks."""

from __future__ import annotations

from flask import Blueprint, Response, g

from models import access, held
from web import fragments
from web.access import may
from web.pages import held as pages

blueprint = Blueprint("held", __name__)


@blueprint.get("/held")
@may("household")
def show() -> Response:
    """Show every row about the household, and every opening of its record."""
    household = g.who.household
    found = (
        (table._meta.table_name, table._meta.sorted_field_names, held.rows(table, household))
        for table in held.tables()
    )
    page = pages.build(found, access.of_household(household))
    return fragments.render("held/show.html", page=page)
