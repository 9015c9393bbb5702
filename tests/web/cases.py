"""Findings and remedy cases as forms send them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from bs4 import BeautifulSoup

from models.finding import Finding
from models.ids import random_id

VILLAGE = "652301100200"
TOWN, COUNTY = VILLAGE[:9], VILLAGE[:6]
TODAY = date(2026, 11, 23)
PROGRESS = {
    "kind": "progress",
    "measure": "rectify",
    "progress": "done",
    "evidence": "voucher",
    "evidence_number": "昌农发〔2026〕12号",
    "effect": "paid",
    "households": "7",
    "amount": "8,400.00",
}


def found(code="payment.overdue", **columns):
    """Put a finding into the table and return its id."""
    given = {
        "county": COUNTY,
        "place": VILLAGE,
        "article": "12",
        "weight": "must",
        "actor": "business",
        "subject_kind": "agreement",
        "subject_number": "XY-1",
        "business": "NC-1",
        "params": "[]",
        "since": TODAY,
    }
    return Finding.create(id=random_id(), code=code, **(given | columns)).id


def page(response):
    """Return the page of an answer."""
    return BeautifulSoup(response.data, "html.parser")


def opening(finding, owner, **change):
    """Return the form that opens a case."""
    typed = {"id": str(uuid4()), "finding": str(finding), "measure": ["rectify"]}
    return typed | {"owner": owner, "due_on": "2026-12-20"} | change


def begin(client, owner=f"office:{TOWN}", finding=None, **change):
    """Open a case and return its address."""
    answer = client.post("/remedy", data=opening(finding or found(), owner, **change))
    assert answer.status_code == 303, page(answer).main.text
    return answer.location


def send(client, case, kind, **change):
    """Send an entry of a case."""
    return client.post(case, data={"id": str(uuid4()), "kind": kind} | change)
