"""The facts that the rules need: frozen, whole numbers, no calendar time of day.

Units in every layer: money is fen; `_e4` quantities (area, kilograms, shares, work units, persons'
basis) and yuan-per-kg prices are ten-thousandths; rates are hundred-thousandths (3.45 % = 3450).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

COLLECTIVE = "村集体"
OTHERS = "其他股东"
SATURDAY = 5  # as date.weekday() counts


@dataclass(frozen=True, slots=True)
class DueDay:
    """One day of 兑现时限: month and day, this year or the next, and its ratio."""

    month: int
    day: int
    next_year: bool = False
    ratio: int = 1


@dataclass(frozen=True, slots=True)
class Terms:
    """One row of sheet 协议: the terms of a clause from `in_force_from` until its next row."""

    agreement: str
    clause: int
    in_force_from: date
    starts_on: date
    signed_on: date
    ends_on: date | None = None
    business: str = ""
    party: str = "household"
    party_number: str = ""
    mode: str = "share"
    stake: str | None = None
    source: str | None = None
    year_kind: str = "calendar"
    principal: int | None = None
    shares: int | None = None
    guaranteed_rate: int | None = None
    guaranteed_amount: int | None = None
    profit_share: int | None = None
    combination: str = "add"
    pays_from_year: int | None = None
    record_day: tuple[int, int] | None = None
    unit: str = "fen"
    remainder: str = "largest"
    land_area: int | None = None
    rent_kind: str | None = None
    rent_price: int | None = None
    rent_growth: int | None = None
    rent_step_amount: int | None = None
    rent_step_years: int = 1
    rent_crop: str | None = None
    rent_crop_kg: int | None = None
    rent_price_day: tuple[int, int] | None = None
    crop: str | None = None
    crop_kg: int | None = None
    floor_price: int | None = None
    premium: int | None = None
    wage: int | None = None
    wage_unit: str | None = None
    work_time: int | None = None
    service: str | None = None
    fee: int | None = None
    reduced_fee: int | None = None
    reduced_for: str = "assisted"
    due_days: tuple[DueDay, ...] = ()
    # What no figure needs and the rules still ask for (articles 10, 13, 15, 18).
    project: str | None = None
    written_reason: str | None = None
    upstream: str | None = None
    households: int | None = None
    job: str | None = None
    payment_form: str | None = None
    entry_terms: str | None = None
    exit_terms: str | None = None
    liability: str | None = None
    penalty_rate: int | None = None
    duties: str | None = None
    ownership: str | None = None
    witness: str | None = None
    template: str | None = None
    buyback_price: int | None = None
    buyback_on: date | None = None
    buyback_by: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """One row of sheet 受益: what a holder has (a household, 村集体 or 其他股东), and when."""

    clause: int
    holder: str
    joined_on: date
    left_on: date | None = None
    shares: int | None = None
    amount: int | None = None
    area: int | None = None
    persons: int = 1


@dataclass(frozen=True, slots=True)
class Result:
    """One round of 经营结果."""

    clause: int
    year: int
    round: int
    confirmed_on: date
    profit: int | None = None
    per_share: int | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    clause: int
    household: str
    number: str
    day: date
    kg: int
    price: int | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    clause: int
    household: str
    to_day: date
    units: int


@dataclass(frozen=True, slots=True)
class Portion:
    """One household of a plan: its basis (None counts as 1) or a stated amount."""

    household: str
    basis: int | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A distribution plan 分配方案; `pot` is 分户金额, None when the sheet leaves it empty."""

    number: str
    village: str
    year: int
    pot: int | None
    agreement: str | None = None
    basis: str | None = None
    unit: str = "fen"
    decided_on: date | None = None
    due_on: date | None = None
    portions: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class Payment:
    """One row of 发放. `agreement` is an agreement or a plan number; `holder` as written there."""

    agreement: str
    holder: str
    year: int
    amount: int
    paid_on: date
    voucher: str
    type: str = "normal"
    instalment: int | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """A list price of 市价, in force from its day until the next of the same crop."""

    crop: str
    day: date
    price: int


@dataclass(frozen=True, slots=True)
class Stated:
    """One row of 简表: what somebody stated, not computed."""

    household: str
    business: str
    mode: str
    year: int
    due: int | None = None
    due_on: date | None = None
    paid: int | None = None
    paid_on: date | None = None


def every_weekday(day: date) -> bool:
    """The calendar used where none is given: Monday to Friday are working days."""
    return day.weekday() < SATURDAY


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one agreement (or of one plan without an agreement: `terms` is then empty)."""

    agreement: str
    terms: tuple[Terms, ...] = ()
    shares: tuple[Share, ...] = ()
    results: tuple[Result, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    plans: tuple[Plan, ...] = ()
    payments: tuple[Payment, ...] = ()
    prices: tuple[Price, ...] = ()
    assisted: frozenset[str] = frozenset()  # households that are 脱贫户 or 监测对象
    working_day: Callable[[date], bool] = field(default=every_weekday, compare=False)
