"""One server and one Chromium for the tests in a browser of a process; a file is never split."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.phone import launch, phone
from tests.browser.scene import SCENES, Scene, prepare
from tests.browser.server import Site
from tests.browser.walk import Readers, places

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The product, served with its demo."""
    made = Site(tmp_path_factory.mktemp("site"))
    yield made
    made.stop()


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def open_phone(chromium, site):
    """A function: open_phone("ug", …) gives a page; at the end nothing may have gone wrong."""
    with ExitStack() as phones:
        yield lambda *words, **given: phones.enter_context(phone(chromium, site, *words, **given))


@pytest.fixture(scope="session")
def readers(site):
    """The cookies of one reader of each role."""
    return Readers(site)


@pytest.fixture(scope="session")
def addresses(chromium, readers):
    """Where each page is, and who sees it."""
    prepare(chromium, readers)
    return places(chromium, readers)


@pytest.fixture
def open_scene(open_phone, site, readers, addresses):
    """A function: open_scene("household.show", "ug") opens a page in the state of that name."""

    def open_page(name, lang, **given):
        if name not in SCENES and name not in addresses:
            pytest.fail(f"no link leads to {name}")
        scene = SCENES.get(name) or Scene(addresses[name].role, addresses[name].address)
        page = open_phone(lang, cookies=readers.cookies(scene.role), meant=("403", "404"), **given)
        scene.play(page, site)
        return page

    return open_page
