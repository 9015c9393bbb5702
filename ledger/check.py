"""What the cells of one row must be to one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ledger.column import COLUMNS

Values = Mapping[str, Any]
Finding = tuple[str, str, dict[str, Any]]  # field, code, params
TAKEN_BACK = frozenset({"reversal", "returned"})
PROFIT = ("result.profit", "result.net", "result.loss_covered", "result.reserve")
PERIODS = {
    "agreement": ("agreement.starts_on", "agreement.ends_on"),
    "share": ("share.joined_on", "share.left_on"),
    "plan": ("plan.posted_from", "plan.posted_to"),
}


def _agreement(values: Values) -> Iterator[Finding]:
    if values["agreement.party"] != "household" and not values.get("agreement.party_number"):
        yield "agreement.party_number", "party_number", {}


def _result(values: Values) -> Iterator[Finding]:
    profit, *parts = tuple[Any, ...](values.get(name) for name in PROFIT)
    if profit is None or None in parts:
        return
    net, loss, reserve = parts
    if profit != net - loss - reserve:
        yield PROFIT[0], "profit", {"expected_fen": net - loss - reserve}


def _payment(values: Values) -> Iterator[Finding]:
    amount = values["payment.amount"]
    if values["payment.type"] in TAKEN_BACK:
        if amount >= 0:
            yield "payment.amount", "negative", {}
    elif amount <= 0:
        yield "payment.amount", "positive", {}


CHECKS: dict[str, Callable[[Values], Iterator[Finding]]] = {
    "agreement": _agreement,
    "result": _result,
    "payment": _payment,
}


def findings(table: str, values: Values) -> list[Finding]:
    """Return what is wrong with a row whose cells are each right."""
    check = CHECKS.get(table)
    found = list(check(values)) if check else []
    if table in PERIODS:
        first, last = PERIODS[table]
        start, end = values.get(first), values.get(last)
        if start is not None and end is not None and end < start:
            found.append(
                (last, "order", {"column": COLUMNS[first].heading, "value": start.isoformat()})
            )
    return found
