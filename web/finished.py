"""Finished PDFs: what their QR codes say is read back, and several become one.

Nothing with a code is handed on before its codes were read from the file that would be printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from io import BytesIO
from threading import Lock
from typing import Any

import pypdfium2
import zxingcpp

QR = zxingcpp.barcode_formats_from_str("QRCode")
PDFIUM = Lock()  # the library is used by one thread at a time
SCALE: Any = 150 / 72  # dots an inch over points an inch; typed as whole in pypdfium2


class Unreadable(RuntimeError):
    """A code of the finished PDF cannot be read, or says something else."""


def checked(pdf: bytes, addresses: Sequence[str]) -> bytes:
    """Return a PDF whose codes say just these; raise Unreadable where they do not."""
    read_back(pdf, addresses)
    return pdf


def read_back(pdf: bytes, addresses: Sequence[str]) -> None:
    """Raise Unreadable unless the codes of a PDF, as printed in 150 dpi, say just these."""
    found: list[str] = []
    with PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            with closing(page), closing(page.render(scale=SCALE, grayscale=True)) as picture:
                grey = memoryview(picture.buffer).cast("B")
                seen = grey.cast("B", (picture.height, picture.stride))
                found += [code.text for code in zxingcpp.read_barcodes(seen, formats=QR)]
    if sorted(found) != sorted(addresses):
        raise Unreadable(f"{len(set(addresses) - set(found))} of {len(addresses)} not read")


def joined(parts: Iterable[bytes]) -> bytes:
    """Return several PDFs as one."""
    kept = BytesIO()
    with PDFIUM, closing(pypdfium2.PdfDocument.new()) as whole:
        for part in parts:
            with closing(pypdfium2.PdfDocument(part)) as own:
                whole.import_pages(own)
        whole.save(kept)
    return kept.getvalue()
