"""A step of a project as it is typed: an application, a review, an approval."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from ledger.cell import Cells
from ledger.column import SHEETS, Column
from ledger.fault import Fault
from ledger.problem import Problem
from ledger.show import cell
from ledger.target import column_of
from models.project import Project
from rules.admission import VERDICTS
from web import formats
from web.forms import prose
from web.forms.visit import random_id
from web.words import problem as words

SHEET = SHEETS["项目"]
DECIDED = frozenset({"project.review", "project.approver"})  # these are no matter of an application
COLUMNS = {column_of(Project, each.field): each for each in SHEET.columns}
APPLIED = {name: each for name, each in COLUMNS.items() if each.field not in DECIDED}
LONGEST = 4000
LONGEST_REASON = 200
YESNO = {"yes": "是", "no": "否"}
DECISIONS = {"review": ("library", "returned"), "approval": ("approved", "returned")}


@dataclass(frozen=True, slots=True)
class Offered:
    """What a form lets choose: villages, and departments that have an account."""

    villages: Mapping[str, str]
    departments: Collection[str]
    needs_village: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """An application: what was typed by column, what it means, what is wrong with it."""

    id: UUID | None
    typed: Mapping[str, str]
    cells: Mapping[str, Any] = field(default_factory=dict)  # field of columns.csv → value
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """Return the project's number."""
        return self.cells.get("project.number") or ""


def application(sent: MultiDict[str, str], offered: Offered, number: str = "") -> Application:
    """Read an application; `number` is that of a project which is corrected."""
    typed = {name: sent.get(name, "").strip()[:LONGEST] for name in APPLIED}
    if number:
        typed["number"] = number
    cells: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, column in APPLIED.items():
        value, error = _read(column, typed[name])
        if error:
            errors[name] = error
        cells[column.field] = value
    errors |= _choices(typed, offered, errors)
    identity = random_id(sent.get("id", ""))
    if identity is None:
        errors["form"] = stale()
    return Application(identity, typed, cells, errors)


def stale() -> str:
    """Return what is said of a form whose id is lost."""
    return _("这一页放得太久了。内容都还在，请再提交一次。")


def _read(column: Column, text: str) -> tuple[Any, str]:
    """Return the value of a cell, as an import reads it, and what is wrong with it."""
    raw = dict(column.choices).get(text, text) if column.type == "choice" else text
    if column.type == "yesno":
        raw = YESNO.get(text, text)
    value = Cells(column)[raw]
    if isinstance(value, Fault):
        found = Problem(SHEET.name, 0, column.heading, "", value.code, dict(value.params))
        return None, words.expected(found, formats.ltr)
    if column.type != "text" or not isinstance(value, str) or column.field == "project.number":
        return value, ""
    return value, prose.fault(value)


def _choices(
    typed: Mapping[str, str], offered: Offered, errors: Mapping[str, str]
) -> dict[str, str]:
    found = {}
    village, department = typed["village"], typed["department"]
    if (village or offered.needs_village) and village not in offered.villages:
        found["village"] = _("请选一个村。")
    if "department" not in errors and department not in offered.departments:
        found["department"] = _("请选一个主管部门：由它的县级账号审核。")
    return found


def typed_of(row: Project) -> dict[str, str]:
    """Return a project's row as a form shows it."""
    found = {}
    for name, column in APPLIED.items():
        value = getattr(row, name)
        if column.type == "yesno":
            found[name] = "" if value is None else "yes" if value else "no"
        elif column.type == "choice":
            found[name] = value or ""
        else:
            shown = cell(column, value)
            found[name] = "" if shown is None else _plain(shown)
    return found


def _plain(value: Any) -> str:
    return format(value, "f") if hasattr(value, "as_tuple") else str(value)


@dataclass(frozen=True, slots=True)
class Decision:
    """A review or an approval: its step, verdicts and reasons by name, and who is named."""

    id: UUID | None = None
    step: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)  # yes, no or nothing
    reasons: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


def review(sent: MultiDict[str, str]) -> Decision:
    """Read the department's review: a verdict and a reason for each of the three."""
    verdicts = {name: sent.get(name, "") for name in VERDICTS}
    reasons = {name: sent.get(f"{name}_reason", "").strip()[:LONGEST] for name in VERDICTS}
    errors = {}
    for name in VERDICTS:
        if verdicts[name] not in YESNO:
            errors[name] = _("请选“是”或“否”。")
        if error := _reason(reasons[name], required=True):
            errors[f"{name}_reason"] = error
    return _decision(sent, "review", errors, verdicts=verdicts, reasons=reasons)


def approval(sent: MultiDict[str, str]) -> Decision:
    """Read an approval, or why a project is sent back from the library."""
    people = {name: sent.get(name, "").strip()[:LONGEST] for name in ("approver", "user_in_charge")}
    reason = sent.get("reason", "").strip()[:LONGEST]
    errors = {}
    for name, text in people.items():
        if text and (error := _read(COLUMNS[name], text)[1]):
            errors[name] = error
    if error := _reason(reason, required=sent.get("step") == "returned"):
        errors["reason"] = error
    return _decision(sent, "approval", errors, people=people, reason=reason)


def _decision(
    sent: MultiDict[str, str], kind: str, errors: dict[str, str], **typed: Any
) -> Decision:
    step, identity = sent.get("step", ""), random_id(sent.get("id", ""))
    if step not in DECISIONS[kind]:
        errors["form"] = _("请按下面的按钮提交。")
    if identity is None:
        errors["form"] = stale()
    return Decision(identity, step, errors=errors, **typed)


def _reason(text: str, *, required: bool) -> str:
    """Return what is wrong with a reason."""
    if not text:
        return _("请写理由。") if required else ""
    if len(text) > LONGEST_REASON:
        return _("最多 %(n)s 个字。", n=LONGEST_REASON)
    return prose.fault(text)
