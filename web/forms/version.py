"""What is alike in the forms of a county's entries in versions: both languages, days and marks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from models.version import REVIEWS
from web.forms import day, prose
from web.forms.visit import random_id

MARKS = ("ug_fits", "withdrawn")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed by field, what it means (a Content), and what is wrong with it."""

    id: UUID | None
    typed: Mapping[str, str] = field(default_factory=dict)
    content: Any = None
    errors: Mapping[str, str] = field(default_factory=dict)


class Reading:
    """A form while it is read: what was typed, and what was found wrong so far.

    `refused` says what is wrong with a text beside what `prose` finds.
    """

    def __init__(
        self,
        sent: Mapping[str, str],
        fields: Collection[str],
        refused: Callable[[str], str] = lambda _text: "",
    ) -> None:
        self.typed = {name: sent.get(name, "").strip()[: prose.MOST] for name in fields}
        self.marks = {name: bool(sent.get(name)) for name in MARKS}
        self.errors: dict[str, str] = {}
        self.id = random_id(sent.get("id", ""))
        self._refused = refused
        if self.id is None:
            self.errors["form"] = _("这一页放得太久了。内容都还在，请再点一次保存。")

    def text(self, name: str, *, required: bool = False, short: bool = False) -> str:
        """Return a text as it is stored."""
        found, error = prose.read(self.typed[name], required=required, short=short)
        error = error or (self._refused(found) if found else "")
        if error:
            self.errors[name] = error
        return found

    def days(self, example: date) -> tuple[date, date | None] | None:
        """Return since when and until when the entry holds, or None of something else."""
        begin = day.read(self.typed["from"])
        if begin is None:
            self.errors["from"] = day.error(example)
        end = day.read(self.typed["ended"]) if self.typed["ended"] else None
        if self.typed["ended"] and end is None:
            self.errors["ended"] = day.error(example.replace(year=example.year + 2))
        elif begin is not None and end is not None and end <= begin:
            self.errors["ended"] = _("结束的日子要在开始的日子以后。")
        return None if begin is None else (begin, end)

    def review(self, ug: str) -> str:
        """Return whether the Uyghur text was reviewed; of none nothing."""
        given = self.typed["ug_review"]
        return (given if given in REVIEWS else REVIEWS[0]) if ug else ""

    def done(self, content: Any) -> Typed:
        """Return what was read: without a content where something is wrong."""
        kept = self.typed | {name: "1" for name, ticked in self.marks.items() if ticked}
        return Typed(self.id, kept, None if self.errors else content, self.errors)
