"""What a contract adds for each day of lateness 违约金日率 (articles 15 and 18: 违约责任)."""

from __future__ import annotations

from rules import number
from rules.line import Step
from rules.step import KINDS


def penalty(rest: int, rate: int, days: int) -> Step:
    """Return how the penalty was computed: its value is yuan, rounded half up to a fen.

    `rest`: fen that are late; `rate`: hundred-thousandths a day; `days`: from the first late day.
    It is what the contract says on the sum that is still open, and never part of what is due.
    """
    value = number.money(number.half_up(rest * rate * days, 1, number.RATE))
    formula = f"{number.money(rest)}×{number.exact(rate, number.RATE)}×{days}={value}"
    params = (
        ("rest", number.money(rest)),
        ("rate", number.percent(rate)),
        ("days", str(days)),
    )
    return Step("penalty", formula, value, "yuan", KINDS["penalty"].citation.article, params)
