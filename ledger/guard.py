"""What a workbook must be before anything parses it: a small, whole, plain xlsx archive."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ledger.problem import Refused
from ledger.scan import CHUNK, refuse_encoding, refuse_markup

MEGABYTE = 1 << 20
PACKED = 20 * MEGABYTE
UNPACKED = 200 * MEGABYTE
RATIO = 200
MEMBERS = 2000
MAGIC = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "xls"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
)
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MACROS = re.compile(r"vbaProject|macrosheets/|dialogsheets/|activeX/", re.IGNORECASE)
MACRO_TYPES = (b"macroEnabled", b"vbaProject", b"macrosheet")
WORKBOOK = "xl/workbook.xml"


def archive(data: bytes) -> ZipFile:
    """Return the archive of a workbook whose outside is sound; its sheets are not read yet."""
    if not data:
        raise Refused("file_empty")
    if len(data) > PACKED:
        raise Refused("file_large", limit_mb=PACKED // MEGABYTE)
    if not data.startswith(b"PK"):
        raise _other(data)
    try:
        opened = ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("file_broken") from error
    _members(opened, len(data))
    _workbook(opened)
    return opened


def _other(data: bytes) -> Refused:
    kind = next((kind for magic, kind in MAGIC if data.startswith(magic)), "")
    if kind == "xls" and ENCRYPTED in data:
        return Refused("file_password")
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if not kind and start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml")):
        kind = "html"
    if not kind and b"\x00" not in data[:2000]:
        kind = "text"
    return Refused("file_kind", kind=kind or "other")


def _members(opened: ZipFile, packed: int) -> None:
    members = opened.infolist()
    if len(members) > MEMBERS:
        raise Refused("file_members", limit=MEMBERS)
    if len({member.filename for member in members}) < len(members):
        raise Refused("file_broken")
    total = sum(member.file_size for member in members)
    if total > UNPACKED or total > RATIO * packed or any(map(_dense, members)):
        raise Refused("file_bomb")
    for member in members:
        if member.flag_bits & 1:
            raise Refused("file_password")
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refused("file_broken")
        if MACROS.search(member.filename):
            raise Refused("file_macros")


def _dense(member: ZipInfo) -> bool:
    return member.file_size > MEGABYTE and member.file_size > RATIO * member.compress_size


def _workbook(opened: ZipFile) -> None:
    names = set(opened.namelist())
    if WORKBOOK not in names or "[Content_Types].xml" not in names:
        kinds = {"xl/workbook.bin": "xlsb", "content.xml": "ods"}
        raise Refused("file_kind", kind=next((k for n, k in kinds.items() if n in names), "zip"))
    types = opened.read("[Content_Types].xml")
    if any(mark in types for mark in MACRO_TYPES):
        raise Refused("file_macros")


def look_through(opened: ZipFile, member: str) -> None:
    """Read a part that is no sheet to its end: it must be whole, and free of entities."""
    with opened.open(member) as file:
        rest = b""
        while piece := file.read(CHUNK):
            if not rest:
                refuse_encoding(piece)
            refuse_markup(rest + piece)
            rest = piece[-16:]
