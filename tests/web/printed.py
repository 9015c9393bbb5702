"""What stands on a paper, read from the file that a printer or an office would get."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import zxingcpp

OFFICE = shutil.which("soffice")
ISOLATES = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _run(*words: object) -> str:
    done = subprocess.run(words, check=True, capture_output=True, timeout=150)
    return done.stdout.decode()


def words_of(pdf: Path) -> list[str]:
    """Return what stands together on the pages, its letters from left to right as printed."""
    found = re.findall(r"<word[^>]*>(.*?)</word>", _run("pdftotext", "-bbox", pdf, "-"))
    return [ISOLATES.sub("", word).strip() for word in found]


def text_of(pdf: Path) -> str:
    """Return the text in the order in which it is read, without its blanks."""
    return re.sub(r"\s", "", ISOLATES.sub("", _run("pdftotext", "-raw", pdf, "-")))


def fonts_of(pdf: Path) -> dict[str, bool]:
    """Return the fonts of a paper and whether each is in the file."""
    found = [line.split() for line in _run("pdffonts", pdf).splitlines()[2:]]
    # … emb sub uni object ID
    return {words[0].rpartition("+")[2]: words[-5] == "yes" for words in found}


def converted(word: Path) -> Path:
    """Return what LibreOffice prints of a Word file, as PDF."""
    profile = word.parent / "profile"
    _run(
        *(OFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"),
        *("--outdir", word.parent, word),
    )
    return word.with_suffix(".pdf")


def sheets_of(pdf: Path) -> list[memoryview]:
    """Return each sheet as a grey picture of 150 dpi."""
    _run("pdftoppm", "-r", "150", "-gray", pdf, pdf.with_suffix(""))
    found = []
    for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm")):
        _kind, size, _depth, dots = path.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        found.append(memoryview(dots).cast("B", (height, width)))
        path.unlink()
    return found


def codes_of(pdf: Path) -> list[str]:
    """Return what the codes on the sheets say, from above to below."""
    found = []
    for sheet in sheets_of(pdf):
        read = zxingcpp.read_barcodes(sheet)
        found += [each.text for each in sorted(read, key=lambda each: each.position.top_left.y)]
    return found
