"""A joint chain 联合带动, agreement by agreement up to its head (article 10(8))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rules.facts import Terms
from rules.line import Finding
from rules.watch.facts import Deal


def findings(deal: Deal, uppers: Mapping[str, Sequence[Terms]], on: date) -> list[Finding]:
    """Return the broken links of one agreement to the agreements above it.

    `uppers` are the terms of agreements by number; those that 上级协议编号 leads to, step by step,
    are enough. Each link is judged once, from below.
    """
    raise NotImplementedError
