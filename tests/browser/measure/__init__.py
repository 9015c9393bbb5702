"""Measures a page as it stands on the screen; each .js file says what it finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

HERE = Path(__file__).parent
PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 640}
TAPPED, MAIN = 44, 60
SIZES = ("elder", "large", "normal")


def look_at(page: Page, what: str, given: Any = None) -> Any:
    """Return what the measure of that name finds on the page."""
    return page.evaluate(_script(what), given)


def measure(page: Page) -> dict[str, Any]:
    """Return everything that is wrong with a page, by what is looked for; and its root."""
    given = {"tapped": TAPPED, "main": MAIN, "sizes": SIZES}
    found = page.evaluate(_asked(WIDE), given)
    page.set_viewport_size(NARROW)
    return found | page.evaluate(_asked(TIGHT), given)


# One call for all: a call for each would take longer than what it asks for. What a reader chooses
# on her device is put on the page's root as the server does.
WIDE = """
const root = document.documentElement;
const choose = (name, value) => {
  root.dataset[name] = value;
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
};
const found = {
  root: [root.lang, root.dir],
  letters: parseFloat(getComputedStyle(document.body).fontSize),
  title: document.title,
  twice: [...document.querySelectorAll("[id]")].map((each) => each.id)
    .filter((id, place, all) => all.indexOf(id) !== place),
  notice: location.pathname === "/notice" || Boolean(document.querySelector("a[href='/notice']")),
  order: order(), parted: parted(), mirror: mirror(),
  target: target(given.tapped), action: action(given.main), light: contrast(),
};
choose("theme", "dark");
found.dark = contrast();
for (const size of given.sizes) {
  choose("size", size);
  found[`at ${size}`] = [...overflow(), ...covered()];
}
return found;
"""
TIGHT = """
const found = { "at 320": [...overflow(), ...covered()] };
double();
found["at 320, text doubled"] = [...overflow(), ...covered()];
return found;
"""


@cache
def _asked(what: str) -> str:
    """Return a function of what is asked, in which each measure goes by its file's name."""
    named = [f"const {path.stem} =\n{_script(path.stem)};" for path in sorted(HERE.glob("*.js"))]
    return "\n".join(["(given) => {", *named, what, "}"])


@cache
def _script(what: str) -> str:
    return (HERE / f"{what}.js").read_text("utf-8")
