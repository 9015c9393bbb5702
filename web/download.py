"""Files to keep: under a name that says what they are, stored by no cache on the way."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
}
NOT_IN_A_NAME = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))


def file(data: bytes, name: str, kind: str) -> Response:
    """Return `data` as a download named `name`; `kind` is one of KINDS and ends the name."""
    full = f"{name.translate(NOT_IN_A_NAME)}.{kind}"
    response = Response(data, mimetype=KINDS[kind])
    # A browser that does not know the second form takes the first.
    plain = f"liannong.{kind}"
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(full)}"
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def workbook(data: bytes, name: str) -> Response:
    """Return a workbook as a download named `name`.xlsx."""
    return file(data, name, "xlsx")
