"""What lies on the signing table of the demo's first township, and the courses it has held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from ledger.demo.fill import Made
from models import business, course, project, signing
from models.account import Account
from models.ids import derive
from models.place import name_of
from models.roster import Holding

SOON, START = timedelta(days=7), timedelta(days=40)
HOUSEHOLDS = 6
AMOUNT = 2_000_000  # fen for a household
LATE = "晚付的，每晚一天按晚付金额的万分之五加付违约金。"
# Near the end of its talks: only a written reason is open, since the rate lies below the LPR.
DEBT = {
    "mode": "share",
    "stake": "debt",
    "source": "linkage_fund",
    "households": str(HOUSEHOLDS),
    "principal": str(HOUSEHOLDS * AMOUNT // 100),
    "guaranteed_rate": "2.8",
    "payment_form": "one_card",
    "due_days": "06-30;12-20",
    "entry_terms": "向村委会申请，成员会议同意并公示七日后进入名册。",
    "exit_terms": "提前三十日书面告知，三十日内退还本金、结清收益。",
    "liability": LATE,
    "penalty_rate": "0.05",
    "ownership": "形成的羊舍归村集体所有，收益权量化到户。",
    "duties": "甲方按期投入；乙方按期付款、每年三月报送经营结果；第三方督促履约。",
}
# Talks have just begun.
WORK = {"mode": "work", "job": "分拣、装箱", "wage": "150", "wage_unit": "day"}
LAND = {
    "mode": "land",
    "land_area": "86.5",
    "rent_kind": "cash",
    "rent_price": "620",
    "payment_form": "bank",
    "due_days": "11-11",
    "liability": LATE,
}
COURSES = (
    (12, "contract", "签合同前要看清的八条", "县司法局", 46),
    (40, "income", "保底和分红是怎么算出来的", "县农业农村局", 63),
    (150, "land", "土地流转合同怎么签", "镇农业服务中心", 38),
    (400, "finance", "合作社记账和公开", "县财政局", 21),
)


def lay(made: Made, who: Mapping[str, Account], today: date) -> None:
    """Lay three agreements on the table of the first village's township."""
    village = made.villages[0]
    place = village[:9]
    account = who[place].id
    firms = [number for number, _ in business.offered(village[:6], HOUSEHOLDS)]
    projects = [each.number for each in project.offered(place, 1)]
    holdings = [
        Holding(1, f"{village[4:]}-{number:04d}", amount=AMOUNT)
        for number in range(1, HOUSEHOLDS + 1)
    ]
    given = {"place": place, "account": account, "today": today}
    both = {"signed_on": str(today + SOON), "starts_on": str(today + START), "party": "household"}
    both |= {"witness": name_of(place), "template": "2026-1", "business": firms[0]}
    end = str(today.replace(year=today.year + 5, day=1))
    first = {**DEBT, **both, "ends_on": end, **({"project": projects[0]} if projects else {})}
    signing.begin(_id(place, 1), [_cells(first, place, 1)], **given, holdings=holdings)
    for number, terms in ((2, WORK), (3, LAND)):
        signing.begin(_id(place, number), [_cells({**terms, **both}, place, number)], **given)


def hold(made: Made, who: Mapping[str, Account], today: date) -> None:
    """Note the courses that the first village's township has held."""
    place = made.villages[0][:9]
    for days, topic, title, organiser, attendants in COURSES:
        course.add(
            derive("demo", "course", place, title),
            place=place,
            day=today - timedelta(days=days),
            topic=topic,
            title=title,
            organiser=organiser,
            attendants=attendants,
            entered_on=today,
            account=who[place].id,
        )


def _id(place: str, number: int) -> UUID:
    return derive("demo", "signing", place, number)


def _cells(terms: Mapping[str, str], place: str, number: int) -> dict[str, str]:
    cells = {f"agreement.{name}": text for name, text in terms.items()}
    return {"agreement.number": f"签-{place}-{number}", **cells}
