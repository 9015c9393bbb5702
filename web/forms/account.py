"""A new account as it is typed: user name, name, place, and at the county its department."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from flask_babel import gettext as _

from models.account import SCOPE_DIGITS
from web.forms import prose
from web.forms.visit import random_id

USER = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")
FIELDS = ("user", "name", "scope", "department")
ROLES = {digits: role for role, digits in SCOPE_DIGITS.items()}
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed by field, what is wrong with it, and the sender's id."""

    id: UUID | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def role(self) -> str:
        """Return the role that goes with the chosen place: each level has one."""
        return ROLES.get(len(self.texts.get("scope", "")), "")


def read(sent: Mapping[str, str], places: Collection[str], *, with_department: bool) -> Typed:
    """Read a new account; its place is one of `places`."""
    texts = {name: sent.get(name, "").strip()[:LONGEST] for name in FIELDS}
    errors = {}
    texts["user"] = texts["user"].lower()
    if not USER.fullmatch(texts["user"]):
        errors["user"] = _("用户名用3到40个小写字母、数字、点或短横线，例如 cun-01.aygul。")
    texts["name"], errors["name"] = prose.read_line(texts["name"], required=True)
    if texts["scope"] not in places:
        errors["scope"] = _("请选一个地方。")
    if with_department:
        department, errors["department"] = prose.read(
            texts["department"], required=True, short=True
        )
        texts["department"] = department
    else:
        texts["department"] = ""
    identity = random_id(sent.get("id", ""))
    if identity is None:
        errors["form"] = _("这一页放得太久了。内容都还在，请再提交一次。")
    return Typed(identity, texts, {name: text for name, text in errors.items() if text})


def taken() -> str:
    """Say that somebody has this user name."""
    return _("这个用户名已经有人用了。请换一个。")
