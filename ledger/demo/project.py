"""Invented projects and the assets they made (articles 4, 12, 14, 16 and 18)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ledger.demo.village import ONE, PERCENT, YUAN, Village
from ledger.demo.word import words

FUNDS = ("fund_central", "fund_region", "fund_prefecture", "fund_xinjiang_aid", "fund_paired_aid")
DEPARTMENTS = ("农业农村局", "林业和草原局", "商务和工业信息化局", "人力资源和社会保障局")
MECHANISM = "签订协议，保底收益加按股分红，收益到户"
LIVES = {"greenhouse": 15, "plant": 20, "cold_store": 15, "farm_building": 20, "equipment": 10}
NAMES = {
    "greenhouse": "日光温室大棚",
    "plant": "就业帮扶车间厂房",
    "cold_store": "果蔬保鲜冷库",
    "farm_building": "标准化圈舍",
    "equipment": "农产品加工设备",
    "livestock": "良种母羊",
}

# Projects on their way through the gate (art. 16): what each is, where it stands, what it lacks.
PROPOSED = (
    ("cold_store", "pending", ()),
    ("plant", "pending", ("mechanism",)),
    ("greenhouse", "library", ()),
    ("equipment", "returned", ("expected_gain", "expected_households")),
)


def project(village: Village, kind: str, cost: int, *, year: int) -> tuple[str, str]:
    """Add a project of `cost` fen with the asset it made; return the numbers of both."""
    number = village.number("XM")
    village.book.add(
        "项目",
        number=number,
        name=f"{village.name}{NAMES[kind]}建设项目",
        village=village.code,
        year=year,
        kind="operating",
        legacy=village.chance(0.15),
        industry=True,
        **{village.rng.choice(FUNDS): cost},
        content=f"建设{NAMES[kind]}及配套设施",
        implementer=village.township,
        capacity=len(village.households),
        review="approved",
        **responsible(village),
    )
    made = asset(village, number, kind, cost, in_use_from=date(year, 11, 1))
    if kind == "farm_building":
        asset(village, number, "farm_passage", cost // 10, in_use_from=date(year, 11, 1))
    return number, made


def proposals(village: Village) -> None:
    """Add projects that are not carried out yet: to be reviewed, in the library, sent back."""
    for kind, review, lacking in PROPOSED:
        cells: dict[str, Any] = {
            "name": f"{village.name}{NAMES[kind]}建设项目（拟建）",
            "village": village.code,
            "year": village.today.year,
            "kind": "operating",
            "industry": True,
            "fund_central": 600_000 * YUAN,
            "fund_county": 150_000 * YUAN,
            "content": f"建设{NAMES[kind]}及配套设施",
            "department": DEPARTMENTS[0],
            "implementer": village.township,
            "mechanism": MECHANISM,
            "expected_households": 20,
            "expected_gain": 1_200 * YUAN,
            "review": review,
        }
        whole = {name: value for name, value in cells.items() if name not in lacking}
        village.book.add("项目", number=village.number("XM"), **whole)


def responsible(village: Village) -> dict[str, Any]:
    """Return who answers for a project and what it shall bring; some leave a cell empty."""
    rng, complete = village.rng, village.chance(0.9)
    return {
        "department": rng.choice(DEPARTMENTS),
        "approver": rng.choice(words("official")) if complete else None,
        "user_in_charge": rng.choice(words("official")),
        "mechanism": MECHANISM if complete or village.chance(0.5) else None,
        "expected_households": max(2, len(village.households) // 2),
        "expected_gain": rng.randrange(6, 25) * 100 * YUAN if complete else None,
        "expected_jobs": rng.choice((None, 4, 8)),
    }


def asset(village: Village, of: str, kind: str, cost: int, *, in_use_from: date) -> str:
    """Add an asset of a project."""
    number = village.number("ZC")
    inside = kind not in {"water", "power", "road"}
    village.book.add(
        "资产",
        number=number,
        project=of,
        name=f"{village.name}{NAMES.get(kind, '场内道路')}",
        kind=kind,
        fixed=kind != "livestock",
        cost=cost,
        in_use_from=in_use_from,
        life_years=LIVES.get(kind, 10) * ONE,
        residual=5 * PERCENT,
        in_base=inside,
        exclusion_reason=None if inside else "产业基地公共配套",
        owner=village.name,
        state=village.rng.choices(("normal", "idle", "underused"), (92, 4, 4))[0],
    )
    return number
