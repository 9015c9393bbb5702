"""Words for codes as filters of templates: translated once for a language, then looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

from rules.dispute import GROUNDS
from web import formats, paper
from web.language import spoken
from web.words import (
    agreement,
    answer,
    asset,
    calculator,
    campaign,
    check,
    choice,
    dispute,
    due,
    event,
    exemplar,
    explanation,
    finding,
    held,
    industry,
    obligation,
    parameter,
    payer,
    printing,
    project,
    remedy,
    reply,
    rule,
    signing,
    step,
)
from web.words.watch import agreement as asked
from web.words.watch import family

ISOLATED = re.compile("\u2066([^\u2069]*)\u2069")
# A line in one word, where its state alone would say too little or too much.
LATE = {
    "short": _l("没给够，逾期 %s 天"),
    "overdue": _l("逾期 %s 天"),
    "paid_late": _l("晚到 %s 天"),
}
BY_KIND = {
    "saved": _l("省下的钱"),
    "training": _l("不发钱"),
    "unmatched": _l("对不上，请核实"),
}


def table(words: Mapping[str, Any]) -> Callable[[str | None], Markup]:
    """Return a filter from a code to its word; no code, no word."""
    known: dict[tuple[str, str | None], Markup] = {}

    def word(code: str | None) -> Markup:
        place = (spoken(), code)
        found = known.get(place)
        if found is None:
            text = words[code] if code else ""
            found = known[place] = escape(str(text))
        return found

    return word


def if_any(words: Mapping[str, Any]) -> Callable[[str | None], Markup]:
    """Return the same for a list that has no word for some codes."""
    known = table(words)
    return lambda code: known(code if code in words else None)


HINTS = if_any(signing.HINTS)


def hint(name: str) -> Markup:
    """Say how a cell of an agreement is filled, its examples isolated."""
    examples = signing.EXAMPLES.get(name)
    if examples is None:
        return HINTS(name)
    return HINTS(name) % {key: formats.ltr(value) for key, value in examples.items()}


def choices(code: str | None, name: str) -> Markup:
    """Return the word for a code of one of the ledger's closed lists."""
    return CHOICES[name](code)


WORDS = choice.WORDS | project.WORDS | remedy.WORDS | dispute.WORDS | event.WORDS | printing.WORDS
CHOICES = {name: table(words) for name, words in WORDS.items()}
STATES = table(due.STATES)
LATE_STATES = table(LATE)
KINDS = table(BY_KIND)
OWED = table(payer.STATES)
OWED_LATE = table(payer.LATE)


def standing(line: Any) -> Markup:
    """Say how a line stands: its state, or for how many days it is or was late."""
    if line.state in LATE:
        return LATE_STATES(line.state) % Markup('<bdi dir="ltr">%s</bdi>') % line.days
    if line.kind in BY_KIND:
        return KINDS(line.kind)
    return STATES(line.state)


def plain_standing(line: Any) -> str:
    """Say the same as text, for paper; the days are isolated."""
    if line.state in LATE:
        return str(LATE[line.state]) % paper.alone(line.days)
    return str(BY_KIND.get(line.kind) or due.STATES[line.state])


def owed(line: Any) -> Markup:
    """Say how what a business owes stands, as the business reads it."""
    if line.state in payer.LATE:
        return OWED_LATE(line.state) % Markup('<bdi dir="ltr">%s</bdi>') % line.days
    return OWED(line.state)


def replied(row: Any) -> Markup:
    """Say what a business replied."""
    return Markup(reply.sentence(row, formats.day, formats.money, formats.ltr))  # noqa: S704 — our own messages, values escaped


def isolated(text: str) -> Markup:
    """Isolate a number or code, which reads left to right, or a name, which reads its own way."""
    is_name = formats.CHINESE.search(text) or formats.ARABIC.search(text)
    return formats.name(text) if is_name else formats.ltr(text)


def found(each: Any) -> Markup:
    """Say what a finding has found; `each` has code, params and gap."""
    return Markup(finding.sentence(each.code, each.params, each.gap, formats.day, isolated))  # noqa: S704 — our own messages, params escaped


def isolates(text: str) -> Markup:
    """Write as markup what stands between isolating marks in a text (web/pack)."""
    return Markup(ISOLATED.sub(r'<bdi dir="ltr" class="nb">\1</bdi>', str(escape(text))))  # noqa: S704 — escaped


FILTERS: dict[str, Callable[..., Markup]] = {
    "standing": standing,
    "party": table(due.PARTIES),
    "kind": table(due.KINDS),
    "mode": table(due.MODES),
    "why_unknown": table(due.REASONS),
    "answered": table(due.ANSWERS),
    "dispute": table(due.DISPUTES | check.DISPUTES | dispute.REASONS),
    "ground_article": lambda code: escape(GROUNDS[code].article),
    "checked": table(due.CHECKS),
    "checked_short": table(check.SHORT),
    "term": table(agreement.TERMS | signing.BESIDE),
    "asked": table(asked.TERMS),
    "hint": hint,
    "empty_means": if_any(signing.EMPTY),
    "signing_state": table(signing.STATES),
    "group": table(signing.GROUPS),
    "topic": table(signing.TOPICS),
    "awareness": lambda code, training=False: escape(campaign.question(code, training=training)),
    "awareness_answer": lambda code, question: escape(campaign.answer(code, question)),
    "agreement_kind": table(campaign.KINDS),
    "per": table(agreement.PER),
    "use": table(agreement.USES),
    "held_fact": lambda code: escape(held.fact(code)),
    "held_table": table(held.TABLES),
    "held_column": table(held.COLUMNS),
    "held_technical": table(held.TECHNICAL),
    "held_session": table(held.SESSIONS),
    "purpose": table(held.PURPOSES),
    "ask": table(answer.ASK),
    "yes": table(answer.YES),
    "no": table(answer.NO),
    "choice": choices,
    "parameter": table(parameter.TITLES),
    "parameter_meaning": table(parameter.MEANINGS),
    "parameter_hint": lambda name: escape(parameter.hint(name)),
    "parameter_value": lambda each: escape(parameter.value(each.name, each.value)),
    "parameter_default": lambda value, name: escape(parameter.value(name, value)),
    "parameter_note": lambda chosen: escape(parameter.note(chosen)),
    "cell": table(calculator.LABELS),
    "cell_unit": if_any(calculator.UNITS),
    "whom": table(explanation.ASK),
    "isolates": isolates,
    "exemplar_show": lambda code: escape(exemplar.SHOWS[code]),
    "rule_show": lambda code: escape(rule.show(code)),
    "step_unit": table(step.UNITS),
    "found": found,
    "found_title": lambda code: escape(finding.title(code)),
    "next_step": lambda code: escape(finding.next_step(code)),
    "weight": table(finding.WEIGHTS),
    "owed": owed,
    "payee": table(due.PARTIES),
    "replied": replied,
    "reply_kind": table(reply.KINDS),
    "reply_reason": table(reply.REASONS),
    "demand": table(finding.DEMANDS),
    "actor": table(finding.ACTORS),
    "obligation_actor": table(obligation.ACTORS),
    "obligation_record": table(obligation.RECORDS),
    "subject": table(finding.SUBJECTS),
    "asset_kind": table(asset.KINDS),
    "inside": table(asset.INSIDE),
    "outside": table(asset.OUTSIDE),
    "industry": table(industry.KINDS),
    "industry_figure": table(industry.FIGURES),
    "family": table(family.FAMILIES),
    "family_figure": table(family.FIGURES),
    "family_base": table(family.BASES),
    "sentence": lambda each: Markup(step.sentence(each, formats.day, formats.ltr)),  # noqa: S704
}


def init(app: Flask) -> None:
    """Offer the words to templates."""
    app.jinja_env.filters.update(FILTERS)
