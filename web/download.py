"""Workbooks to keep: under a name that says what they are, stored by no cache on the way."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_IN_A_NAME = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))


def workbook(data: bytes, name: str) -> Response:
    """Return a workbook as a download named `name`.xlsx."""
    file = f"{name.translate(NOT_IN_A_NAME)}.xlsx"
    response = Response(data, mimetype=XLSX)
    # A browser that does not know the second form takes the first.
    plain = "liannong.xlsx"
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file)}"
    )
    response.headers["Cache-Control"] = "no-store"
    return response
