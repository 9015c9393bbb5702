"""One line: how it stands, how it came about, and the household's word on it."""

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import answer
from models.answer import Answer
from models.due import Due
from models.ids import household_id
from models.visit import Said, store
from tests.web import farm

US = household_id(farm.OURS)
THEM = household_id(farm.THEIRS)
DAY = farm.TODAY


@pytest.fixture
def phone(as_household):
    farm.farm()
    return as_household


@pytest.fixture
def rent(phone):
    return farm.line_of(US, "rent", 2026).id


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def tell(phone, line, **fields):
    return phone.post(f"/due/{line}/answer", data=fields)


def said(line) -> tuple[str, str | None]:
    row = answer.current(US, due=line)
    return (row.answer, row.reason) if row else ("none", None)


def test_the_figure_the_day_and_the_four_witnesses(phone, rent):
    page = soup(phone.get(f"/due/{rent}"))
    assert words(page.select_one("#line .money")) == "7,533.50 元"
    assert words(page.select_one(".line__when")) == "应在 2026年11月11日 付清，已经逾期 12 天"
    boxes = [words(box) for box in page.select(".witness__box")]
    assert boxes == ["应得 7,533.50", "已付 未付", "核对 没人问", "我家 待回答"]


def test_the_explanation_is_open_short_and_cites_the_articles(phone):
    line = farm.line_of(US, "guaranteed", 2026, 2).id
    steps = soup(phone.get(f"/due/{line}")).select("details[open] .why__one")
    assert 1 <= len(steps) <= 5
    assert all(step.select_one("a[href^='/policy/']") for step in steps)
    last = steps[-1]
    assert last.select_one(".why__left").text == "1,200.00\u2009×\u20091\u2009÷\u20092"
    assert words(last.select_one(".why__value")) == "= 600.00 元"
    assert last.select_one(".formula")["dir"] == "ltr"


SENTENCES = [
    ({"paid": 0}, "应在 2026年11月11日 付清，已经逾期 12 天"),
    (
        {"paid": 7_000_00},
        "应在 2026年11月11日 付清，还差 533.50 元 ，已经逾期 12 天",
    ),
    ({"paid": 7_533_50, "completed_on": date(2026, 11, 1)}, "2026年11月1日 付清"),
    ({"paid": 7_533_50, "completed_on": None}, "已付清"),
    (
        {"paid": 7_533_50, "completed_on": date(2026, 11, 14)},
        "2026年11月14日 付清，比约定的 2026年11月11日 晚了 3 天",
    ),
    ({"due_on": date(2026, 12, 1)}, "最迟 2026年12月1日 付，还有 8 天"),
    ({"due_on": DAY, "late_from": DAY}, "今天到期"),
    (
        {"due_on": date(2026, 11, 22), "late_from": DAY},
        "2026年11月22日 到期，是休息日， 2026年11月23日 付也不算晚",
    ),
    ({"due_on": None}, "协议没有写哪天付，所以不能说逾期。"),
    ({"due": 0}, "算下来这一笔是零，没有要发的钱。"),
    ({"due": None, "reason": "no_result"}, "这一年的经营结果还没有确认"),
    (
        {"due": None, "reason": "agreed", "at_least": 90_00},
        "还没有交售或结算，这里只写协议约定的最低数",
    ),
    ({"kind": "saved", "due": 0, "saved": 50_00}, "这是省下的服务费，不是要发的钱。"),
    ({"kind": "training", "due": 0}, "这是技术培训，不发钱，也不记谁来没来。"),
    (
        {"kind": "unmatched", "due": 0, "paid": 5_00},
        "台账里有这笔付款，但没有对应的应得。请问问是什么钱。",
    ),
]


@pytest.mark.parametrize(("columns", "sentence"), SENTENCES)
@pytest.mark.parametrize("language", ["zh", "ug"])
def test_every_state_has_its_sentence(phone, rent, columns, sentence, language):
    phone.set_cookie("lang", language)
    Due.update(**columns).where(Due.id == rent).execute()
    page = soup(phone.get(f"/due/{rent}"))
    if language == "zh":
        assert words(page.select_one(".line__when")) == sentence


def test_a_tolerated_difference_is_said(phone, rent):
    Due.update(paid=7_533_45, unit=10, completed_on=date(2026, 11, 1)).where(
        Due.id == rent
    ).execute()
    assert "差额 0.05 元" in words(soup(phone.get(f"/due/{rent}")))


def test_the_payments_of_the_agreement_and_year_are_listed(phone):
    line = farm.line_of(US, "guaranteed", 2025, 2).id
    page = soup(phone.get(f"/due/{line}"))
    assert "记到这一笔上的： 400.00 元" in words(page)
    assert [words(row.select_one("b")) for row in page.select(".payments__one")] == ["1,000.00 元"]


def test_a_stated_figure_says_that_nobody_computed_it(phone):
    page = words(soup(phone.get(f"/due/{farm.line_of(US, 'stated', 2026).id}")))
    assert "这是写明的数，不是算出来的" in page
    assert "没有付款凭证" in page


def test_one_tap_disputes_and_the_next_one_says_why(phone, rent):
    form = soup(phone.get(f"/due/{rent}")).select_one(".answer")
    fields = {each["name"]: each["value"] for each in form.select("input")}
    assert tell(phone, rent, **fields, answer="disputed").status_code == 303
    assert said(rent) == ("disputed", "not_received")
    page = soup(phone.get(f"/due/{rent}"))
    assert words(page.select_one(".answer__reason[aria-pressed=true]")) == "没有收到"
    assert len(page.select(".answer__reason")) == len(answer.DUE_REASONS)
    tell(phone, rent, answer="disputed", reason="wrong_share")
    assert said(rent) == ("disputed", "wrong_share")


def test_an_answer_can_be_taken_back(phone, rent):
    tell(phone, rent, answer="confirmed")
    page = soup(phone.get(f"/due/{rent}"))
    assert "收到了" in words(page.select_one(".answer__said"))
    assert page.select_one("button[value=none]")
    tell(phone, rent, answer="none")
    assert said(rent) == ("none", None)
    assert len(soup(phone.get(f"/due/{rent}")).select(".pair button")) == 2


def test_the_same_form_sent_twice_is_one_answer(phone, rent):
    fields = {"answer": "confirmed", "id": str(uuid4())}
    for _ in range(2):
        assert tell(phone, rent, **fields).status_code == 303
    assert Answer.select().count() == 1


def test_htmx_gets_the_line_alone_and_the_answer_in_it(phone, rent):
    part = phone.post(
        f"/due/{rent}/answer", data={"answer": "disputed"}, headers={"HX-Request": "true"}
    )
    assert "<html" not in part.text
    assert soup(part).select_one("#line .answer__said_disputed")
    assert "HX-Request" in part.headers["Vary"]


def test_htmx_gets_the_same_line_as_the_page(phone, rent):
    whole = soup(phone.get(f"/due/{rent}")).select_one("#line")
    part = soup(phone.get(f"/due/{rent}", headers={"HX-Request": "true"})).select_one("#line")
    for each in (whole, part):
        each.select_one("input[name=id]").decompose()
    assert whole.prettify() == part.prettify()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"answer": "perhaps"},
        {"answer": "disputed", "reason": "他们欠我的"},
        {"answer": "disputed", "reason": "nobody_asked"},
    ],
)
def test_what_is_not_on_the_lists_is_refused(phone, rent, fields):
    assert tell(phone, rent, **fields).status_code == 422
    assert not Answer.select().count()


def test_money_that_is_not_due_yet_can_be_doubted_but_not_confirmed(phone):
    line = farm.line_of(US, "guaranteed", 2026, 2).id
    page = soup(phone.get(f"/due/{line}"))
    assert not page.select("button[value=confirmed]")
    assert tell(phone, line, answer="confirmed").status_code == 422
    assert tell(phone, line, answer="disputed", reason="wrong_share").status_code == 303


def test_of_a_training_nothing_is_asked(phone, rent):
    Due.update(kind="training", due=0).where(Due.id == rent).execute()
    assert not soup(phone.get(f"/due/{rent}")).select("button[value=confirmed]")
    assert tell(phone, rent, answer="confirmed").status_code == 422


@pytest.mark.parametrize(
    ("paid", "on", "answered", "shown"),
    [
        (7_533_50, date(2026, 11, 1), {"answer": "disputed"}, True),
        (7_533_50, date(2026, 11, 14), {"answer": "disputed", "reason": "late"}, False),
        (7_533_50, date(2026, 11, 1), {"answer": "confirmed"}, False),
        (0, None, {"answer": "confirmed"}, True),
        (0, None, {"answer": "disputed"}, False),
    ],
)
def test_witnesses_that_differ_are_pointed_out(phone, rent, paid, on, answered, shown):
    Due.update(paid=paid, completed_on=on).where(Due.id == rent).execute()
    tell(phone, rent, **answered)
    assert bool(soup(phone.get(f"/due/{rent}")).select(".notice_waiting")) is shown


def test_checks_of_the_line_lead_to_their_pages(phone, rent, staff):
    visit = farm.derive("visit")
    store(visit, US, staff("cadre").id, [Said("not_received", due=rent)], date(2026, 11, 20))
    page = soup(phone.get(f"/due/{rent}"))
    assert "没收到" in words(page.select(".witness__box")[2])
    link = page.select_one("a[href^='/check/']")
    assert "2026年11月20日 · 村干部" in words(link)
    assert phone.get(link["href"]).status_code == 200


def test_the_last_check_is_answered_on_the_line_s_own_page(phone, rent, staff):
    seen = [Said("not_received", due=rent)]
    store(farm.derive("visit"), US, staff("cadre").id, seen, date(2026, 11, 20))
    form = soup(phone.get(f"/due/{rent}")).select_one("form[action^='/check/']")
    assert words(form.select_one(".answer__question")) == "核对的结果对吗？"
    fields = {each["name"]: each["value"] for each in form.select("input")}
    sent = phone.post(form["action"], data=fields | {"answer": "confirmed"})
    assert sent.headers["Location"] == f"/due/{rent}"
    assert not soup(phone.get(f"/due/{rent}")).select("form[action^='/check/']")
    assert said(rent) == ("none", None)


def test_a_line_that_the_calendar_changed_is_rebuilt_before_it_is_shown(phone, rent):
    Due.update(due=1, stale_on=DAY).where(Due.id == rent).execute()
    assert words(soup(phone.get(f"/due/{rent}")).select_one("#line .money")) == "7,533.50 元"


def test_a_line_that_is_not_there_yet_has_no_page(phone):
    unknown = farm.line_of(US, "dividend", 2026)
    assert phone.get(f"/due/{unknown.id}").status_code == 404


def test_a_withdrawn_line_is_kept_for_what_was_said(phone, rent):
    tell(phone, rent, answer="disputed")
    Due.update(withdrawn=True).where(Due.id == rent).execute()
    page = soup(phone.get(f"/due/{rent}"))
    assert "台账里已经没有这一笔了" in words(page)
    assert tell(phone, rent, answer="none").status_code == 303


def test_other_households_lines_are_not_there(phone):
    theirs = farm.line_of(THEM, "guaranteed", 2026, 2).id
    for line in (theirs, uuid4()):
        assert phone.get(f"/due/{line}").status_code == 404
        assert tell(phone, line, answer="disputed").status_code == 404
    assert phone.get("/due/17").status_code == 404
    assert not Answer.select().count()


def test_staff_cannot_see_or_answer_a_line(sign_in, rent):
    for role in ("cadre", "township", "county"):
        staff = sign_in(role)
        assert staff.get(f"/due/{rent}").status_code == 404
        assert tell(staff, rent, answer="confirmed").status_code == 404


def test_after_answering_one_goes_on_only_within_the_site(phone, rent):
    sent = tell(phone, rent, answer="disputed", next="https://elsewhere.example/")
    assert sent.headers["Location"] == f"/due/{rent}#line"
    sent = tell(phone, rent, answer="none", next="/household")
    assert sent.headers["Location"] == "/household"
