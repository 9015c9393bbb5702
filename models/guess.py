"""Guesses: how often a secret was tried in a period, counted by the database and exact.

One statement takes a slot or takes none, so parallel guesses on several workers cannot overrun the
limit; a clock that goes back stays in the later period and so never gives more.
"""

from __future__ import annotations

from dataclasses import dataclass

from peewee import CharField, IntegerField

from models.database import Table, database, is_sqlite, write


class Guess(Table):
    """The slots taken for a subject in its latest period; a success gives its own slot back."""

    subject = CharField(max_length=64, primary_key=True)
    period = IntegerField()
    taken = IntegerField()


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that was taken: the guess may be tried."""

    subject: str
    period: int
    left: int


TAKE = """
INSERT INTO guess (subject, period, taken) VALUES (?, ?, 1)
ON CONFLICT (subject) DO UPDATE SET
  taken = CASE WHEN excluded.period > guess.period THEN 1 ELSE guess.taken + 1 END,
  period = CASE WHEN excluded.period > guess.period THEN excluded.period ELSE guess.period END
WHERE excluded.period > guess.period OR guess.taken < ?
RETURNING period, taken
"""


def take(subject: str, period: int, limit: int) -> Slot | None:
    """Take one of `limit` slots of `period`, or return None when none is left."""
    statement = TAKE if is_sqlite() else TAKE.replace("?", "%s")
    with write():
        row = database.obj.execute_sql(statement, (subject, period, limit)).fetchone()
    return Slot(subject, row[0], limit - row[1]) if row else None


def give_back(slot: Slot) -> None:
    """Give back the slot of a right guess."""
    same = (Guess.subject == slot.subject) & (Guess.period == slot.period) & (Guess.taken > 0)
    with write():
        Guess.update(taken=Guess.taken - 1).where(same).execute()


def purge(kind: str, before: int) -> int:
    """Forget the counts of subjects of a kind (card, receipt, place, …) before a period."""
    old = Guess.subject.startswith(f"{kind}:") & (Guess.period < before)
    with write():
        return Guess.delete().where(old).execute()
