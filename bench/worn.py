"""A sheet with codes as a phone meets it: scanned in 150 dpi, turned, out of focus, dirty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

import pypdfium2
import zxingcpp
from pypdfium2 import raw

SCALE = 150 / 72
TURN = 7  # degrees
BLURS = 4  # halvings with the neighbour in each direction: a deviation of one dot
SMUDGE = 0.05  # of a code's surface, in its middle
QR = zxingcpp.barcode_formats_from_str("QRCode")


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey dots, row after row."""

    width: int
    height: int
    dots: bytes


def pictures(pdf: bytes, degrees: float = 0) -> Iterator[Picture]:
    """Draw each sheet, turned about its middle."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _drawn(page, degrees)
    finally:
        document.close()


def _drawn(page: Any, degrees: float) -> Picture:
    across, down = page.get_size()
    room = 1.15 if degrees else 1
    width, height = int(across * SCALE * room), int(down * SCALE * room)
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    a, b = SCALE * cos(radians(degrees)), SCALE * sin(radians(degrees))
    x, y = across / 2, down / 2
    matrix = raw.FS_MATRIX(a, b, -b, a, width / 2 - a * x + b * y, height / 2 - b * x - a * y)
    whole = raw.FS_RECTF(0, height, width, 0)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, whole, 0)
    rows = memoryview(bitmap.buffer).cast("B")
    kept = b"".join(rows[n * bitmap.stride :][:width].tobytes() for n in range(height))
    return Picture(width, height, kept)


def blurred(sheet: Picture) -> Picture:
    """Put it out of focus: every dot halved with its neighbour, again and again."""
    size = len(sheet.dots)
    even = int.from_bytes(b"\xfe" * size)
    dots = int.from_bytes(sheet.dots)
    for step in (8, 8 * sheet.width):
        for _ in range(BLURS):
            dots = ((dots & even) >> 1) + (((dots >> step) & even) >> 1)
    return Picture(sheet.width, sheet.height, dots.to_bytes(size))


def smudged(sheet: Picture) -> Picture:
    """Lay a black spot on the middle of every code."""
    dots = bytearray(sheet.dots)
    for code in found(sheet):
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        x, y = sum(each.x for each in corners) // 4, sum(each.y for each in corners) // 4
        side = max(each.x for each in corners) - min(each.x for each in corners)
        half = int(side * SMUDGE**0.5 / 2)
        for row in range(y - half, y + half):
            start = row * sheet.width + x - half
            dots[start : start + 2 * half] = bytes(2 * half)
    return Picture(sheet.width, sheet.height, bytes(dots))


def found(sheet: Picture) -> list[Any]:
    """Return the codes that can be read."""
    seen = memoryview(sheet.dots).cast("B", (sheet.height, sheet.width))
    return zxingcpp.read_barcodes(seen, formats=QR)


def texts(pdf: bytes, wear: str = "") -> list[str]:
    """Return what can be read of all codes: clean, or after "turn", "blur" or "smudge"."""
    change = {"blur": blurred, "smudge": smudged}.get(wear, lambda sheet: sheet)
    sheets = pictures(pdf, TURN if wear == "turn" else 0)
    return [code.text for sheet in sheets for code in found(change(sheet))]
