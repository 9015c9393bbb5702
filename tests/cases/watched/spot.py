"""A village with rows of the ledger in which nothing is wrong, for cases to bend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

TODAY = date(2026, 11, 24)  # a Tuesday
Expected = tuple[str, str, str, int | None]  # code, subject, article, gap in fen
Row = dict[str, Any]


@dataclass
class Spot:
    """One village of its own for each case: no case changes what another one counts."""

    serial: int
    village: str
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    paid: bool = True  # what has fallen due is paid in full on its day
    form: str = "一卡通"
    rules_from: date | None = None  # of its county's own rules; None: as in every other county
    reviews: tuple[date, ...] | None = None  # the days of its county's yearly reviews

    @property
    def county(self) -> str:
        """The county it lies in."""
        return self.village[:6]

    def number(self, kind: str, serial: int = 1) -> str:
        """Return a number of its own: XY-07-1."""
        return f"{kind}-{self.serial:02d}-{serial}"

    @property
    def agreement(self) -> str:
        """The subject of a finding about its first agreement."""
        return f"agreement:{self.number('XY')}"

    def add(self, sheet: str, row: Row, changes: Row) -> Row:
        """Add a row to a sheet; a change to None empties the cell."""
        made = {**row, **changes}
        self.rows[sheet].append(made)
        return made

    def place(self, **changes: Any) -> Row:
        """Add the village itself: without the conditions, with its reason."""
        row = {"行政村代码": self.village, "有条件": "否", "无条件原因": "没有可以合作的主体"}
        return self.add("行政村", row, changes)

    def project(self, **changes: Any) -> Row:
        """Add a project that the gate lets through."""
        row = {
            "项目编号": self.number("XM"),
            "项目名称": f"{self.serial}号养殖场",
            "行政村代码": self.village,
            "年度": 2025,
            "项目类型": "经营性",
            "产业项目": "是",
            "中央衔接资金": 400000,
            "建设内容": "牛舍两座",
            "主管部门": "农业农村局",
            "审批责任人": "张明",
            "实施单位": f"{self.serial}号合作社",
            "使用责任人": "李强",
            "联农带农机制": "保底分红",
            "预期带动户数": 2,
            "预期户均增收": 500,
            "审核结论": "批准实施",
        }
        return self.add("项目", row, changes)

    def business(self, **changes: Any) -> Row:
        """Add a business that runs well."""
        row = {
            "主体编号": self.number("NC"),
            "主体名称": f"{self.serial}号合作社",
            "主体类型": "农民专业合作社",
            "示范级别": "无",
            "行政村代码": self.village,
            "经营状况": "正常",
            "安全条件": None,
            "盘活方式": "无",
        }
        return self.add("经营主体", row, changes)

    def terms(self, **changes: Any) -> Row:
        """Add a clause that states everything: a debt of 40,000 yuan at 6 %."""
        row = {
            "协议编号": self.number("XY"),
            "项目编号": self.number("XM"),
            "主体编号": self.number("NC"),
            "相对方": "农户",
            "带动方式": "保底分红",
            "投入性质": "债权投资",
            "投入来源": "衔接资金",
            "带动户数": 2,
            "签订日期": "2026-02-20",
            "开始日期": "2026-03-01",
            "终止日期": "2028-02-29",
            "本金": 40000,
            "保底比例": 6,
            "发放形式": "一卡通",
            "兑现时限": "12-20",
            "进入机制": "自愿申请",
            "退出机制": "提前三十日提出",
            "违约责任": "按日支付违约金",
            "各方权责": "主体按期付款，农户按约投入",
            "产权归属": "村集体",
            "第三方组织单位": "乡政府",
            "示范文本版本": "2024版",
        }
        return self.add("协议", row, changes)

    def household(self, serial: int, **changes: Any) -> Row:
        """Add a 脱贫户 that qualifies and is not poor; it needs a share to be in something."""
        row = {
            "户编码": self.number("H", serial),
            "行政村代码": self.village,
            "户主姓名": f"农户{self.serial}之{serial}",
            "户类别": "脱贫户",
            "低收入": "否",
            "从事农业生产": "是",
            "符合产业帮扶条件": "是",
            "劳动力数": 2,
        }
        return self.add("农户", row, changes)

    def share(self, serial: int, **changes: Any) -> Row:
        """Add what a household holds: half of the principal."""
        row = {
            "协议编号": self.number("XY"),
            "户编码": self.number("H", serial),
            "量化金额": 20000,
        }
        return self.add("受益", row, changes)

    def people(self, count: int = 2, **share: Any) -> None:
        """Add households with their shares."""
        for serial in range(1, count + 1):
            self.household(serial)
            self.share(serial, **share)

    def deal(self, **terms: Any) -> None:
        """Add a whole agreement: project, business, terms, two households with their shares."""
        self.project()
        self.business()
        self.terms(**terms)
        self.people()


Case = Callable[[Spot, bool], list[Expected]]
CASES: list[Case] = []


def case(made: Case) -> Case:
    """Register a case: it adds rows to a spot, wrong or right by a hair, and says what is found.

    What it returns counts only where it is wrong.
    """
    CASES.append(made)
    return made
