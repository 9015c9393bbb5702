"""Static files under names that hold their content's hash: compressed once, kept for ever.

Own stylesheets are small files for people; readers get one per direction, with WeUI in front.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import secrets
from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from web.config import ROOT
from web.headers import STATIC

try:
    import brotli
except ImportError:  # smaller still, but nothing needs it
    brotli = None

SOURCE = ROOT / "static"
PREFIX = "/static/"
FIRST = ("tokens", "base", "bar")
PACKED = {".css", ".js", ".svg"}
PLAIN = {".css", ".js", ".svg", ".woff2", ".png", ".txt", ".webmanifest", ".wasm"}
HASHED = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+$")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r" ?([{};,>]) ?")
URL = re.compile(r'url\("([^"]+)"\)')


class Assets:
    """The files as served: name as templates write it → address with the hash."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.addresses: dict[str, str] = {}
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted(SOURCE.rglob("*")):
            if path.is_file() and path.suffix in PLAIN - {".css"}:
                self._add(path.relative_to(SOURCE).as_posix(), path.read_bytes())
        for name, text in bundles().items():
            self._add(name, URL.sub(self._link, text).encode())

    def address(self, name: str) -> str:
        """Return the address of a file by its name under static/ (or of a bundle)."""
        return self.addresses[name]

    def _link(self, found: re.Match[str]) -> str:
        return f"url({self.addresses.get(found[1], found[1])})"

    def _add(self, name: str, data: bytes) -> None:
        stem, dot, ending = name.rpartition(".")
        hashed = f"{stem.replace('/', '-')}.{hashlib.sha256(data).hexdigest()[:10]}{dot}{ending}"
        self.addresses[name] = PREFIX + hashed
        self._write(hashed, data)
        if f".{ending}" in PACKED:
            self._write(f"{hashed}.gz", lambda: gzip.compress(data, 9, mtime=0))
        if brotli is not None and f".{ending}" in PACKED:
            self._write(f"{hashed}.br", lambda: smallest(data))

    def _write(self, name: str, data: bytes | Callable[[], bytes]) -> None:
        path = self.target / name
        if path.exists():
            return
        draft = path.with_name(f".{secrets.token_hex(8)}")
        draft.write_bytes(data() if callable(data) else data)
        draft.replace(path)


@cache
def smallest(data: bytes) -> bytes:
    """Compress a file with brotli, once for all applications of a process."""
    return brotli.compress(data) if brotli is not None else data


def bundles() -> dict[str, str]:
    """Return the stylesheets that pages link: one per direction, and staff's beside them."""
    own = sorted((SOURCE / "style").glob("*.css"), key=_order)
    shared = "".join(smaller(p.read_text("utf-8")) for p in own if not _is_staff(p))
    staff = "".join(smaller(p.read_text("utf-8")) for p in own if _is_staff(p))
    return {
        "ltr.css": _vendor("weui.css") + shared,
        "rtl.css": _vendor("weui.rtl.css") + shared,
        "staff.css": staff,
    }


def _order(path: Path) -> tuple[int, str]:
    return (FIRST.index(path.stem) if path.stem in FIRST else len(FIRST), path.stem)


def _is_staff(path: Path) -> bool:
    return path.stem == "staff" or path.stem.startswith("staff-")


def _vendor(name: str) -> str:
    path = SOURCE / "vendor" / name
    return path.read_text("utf-8") + "\n" if path.exists() else ""


def smaller(text: str) -> str:
    """Return a stylesheet of ours without comments and idle space."""
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", text))).strip()


def init(app: Flask) -> None:
    """Prepare the files and serve them in front of Flask."""
    assets = Assets(Path(app.config["INSTANCE"]) / "static")
    app.jinja_env.globals["asset"] = assets.address
    app.extensions["assets"] = assets
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(assets.target),
        prefix=PREFIX,
        add_headers_function=_add_headers,
        immutable_file_test=lambda _, address: bool(HASHED.search(address)),
    )


def _add_headers(headers: object, _path: str, _address: str) -> None:
    for name, value in STATIC:
        headers[name] = value  # type: ignore[index]
