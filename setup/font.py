"""Cut Noto Naskh Arabic down to what Uyghur text needs: static/vendor/naskh.woff2.

The package brings the Arabic and the Latin part as two files; ours holds the Uyghur letters, their
marks, the digits and the marks that Uyghur shares with Latin, in one weight.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path("node_modules/@fontsource/noto-naskh-arabic/files")
TARGET = Path("static/vendor/naskh.woff2")
# The 32 letters, hamza's seat and its other spelling, and the lengthening stroke.
LETTERS = "ئابپتجچخدرزژسشغفقكگڭلمنوۇۆۈۋېەھىيـ"
MARKS = "،؛؟٪«»–—…" + " !\"#%&'()*+,-./:;<=>?" + "0123456789"
JOINERS = "\u200c\u200d\u200e"


def part(name: str, characters: str) -> Path:
    """Write one part, cut down to the characters, and return where."""
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    font = TTFont(SOURCE / f"noto-naskh-arabic-{name}-400-normal.woff2")
    cutter = Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(font)
    font.flavor = None
    path = TARGET.with_name(f"{name}.ttf")
    font.save(path)
    return path


def build() -> None:
    """Write the font."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    # A character may come from one part only: the space is in both.
    parts = [part("arabic", LETTERS + "،؛؟٪" + JOINERS), part("latin", MARKS)]
    font = Merger().merge([str(path) for path in parts])
    font.flavor = "woff2"
    font.save(TARGET)
    for path in parts:
        path.unlink()


if __name__ == "__main__":
    build()
