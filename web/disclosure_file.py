"""What is disclosed of a project, as PDF to be hung up: in both languages, no household on it."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web import formats, paper, publication
from web.language import DEFAULT
from web.pages.disclosure import Show, names_category
from web.paper import Pair, alone, both
from web.words.project import FIELDS, PER, WORDS
from web.written import END, FIRST_STRONG

Fact = tuple[Pair, Pair | str]
SIGNS = (_l("公示单位（盖章）"), _l("贴出的日期"))
QUANTITIES = frozenset({"expected_purchase_kg"})


def as_pdf(page: Show) -> bytes:
    """Return the paper; raise web.paper.NoFont where letters would be missing."""
    fact = page.fact
    own = {
        "title": both(lambda: _("项目公告公示")),
        "header": both(lambda: _("项目编号 %(n)s", n=alone(fact.number))),
        "footer": both(lambda: _("%(day)s打印", day=formats.current().day(page.today))),
    }
    data = {
        "paper": own,
        "name": {DEFAULT: _said(page.name)},
        "facts": _facts(page),
        "texts": [
            {"name": both(lambda name=name: FIELDS[name]), "said": {DEFAULT: _said(text)}}
            for name, text in page.texts
        ],
        "money": both(lambda: _("钱从哪里来")),
        "funds": _funds(page),
        "result": both(lambda: _("要带来什么")),
        "results": _results(page),
        "objection": both(lambda: publication.posted(page.posting, page.phone)),
        "signatures": [both(lambda word=word: word) for word in SIGNS],
    }
    return paper.pdf("disclosure.typ", data)


def _said(text: str) -> str:
    return f"{FIRST_STRONG}{text}{END}"


def _fact(label: Any, value: Pair | str) -> Fact:
    return both(lambda: label), value


def _name(text: str) -> Pair | str:
    """A name stands once, as it is written; an empty one is left to be written by hand."""
    return {DEFAULT: _said(text)} if text else ""


def _facts(page: Show) -> list[Fact]:
    fact = page.fact
    return [
        _fact(FIELDS["number"], fact.number),
        _fact(_l("在哪里"), _name(page.place)),
        _fact(FIELDS["year"], str(fact.year)),
        _fact(FIELDS["kind"], both(lambda: WORDS["project_kind"][fact.kind])),
        *[_fact(FIELDS[name], _name(text)) for name, text in page.people],
    ]


def _funds(page: Show) -> list[Fact]:
    rows = [_fact(_in_yuan(FIELDS[fund.name]), formats.amount(fund.fen)) for fund in page.funds]
    return [*rows, _fact(_in_yuan(_l("合计")), formats.amount(page.total) if rows else "")]


def _in_yuan(label: Any) -> Any:
    return _l("%(use)s（元）", use=label)


def _results(page: Show) -> list[Fact]:
    found = [
        _fact(FIELDS[name], both(lambda name=name, value=value: _effect(name, value)))
        for name, value in page.effects
    ]
    made = [
        _fact(_l("形成的资产：%(name)s（元）", name=_asset(each)), formats.amount(each.cost))
        for each in page.assets
    ]
    return [*found, *made] or [_fact(_l("台账没有写"), "")]


def _asset(each: Any) -> str:
    return alone(each.number) if names_category(each.name) else _said(each.name)


def _effect(name: str, value: int) -> str:
    if name == "expected_gain":
        number = formats.amount(value)
    else:
        number = formats.decimal(value) if name in QUANTITIES else f"{value:,}"
    return f"{alone(number)} {PER[name]}"
