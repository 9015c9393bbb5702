"""Write a .gz and a .br beside each static file that gains from it, and drop those of files gone.

Only what changed since is written anew, so that this may run before every start.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

STATIC = Path("static")
PACKERS = {
    ".gz": lambda data: gzip.compress(data, compresslevel=9, mtime=0),
    ".br": lambda data: brotli.compress(data, quality=11),
}
GAINS = {".css", ".js", ".json", ".svg", ".wasm", ".webmanifest"}
SMALLEST = 200  # below this the header costs more than it saves


def packed(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def compress(path: Path) -> None:
    """Write the packed forms of one file that are missing or older than it."""
    data = path.read_bytes()
    for ending, pack in PACKERS.items():
        target = packed(path, ending)
        if target.exists() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        target.write_bytes(pack(data))


def worth_it(path: Path) -> bool:
    return path.suffix in GAINS and path.stat().st_size >= SMALLEST


def main() -> None:
    """Compress everything below static/."""
    files = [path for path in sorted(STATIC.rglob("*")) if path.is_file()]
    for path in files:
        if path.suffix in PACKERS:
            source = path.with_suffix("")
            if not (source.exists() and worth_it(source)):
                path.unlink()
        elif worth_it(path):
            compress(path)


if __name__ == "__main__":
    main()
