"""The bottom bar, and staff's menu of work: the places that each kind of reader has.

One that has no page yet, or whose page is not for this reader, is left out.
"""

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
DASHBOARD = Tab("dashboard", "dashboard.show", "chart", _l("总览"))
FINDING = Tab("finding", "finding.index", "warning", _l("问题"))
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
        FINDING,
        Tab("card", "issue.index", "card", _l("户卡")),
        MINE,
    ),
    "county": (
        DASHBOARD,
        FINDING,
        Tab("ledger", "ledger.index", "table", _l("台账")),
        MINE,
    ),
    "prefecture": (DASHBOARD, POLICY, MINE),
}


# What stands under 我的 beside the choices of the device.
LINKS = {
    "cadre": (Tab("dispute", "dispute.index", "talk", _l("异议")),),
    "household": (
        Tab("dispute", "own_dispute.index", "talk", _l("我家的异议")),
        Tab("place", "own_place.show", "shop", _l("附近有什么岗位和项目")),
        Tab("held", "held.show", "document", _l("记了我家什么")),
        Tab("access", "access.index", "person", _l("谁看过我家的记录")),
        Tab("session", "session.index", "lock", _l("登录的手机")),
    ),
}
ALONE = ("session",)  # what a household does without a helper only
# What a member of staff finds there about the own account.
OWN = (
    Tab("session", "session.index", "lock", _l("登录的设备")),
    Tab("password", "password.show", "pen", _l("换密码")),
    Tab("recovery", "recovery.show", "envelope", _l("恢复码")),
)
# What staff come to do; it stands under 我的 and at the end of the overview.
WORK = (
    DASHBOARD,
    FINDING,
    Tab("ledger", "ledger.index", "table", _l("台账导入导出")),
    Tab("visit", "visit.index", "tick", _l("待核对的款项")),
    Tab("dispute", "dispute.index", "talk", _l("异议")),
    Tab("remedy", "remedy.index", "flag", _l("整改")),
    Tab("project", "project.index", "document", _l("项目审核")),
    Tab("signing", "signing.index", "pen", _l("签协议")),
    Tab("business", "business.index", "shop", _l("经营主体")),
    Tab("course", "course.index", "book", _l("法律和经济培训")),
    Tab("campaign", "campaign.index", "talk", _l("宣传和知晓率")),
    Tab("issue", "issue.index", "card", _l("户卡")),
    Tab("printing", "printing.index", "card", _l("成批印户卡")),
    Tab("event", "event.index", "list", _l("户内变动")),
    Tab("review", "review.index", "list", _l("年度研究")),
    Tab("exemplar", "exemplar.index", "flag", _l("先进典型")),
    Tab("obligation", "obligation.show", "book", _l("谁该做什么")),
    Tab("rule", "rule.index", "book", _l("本县细则")),
    Tab("parameter", "parameter.index", "size", _l("县里定的参数")),
    Tab("account", "account.index", "person", _l("工作人员账号")),
)
STAFF = ("township", "county", "prefecture")


def links() -> tuple[Tab, ...]:
    """Return the reader's links under 我的."""
    own = OWN if g.who.is_staff else LINKS.get(g.who.role, ())
    hidden = ALONE if g.who.assisted else ()
    return (*work(), *(link for link in own if link.place not in hidden and _is_there(link)))


def work() -> tuple[Tab, ...]:
    """Return the work of this member of staff."""
    if g.who.role not in STAFF:
        return ()
    return tuple(link for link in WORK if _is_there(link))


def tabs() -> tuple[Tab, ...]:
    """Return the tabs of this reader."""
    return tuple(tab for tab in TABS[g.who.role] if _is_there(tab))


def _is_there(tab: Tab) -> bool:
    view = current_app.view_functions.get(tab.endpoint)
    roles = getattr(view, "roles", frozenset())
    return "anyone" in roles or g.who.role in roles


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
    """Offer the bar to base.html, and the menus to their pages."""
    app.jinja_env.globals["bar"] = Bar()
    app.jinja_env.globals["links"] = links
    app.jinja_env.globals["work"] = work
