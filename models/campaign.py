"""Campaigns 宣传活动 (art. 21): posters with codes, scans and anonymous answers as counts.

One of the kind `training` 干部培训 is for cadres: instead of a poster in a village it has a page
for the staff of a township, with the same questions, counted in the same way.

Nothing is held of a reader: a scan is one more on its day, a set of answers one more of each. What
was sent is known by its random id, which stands apart from codes and answers and goes in a week.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from peewee import (
    BooleanField,
    CharField,
    CompositeKey,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
)

from models import audit, secret
from models.bulk import pairs, tuples, values
from models.database import Table, write
from models.scope import TOWNSHIP_DIGITS
from rules.awareness import POSTER, TRAINING

LETTERS = "ACDEFGHKMNPRTUWXY"  # none looks like a digit or like another letter
CODE_LENGTH = 5
REPLY_DAYS = 7  # so long a page with questions can be sent, and its id is kept
AWARE = "aware"  # the question that nobody is asked: whether all answers showed knowledge


class Campaign(Table):
    """What a county's posters lead to: `cards` are numbers of explanation cards with spaces.

    `kind` is one of `rules.awareness.CAMPAIGNS`.
    """

    id = UUIDField(primary_key=True)
    county = CharField(max_length=6, index=True)
    title = TextField()
    from_day = DateField()
    to_day = DateField()
    cards = TextField()
    calculator = BooleanField()
    entered_on = DateField()
    account = UUIDField()
    kind = TextField(default=POSTER)


class Poster(Table):
    """The poster of a campaign in a village; `code` stands in its address.

    Of a training it is a page, and `village` the code of the township whose staff learn.
    """

    code = CharField(max_length=CODE_LENGTH, primary_key=True)
    campaign = UUIDField()
    village = CharField(max_length=12)

    class Meta:
        indexes = ((("campaign", "village"), True),)


class PosterScan(Table):
    """How often a poster's page was opened on a civil day."""

    code = CharField(max_length=CODE_LENGTH)
    day = DateField()
    times = IntegerField()

    class Meta:
        primary_key = CompositeKey("code", "day")


class PosterAnswer(Table):
    """How many gave an answer to a question below a poster."""

    code = CharField(max_length=CODE_LENGTH)
    question = TextField()
    answer = TextField()
    times = IntegerField()

    class Meta:
        primary_key = CompositeKey("code", "question", "answer")


class PosterReply(Table):
    """That something was sent: a random id and no more, kept so that it counts once."""

    id = UUIDField(primary_key=True)
    day = DateField()


class Shown(NamedTuple):
    """What a poster leads to."""

    code: str
    village: str
    campaign: UUID
    title: str
    from_day: date
    to_day: date
    cards: tuple[int, ...]
    calculator: bool
    kind: str = POSTER

    def is_open(self, today: date) -> bool:
        """Say whether scans and answers count on a day."""
        return self.from_day <= today <= self.to_day


def begin(identity: UUID, villages: Sequence[str], cards: Iterable[int], **cells: Any) -> bool:
    """Make a campaign with a poster for each village, once however often it is sent."""
    cells = {**cells, "cards": " ".join(map(str, cards))}
    with write():
        query = Campaign.insert(id=identity, **cells).on_conflict_ignore()
        new = bool(query.as_rowcount().execute())
        if new:
            audit.created(Campaign(id=identity, **cells))
            for code, village in zip(_codes(len(villages)), villages, strict=True):
                audit.created(Poster.create(code=code, campaign=identity, village=village))
    return new


def _codes(count: int) -> list[str]:
    """Return codes that no poster has."""
    found: set[str] = set()
    while len(found) < count:
        code = secret.random_of(LETTERS, CODE_LENGTH)
        if not Poster.select().where(Poster.code == code).exists():
            found.add(code)
    return sorted(found)


def find(identity: UUID) -> Campaign | None:
    """Return one campaign."""
    return Campaign.get_or_none(Campaign.id == identity)


def of_county(county: str) -> list[Campaign]:
    """Return a county's campaigns, the latest first."""
    query = Campaign.select().where(Campaign.county == county)
    return list(query.order_by(Campaign.from_day.desc(), Campaign.id))


def posters(identity: UUID) -> dict[str, str]:
    """Return the villages of a campaign's posters by code, in the villages' order."""
    query = Poster.select(Poster.code, Poster.village).where(Poster.campaign == identity)
    return pairs(query.order_by(Poster.village))


def behind(code: str) -> Shown | None:
    """Return what the poster with this code leads to."""
    poster = Poster.get_or_none(Poster.code == code)
    own = find(poster.campaign) if poster else None
    if poster is None or own is None:
        return None
    return Shown(
        poster.code, poster.village, own.id, own.title, own.from_day, own.to_day,
        numbers(own.cards), bool(own.calculator), own.kind,
    )  # fmt: skip


def trainings(scope: str, today: date) -> list[tuple[str, str]]:
    """Return code and title of what the staff of a township or village may learn on a day."""
    own, page = Campaign, Poster
    running = (own.kind == TRAINING) & (own.from_day <= today) & (own.to_day >= today)
    query = page.select(page.code, own.title).join(own, on=own.id == page.campaign)
    township = page.village == scope[:TOWNSHIP_DIGITS]
    return list(tuples(query.where(running & township).order_by(own.to_day, page.code)))


def numbers(cards: str) -> tuple[int, ...]:
    """Return the numbers of a campaign's cards."""
    return tuple(map(int, cards.split()))


def scanned(code: str, day: date) -> None:
    """Count one opening of a poster's page."""
    row = {"code": code, "day": day, "times": 1}
    with write():
        _one_more(PosterScan, (PosterScan.code, PosterScan.day), row)


def answered(sent: UUID, code: str, answers: Mapping[str, str], today: date) -> bool:
    """Count one set of answers, question → answer, once however often it is sent."""
    keys = (PosterAnswer.code, PosterAnswer.question, PosterAnswer.answer)
    with write():
        query = PosterReply.insert(id=sent, day=today).on_conflict_ignore()
        new = bool(query.as_rowcount().execute())
        for question, answer in sorted(answers.items()) if new else ():
            row = {"code": code, "question": question, "answer": answer, "times": 1}
            _one_more(PosterAnswer, keys, row)
    return new


def _one_more(table: Any, keys: Sequence[Any], row: Mapping[str, Any]) -> None:
    table.insert(**row).on_conflict(
        conflict_target=list(keys), update={table.times: table.times + 1}
    ).execute()


def scans(codes: Iterable[str]) -> Counter[tuple[str, date]]:
    """Return how often each poster was opened on each day."""
    query = PosterScan.select(PosterScan.code, PosterScan.day, PosterScan.times)
    return Counter({(c, d): n for c, d, n in tuples(query.where(PosterScan.code.in_(list(codes))))})


def answers(codes: Iterable[str]) -> Counter[tuple[str, str, str]]:
    """Return how many gave each answer: by code, question and answer."""
    own = PosterAnswer
    query = own.select(own.code, own.question, own.answer, own.times)
    return Counter({(c, q, a): n for c, q, a, n in tuples(query.where(own.code.in_(list(codes))))})


def forget_replies(today: date) -> int:
    """Delete the ids of what can be sent no more."""
    old = PosterReply.day <= today - timedelta(days=REPLY_DAYS)
    return PosterReply.delete().where(old).execute()


def forget(before: date) -> int:
    """Delete the campaigns that ended before a day, with their posters and counts."""
    ended = Campaign.select(Campaign.id).where(Campaign.to_day < before)
    codes = list(values(Poster.select(Poster.code).where(Poster.campaign.in_(ended))))
    for table in (PosterScan, PosterAnswer):
        table.delete().where(table.code.in_(codes)).execute()
    audit.erase(Poster, Poster.campaign.in_(ended))
    return audit.erase(Campaign, Campaign.to_day < before)
