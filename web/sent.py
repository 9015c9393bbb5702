"""What a browser sends, read in one way for every route."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from io import BytesIO
from typing import IO, Any

from flask import Request
from werkzeug.datastructures import FileStorage, ImmutableMultiDict
from werkzeug.datastructures.structures import iter_multi_items

NUL = "\x00"


class Fields(ImmutableMultiDict[str, Any]):
    """Fields of a form or a query, without NUL: no keyboard types it, PostgreSQL refuses it."""

    def __init__(self, sent: Any = ()) -> None:
        super().__init__([(_plain(name), _plain(value)) for name, value in _pairs(sent)])


class SentRequest(Request):
    """A request whose parts stay in memory: an upload is never spooled to a temporary file."""

    parameter_storage_class = Fields

    @cached_property
    def jar(self) -> dict[str, str]:
        """Return the cookies as a plain dictionary, which a page asks several times."""
        return self.cookies.to_dict()

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002 — werkzeug's signature
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        return BytesIO()


def _pairs(sent: Any) -> Iterable[tuple[str, Any]]:
    return iter_multi_items(sent) if sent else ()


def _plain(value: Any) -> Any:
    if isinstance(value, FileStorage):
        value.filename = (value.filename or "").replace(NUL, "")
    return value.replace(NUL, "") if isinstance(value, str) else value
