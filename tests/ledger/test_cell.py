"""Whatever a cell can hold: what is stored is read back from how it is shown."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cell import Cells
from ledger.column import COLUMNS
from ledger.fault import DAY, MARK, Fault
from ledger.number import LIMIT, SCALE, limits
from ledger.problem import PROBLEMS
from ledger.show import cell, shown
from ledger.text import LONG, read_text

FIGURES = [column for column in COLUMNS.values() if column.type in SCALE]
PLAIN = COLUMNS["household.head"]
MONEY = COLUMNS["payment.amount"]


def raw(column, value):
    """Return the stored value as the child would hand an exported cell over."""
    content = cell(column, value)
    if isinstance(content, Decimal | int) and not isinstance(content, bool):
        return float(content)
    return DAY + content.isoformat() if isinstance(content, dt.date) else content


@given(st.data())
def test_every_figure_comes_back(data):
    column = data.draw(st.sampled_from(FIGURES))
    low, high, above = limits(column)
    scale = SCALE[column.type]
    least = -LIMIT if low is None else low * scale + above
    value = data.draw(st.integers(least, LIMIT if high is None else high * scale))
    cells = Cells(column)
    assert cells[raw(column, value)] == value
    assert cells[shown(column, value)] == value


@given(st.integers(-LIMIT, LIMIT))
def test_money_that_excel_holds_as_a_double_is_exact_to_the_fen(fen):
    yuan = fen / 100
    assert Cells(MONEY)[yuan] == fen
    assert Cells(MONEY)[format(yuan, ".15g") if abs(fen) < 10**12 else f"{yuan:.2f}"] == fen


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_sum_of_doubles_is_the_sum_of_the_fen(first, second):
    assert Cells(MONEY)[first / 100 + second / 100] == first + second


@given(
    st.sampled_from(FIGURES),
    st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(15), Decimal(10_000)]),
    st.lists(
        st.floats(allow_nan=False)
        | st.integers(-LIMIT, 2 * LIMIT).map(lambda fen: fen / 100)
        | st.integers(-2, 101).map(float)
        | st.sampled_from(["", "/", "3", "1,200.5", MARK + "formula", "无"])
    ),
)
def test_many_figures_are_read_as_each_alone(column, unit, raws):
    cells, alone = Cells(column, unit), Cells(column, unit).read
    found, one = cells.each(raws), list(map(alone, raws))
    assert list(map(plain, found)) == list(map(plain, one))
    assert cells.faulty == any(isinstance(value, Fault) for value in one)


def plain(value):
    return (value.code, dict(value.params)) if isinstance(value, Fault) else value


@given(st.integers(-LIMIT, LIMIT))
def test_ten_thousands_of_yuan_are_exact(fen):
    assert Cells(MONEY, Decimal(10_000))[str(Decimal(fen) / 1_000_000)] == fen


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=5, max_value=10**9, min_value=-(10**9)
    )
)
def test_nothing_is_rounded(yuan):
    read = Cells(MONEY)[f"{yuan:f}"]
    fen = yuan * 100
    assert read == fen if fen == int(fen) else (type(read) is Fault and read.code == "sub_fen")


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_read_in_every_writing(day):
    cells = Cells(COLUMNS["payment.paid_on"])
    year, month, date = day.year, day.month, day.day
    assert cells[DAY + day.isoformat()] == day
    assert cells[DAY + f"{day.isoformat()}T23:59:59"] == day
    for written in (
        f"{year}-{month}-{date}",
        f"{year}/{month:02}/{date:02}",
        f"{year}.{month}.{date}",
        f"{year}年{month}月{date}日",
        f"{day:%Y%m%d}",
        float(f"{day:%Y%m%d}"),
    ):
        assert cells[written] == day


@given(
    st.dictionaries(
        st.tuples(st.booleans(), st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31))),
        st.integers(1, 99),
        min_size=1,
        max_size=6,
    )
)
def test_due_days_have_one_writing(days):
    cells = Cells(COLUMNS["agreement.due_days"])
    parts = [
        f"{'次年' * later}{day.month}月{day.day}日={ratio}" for (later, day), ratio in days.items()
    ]
    read = cells["；".join(parts)]
    assert read == cells[read] == cells["\n".join(reversed(parts))]
    assert len(read.split(";")) == len(days)


@given(st.text(st.characters(exclude_characters=MARK + DAY), max_size=60))
def test_a_text_that_is_taken_is_taken_again(text):
    read = Cells(PLAIN)[text]
    if type(read) is str:
        assert Cells(PLAIN)[read] == read
        assert read == read.strip()


@given(
    st.sampled_from(sorted(COLUMNS)),
    st.one_of(
        # The child takes its own signs out of what the workbook holds.
        st.text(st.characters(exclude_characters=MARK + DAY), max_size=30),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
)
def test_no_content_breaks_a_column(field, content):
    column = COLUMNS[field]
    read = Cells(column)[content]
    if type(read) is Fault:
        assert set(read.params) == set(PROBLEMS[read.code])
    elif read is not None:
        assert Cells(column)[raw(column, read)] == read


@given(
    st.sampled_from(sorted(COLUMNS)),
    st.from_regex(r"[0-9.,:;=/年月日次%元万()-]{1,20}", fullmatch=True),
)
def test_no_figure_breaks_a_column(field, content):
    test_no_content_breaks_a_column.hypothesis.inner_test(field, content)


@pytest.mark.parametrize("field", sorted(COLUMNS))
def test_an_empty_cell_is_nothing_or_missing(field):
    column = COLUMNS[field]
    for empty in ("", "  ", "\u3000"):
        read = Cells(column)[empty]
        assert read.code == "required" if column.required else read is None


def test_a_marked_cell_is_the_problem_that_the_child_saw():
    assert Cells(PLAIN)[MARK + "identity"].code == "identity"


def test_each_content_is_read_once():
    cells = Cells(MONEY)
    assert cells[1.5] == 150
    cells.read = None
    assert cells[1.5] == 150


@pytest.mark.parametrize("field", sorted(LONG))
def test_terms_may_have_lines(field):
    assert COLUMNS[field].type == "text"
    assert read_text("甲\r\n乙\u2028丙\t丁", COLUMNS[field]) == "甲\n乙\n丙\t丁"
    assert read_text("甲\u200b乙", COLUMNS[field]).code == "invisible"
    assert read_text("长" * 4001, COLUMNS[field]).code == "too_long"
