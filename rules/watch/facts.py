"""The facts that the watch needs. Names are the ledger's columns; units as in `rules.facts`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rules.facts import Portion, Terms


@dataclass(frozen=True, slots=True)
class Project:
    """One row of sheet 项目; money in fen, purchase in ten-thousandths of a kilogram."""

    number: str
    name: str
    year: int
    kind: str  # operating public household
    industry: bool
    department: str
    implementer: str
    village: str | None = None
    legacy: bool | None = None
    fund_central: int | None = None
    fund_region: int | None = None
    fund_prefecture: int | None = None
    fund_county: int | None = None
    fund_bond: int | None = None
    fund_xinjiang_aid: int | None = None
    fund_paired_aid: int | None = None
    fund_donation: int | None = None
    fund_other: int | None = None
    content: str | None = None
    approver: str | None = None
    user_in_charge: str | None = None
    mechanism: str | None = None
    expected_households: int | None = None
    expected_gain: int | None = None
    expected_jobs: int | None = None
    expected_purchase_kg: int | None = None
    capacity: int | None = None
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Asset:
    """One row of sheet 资产; life in ten-thousandths of a year, residual in hundred-thousandths."""

    number: str
    project: str
    name: str
    kind: str
    cost: int
    in_use_from: date
    life_years: int
    in_base: bool
    owner: str
    fixed: bool | None = None
    public_money: int | None = None
    residual: int | None = None
    exclusion_reason: str | None = None
    appraised: int | None = None
    appraised_on: date | None = None
    appraisal_department: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Business:
    """One row of sheet 经营主体."""

    number: str
    name: str
    kind: str
    grade: str | None = None
    village: str | None = None
    condition: str | None = None
    trouble: str | None = None
    posts: int | None = None
    priority_posts: int | None = None
    safe: bool | None = None
    revival: str | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """One row of sheet 农户, without a name: a rule needs none."""

    number: str
    village: str
    category: str | None = None  # lifted watched other
    low_income: bool | None = None
    farms: bool | None = None
    eligible: bool | None = None
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Village:
    """One row of sheet 行政村."""

    code: str
    qualified: bool | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CountyYear:
    """One row of sheet 县指标."""

    code: str
    year: int
    central_total: int | None = None
    central_industry: int | None = None
    farmer_income: int | None = None


@dataclass(frozen=True, slots=True)
class CollectivePlan:
    """One row of sheet 分配方案 with what the collective uses its income for (article 11)."""

    number: str
    village: str
    year: int
    received: int
    agreement: str | None = None
    use_industry: int | None = None
    use_posts: int | None = None
    use_upkeep: int | None = None
    use_welfare: int | None = None
    use_reserve: int | None = None
    use_other: int | None = None
    use_households: int | None = None
    basis: str | None = None
    decided_on: date | None = None
    posted_from: date | None = None
    posted_to: date | None = None
    due_on: date | None = None
    portions: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """The one-year LPR from its day on, in hundred-thousandths."""

    day: date
    rate: int


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the text leaves open, as a county has it on a day (docs/interpretation.md)."""

    issued_on: date | None = None  # the rules' day of issue; None: the year 2023 and no day
    lpr_day: str = "signing"  # signing or start: which day's LPR binds
    residual: int = 5000  # where the ledger leaves 残值率 empty
    income_fall: int | None = None  # a sudden fall of income, hundred-thousandths; None: not set
    stable_years: int | None = None  # 稳定: years that a link lasts; None: not set
    remedy_days: int | None = None  # 及时: days for a remedy; None: not set
    posting_days: int | None = None  # days that a plan is posted; None: not set
    query_phone: str | None = None  # whom to ask, on papers that are posted; None: not set
    dispute_answer_days: int = 7  # 及时: days for the first answer to a dispute
    dispute_mediate_days: int = 15  # for mediating it
    dispute_settle_days: int = 30  # for settling it
    dispute_silence_days: int = 30  # that the household has after an answer


@dataclass(frozen=True, slots=True)
class Roster:
    """What the roster of one agreement comes to."""

    households: int = 0
    quantified: int = 0  # sum of 量化金额 of households that hold today, fen
    left_out: tuple[str, ...] = ()  # labour-less low-income 脱贫户 of its villages without a share


@dataclass(frozen=True, slots=True)
class Deal:
    """One agreement with everything that the rules look at beside it."""

    number: str
    terms: tuple[Terms, ...]  # every row of every clause, by clause and day
    roster: Roster = Roster()
    business: Business | None = None
    project: Project | None = None
    assets: tuple[Asset, ...] = ()  # of sheet 协议资产
    rates: tuple[Rate, ...] = ()  # by day
    parameters: Parameters = field(default_factory=Parameters)
