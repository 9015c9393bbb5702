"""Folding for search: letters that keyboards and scripts write in several ways count as one."""

from __future__ import annotations

import unicodedata

# Persian and Arabic keyboards' letters beside the Uyghur ones; names have several middle dots.
SAME = str.maketrans(
    {
        **dict.fromkeys("ىيی", "ي"),
        **dict.fromkeys("ەھهہ", "ە"),
        "ک": "ك",
        **dict.fromkeys("•‧・･∙⋅.", "·"),
        **dict.fromkeys("\u0640 \u00a0\u3000", None),
        # What nobody sees and a pasted name may bring along: joiners, marks, turns of direction.
        **dict.fromkeys("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", None),
    }
)


def folded(text: str) -> str:
    """Return `text` as it is compared: one width, one case, one form of each letter."""
    return unicodedata.normalize("NFKC", text).casefold().translate(SAME)


def holds(text: str, words: str) -> bool:
    """Say whether `text` holds what was typed; nothing typed is held by every text."""
    return folded(words) in folded(text)


def find(text: str, words: str) -> tuple[int, int] | None:
    """Return where `text` first holds what was typed, as its own start and end; or None."""
    wanted = folded(words)
    letters = [(each, place) for place, letter in enumerate(text) for each in folded(letter)]
    start = "".join(each for each, _ in letters).find(wanted) if wanted else -1
    if start < 0:
        return None
    return letters[start][1], letters[start + len(wanted) - 1][1] + 1
