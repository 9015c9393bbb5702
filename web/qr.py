"""QR codes as one SVG path, small enough to stand inside a page or on a printed card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

MASK = 2  # any of the eight
QUIET = 4  # modules of white on every side; a scanner needs them


@dataclass(frozen=True, slots=True)
class Code:
    """A code: modules from side to side, the white rim included, and the path of the black ones."""

    size: int
    path: str


def card_address(base: str, token: str) -> str:
    """Return what a card's code says, in capitals: a code of capitals and digits is coarser."""
    return f"{base}/c/{token}".upper()


def link_address(base: str, token: str) -> str:
    """Return what the code of a business's link says, in capitals like a card's."""
    return f"{base}/b/{token}".upper()


def poster_address(base: str, code: str) -> str:
    """Return what the code of a campaign's poster says, in capitals like a card's."""
    return f"{base}/q/{code}".upper()


def poster_code(base: str, code: str) -> Code:
    """Return a poster's code; it hangs in wind and weather (level Q)."""
    return encode(poster_address(base, code), ERROR_CORRECT_Q)


def card_code(base: str, token: str) -> Code:
    """Return a card's code; a quarter of it may be dirty or worn (level Q)."""
    return encode(card_address(base, token), ERROR_CORRECT_Q)


def page_code(address: str) -> Code:
    """Return the code of a page for screens and posters (level M)."""
    return encode(address, ERROR_CORRECT_M)


def encode(text: str, level: int = ERROR_CORRECT_M) -> Code:
    """Return the code of `text`."""
    return _code(_made(text, level))


def _code(made: QRCode, *, fit: bool = True) -> Code:
    made.make(fit=fit)
    return Code(made.modules_count + 2 * QUIET, _path(made.modules))


def drawn_alike(texts: Sequence[str], level: int = ERROR_CORRECT_Q) -> list[Code]:
    """Return the codes of many texts of one length in a fifth of the time.

    What takes the time is to try eight masks for each text. One mask is as valid for all, only not
    the best for each: whoever prints them reads them back.
    """
    if not texts:
        return []
    version = _made(texts[0], level).version
    return [_code(_made(text, level, version, MASK), fit=False) for text in texts]


def _made(text: str, level: int, version: int | None = None, mask: int | None = None) -> QRCode:
    made = QRCode(version=version, error_correction=level, border=0, mask_pattern=mask)
    made.add_data(text)
    return made


def _path(modules: list[list[bool | None]]) -> str:
    """Draw each run of black modules of a row as one rectangle."""
    parts = []
    for y, row in enumerate(modules, QUIET):
        x = QUIET
        for black, run in groupby(row):
            length = len(list(run))
            if black:
                parts.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(parts)


def svg(code: Code) -> str:
    """Return the code as a file of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{code.size}v{code.size}H0z"/>'
        f'<path d="{code.path}"/></svg>'
    )
