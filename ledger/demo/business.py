"""Invented businesses of every kind, with numbers and phones that nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ledger.demo.book import Book
from ledger.demo.word import words
from ledger.text import CREDIT

# kind: what a name ends with, and how its credit code begins (N2: a village's collective).
KINDS = {
    "leading_firm": ("农业科技有限责任公司", "91"),
    "cooperative": ("种植养殖农民专业合作社", "93"),
    "family_farm": ("家庭农场", "92"),
    "workshop": ("就业帮扶车间", ""),
    "collective": ("股份经济合作社", "N2"),
    "park": ("农业产业园管理有限公司", "91"),
    "online_shop": ("电子商务有限公司", "91"),
    "service_provider": ("农业机械服务专业合作社", "93"),
    "large_grower": ("种植大户", ""),
    "other": ("乡村旅游服务部", ""),
}
GRADES = ("none", "none", "county", "prefecture", "region", "nation")
TROUBLES = ("funds", "range", "technology", "chain", "other")
ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Business:
    """What a demo agreement needs to know of a business."""

    number: str
    name: str


def make(
    book: Book, rng: Random, kind: str, *, place: str, code: str, serial: int, name: str = ""
) -> Business:
    """Add a business of `kind` to the book; `code` is its village's, `serial` its own there."""
    ending, begins = KINDS[kind]
    own = credit_code(begins, code[:6], serial) if begins else f"NC-{code[4:]}-{serial:02d}"
    made = Business(own, name or f"{place}{rng.choice(words('business'))}{ending}")
    condition = rng.choices(("normal", "trouble", "loss", "idle"), (88, 6, 4, 2))[0]
    workshop = kind == "workshop"
    posts = rng.randint(8, 60) if workshop else rng.choice((None, None, 6, 12))
    book.add(
        "经营主体",
        number=made.number,
        name=made.name,
        kind=kind,
        grade=rng.choice(GRADES),
        manager=rng.choice(words("manager")),
        phone=phone(rng),
        village=code,
        condition=condition,
        trouble=rng.choice(TROUBLES) if condition == "trouble" else None,
        posts=posts,
        priority_posts=posts and rng.randint(1, posts),
        safe=True if workshop else None,
        revival="state_firm" if workshop and condition == "idle" else None,
    )
    return made


def phone(rng: Random) -> str:
    """Return a number of the exchange 555, which is nobody's."""
    return f"0994-555{rng.randrange(10_000):04d}"


def credit_code(begins: str, region: str, serial: int) -> str:
    """Return a unified social credit code (GB 32100) with both of its check characters.

    The organisation's part begins with DEM: no register has given such a number.
    """
    return with_check(begins + region + organisation(f"DEM{serial:05d}"))


def organisation(body: str) -> str:
    """Return eight characters with the check character of GB 11714."""
    pairs = zip(body, ORGANISATION_WEIGHTS, strict=True)
    rest = 11 - sum(ORGANISATION.index(char) * weight for char, weight in pairs) % 11
    return body + {10: "X", 11: "0"}.get(rest, str(rest))


def with_check(body: str) -> str:
    """Return seventeen characters with their check character."""
    total = sum(CREDIT.index(char) * pow(3, place, 31) for place, char in enumerate(body))
    return body + CREDIT[-total % 31]
