"""An agreement in plain words, for a household that has a part in it."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from models.agreement import Agreement
from models.household import Share
from models.ids import household_id
from models.payment import Plan, Portion
from models.rebuild import rebuild
from tests.web import farm

US = household_id(farm.OURS)
ADDRESS = "/agreement/%E7%8E%9B%E4%BF%9D-2024%2F1"


@pytest.fixture
def phone(as_household):
    farm.farm()
    return as_household


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def facts(page) -> dict[str, str]:
    return {words(row.dt): words(row.dd) for row in page.select(".facts > div")}


def test_the_terms_stand_in_plain_words(phone):
    page = soup(phone.get(ADDRESS))
    assert "木垒县依尔哈巴克农民专业合作社" in words(page.select_one("h2"))
    found = facts(page)
    expected = {
        "编号": "玛保-2024/1",
        "签订": "2023年12月20日",
        "到哪天止": "2027年12月31日",
        "本金": "40,000.00 元",
        "保底比例": "6% 每年",
        "分红占利润": "10%",
        "怎么发": "一卡通",
        "哪天付": "6月30日 · 12月11日",
        "投入的来源": "量化到户的帮扶资金",
    }
    assert expected.items() <= found.items()


def test_what_staff_wrote_is_shown_in_full(phone):
    page = soup(phone.get(ADDRESS))
    assert words(page.select_one(".written__text")) == "逾期一天加付万分之五。"


def test_what_it_does_not_say_is_said_with_the_article(phone):
    page = soup(phone.get(ADDRESS))
    missing = page.select_one(".written.tone_waiting")
    assert words(missing).startswith("协议没有写：怎么加入 · 怎么退出")
    assert missing.select_one("a[href='/policy/15']")


def test_the_way_of_linking_leads_to_its_item(phone):
    assert soup(phone.get(ADDRESS)).select_one("a[href='/policy/10#3']")
    assert soup(phone.get(f"/agreement/{farm.LAND}")).select_one("a[href='/policy/10#4']")


def test_what_the_household_holds_stands_first(phone):
    assert "20,000.00 元" in words(soup(phone.get(ADDRESS)).select_one(".holding"))
    land = soup(phone.get(f"/agreement/{farm.LAND}")).select_one(".holding")
    assert "12.35 亩" in words(land)


def test_the_other_households_are_not_named(phone):
    page = phone.get(ADDRESS).text
    assert "王建国" not in page
    assert farm.THEIRS not in page


def test_its_lines_have_their_four_witnesses(phone):
    page = soup(phone.get(ADDRESS))
    lines = page.select("a.witnessed")
    assert len(lines) == 2
    assert all(phone.get(line["href"]).status_code == 200 for line in lines)
    boxes = [words(box) for box in page.select(".witness__box")]
    assert boxes[:4] == ["应得 600.00", "已付 600.00", "核对 没人问", "我家 待回答"]


def test_another_year_can_be_looked_at(phone):
    page = soup(phone.get(f"{ADDRESS}?year=2025"))
    assert len(page.select("a.witnessed")) == 3
    assert page.select_one(".years [aria-current]").text == "2025"


def test_a_change_of_terms_says_since_when_and_what(phone):
    row = Agreement.select().where(Agreement.number == farm.SHARES).dicts().get()
    changed = {
        "id": farm.derive("changed"),
        "in_force_from": date(2026, 1, 1),
        "guaranteed_rate": 5000,
        "liability": None,
        "exit_terms": "提前一个月说。",
    }
    Agreement.insert(**row | changed).execute()
    page = soup(phone.get(ADDRESS))
    card = page.select_one(".change")
    assert "从 2026年1月1日 起改了" in words(card)
    assert words(card.select_one(".facts div")) == "保底比例 6% 每年 5% 每年"
    assert "没有了" in words(card)
    assert facts(page)["保底比例"] != "6% 每年"


def test_clauses_in_which_the_household_has_no_part_are_left_out(phone):
    row = Agreement.select().where(Agreement.number == farm.SHARES).dicts().get()
    other = {"id": farm.derive("other"), "clause": 2, "party": "village", "mode": "custody"}
    Agreement.insert(**row | other).execute()
    assert "托养托管" not in words(soup(phone.get(ADDRESS)))


@pytest.fixture
def plan(phone):
    """A collective's share of 10,000 yuan, of which 3,000 go to households."""
    farm.shares("集-1", holders=("村集体",), party="village", party_number=farm.VILLAGE)
    farm.add(
        Plan,
        number="方案-1",
        agreement="集-1",
        village=farm.VILLAGE,
        year=2026,
        received=10_000_00,
        use_posts=7_000_00,
        use_households=3_000_00,
        decided_on=date(2026, 10, 1),
        due_on=date(2026, 12, 20),
    )
    for holder in (farm.OURS, farm.THEIRS):
        farm.add(Portion, plan="方案-1", holder=holder)
    rebuild({"集-1"}, (), farm.TODAY)
    return "集-1"


def test_money_through_the_collective_shows_the_plan_and_who_is_paid_first(phone, plan):
    page = soup(phone.get(f"/agreement/{plan}"))
    assert "这些钱先付给村集体，再由成员决定怎么分到各户。" in words(page)
    found = facts(page)
    assert found["集体收到"] == "10,000.00 元"
    assert found["公益性岗位"] == "7,000.00 元"
    assert found["成员决议"] == "2026年10月1日"
    assert "1,500.00" in words(page.select_one(".witness"))


def test_a_plan_without_an_agreement_has_a_page_too(phone, plan):
    Plan.update(agreement=None).execute()
    rebuild({"集-1", "方案-1"}, (), farm.TODAY)
    page = soup(phone.get("/household"))
    portion = farm.line_of(US, "portion", 2026)
    assert phone.get(f"/due/{portion.id}").status_code == 200
    assert page
    assert facts(soup(phone.get("/agreement/方案-1")))["集体收到"] == "10,000.00 元"


def test_agreements_without_a_part_in_them_are_not_there(phone):
    farm.land("别人的", holder=farm.THEIRS)
    for number in ("别人的", "没有的", "玛保-2024"):
        assert phone.get(f"/agreement/{number}").status_code == 404


def test_who_left_still_sees_what_it_held(phone):
    left = {"left_on": date(2026, 5, 31), "leave_reason": "request"}
    mine = (Share.household == US) & (Share.agreement == farm.SHARES)
    Share.update(**left).where(mine).execute()
    assert "2026年5月31日 退出" in words(soup(phone.get(ADDRESS)).select_one(".holding"))


TERMS = {
    "shares": 1000_0000,
    "guaranteed_amount": 900_00,
    "combination": "offset",
    "pays_from_year": 2026,
    "record_day": "12-31",
    "unit": "jiao",
    "remainder": "collective",
    "land_area": 123_500,
    "rent_kind": "in_kind",
    "rent_growth": 3000,
    "rent_step_amount": 50_00,
    "rent_step_years": 2,
    "rent_crop": "小麦",
    "rent_crop_kg": 400_0000,
    "rent_price_day": "10-01",
    "crop": "玉米",
    "crop_kg": 5000_0000,
    "floor_price": 22_000,
    "premium": 1_000,
    "job": "分拣",
    "wage": 3_000_00,
    "wage_unit": "month",
    "work_time": 120_000,
    "service": "机耕",
    "fee": 100_00,
    "reduced_fee": 40_00,
    "reduced_for": "assisted",
    "penalty_rate": 50,
    "due_days": "06-30=2;次年03-31=1",
    "written_reason": "只有一年。",
    "ownership": "村集体",
    "buyback_price": 9_000_00,
    "buyback_on": date(2027, 12, 31),
    "buyback_by": "合作社",
}


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_every_term_can_be_written(phone, language):
    phone.set_cookie("lang", language)
    Agreement.update(**TERMS).where(Agreement.number == farm.SHARES).execute()
    page = soup(phone.get(ADDRESS))
    if language == "zh":
        found = facts(page)
        assert found["哪天付"] == "6月30日 （ 2 份） · 次年 3月31日"
        assert found["保护价"] == "2.2 元/公斤"
        assert found["给谁减免"] == "重点帮扶的家庭"


def test_nobody_but_a_household_sees_it(client, sign_in, phone):
    assert client.get(ADDRESS).status_code == 303
    assert sign_in("cadre").get(ADDRESS).status_code == 404
