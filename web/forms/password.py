"""A password as its owner chooses it: typed twice, long enough, none that everybody tries."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from models.account import PASSWORD_LENGTH, weakness

LONGEST = 200


def errors(user: str, sent: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong with `password` and `again`, by field."""
    password = sent.get("password", "")
    if fault := weakness(user, password) or ("long" if len(password) > LONGEST else ""):
        return {"password": sentence(fault)}
    if password != sent.get("again", ""):
        return {"again": _("两次输入的密码不一样。")}
    return {}


def sentence(fault: str) -> str:
    """Say why a password is refused."""
    return {
        "short": _("密码至少%(n)s个字符。", n=PASSWORD_LENGTH),
        "long": _("密码太长，最多%(n)s个字符。", n=LONGEST),
        "name": _("密码里不要有用户名。"),
        "common": _("这个密码太常见，别人很容易猜到。请换一个。"),
    }[fault]
