"""Errors as pages in the reader's language: what happened and what to do now, never a trace."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, g, render_template
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import HTTPException

from models import outage
from models.scope import NotTheirs
from web import access, again, csrf, language
from web.again import Again
from web.finished import Unreadable
from web.paper import NoFont

FULL = HTTPStatus.INSUFFICIENT_STORAGE


@dataclass(frozen=True, slots=True)
class Page:
    """An error page."""

    status: int
    title: str
    text: str
    again: Again | None = None


TEXTS: dict[int | str, tuple[LazyString, LazyString]] = {
    400: (_l("这次请求看不明白"), _l("请返回上一页，再试一次。")),
    401: (_l("请先登录"), _l("登录后再打开这一页。")),
    403: (
        _l("没有保存"),
        _l("这次提交不是从本站页面发出的，所以没有接受。请打开本站页面再操作一次。"),
    ),
    404: (_l("没有这一页"), _l("地址可能写错了，或者已经失效。请核对地址，或回到首页。")),
    405: (_l("这一页不能这样打开"), _l("请回到首页，从页面上的按钮进入。")),
    409: (_l("内容已经变了"), _l("别人刚刚改过同一条内容。请返回，看看最新的内容再操作。")),
    410: (_l("已经失效"), _l("这个地址已经不用了。请回到首页。")),
    413: (_l("文件太大"), _l("请把文件分成几个小的，再分别上传。")),
    415: (_l("这种文件不能用"), _l("请换成页面上写明的格式再试。")),
    422: (_l("有内容填得不对"), _l("请返回上一页，改正后再提交。")),
    429: (_l("试的次数太多"), _l("请过一会儿再试。")),
    500: (_l("系统出了问题"), _l("这是我们的问题，不是您的错。请过几分钟再试。")),
    503: (_l("现在太忙"), _l("您的操作还没有保存。请过一会儿再试。")),
    507: (
        _l("现在存不进去"),
        _l("服务器的存储空间满了，刚才的操作没有保存。以前保存的都还在。请过一会儿再试。"),
    ),
    "away": (
        _l("数据暂时用不了"),
        _l("刚才的操作没有保存。以前保存的都还在。请过一会儿再试。"),
    ),
    "font": (
        _l("现在打印不了"),
        _l("服务器上缺少打印用的字体。请联系系统管理员安装，别的功能不受影响。"),
    ),
    "unreadable": (
        _l("现在打印不了"),
        _l("有二维码印出来读不出，没有交给您。请再试一次；还不行，请联系系统管理员。"),
    ),
}


def init(app: Flask) -> None:
    """Answer every error with a page."""
    app.register_error_handler(HTTPException, _http)
    for each in outage.OUTAGES:
        app.register_error_handler(each, _database)
    app.register_error_handler(NotTheirs, _gone)  # gone since the request looked
    app.register_error_handler(NoFont, _font)
    app.register_error_handler(Unreadable, _unreadable)
    app.register_error_handler(Exception, _unexpected)


def _http(error: HTTPException) -> Response:
    if error.response is not None:
        return error.response  # type: ignore[return-value]
    response = page(error.code or 500)
    if error.code == HTTPStatus.METHOD_NOT_ALLOWED and getattr(error, "valid_methods", None):
        response.headers["Allow"] = ", ".join(error.valid_methods)  # type: ignore[attr-defined]
    return response


def _database(error: Exception) -> Response:
    """Say that nothing was stored, and keep what was typed."""
    current_app.logger.error("database: %s", error, exc_info=error)
    found = outage.kind(error)
    status = FULL if found == "full" else HTTPStatus.SERVICE_UNAVAILABLE
    response = page(status, "away" if found == "away" else "", again.of_request())
    response.headers["Retry-After"] = "5"
    return response


def _gone(_error: Exception) -> Response:
    return page(HTTPStatus.NOT_FOUND)


def _font(error: Exception) -> Response:
    current_app.logger.error("%s", error)
    return page(HTTPStatus.SERVICE_UNAVAILABLE, "font")


def _unreadable(error: Exception) -> Response:
    current_app.logger.error("%s", error)
    return page(HTTPStatus.SERVICE_UNAVAILABLE, "unreadable")


def _unexpected(error: Exception) -> Response:
    if current_app.testing:
        raise error
    current_app.logger.error("unexpected error", exc_info=error)
    return page(HTTPStatus.INTERNAL_SERVER_ERROR)


def page(status: int, reason: str = "", sent: Again | None = None) -> Response:
    """Return the page of an error; one that came before the reader was known gets defaults."""
    if "lang" not in g:
        language.speak(language.DEFAULT)
    for name, value in (("who", access.ANYONE), ("size", "normal"), ("theme", "auto")):
        if name not in g:
            setattr(g, name, value)
    csrf.leave_mark(wanted=status == HTTPStatus.FORBIDDEN)
    title, text = TEXTS.get(
        reason or status, TEXTS[400] if status < HTTPStatus.INTERNAL_SERVER_ERROR else TEXTS[500]
    )
    shown = Page(status, str(title), str(text), sent)
    return Response(render_template("error/show.html", page=shown), status, mimetype="text/html")
