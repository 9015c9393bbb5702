"""The terms that an agreement must state: by its modes (article 10), and every one (15, 18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rules.article import Citation
from rules.clause import Clause
from rules.facts import Terms
from rules.watch.facts import Deal
from rules.watch.scope import public

YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Term:
    """One term and the words that ask for it; any one of `fields` states it.

    A field is a column of 协议, or `beneficiaries`, `listed` or `project` for what the ledger has
    elsewhere. `long` asks for it only where the clause runs for more than a year. `whole` belongs
    to the agreement, so that one clause states it for all.
    """

    code: str
    fields: tuple[str, ...]
    citation: Citation
    weight: str = "must"
    long: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A term that a clause does not state."""

    clause: int
    term: Term


ORDER = Citation("10(1)", "明确期限、内容、方式等")
CUSTODY = Citation("10(2)", "享受种养业分红")
SHARE = Citation("10(3)", "明确受益对象、合作期限、保底收益比例、收益发放形式、分红兑现时限等")
RENT = Citation("10(4)", "让脱贫户和监测对象获得稳定租金收入")
RENT_MOVES = Citation("10(4)", "实行实物计租货币结算、租金动态调整等计价方式")
WORK = Citation("10(5)", "明确用工时间、工资标准和工资发放方式等")
TRAINING = Citation("10(6)", "对农户开展产前、产中、产后业务培训服务和示范指导")
SERVICE = Citation("10(7)", "提供农业技术推广、农机作业、植物保护")
REDUCED = Citation("10(7)", "对脱贫户和监测对象实行服务费用减免政策")
CHAIN = Citation("10(8)", "明确合作期限、内容、方式以及退出等内容")
CORE = Citation("15", "明确联农带农数量、方式、保底收益和按股分红标准")
WAY_OUT = Citation("15", "进入退出机制及违约责任等核心内容")
MODEL = Citation(
    "18", "协议要明确项目编号名称、资金来源、产权归属、联农带农模式、各方权责、违约责任等"
)
WITNESS = Citation("18", "以第三方身份，组织所有权人与经营主体签订合作协议")

PRICE = ("floor_price", "premium")
RENTED = ("rent_price", "rent_crop_kg")
MOVED = ("rent_growth", "rent_step_amount", "rent_crop_kg")
GUARANTEE = ("guaranteed_rate", "guaranteed_amount")
RETURN = (*GUARANTEE, "profit_share")
CONTENT = ("crop", "service", "job", "land_area", "principal", "duties")
WAY = (*RETURN, *RENTED, *PRICE, "wage", "fee", "reduced_fee", "payment_form")

# Article 10, mode by mode: what the text says, in its order.
MODES = {
    "order": (
        Term("ends_on", ("ends_on",), ORDER),
        Term("crop", ("crop",), ORDER),
        Term("crop_kg", ("crop_kg",), ORDER),
        Term("floor_price", PRICE, ORDER),
    ),
    "custody": (Term("dividend", RETURN, CUSTODY),),
    "share": (
        Term("beneficiaries", ("beneficiaries",), SHARE),
        Term("ends_on", ("ends_on",), SHARE),
        Term("guaranteed_rate", GUARANTEE, SHARE),
        Term("payment_form", ("payment_form",), SHARE),
        Term("due_days", ("due_days",), SHARE),
    ),
    "land": (
        Term("rent_price", RENTED, RENT),
        Term("rent_growth", MOVED, RENT_MOVES, "advice", long=True),
    ),
    "work": (
        Term("work_time", ("work_time",), WORK),
        Term("wage", ("wage",), WORK),
        Term("wage_unit", ("wage_unit",), WORK),
        Term("payment_form", ("payment_form",), WORK),
    ),
    "training": (Term("service", ("service",), TRAINING),),
    "service": (
        Term("service", ("service",), SERVICE),
        Term("fee", ("fee",), REDUCED, "advice"),
        Term("reduced_fee", ("reduced_fee",), REDUCED, "advice"),
    ),
    "chain": (
        Term("ends_on", ("ends_on",), CHAIN),
        Term("content", CONTENT, CHAIN),
        Term("way", WAY, CHAIN),
        Term("exit_terms", ("exit_terms",), CHAIN, whole=True),
    ),
}
CORE_TERMS = (
    Term("households", ("households", "listed"), CORE, whole=True),
    Term("entry_terms", ("entry_terms",), WAY_OUT, whole=True),
    Term("exit_terms", ("exit_terms",), WAY_OUT, whole=True),
    Term("liability", ("liability", "penalty_rate"), WAY_OUT, whole=True),
)
# 保底收益和按股分红标准, of the agreements that have such a return.
STANDARD = Term("standard", (*RETURN, *RENTED), CORE)
MODEL_TERMS = (
    Term("project", ("project",), MODEL, whole=True),
    Term("source", ("source",), MODEL, whole=True),
    Term("ownership", ("ownership",), MODEL, whole=True),
    Term("duties", ("duties",), MODEL, whole=True),
    Term("liability", ("liability", "penalty_rate"), MODEL, whole=True),
    Term("witness", ("witness",), WITNESS, whole=True),
)


def filled(value: object) -> bool:
    """Say whether a cell states something; 0 does."""
    return value is not None and value not in {"", ()}


def states(row: Terms, term: Term, deal: Deal) -> bool:
    """Say whether a row of terms, or what lies beside it, states a term."""
    beside = {
        "beneficiaries": row.party != "household" or deal.roster.households > 0,
        "listed": deal.roster.households > 0,
        "project": deal.project is not None or filled(row.project),
    }
    return any(
        beside[field] if field in beside else filled(getattr(row, field)) for field in term.fields
    )


def has_return(row: Terms) -> bool:
    """Say whether a clause pays a return on what was put in (保底收益和按股分红)."""
    return row.mode in {"share", "custody"} or row.stake in {"debt", "equity", "lease"}


def runs_long(clause: Clause) -> bool:
    """Say whether a clause runs for more than a year, or without an end."""
    return clause.open_ended or clause.months(clause.first, clause.last) > YEAR


def gaps(deal: Deal, clauses: Sequence[Clause], on: date) -> list[Gap]:
    """Return every term that is left out, article by article, by the terms in force on a day.

    What belongs to the agreement as a whole is told about its first clause.
    """
    if not clauses:
        return []
    rows = [clause.terms_on(on) for clause in clauses]
    found = []
    for clause, row in zip(clauses, rows, strict=True):
        found += of_mode(deal, clause, row, rows)
        if has_return(row) and not states(row, STANDARD, deal):
            found.append(Gap(clause.number, STANDARD))
    asked = (*CORE_TERMS, *(MODEL_TERMS if public(rows, deal.project) else ()))
    left_out = [each for each in asked if not any(states(row, each, deal) for row in rows)]
    return found + [Gap(clauses[0].number, each) for each in left_out]


def of_mode(deal: Deal, clause: Clause, row: Terms, rows: Iterable[Terms]) -> list[Gap]:
    """Return what a clause leaves out of what article 10 asks of its mode."""
    return [
        Gap(clause.number, term)
        for term in MODES[row.mode]
        if (runs_long(clause) or not term.long)
        and not any(states(each, term, deal) for each in (rows if term.whole else [row]))
    ]
