"""The agreement on paper: the model text with its terms, what falls due when, what is lacking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from ledger.column import COLUMNS
from ledger.signing import Table
from ledger.term import Clause
from models.roster import Holding
from rules.watch.floor import Reading
from rules.watch.lint import Judgement
from web import formats, model_text, schedule, written
from web.language import DEFAULT, in_each
from web.model_text import Agreed, Values
from web.pages.contract import Article, Cell, Contract, Grid, Pair
from web.paper import alone, both
from web.schedule import Row
from web.words import due as words

# Who signs, and the term that names it.
SIDES = (
    (_l("甲方"), "party_name"),
    (_l("乙方"), "business_name"),
    (_l("第三方组织单位"), "witness"),
)
DRAFT = _l("机器翻译草稿，仅供参考，以中文为准")
HELD = {
    "amount": _l("量化金额"),
    "shares": _l("股数"),
    "area": _l("面积（亩）"),
    "persons": _l("人数"),
}


def build(
    found: Table, judgements: Iterable[Judgement], heads: Mapping[str, str], today: date
) -> Contract:
    """Return the paper of an agreement; `heads` names the households of its roster."""
    clauses = [_agreed(each, found.assets) for each in found.clauses]
    languages = clauses[0].values
    whole = {code: written.whole([each.values[code] for each in clauses]) for code in languages}
    parts = model_text.agreement(whole, clauses)
    return Contract(
        title=model_text.title(),
        header=_header(found.number),
        footer=both(_footer),
        articles=tuple(
            Article(_numbered(number, part.heading), part.paragraphs)
            for number, part in enumerate(parts, 1)
        ),
        supplement=both(lambda: _("建议补充的条款")),
        supplements=tuple(_supplements(judgements, whole)),
        schedule=_schedule(schedule.rows(found, today)),
        roster=_roster(found.roster, heads) if found.roster else None,
        sides=tuple(_sides(whole)),
        sign_here=both(lambda: _("签字、盖章")),
        day=both(lambda: _("日期")),
    )


def _header(number: str) -> dict[str, str]:
    """Return what stands on every page; the Uyghur side says of itself that it is a draft."""
    said = both(lambda: _("协议编号 %(n)s", n=alone(number)))
    return both(lambda: DRAFT) | {DEFAULT: said[DEFAULT]}


def _footer() -> str:
    day = written.day(date.fromisoformat(model_text.DAY))
    return _("示范文本 %(version)s，%(day)s", version=alone(model_text.VERSION), day=day)


def _agreed(each: Clause, assets: Sequence[str]) -> Agreed:
    codes = {
        name.removeprefix("agreement."): value
        for name, value in each.values.items()
        if value and COLUMNS[name].type == "choice"
    }
    values = {language.code: written.clause(each.values, assets) for language in in_each()}
    return Agreed(codes["mode"], values, codes)


def _sides(whole: Values) -> Iterator[Pair]:
    """Yield who signs, by name where the agreement has it; a name that was typed stands once."""
    for side, term in SIDES:
        names = {code: terms.get(term, "") for code, terms in whole.items()}
        yield {
            code: f"{text}\n{names[code]}".strip()
            if code == DEFAULT or names[code] != names[DEFAULT]
            else text
            for code, text in both(lambda side=side: side).items()
        }


def _numbered(number: int, heading: Pair) -> dict[str, str]:
    """Return 第三条　期限, and the same in each language."""
    counted = both(lambda: formats.current().article(str(number), ""))
    return {code: f"{counted[code]}　{text}" for code, text in heading.items()}


def _supplements(judgements: Iterable[Judgement], whole: Values) -> Iterator[Article]:
    """Yield what would make good what an article asks for, article by article."""
    for each in judgements:
        keys = [term.term for term in each.missing]
        texts = [model_text.supplement(key, whole) for key in keys]
        if each.state != "ok":
            texts += [_mend(reading, whole) for reading in each.readings]
            texts += [model_text.supplement("reason", whole)] if each.state == "reason" else []
        if found := tuple(text for text in texts if text):
            yield Article(both(lambda article=each.article: _as_heading(article)), found)


def _as_heading(article: str) -> str:
    number, _open, part = article.partition("(")
    return _("按%(article)s", article=formats.current().article(number, part.rstrip(")")))


def _mend(reading: Reading, whole: Values) -> Pair | None:
    """Return the clause that brings what is agreed up to its floor."""
    if reading.verdict != "below":
        return None
    known = both(lambda: _floor(reading))
    gap = both(lambda: written.money(reading.gap) if reading.gap else "")
    values = {
        code: {**cells, "floor": known[code], "gap": gap[code]} for code, cells in whole.items()
    }
    return model_text.supplement(reading.stake, values)


def _floor(reading: Reading) -> str:
    if reading.floor is None:
        return ""
    if reading.stake == "debt":
        return alone(formats.percent(reading.floor))
    return written.money(reading.floor)


def _schedule(found: Sequence[Row]) -> Grid:
    head = tuple(
        both(lambda word=word: word) for word in (_l("年度"), _l("日期"), _l("款项"), _l("金额"))
    )
    rows = tuple(
        (
            alone(row.year),
            row.day.isoformat() if row.day else both(lambda row=row: _no_day(row)),
            both(lambda kind=row.kind: words.KINDS[kind]),
            both(lambda row=row: _sum(row)),
        )
        for row in found
    )
    note = both(lambda: _("按本协议的条款和细则计算。要看经营结果、市价或者结算的，到时候再定。"))
    return Grid(both(lambda: _("附表一：什么时候付多少")), head, rows, note)


def _no_day(row: Row) -> str:
    if row.reason == "no_result":
        return _("结果确认以后")
    return _("交售或者结算以后") if row.least else _("没有约定")


def _sum(row: Row) -> str:
    """Say how much falls due, for whom."""
    if row.reason == "no_result":
        return _("按当年的经营结果")
    if row.fen is None:
        return str(words.REASONS.get(row.reason, words.STATES["unknown"]))
    if row.kind == "training":
        return _("不发钱")
    text = written.money(row.fen)
    text = _("至少 %(sum)s", sum=text) if row.least else text
    if row.each:
        return _("每户 %(sum)s", sum=text)
    if row.households:
        return _("%(sum)s（%(n)s 户合计）", sum=text, n=alone(row.households))
    return text


def _roster(roster: Sequence[Holding], heads: Mapping[str, str]) -> Grid:
    used = [name for name in HELD if any(getattr(row, name) is not None for row in roster)]
    words_of = (_l("户编码"), _l("户主"), *(HELD[name] for name in used), _l("签字"))
    rows = tuple(
        (
            row.holder,
            heads.get(row.holder, ""),
            *(_held(name, getattr(row, name)) for name in used),
            "",
        )
        for row in roster
    )
    head = tuple(both(lambda word=word: word) for word in words_of)
    return Grid(both(lambda: _("附表二：受益的农户")), head, rows)


def _held(name: str, value: int | None) -> Cell:
    if value is None:
        return ""
    if name == "amount":
        return both(lambda: written.money(value))
    return str(value) if name == "persons" else formats.decimal(value)
