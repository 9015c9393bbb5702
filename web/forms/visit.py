"""A check as it is sent: for each line a result, for an agreement that its terms were explained."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from models.visit import RESULTS, Said
from web.forms import amount

MOST = 200  # lines; no household has more
LONGEST = 40
RANDOM = 4  # version of the ids that hold no time


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, by line, and what is wrong with it."""

    id: UUID | None
    card: str = ""
    results: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)
    slips: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def dues(self) -> set[UUID | None]:
        """Return the lines that something was said of; None stands for what is no id at all."""
        return {uuid(text) for text in self.results}


def read(sent: MultiDict[str, str]) -> Typed:
    """Read the form. A line whose result is empty was not asked about and is left out."""
    fields = [(name, text[:LONGEST]) for name, text in sent.items()][: 4 * MOST]
    return Typed(
        id=random_id(sent.get("id", "")),
        card=sent.get("card", "")[:LONGEST],
        results={due: text for due, text in _of(fields, "result-") if text},
        amounts={due: text.strip() for due, text in _of(fields, "amount-")},
        slips=frozenset(due for due, text in _of(fields, "slip-") if text),
        explained=frozenset(number for number in sent.getlist("explained")[:MOST] if number),
    )


def _of(fields: list[tuple[str, str]], prefix: str) -> list[tuple[str, str]]:
    return [
        (name.removeprefix(prefix).lower(), text)
        for name, text in fields
        if name.startswith(prefix)
    ]


def checks(typed: Typed, fen: Mapping[UUID, int]) -> tuple[Typed, list[Said]]:
    """Return the checks, or what is wrong; `fen`: what is due of each line, all of them known."""
    said, errors = [], {}
    for due, result in typed.results.items():
        line = UUID(due)
        got = amount.fen(typed.amounts.get(due, "")) if result == "less" else None
        if error := _error(result, typed.amounts.get(due, ""), got, fen[line]):
            errors[due] = error
        said.append(Said(result, due=line, amount=got, slip=due in typed.slips))
    said += [Said("explained", agreement=number) for number in sorted(typed.explained)]
    if not said:
        errors["form"] = _("还没有核对任何一笔。至少选一笔的结果，再保存。")
    if typed.id is None:
        errors["form"] = _("这一页放得太久了。内容都还在，请再点一次保存。")
    return replace(typed, errors=errors), said


def _error(result: str, text: str, got: int | None, due: int) -> str:
    if result not in RESULTS:
        return _("请在四个结果里选一个。")
    return _amount_error(text, got, due) if result == "less" else ""


def _amount_error(text: str, got: int | None, due: int) -> str:
    if not text:
        return _("请写实际收到多少元。")
    if got is None:
        return _("金额只写数字，例如 800 或 800.50。")
    if not got:
        return _("一分也没收到，请选“没有收到”。")
    if got >= due:
        return _("这个数没有比应得的少。金额对，就选“收到了，金额对”。")
    return ""


def random_id(text: str) -> UUID | None:
    """Return the random id that `text` is, or None."""
    found = uuid(text)
    return found if found and found.version == RANDOM else None


def uuid(text: str) -> UUID | None:
    """Return the id that `text` is in its usual form, or None."""
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text.lower() else None


def known(typed: Typed, fen: Collection[UUID], agreements: Collection[str]) -> bool:
    """Say whether every line and agreement that was sent is the household's own."""
    return typed.dues <= set(fen) and typed.explained <= set(agreements)
