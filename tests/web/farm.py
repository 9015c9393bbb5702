"""An invented village with two households, three businesses and lines in every state."""

from __future__ import annotations

from datetime import date
from itertools import count
from uuid import UUID

from models.agreement import Agreement, Result
from models.business import Business
from models.database import write
from models.due import Due
from models.household import Household, Share, Simple
from models.ids import derive, household_id
from models.payment import Payment
from models.place import Place, Village
from models.rebuild import rebuild

TODAY = date(2026, 11, 23)
VILLAGE = "652301100200"
OURS = "652301100200-017"
THEIRS = "652301100200-018"
COOPERATIVE = "NC-1"
FARM = "NC-2"
SHARES = "玛保-2024/1"
LAND = "玛地-2024-2"
BATCH = UUID(int=0)
_numbers = count()


def add(table, **columns):
    """Insert a row of a ledger table; a holder's household is derived from its number."""
    if "holder" in columns:
        columns["household"] = household_id(columns["holder"])
    identity = columns.pop("id", None) or derive("test", next(_numbers))
    return table.create(id=identity, batch=BATCH, **columns)


def people() -> None:
    """Add the village, both households and the businesses."""
    with write():
        Place.create(code=VILLAGE, level="village", name="依尔哈巴克村", parent=VILLAGE[:9])
        add(Village, code=VILLAGE, phone="0994-2345678")
        for number, head in ((OURS, "古丽娜尔·艾合买提"), (THEIRS, "王建国")):
            add(
                Household,
                id=household_id(number),
                number=number,
                village=VILLAGE,
                head=head,
                category="watched",
            )
        add(
            Business,
            number=COOPERATIVE,
            name="木垒县依尔哈巴克农民专业合作社",
            kind="cooperative",
            phone="0994-6543210",
        )
        add(Business, number=FARM, name="昌吉市六工镇种植家庭农场", kind="family_farm")


def shares(number: str = SHARES, holders=(OURS, THEIRS), **columns) -> None:
    """Add an agreement of 20,000 yuan for each holder at 6 % a year and a tenth of the profit."""
    terms = {
        "clause": 1,
        "in_force_from": date(2024, 1, 1),
        "business": COOPERATIVE,
        "party": "household",
        "mode": "share",
        "stake": "equity",
        "source": "quantified_aid",
        "signed_on": date(2023, 12, 20),
        "starts_on": date(2024, 1, 1),
        "ends_on": date(2027, 12, 31),
        "principal": 20_000_00 * len(holders),
        "guaranteed_rate": 6000,
        "profit_share": 10_000,
        "payment_form": "one_card",
        "due_days": "06-30;12-11",
        "liability": "逾期一天加付万分之五。",
    }
    add(Agreement, number=number, **(terms | columns))
    for holder in holders:
        add(Share, holder=holder, agreement=number, clause=1, amount=20_000_00)


def land(number: str = LAND, holder: str = OURS) -> None:
    """Add a lease of 12.35 mu at 610 yuan, paid each 11 November."""
    add(
        Agreement,
        number=number,
        clause=1,
        in_force_from=date(2024, 1, 1),
        business=FARM,
        party="household",
        mode="land",
        signed_on=date(2023, 12, 1),
        starts_on=date(2024, 1, 1),
        ends_on=date(2028, 12, 31),
        rent_kind="cash",
        rent_price=610_00,
        payment_form="bank",
        due_days="11-11",
    )
    add(Share, holder=holder, agreement=number, clause=1, area=123_500)


def pay(number: str, year: int, fen: int, on: date, holder: str = OURS, **columns) -> None:
    """Add a payment."""
    voucher = f"pz-{next(_numbers)}"
    given = {"voucher": voucher, "amount": fen, "paid_on": on, "form": "one_card", **columns}
    add(Payment, holder=holder, agreement=number, year=year, **given)


def paid() -> None:
    """Add payments: in time, too late, too little."""
    pay(SHARES, 2024, 1_200_00, date(2024, 12, 10))
    pay(SHARES, 2025, 1_000_00, date(2025, 12, 10))
    pay(SHARES, 2026, 600_00, date(2026, 6, 28))
    pay(LAND, 2024, 7_533_50, date(2024, 11, 11))
    pay(LAND, 2025, 7_533_50, date(2025, 11, 20))


def farm(today: date = TODAY) -> None:
    """Add all of it with its dues: paid, late, to come, unknown, and something still open."""
    with write():
        people()
        shares()
        land()
        add(
            Result,
            agreement=SHARES,
            clause=1,
            year=2025,
            round=1,
            profit=12_000_00,
            confirmed_on=date(2026, 3, 1),
        )
        paid()
        add(
            Simple,
            holder=OURS,
            village=VILLAGE,
            head="古丽娜尔·艾合买提",
            business="天山养殖场",
            mode="custody",
            year=2026,
            due=350_00,
            due_on=date(2026, 10, 1),
            paid=350_00,
            paid_on=date(2026, 10, 9),
        )
        rebuild({SHARES, LAND}, {household_id(OURS), household_id(THEIRS)}, today)


def line_of(household: UUID, kind: str, year: int, instalment: int | None = None) -> Due:
    """Return one stored line."""
    found = (Due.household == household) & (Due.kind == kind) & (Due.year == year)
    if instalment:
        found &= Due.instalment == instalment
    return Due.get(found)
