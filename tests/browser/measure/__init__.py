"""Measures a page as it stands on the screen; each .js file says what it finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

HERE = Path(__file__).parent
PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 640}


def look_at(page: Page, what: str, given: Any = None) -> Any:
    """Return what the measure of that name finds on the page."""
    return page.evaluate(_script(what), given)


@cache
def _script(what: str) -> str:
    return (HERE / f"{what}.js").read_text("utf-8")


TAPPED, MAIN = 44, 60


def measure(page: Page) -> dict[str, Any]:
    """Return everything that is wrong with a page, by what is looked for; and its root."""
    root = page.locator("html")
    return {
        "root": (root.get_attribute("lang"), root.get_attribute("dir")),
        "letters": page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"),
        "title": page.title(),
        "notice": page.locator("a[href='/notice']").count() or _path(page) == "/notice",
        "order": look_at(page, "order"),
        "parted": look_at(page, "parted"),
        "mirror": look_at(page, "mirror"),
        "target": look_at(page, "target", TAPPED),
        "action": look_at(page, "action", MAIN),
        "light": look_at(page, "contrast"),
        "dark": _set(page, "theme", "dark") or look_at(page, "contrast"),
        **{f"at {size}": _set(page, "size", size) or look_at(page, "overflow") for size in SIZES},
        **_on_a_narrow_phone(page),
    }


def _path(page: Page) -> str:
    return urlsplit(page.url).path


SIZES = ("elder", "large", "normal")


def _set(page: Page, name: str, value: str) -> None:
    """Put on the page's root what the device's own choice puts there."""
    page.evaluate(
        "([name, value]) => (document.documentElement.dataset[name] = value)", [name, value]
    )


def _on_a_narrow_phone(page: Page) -> dict[str, Any]:
    page.set_viewport_size(NARROW)
    found = {"at 320": look_at(page, "overflow")}
    look_at(page, "double")
    return found | {"at 320, text doubled": look_at(page, "overflow")}
