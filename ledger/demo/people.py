"""Staff of the demo with random passwords, cards of a few households, a business's link."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ledger.demo.fill import Made
from ledger.demo.word import words
from models import account, card, home, link, slip
from models.account import Account
from models.ids import household_id, random_id

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without what is easily taken for something else
COUNTIES = {
    "652301": "changji",
    "652302": "fukang",
    "652323": "hutubi",
    "652324": "manas",
    "652325": "qitai",
    "652327": "jimsar",
    "652328": "mori",
}
DEPARTMENTS = {"nongye": "农业农村局", "caizheng": "财政局", "renshe": "人力资源和社会保障局"}
WITH_CADRE = 12  # villages
WITH_PIN = 6  # households of the showcase village that have a card with a PIN
WITH_SLIP, REVOKED = 7, 8  # the household with an unopened slip, and the one whose card has ended


@dataclass
class People:
    """What a visitor of the demo needs: in the shape of contract.md."""

    accounts: list[dict[str, Any]] = field(default_factory=list)
    cards: list[dict[str, Any]] = field(default_factory=list)
    slips: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)
    cadres: dict[str, Account] = field(default_factory=dict)  # by village
    townships: dict[str, Account] = field(default_factory=dict)  # by their own code
    counties: dict[str, Account] = field(default_factory=dict)  # one account by county


def staff(made: Made, today: date) -> People:
    """Make the accounts: prefecture, counties by department, townships, and cadres for villages."""
    people = People()
    _account(people, "zhou", "prefecture", "6523", today=today, department="州农业农村局")
    villages = made.villages[:WITH_CADRE]
    own = made.villages[0]
    for code in sorted({village[:6] for village in villages}):
        some = DEPARTMENTS if code == own[:6] else {"nongye": DEPARTMENTS["nongye"]}
        for word, department in some.items():
            made_for = {"today": today, "department": department}
            one = _account(people, f"{COUNTIES[code]}-{word}", "county", code, **made_for)
            people.counties.setdefault(code, one)
    for code in sorted({village[:9] for village in villages}):
        user = f"xiang-{code[4:]}"
        people.townships[code] = _account(people, user, "township", code, today=today)
    for code in villages:
        people.cadres[code] = _account(people, f"cun-{code[4:]}", "cadre", code, today=today)
    _account(people, f"cun-{own[4:]}-2", "cadre", own, today=today)
    return people


def _account(
    people: People, user: str, role: str, scope: str, *, today: date, department: str | None = None
) -> Account:
    names = words("staff")
    password = "".join(secrets.choice(ALPHABET) for _ in range(12))
    made = account.create(
        user=user,
        name=names[len(people.accounts) % len(names)],
        role=role,
        scope=scope,
        password=password,
        today=today,
        department=department,
    )
    row = {"user": user, "password": password, "totp": account.totp_secret(made)}
    people.accounts.append({**row, "role": role, "scope": scope})
    return made


def cards(people: People, made: Made, base: str, today: date) -> None:
    """Give some households a card: with a PIN, with a slip still sealed, and one that has ended."""
    prefix = made.household.rpartition("-")[0]
    numbers = [f"{prefix}-{place:04d}" for place in range(1, REVOKED + 1)]
    others = [f"{village[4:]}-0001" for village in made.villages[1:3]]
    for number in (*numbers[:WITH_PIN], *others):
        pin = _pin()
        people.cards.append({**_issue(number, base, today, pin), "pin": pin})
    waiting = numbers[WITH_SLIP - 1]
    row = _issue(waiting, base, today)
    people.slips.append({**row, "code": slip.issue(household_id(waiting), today)})
    _issue(numbers[REVOKED - 1], base, today)
    card.revoke(household_id(numbers[REVOKED - 1]), today)


def links(people: People, made: Made, base: str, today: date) -> None:
    """Give a link to the business that owes the showcase household a guaranteed return."""
    lines = home.lines(household_id(made.household), today)
    number = next(row.business for row in lines if row.kind == "guaranteed")
    county = made.villages[0][:6]
    address = link.issue(
        random_id(),
        business=number,
        county=county,
        account=people.counties[county].id,
        valid_until=today + timedelta(days=365),
        today=today,
    )
    people.links.append({"business": number, "url": f"{base}/b/{address}"})


def _issue(number: str, base: str, today: date, pin: str | None = None) -> dict[str, Any]:
    issued = card.issue(household_id(number), today)
    if pin is not None:
        card.set_pin(issued, pin)
    url = f"{base}/c/{card.token(issued.id)}"
    return {"household": number, "url": url, "short_code": issued.short_code}


def _pin() -> str:
    while True:
        pin = f"{secrets.randbelow(10**card.PIN_DIGITS):0{card.PIN_DIGITS}d}"
        if not card.trivial(pin):
            return pin


def shown(people: People) -> dict[str, Sequence[dict[str, Any]]]:
    """Return what is kept for printing it again."""
    return {
        "accounts": people.accounts,
        "cards": people.cards,
        "slips": people.slips,
        "links": people.links,
    }
