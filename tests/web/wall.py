"""A wall with posters: two villages, a campaign of their county, and readers who answer."""

from __future__ import annotations

from uuid import uuid4

from bs4 import BeautifulSoup

from models import campaign
from models.campaign import Campaign
from models.place import Place

VILLAGES = ("652301100200", "652301100201")
GOOD = {
    "title": "保底和分红怎么拿",
    "from_day": "2026-11-20",
    "to_day": "2026-12-20",
    "card": ["8", "12"],
    "village": list(VILLAGES),
}
KNOWN = {"payer": "business", "amount": "formula", "day": "date", "floor": "yes", "handout": "no"}


def villages():
    """Make the places."""
    for code, level, name in (
        ("652301", "county", "昌吉市"),
        ("652301100", "township", "六工镇"),
        (VILLAGES[0], "village", "十三户村"),
        (VILLAGES[1], "village", "沙梁子村"),
        ("652302100200", "village", "别县的村"),
    ):
        Place.create(code=code, level=level, name=name, parent=code[:6])


def make(county, key=None, **changes):
    return county.post("/campaign/new", data={"id": str(key or uuid4()), **GOOD, **changes})


def begun(county):
    """Return the codes of a new campaign's posters, in the order of VILLAGES."""
    assert make(county).status_code == 303
    return list(campaign.posters(Campaign.get().id))


def soup(answer):
    assert answer.status_code in {200, 422}
    return BeautifulSoup(answer.text, "html.parser")


def send(client, code, kind="share", **changes):
    """Fill the page in, as a reader does."""
    fields = soup(client.get(f"/q/{code}?kind={kind}")).select("form[action^='/q/'] input")
    sent = {each["name"]: each["value"] for each in fields if each["type"] == "hidden"}
    names = {each["name"] for each in fields if each["type"] == "radio"}
    chosen = {name: value for name, value in KNOWN.items() if name in names} | changes
    return sent, client.post(f"/q/{code}", data={**sent, **chosen})
