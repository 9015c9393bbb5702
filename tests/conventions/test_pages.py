"""docs/pages.md lists every route as it is."""

from pathlib import Path

from web import create_app
from web.cli.pages import listing

ROOT = Path(__file__).parents[2]


def test_the_list_of_pages_is_made_from_the_routes(tmp_path):
    app = create_app({"TESTING": True, "INSTANCE": str(tmp_path), "DATABASE_URL": "sqlite://"})
    text = (ROOT / "docs" / "pages.md").read_text("utf-8")
    assert text == listing(app), "run: flask --app web pages > docs/pages.md"


def test_every_route_says_what_it_does(tmp_path):
    app = create_app({"TESTING": True, "INSTANCE": str(tmp_path), "DATABASE_URL": "sqlite://"})
    assert [name for name, view in app.view_functions.items() if not view.__doc__] == []
