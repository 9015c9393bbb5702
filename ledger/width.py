"""Full-width and other scripts' digits and signs, as an input method leaves them in cells."""

from __future__ import annotations

# Only what looks like ASCII in another width: compatibility folding would turn 12² into 122.
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
NARROW |= {start + digit: ord("0") + digit for start in (0x0660, 0x06F0) for digit in range(10)}
NARROW |= {0x3000: " ", 0x00A0: " ", 0xFFE5: "¥", 0x2212: "-", 0x2013: "-", 0x2010: "-"}


def narrow(text: str) -> str:
    """Return `text` with half-width digits, letters, signs and spaces, without outer blanks."""
    if text.isascii():
        return text.strip()
    return text.translate(NARROW).strip()


def tight(text: str) -> str:
    """Return the narrow `text` without any blank."""
    return "".join(narrow(text).split())
