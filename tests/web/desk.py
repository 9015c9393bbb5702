"""Invented agreements at the signing table: the terms of each way of linking, as typed."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from models import signing
from models.database import write
from models.ids import derive
from models.place import Place
from models.project import Asset, Project
from models.rate import Lpr
from models.roster import Holding
from tests.web import farm

TODAY = date(2026, 11, 23)
PLACE = farm.VILLAGE[:9]
COUNTY = farm.VILLAGE[:6]
OTHER_VILLAGE = "652301101200"
PROJECT = "P-2026-7"
ASSET = "Z-羊舍-1"
# What every agreement states.
CORE = {
    "number": "玛-2026/9",
    "business": farm.COOPERATIVE,
    "party": "household",
    "signed_on": "2026-11-20",
    "starts_on": "2027-01-01",
    "ends_on": "2029-12-31",
    "households": "2",
    "entry_terms": "向村委会申请，成员会议同意并公示七日。",
    "exit_terms": "提前三十日告知，三十日内结清。",
    "liability": "晚付的按日加付违约金。",
    "penalty_rate": "0.05",
    "duties": "甲方按时交付，乙方按时付款，第三方督促。",
    "project": PROJECT,
    "source": "quantified_aid",
    "ownership": "归村集体，收益权量化到户。",
    "witness": "农业农村局",
    "template": "2026-1",
    "payment_form": "one_card",
    "due_days": "06-30;12-20",
}
RETURN = {"stake": "equity", "principal": "40000", "guaranteed_rate": "6", "profit_share": "10"}
OWN = {
    "order": {"crop": "小麦", "crop_kg": "2000", "floor_price": "2.4", "premium": "0.1"},
    "custody": RETURN,
    "share": RETURN,
    "land": {"land_area": "24.7", "rent_kind": "cash", "rent_price": "610", "rent_growth": "3"},
    "work": {"job": "分拣", "work_time": "120", "wage": "150", "wage_unit": "day"},
    "training": {"service": "剪枝、防疫各两次。"},
    "service": {"service": "机耕和烘干。", "fee": "800", "reduced_fee": "300"},
    "chain": {**RETURN, "upstream": "玛-2025/1", "service": "统一供种、统一收购。"},
}
UNPAID = ("training", "service")
MODES = tuple(OWN)
HOLDINGS = {mode: {"amount": 2_000_000} for mode in ("share", "custody", "chain")} | {
    "land": {"area": 123_500},
    "work": {"persons": 1},
}


def texts(mode: str = "share", **changes: str) -> dict[str, str]:
    """Return the cells of a whole agreement of a mode, as kept; an empty change leaves one out."""
    cells = {**CORE, "mode": mode, **OWN[mode], **changes}
    if mode in UNPAID:
        cells = {
            name: text for name, text in cells.items() if name not in {"payment_form", "due_days"}
        }
    return {f"agreement.{name}": text for name, text in cells.items() if text}


def form(mode: str = "share", **changes: str) -> dict[str, str]:
    """Return the same as a form sends it."""
    return {name.removeprefix("agreement."): text for name, text in texts(mode, **changes).items()}


def county() -> None:
    """Add what agreements of the tests refer to: people, places, a project, an asset, a rate."""
    farm.people()
    with write():
        for code, level, name in (
            (COUNTY, "county", "昌吉市"),
            (PLACE, "township", "六工镇"),
            (OTHER_VILLAGE, "village", "邻镇某村"),
        ):
            Place.create(code=code, level=level, name=name, parent=code[:4])
        public()
        farm.add(Lpr, day=date(2026, 10, 20), rate=3450)


def public() -> None:
    """Add the project that public money goes into, and the sheepfold that it builds."""
    farm.add(
        Project,
        number=PROJECT,
        name="羊舍扩建",
        village=farm.VILLAGE,
        year=2026,
        kind="operating",
        industry=True,
        fund_county=500_000_00,
        department="农业农村局",
        implementer="六工镇人民政府",
    )
    farm.add(
        Asset,
        number=ASSET,
        project=PROJECT,
        name="羊舍",
        kind="farm_building",
        cost=200_000_00,
        in_use_from=date(2026, 1, 1),
        life_years=200_000,
        in_base=True,
        owner="村集体",
    )


def holdings(mode: str, clause: int = 1) -> list[Holding]:
    """Return a roster of both households of the farm."""
    return [
        Holding(clause, number, **HOLDINGS.get(mode, {})) for number in (farm.OURS, farm.THEIRS)
    ]


def lay(mode: str = "share", *, place: str = PLACE, roster: bool = True, **changes: str) -> UUID:
    """Lay an agreement on a township's table."""
    identity = uuid4()
    signing.begin(
        identity,
        [texts(mode, **changes)],
        place=place,
        account=derive("test", "account"),
        today=TODAY,
        holdings=holdings(mode) if roster else (),
    )
    return identity
