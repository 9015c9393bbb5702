"""Stored findings and totals of invented places, for pages about them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from models.finding import Finding, Survey, Total
from models.ids import derive
from models.place import Place
from rules.watch.catalogue import kinds

COUNTY = "652301"
VILLAGE = "652301100200"
NEIGHBOUR = "652301101200"
ELSEWHERE = "652302001200"
DAY = date(2026, 11, 23)


def found(code: str, subject: str, **columns: Any) -> UUID:
    """Store an open finding that lies in VILLAGE, and return its id."""
    kind = kinds()[code]
    what, _, number = subject.partition(":")
    params = columns.pop("params", {})
    place = columns.pop("place", VILLAGE)
    identity = derive("finding", code, subject, *sorted(params.items()))
    given = {
        "county": place[:6],
        "place": place,
        "code": code,
        "article": kind.citation.article,
        "weight": kind.weight,
        "actor": kind.actor,
        "subject_kind": what,
        "subject_number": number,
        "agreement": number if what == "agreement" else "",
        "params": json.dumps(params, ensure_ascii=False),
        "since": date(2026, 10, 1),
    }
    Finding.create(id=identity, **given | columns)
    return identity


def total(village: str = VILLAGE, year: int = 2026, business: str = "NC-1", **columns: Any) -> None:
    """Store what a business owes the households of a village in a year."""
    zero = dict.fromkeys(Total._meta.sorted_field_names, 0)
    given = {"households": 6, "lines": 12, "due": 1_000_00} | columns
    key = {"village": village, "year": year, "business": business}
    Total.create(**zero | given | key)


def places() -> None:
    """Store the places in which findings lie."""
    names = {
        "6523": "昌吉州",
        COUNTY: "昌吉市",
        VILLAGE[:9]: "榆树沟镇",
        VILLAGE: "榆树沟村",
        NEIGHBOUR[:9]: "六工镇",
        NEIGHBOUR: "六工村",
        ELSEWHERE[:6]: "阜康市",
        ELSEWHERE: "外村",
    }
    levels = {4: "prefecture", 6: "county", 9: "township", 12: "village"}
    for code, name in names.items():
        parent = code[: {4: 0, 6: 4, 9: 6, 12: 9}[len(code)]]
        Place.create(code=code, level=levels[len(code)], name=name, parent=parent)


def surveyed(county: str = COUNTY, day: date = DAY, *, stale: bool = False) -> None:
    """Say that a county's findings stand as of a day."""
    Survey.create(county=county, day=day, stale=stale)
