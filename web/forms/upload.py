"""Workbooks that a county sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from uuid import UUID, uuid4

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

MOST_FILES = 20
MEGABYTE = 1 << 20
RANDOM = 4  # version of the ids that hold no time
TOO_LARGE, WRONG = 413, 422


@dataclass(frozen=True, slots=True)
class Upload:
    """Names and contents of the files, or what is wrong with them."""

    id: UUID
    files: Sequence[tuple[str, bytes]] = field(default=(), repr=False)
    error: str = ""
    status: int = WRONG


def read(sent: Mapping[str, str], files: Sequence[FileStorage], most: int) -> Upload:
    """Read the form. An upload without an id of its own gets one."""
    name = _id(sent.get("id", ""))
    chosen = [file for file in files if file.filename]
    if not chosen:
        return Upload(name, error=_("还没有选工作簿。请先选一个或几个 .xlsx 文件，再上传。"))
    if len(chosen) > MOST_FILES:
        return Upload(name, error=_("一次最多上传 %(n)s 个工作簿。请分几次上传。", n=MOST_FILES))
    read_files = [(PurePath(file.filename or "").name, file.stream.read()) for file in chosen]
    if sum(len(data) for _, data in read_files) > most:
        return Upload(name, error=too_large(most), status=TOO_LARGE)
    return Upload(name, read_files)


def too_large(most: int) -> str:
    """Say that the files together are too large."""
    return _(
        "这些文件合起来超过了 %(n)s MB。请分成几次，或分成几个工作簿再上传。", n=most // MEGABYTE
    )


def _id(text: str) -> UUID:
    try:
        found = UUID(text)
    except ValueError:
        return uuid4()
    return found if found.version == RANDOM else uuid4()
