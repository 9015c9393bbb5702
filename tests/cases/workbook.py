"""The published cases as a county would write them: two workbooks that refer to each other.

Every figure comes from published.toml. The cases lie elsewhere, so their townships, villages and
households get codes and numbers of the prefecture.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.ledger.build import book

FILE = Path(__file__).with_name("published.toml")
CASES = {case["id"]: case for case in tomllib.loads(FILE.read_text("utf-8"))["case"]}
COUNTY, VILLAGE = "652301", "652301001204"
TOWNSHIPS = ("652301001", "652301002", "652301003", "652301004", "652301005")
WAN = 10_000
Row = dict[str, Any]


class Case:
    """A published case; its figures are read by path, so that none is typed again here."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getitem__(self, path: str) -> Any:
        found: Any = CASES[self.name]
        for name in path.split("."):
            found = found[name]
        return found


def agreement(number: str, start: str, end: str, **cells: Any) -> Row:
    """Return a row of sheet 协议; money under its heading in ten thousands, as many write it."""
    row: Row = {
        "协议编号": number,
        "条款序号": 1,
        "主体编号": "NC-PUB",
        "相对方": "农户",
        "带动方式": "保底分红",
        "签订日期": start,
        "开始日期": start,
        "终止日期": end,
        **cells,
    }
    if "本金" in row:
        row["本金(万元)"] = row.pop("本金") / WAN
    return row


def agreements() -> Iterator[Row]:
    """Yield the agreements of all cases."""
    yield from _qinghe(Case("qinghe-greenhouse-2024"))
    yield from _suiyang(Case("suiyang-debt-2022"))
    yield from _muli(Case("muli-village-fund-2018"))
    case = Case("yierkabak-2018")
    for number in ("YE", "YE-208"):
        yield agreement(number, "2018年1月1日", "2018年12月31日", 分红比例=100,
                        本金=case["published.principal"])  # fmt: skip
    for number, unit in (("TG", "元"), ("TG-分", "分")):
        yield agreement(number, "2023-01-01", "2023-12-31", 计发单位=unit)
    yield from _azigale(Case("azigale-2024"))
    case = Case("tongnan-equity-2017")
    yield agreement("TN", "2017-01-01", f"{2016 + case['published.years']}-12-31",
                    项目编号="XM-TN", 投入性质="入股", 本金=case["derived.equity"],
                    总股数=sum(case["published.split_percent"]),
                    保底比例=case["published.rate_percent"])  # fmt: skip
    shares = sum(Case("wuxing-2015")["published.shares"])
    yield agreement("WX", "2015-01-01", "2015-12-31", 总股数=shares)
    yield _model(Case("model-agreement-8-70"))


def _qinghe(case: Case) -> Iterator[Row]:
    for clause, (code, part) in enumerate(zip(TOWNSHIPS, case["parts"].values(), strict=True), 1):
        yield agreement("QH", "2024-01-01", "2024-12-31", 条款序号=clause, 相对方="乡镇",
                        相对方编号=code, 本金=part[0], 保底比例=case["published.rate_percent"],
                        发放形式=case["published.form"], 兑现时限="12-31")  # fmt: skip


def _suiyang(case: Case) -> Iterator[Row]:
    for number, contract in enumerate(case["published.contracts"]):
        start, end = case["derived.starts"][number], case["derived.ends"][number]
        yield agreement(f"SY-{number}", start.replace("-", ""), end, 相对方="县级部门",
                        相对方编号=COUNTY, 投入性质="债权投资", 本金=contract[0],
                        保底比例=case["published.rate_percent"])  # fmt: skip


def _model(case: Case) -> Row:
    first = case["derived.years"][0]["year"]
    last = first + case["published.at_least_years"] - 1
    return agreement("MA", f"{first}-01-01", f"{last}-12-31", 本金=case["derived.principal"],
                     保底与分红="转换", 保底比例=case["published.guaranteed_percent"],
                     分红比例=case["published.profit_share_percent"],
                     见效年度=case["derived.pays_from_year"])  # fmt: skip


def _muli(case: Case) -> Iterator[Row]:
    part, of = map(int, case["published.advance_ratio"].split("/"))
    days = f"03-31={part};12-31={of - part}"
    common = {"相对方": "村集体", "相对方编号": VILLAGE, "兑现时限": days}
    yield agreement("ML", "2018-01-01", "2018-12-31", 保底金额=case["published.at_least"],
                    本金=case["published.principal"], **common)  # fmt: skip
    percent = case["published.at_least"] * 100 / case["published.principal"]
    yield agreement("ML-小", "2018-01-01", "2018-12-31", 保底比例=percent,
                    本金=case["published.small_principal"], **common)  # fmt: skip


def _azigale(case: Case) -> Iterator[Row]:
    land = case["published.land_mu"]
    village = {"相对方": "村集体", "相对方编号": VILLAGE}
    yield agreement("AZ", "2024-01-01", "2024-12-31", 分红比例=100)
    yield agreement("AZ", "2024-01-01", "2024-12-31", 条款序号=2, 土地面积=land,
                    租金单价=case["published.per_mu"], 带动方式="土地流转", **village)  # fmt: skip
    yield agreement("AZ", "2024-01-01", "2024-12-31", 条款序号=3, 收购数量=land,
                    保护价=case["published.guaranteed_output_per_mu"], 带动方式="订单收购",
                    **village)  # fmt: skip


def holders() -> Iterator[tuple[str, str, Row]]:
    """Yield agreement, household and its part."""
    yield from _herders(Case("yierkabak-2018"))
    for number in ("TG", "TG-分"):
        shares = Case("tougongjiexi-2023")["derived.shares_of_that_household"]
        yield number, "TG-1", {"股数": shares}
    case = Case("azigale-2024")
    land, one = case["published.land_mu"], case["published.one_household"]
    mu, others = land * one / case["published.dividend_total"], case["published.households"] - 1
    yield "AZ", "AZ-one", {"面积": round(mu, 4)}
    for number in range(others):
        yield "AZ", f"AZ-{number:03}", {"面积": round((land - mu) / others, 4)}
    for part in Case("tongnan-equity-2017")["published.split_percent"]:
        yield "TN", f"TN-{part}", {"股数": part}
    case = Case("wuxing-2015")
    for holder, shares, capital in zip(
        ("WX-1", "村集体"), case["published.shares"], case["published.capital"], strict=True
    ):
        yield "WX", holder, {"股数": shares, "量化金额": capital}
    case = Case("model-agreement-8-70")
    count = case["derived.households"]
    for number in range(count):
        yield "MA", f"MA-{number:02}", {"量化金额": case["derived.principal"] / count}


def _herders(case: Case) -> Iterator[tuple[str, str, Row]]:
    """Yield households of which the least and the most get what was announced."""
    per_yuan = case["published.principal"] / case["published.total"]
    least, most = case["published.household_from"], case["published.household_to"]
    left = case["published.principal"] - (least + most) * per_yuan
    others = case["published.households"] - 2
    yield "YE-208", "YE-least", {"量化金额": round(least * per_yuan, 2)}
    yield "YE-208", "YE-most", {"量化金额": round(most * per_yuan, 2)}
    for number in range(others):
        yield "YE-208", f"YE-{number:03}", {"量化金额": int(left / others)}


def results() -> Iterator[Row]:
    """Yield the results of the years."""

    def result(number: str, year: int, **cells: Any) -> Row:
        return {"协议编号": number, "年度": year, "确认日期": f"{year + 1}/1/5", **cells}

    for number in ("YE", "YE-208"):
        yield result(number, 2018, 可分配利润=Case("yierkabak-2018")["published.total"])
    for number in ("TG", "TG-分"):
        yield result(number, 2023, 每股分红=Case("tougongjiexi-2023")["published.per_share"])
    yield result("AZ", 2024, 可分配利润=Case("azigale-2024")["published.dividend_total"])
    yield result("WX", 2015, 每股分红=Case("wuxing-2015")["published.floating_per_mu"])
    for year in Case("model-agreement-8-70")["derived.years"]:
        yield result("MA", year["year"], 可分配利润=year["profit"])


def payments() -> Iterator[Row]:
    """Yield what the source says was paid."""
    case = Case("qinghe-greenhouse-2024")
    for code, part in zip(TOWNSHIPS, case["parts"].values(), strict=True):
        yield {"协议编号": "QH", "户编码": code, "所属年度": 2024, "凭证号": "QH-1",
               "实付金额": part[1], "实付日期": f"{case['published.paid_in']}-30",
               "发放形式": case["published.form"]}  # fmt: skip


def plans() -> Iterator[Row]:
    """Yield the plan of Houba twice, in fen and in whole yuan."""
    for number, unit in (("HB-分", "分"), ("HB-元", "元")):
        pot = Case("houba-2022")["published.pot"]
        yield {"方案编号": number, "行政村代码": VILLAGE, "年度": 2022, "到账金额": pot,
               "分户金额": pot, "计发单位": unit, "决议日期": "2023-01-05"}  # fmt: skip


def workbooks() -> tuple[bytes, bytes]:
    """Return both workbooks."""
    held = list(holders())
    portions = [f"HB-{number:02}" for number in range(Case("houba-2022")["published.households"])]
    names = {holder for _, holder, _ in held if holder != "村集体"} | set(portions)
    case = Case("tongnan-equity-2017")
    first, second = case["published.government_money"]
    project = {"项目编号": "XM-TN", "项目名称": "潼南", "年度": 2017, "项目类型": "经营性",
               "产业项目": "是", "主管部门": "农业局", "实施单位": "四企业",
               "中央衔接资金": first, "县级衔接资金": second}  # fmt: skip
    business = {"主体编号": "NC-PUB", "主体名称": "公布案例", "主体类型": "其他"}
    people = [{"户编码": name, "行政村代码": VILLAGE, "户主姓名": f"户主{name}",
               "户类别": "其他农户"} for name in sorted(names)]  # fmt: skip
    upper = {"协议": list(agreements()), "经营主体": [business], "项目": [project]}
    lower = {
        "受益": [{"协议编号": number, "户编码": holder, **part} for number, holder, part in held],
        "农户": people,
        "经营结果": list(results()),
        "分配方案": list(plans()),
        "分户": [{"方案编号": f"HB-{u}", "户编码": name} for u in "分元" for name in portions],
        "发放": list(payments()),
    }
    return _book(upper), _book(lower)


def _book(sheets: dict[str, list[Row]]) -> bytes:
    """Write rows under all headings that any of them has, below a title."""
    made = {}
    for name, rows in sheets.items():
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        cells = [[row.get(heading) for heading in headings] for row in rows]
        made[name] = [[f"公布案例：{name}"], headings, *cells]
    return book(made)
