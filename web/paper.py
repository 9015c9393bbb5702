"""Papers as PDF: a template of `templates/print/` filled with words and figures in both languages.

A template gets its data as JSON and nothing is ever put together as markup, so that whatever
somebody typed stays text. A paper is in both languages for everybody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import typst

from web.config import ROOT
from web.language import in_each

TEMPLATES = ROOT / "templates" / "print"
# What a paper is set in, and the Debian package that brings it.
FONTS = {"Noto Naskh Arabic": "fonts-noto-core", "Noto Sans CJK SC": "fonts-noto-cjk"}
FIRST, END = "\u2066", "\u2069"  # what stands between them reads from left to right

Pair = Mapping[str, str]  # language → text


class NoFont(RuntimeError):
    """A font is missing, so letters would be missing on the paper."""


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the paper that `template` (`agreement.typ`) makes of `data`; raise NoFont.

    `data["paper"]` has title, header and footer, each in both languages (part.typ).
    """
    need_fonts()
    made = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,  # _fonts() has found them
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    if not isinstance(made, bytes):
        raise TypeError(f"{template}: not one file")
    return made


def need_fonts() -> None:
    """Raise NoFont where letters would be missing: before something is made once only."""
    if packages := missing():
        names = " ".join(packages)
        raise NoFont(f"papers need fonts that are not installed: apt install {names}")


def missing() -> list[str]:
    """Return the packages of the fonts that are not installed."""
    families = set(_fonts().families())
    return sorted(package for family, package in FONTS.items() if family not in families)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Return the fonts of this machine, looked for once."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


def both(say: Callable[[], object]) -> dict[str, str]:
    """Return what `say` says in each language."""
    return {language.code: str(say()) for language in in_each()}


def alone(value: object) -> str:
    """Isolate a number, day or code, so that it keeps its order between Uyghur words."""
    return f"{FIRST}{value}{END}"
