"""The bottom bar: the places that each kind of reader has; one that has no page yet is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, g, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from web.language import spoken


@dataclass(frozen=True, slots=True)
class Tab:
    """A place in the bar; `place` is what a page sets to be marked as the current one."""

    place: str
    endpoint: str
    icon: str
    label: str | LazyString

    @property
    def address(self) -> str:
        """Return where the tab leads."""
        return url_for(self.endpoint)


POLICY = Tab("policy", "policy.index", "book", _l("看政策"))
MINE = Tab("mine", "setting.show", "person", _l("我的"))
TABS = {
    "anyone": (Tab("home", "home.show", "home", _l("首页")), POLICY, MINE),
    "household": (
        Tab("home", "household.show", "home", _l("我家的钱")),
        Tab("check", "check.index", "list", _l("核对记录")),
        POLICY,
        MINE,
    ),
    "business": (
        Tab("home", "payer.show", "home", _l("我们要付的钱")),
        POLICY,
        MINE,
    ),
    "cadre": (
        Tab("home", "visit.index", "home", _l("本村")),
        Tab("scan", "visit.new", "scan", _l("扫户卡")),
        POLICY,
        MINE,
    ),
    "township": (
        Tab("home", "visit.index", "home", _l("待核对")),
        Tab("card", "issue.index", "card", _l("户卡")),
        Tab("dispute", "dispute.index", "talk", _l("异议")),
        MINE,
    ),
    "county": (
        Tab("home", "ledger.index", "table", _l("台账")),
        Tab("finding", "finding.index", "list", _l("问题")),
        POLICY,
        MINE,
    ),
    "prefecture": (POLICY, MINE),
}


# What stands under 我的 beside the choices of the device.
LINKS = {
    "household": (
        Tab("held", "held.show", "document", _l("记了我家什么")),
        Tab("access", "access.index", "person", _l("谁看过我家的记录")),
    ),
}


def links() -> tuple[Tab, ...]:
    """Return the reader's links under 我的 whose pages exist."""
    wanted = LINKS.get(g.who.role, ())
    return tuple(link for link in wanted if link.endpoint in current_app.view_functions)


def tabs() -> tuple[Tab, ...]:
    """Return the tabs of this reader whose pages exist."""
    return tuple(tab for tab in TABS[g.who.role] if tab.endpoint in current_app.view_functions)


class Bar:
    """The bar as markup: the same for all readers of a role, a language and a place."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str, str], Markup] = {}

    def __call__(self, place: str) -> Markup:
        """Return the bar with `place` marked."""
        key = (g.who.role, spoken(), place)
        found = self.known.get(key)
        if found is None:
            part: Any = current_app.jinja_env.get_template("shared/bar.html").module
            found = self.known[key] = part.bar(tabs(), place)
        return found


def init(app: Flask) -> None:
    """Offer the bar to base.html, and what stands under 我的 to its page."""
    app.jinja_env.globals["bar"] = Bar()
    app.jinja_env.globals["links"] = links
