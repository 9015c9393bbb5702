"""Invented businesses seen from their own side: what they owe, what was found, who comes in."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from models import link, session
from models.business import Business
from models.database import write
from models.finding import Finding, Survey, Total
from models.household import Household
from models.ids import derive, household_id, random_id
from models.place import Place
from models.rebuild import rebuild
from tests.web import farm
from web.access import COOKIE

TODAY, VILLAGE, COUNTY = farm.TODAY, farm.VILLAGE, farm.VILLAGE[:6]
COOPERATIVE, FARM = farm.COOPERATIVE, farm.FARM
ELSEWHERE = "652302001200"
SIX = [f"652301100200-{number}" for number in range(201, 207)]
HEADS = ["艾力·托乎提", "马国强", "古丽扎尔", "陈玉兰", "塔依尔江", "海力且木"]
MANY = "CH-2026-6"  # an agreement with six households
ACCOUNT = UUID(int=7)


def firm() -> None:
    """Add the farm's people, put both businesses into its village, and six more households."""
    farm.farm()
    with write():
        Place.create(code=COUNTY, level="county", name="昌吉市", parent="6523")
        Place.create(code=ELSEWHERE, level="village", name="外村", parent=ELSEWHERE[:9])
        Business.update(village=VILLAGE, condition="normal", posts=12, priority_posts=5).execute()
        for number, head in zip(SIX, HEADS, strict=True):
            household(number, head)


def household(number: str, head: str, village: str = VILLAGE) -> None:
    """Add a household."""
    key = household_id(number)
    farm.add(Household, id=key, number=number, village=village, head=head, category="watched")


def deal(number: str = MANY, due_days: str = "12-23", holders: Any = SIX, **columns: Any) -> None:
    """Add an agreement of 1,200 yuan a year for each holder, with its dues."""
    terms = {"starts_on": date(2026, 1, 1), "in_force_from": date(2026, 1, 1)}
    terms |= {"ends_on": date(2026, 12, 31), "profit_share": None, "due_days": due_days} | columns
    with write():
        farm.shares(number, holders, **terms)
        rebuild({number}, (), TODAY)


def renew(*numbers: str, on: date = TODAY) -> None:
    """Rebuild the dues of agreements after a fact has changed."""
    with write():
        rebuild(set(numbers), (), on)


def found(code: str = "agreement.no_due_day", number: str = farm.SHARES, **columns: Any) -> UUID:
    """Add an open finding about an agreement of the cooperative and return its id."""
    params = columns.pop("params", {"clause": "1"})
    given = {
        "county": COUNTY,
        "place": VILLAGE,
        "code": code,
        "article": "10(3)",
        "weight": "must",
        "actor": "township",
        "subject_kind": "agreement",
        "subject_number": number,
        "agreement": number,
        "business": COOPERATIVE,
        "gap": None,
        "since": date(2026, 11, 1),
    } | columns
    identity = derive("finding", code, *sorted(map(str, given.items())), *sorted(params.items()))
    Finding.create(id=identity, params=json.dumps(params), **given)
    return identity


def late(village: str, households: int, gap: int, **columns: Any) -> UUID:
    """Add the finding that a business is late in one village."""
    params = {
        "clause": "1",
        "due_kind": "guaranteed",
        "payee": "household",
        "year": "2026",
        "due_on": "2026-06-30",
        "village": village,
        "households": str(households),
        "due": f"{gap / 100:.2f}",
        "paid": "0.00",
        "days": "146",
    }
    given = {"article": "12", "actor": "business", "gap": gap, "place": village}
    return found("payment.overdue", params=params, **(given | columns))


def surveyed() -> None:
    """Let the totals and findings that a test has put in stand for today's survey."""
    for county in ("652301", "652302", "652328"):
        Survey.create(county=county, day=TODAY, stale=False)


def total(
    business: str = COOPERATIVE, village: str = VILLAGE, year: int = 2026, **sums: int
) -> None:
    """Add what a business owes in a village in a year."""
    zero = dict.fromkeys(
        (
            *("households", "lines", "confirmed", "due", "received", "overdue", "to_come"),
            *("tolerated", "unknown", "agreed"),
        ),
        0,
    )
    Total.create(village=village, year=year, business=business, **(zero | sums))


def issue(business: str = COOPERATIVE, until: date = date(2027, 11, 23)) -> str:
    """Issue a link and return its address."""
    return link.issue(
        random_id(),
        business=business,
        county=COUNTY,
        account=ACCOUNT,
        valid_until=until,
        today=TODAY,
    )


def enter(app: Flask, clock: Any, business: str = COOPERATIVE) -> FlaskClient:
    """Return a phone on which a business has opened its link."""
    issue(business)
    phone = app.test_client()
    opened = link.of_business(business, TODAY)
    phone.set_cookie(COOKIE, session.start_business(opened.id, clock.moment))
    return phone
