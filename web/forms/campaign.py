"""A campaign as it is entered, and the answers that are sent below its posters."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from ledger.day import read_date
from ledger.term import wrong_in
from models.campaign import REPLY_DAYS, Shown
from rules.awareness import POSTER, TRAINING, kinds, questions
from web.explanation import CARDS
from web.forms import day as how
from web.forms.visit import random_id
from web.words import problem as words

LONGEST = 60
MOST_CARDS = 4  # more than that nobody reads standing before a wall
MOST_DAYS = 366
DAYS = ("from_day", "to_day")
EXAMPLE = date(2026, 5, 12)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, what of it can be stored, and what is wrong."""

    id: UUID | None
    texts: Mapping[str, str]
    cards: Sequence[int]
    villages: Sequence[str]
    cells: Mapping[str, Any]
    errors: Mapping[str, str]


def read(sent: MultiDict[str, str], known: Collection[str], today: date) -> Typed:
    """Read the form of a campaign; `known` are the places of the reader's county to choose from."""
    texts = {name: " ".join(sent.get(name, "").split())[:LONGEST] for name in ("title", *DAYS)}
    numbers = {str(card.number): card.number for card in CARDS}
    cards = sorted({numbers[each] for each in sent.getlist("card") if each in numbers})
    villages = sorted(set(sent.getlist("village")) & set(known))
    calculator, kind = sent.get("calculator") == "1", kind_of(sent)
    days, errors = _days(texts, today)
    if not texts["title"]:
        errors["title"] = _("不能空着。")
    elif problem := wrong_in(texts["title"]):
        errors["title"] = words.expected(problem)
    if not (cards or calculator):
        errors["card"] = _("请至少选一张问答卡，或者选试算。")
    elif len(cards) > MOST_CARDS:
        errors["card"] = _("最多选 %(n)s 张，多了没有人看得完。", n=MOST_CARDS)
    if not villages:
        errors["village"] = _("请至少选一个村。") if kind == POSTER else _("请至少选一个乡镇。")
    cells = {"title": texts["title"], **days, "calculator": calculator, "kind": kind}
    return Typed(random_id(sent.get("id", "")), texts, cards, villages, cells, errors)


def kind_of(sent: Mapping[str, str]) -> str:
    """Return for whom the campaign is: one of CAMPAIGNS."""
    return TRAINING if sent.get("kind") == TRAINING else POSTER


def _days(texts: Mapping[str, str], today: date) -> tuple[dict[str, date], dict[str, str]]:
    days: dict[str, date] = {}
    errors: dict[str, str] = {}
    for name in DAYS:
        day = read_date(texts[name])
        if isinstance(day, date):
            days[name] = day
        else:
            errors[name] = how.error(EXAMPLE)
    if not errors and not days["from_day"] <= days["to_day"]:
        errors["to_day"] = _("结束的日子不能早于开始的日子。")
    elif not errors and days["to_day"] < today:
        errors["to_day"] = _("结束的日子已经过去了。")
    elif not errors and (days["to_day"] - days["from_day"]).days > MOST_DAYS:
        errors["to_day"] = _("一次宣传最长一年。")
    return days, errors


@dataclass(frozen=True, slots=True)
class Sent:
    """The answers to a poster's questions; `late`: the page was opened too long ago."""

    id: UUID | None
    kind: str
    answers: Mapping[str, str]
    errors: Mapping[str, str]
    late: bool


def read_answers(sent: Mapping[str, str], asked: Shown, today: date) -> Sent | None:
    """Read the answers; None where no kind of agreement was chosen."""
    kind = sent.get("kind", "")
    if kind not in kinds(asked.kind):
        return None
    answers, errors = {}, {}
    for question in questions(kind, asked.cards):
        given = sent.get(question.code, "")
        if given in question.answers:
            answers[question.code] = given
        else:
            errors[question.code] = _("请选一个。不清楚也是一个回答。")
    identity = random_id(sent.get("id", ""))
    day = read_date(sent.get("begun", ""))
    open_since = today - timedelta(days=REPLY_DAYS - 1)
    late = identity is None or not isinstance(day, date) or not open_since <= day <= today
    return Sent(identity, kind, answers, errors, late)
